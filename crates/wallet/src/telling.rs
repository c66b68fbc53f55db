//! From reports, claims and scans to views.

use std::collections::BTreeMap;

use jiff::Timestamp;
use openbadges::recipient::{self, Identity, RecipientMatch};
use openbadges::{Claims, IssuerTime, Note};
use verification::{CheckId as Id, Outcome as Came, VerificationReport};

use crate::views::{
    AlignmentView, CheckId, CheckView, CompetencyView, DocumentView, IssuerEvidenceView, LinkKind, LinkView,
    MailView, Mark, MarkCount, NoteView, Outcome, PassedView, RecipientAnswer,
};

/// The lines of a report, with the one on the recipient asked anew: whose addresses are known may have changed since,
/// and it turns no verdict.
pub(crate) fn checks_for(report: &VerificationReport, own: &[Identity]) -> Vec<CheckView> {
    let mut lines = checks(report);
    let answer = recipient::matches(&report.claims.recipient, own);
    let code = match &answer {
        RecipientMatch::Match(_) => "recipient.match",
        RecipientMatch::Mismatch => "recipient.mismatch",
        RecipientMatch::Unknown => "recipient.unknown",
    };
    if let Some(line) = lines.iter_mut().find(|line| line.id == CheckId::Recipient)
        && line.code != code
    {
        line.code = code.to_owned();
        line.args.clear();
        line.outcome = match answer {
            RecipientMatch::Match(identity) => {
                line.args.insert("address".to_owned(), identity.value().to_owned());
                Outcome::Passed
            }
            RecipientMatch::Mismatch => Outcome::Failed,
            RecipientMatch::Unknown => Outcome::Inconclusive,
        };
    }
    lines
}

/// The lines of a report.
pub(crate) fn checks(report: &VerificationReport) -> Vec<CheckView> {
    let documents: BTreeMap<&str, &verification::DocumentRef> =
        report.documents.iter().map(|document| (document.url.as_str(), document)).collect();
    report
        .checks
        .iter()
        .map(|check| CheckView {
            id: check.id.into(),
            outcome: check.outcome.into(),
            code: check.code.to_string(),
            args: check.args.clone(),
            notes: check.notes.iter().map(note).collect(),
            documents: check
                .documents
                .iter()
                .map(|url| {
                    let known = documents.get(url.as_str());
                    DocumentView {
                        url: url.clone(),
                        at: known.map(|document| document.at.to_string()).unwrap_or_default(),
                        origin: known.map(|document| document.origin.as_str().to_owned()).unwrap_or_default(),
                    }
                })
                .collect(),
        })
        .collect()
}

/// A note.
pub(crate) fn note(note: &Note) -> NoteView {
    NoteView { code: note.code.to_string(), args: note.args.clone() }
}

/// The mark of a report at this moment.
pub(crate) fn mark(report: &VerificationReport, now: Timestamp) -> Mark {
    verification::mark_at(report, now).into()
}

/// Whether a badge is for one of the learner's.
pub(crate) fn recipient(report: &VerificationReport, own: &[Identity]) -> RecipientAnswer {
    match recipient::matches(&report.claims.recipient, own) {
        RecipientMatch::Match(_) => RecipientAnswer::Match,
        RecipientMatch::Mismatch => RecipientAnswer::Mismatch,
        RecipientMatch::Unknown => RecipientAnswer::Unknown,
    }
}

/// The host that vouches for the issuer, where one does.
pub(crate) fn vouched_by(report: &VerificationReport) -> Option<String> {
    let check = report.check(Id::IssuerIdentity).filter(|check| check.outcome == Came::Passed)?;
    check.args.get("host").cloned()
}

/// A date as it crosses to the window: as the issuer wrote it.
pub(crate) fn written(time: Option<&IssuerTime>) -> Option<String> {
    time.map(|time| time.text.clone())
}

/// The study load of a badge in minutes: as stated, else its competences together.
pub(crate) fn minutes(claims: &Claims) -> Option<u32> {
    let stated = claims.study_load_minutes;
    let summed = || {
        let sum = claims
            .competencies
            .iter()
            .filter_map(|competency| competency.minutes)
            .fold(0, u64::saturating_add);
        (sum > 0).then_some(sum)
    };
    stated.or_else(summed).map(|minutes| u32::try_from(minutes).unwrap_or(u32::MAX))
}

/// The competences a badge names.
pub(crate) fn competencies(claims: &Claims) -> Vec<CompetencyView> {
    claims
        .competencies
        .iter()
        .map(|competency| CompetencyView {
            name: competency.name.clone(),
            minutes: competency.minutes.map(|minutes| u32::try_from(minutes).unwrap_or(u32::MAX)),
            uri: competency.uri.clone(),
            kind: competency.kind.clone(),
        })
        .collect()
}

/// The issuer's evidence.
pub(crate) fn issuer_evidence(claims: &Claims) -> Vec<IssuerEvidenceView> {
    claims
        .evidence
        .iter()
        .map(|evidence| IssuerEvidenceView {
            name: evidence.name.clone(),
            url: evidence.url.clone(),
            narrative: evidence.narrative.clone().or_else(|| evidence.description.clone()),
        })
        .collect()
}

/// What a badge is aligned to.
pub(crate) fn alignments(claims: &Claims) -> Vec<AlignmentView> {
    claims
        .alignments
        .iter()
        .map(|alignment| AlignmentView {
            name: alignment
                .name
                .clone()
                .or_else(|| alignment.code.clone())
                .or_else(|| alignment.url.clone())
                .unwrap_or_default(),
            url: alignment.url.clone(),
        })
        .collect()
}

/// How many wear which mark, best first; marks nobody wears are left out.
pub(crate) fn counts(marks: impl IntoIterator<Item = Mark>) -> Vec<MarkCount> {
    let mut counts: BTreeMap<Mark, u32> = BTreeMap::new();
    for mark in marks {
        *counts.entry(mark).or_default() += 1;
    }
    counts.into_iter().map(|(mark, count)| MarkCount { mark, count }).collect()
}

/// The head of a mail.
pub(crate) fn mail(mail: &intake::MailFacts) -> MailView {
    MailView {
        subject: mail.subject.clone().unwrap_or_default(),
        from: mail.from.clone().unwrap_or_default(),
        date: mail.date.map(|date| date.to_string()),
    }
}

/// A link that was found.
pub(crate) fn link(link: &intake::Link) -> LinkView {
    LinkView {
        kind: match link.kind {
            intake::LinkKind::Assertion => LinkKind::Assertion,
            intake::LinkKind::Page => LinkKind::Page,
            intake::LinkKind::Claim => LinkKind::Claim,
            intake::LinkKind::Offer => LinkKind::Offer,
        },
        platform: link.platform.clone(),
        host: link.host.clone(),
        url: link.url.clone(),
        opens: link.opens.clone(),
        login: link.login,
    }
}

/// A part that was passed over.
pub(crate) fn passed(passed: &intake::Passed) -> PassedView {
    PassedView { path: passed.path.clone(), code: passed.code.clone(), args: passed.args.clone() }
}

/// A view's enum and a room's with the same names, turned into each other.
macro_rules! same_names {
    ($view:ident = $room:path { $($name:ident),+ $(,)? }) => {
        impl From<$room> for $view {
            fn from(value: $room) -> $view {
                match value { $(<$room>::$name => $view::$name,)+ }
            }
        }
        impl From<$view> for $room {
            fn from(value: $view) -> $room {
                match value { $($view::$name => <$room>::$name,)+ }
            }
        }
    };
}

same_names!(
    CheckId = verification::CheckId {
        Structure,
        Schema,
        Proof,
        IssuerKey,
        IssuerIdentity,
        ValidityPeriod,
        Status,
        Recipient,
        Image,
        Endorsements,
        Evidence,
        Mail,
    }
);
same_names!(Outcome = verification::Outcome { Passed, Failed, Inconclusive, NotApplicable });
same_names!(
    Mark = verification::Mark {
        Verified,
        SignedUnknown,
        KeyChanged,
        Inconclusive,
        Expired,
        NotYetValid,
        Suspended,
        Revoked,
        NotGenuine,
        Damaged,
    }
);
