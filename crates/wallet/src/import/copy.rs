//! From a checked credential to what the store keeps of it.

use backpack::{BadgeFields, BadgeState, NewCopy, Picture, Report, Source, StoredDocument};
use intake::MailSeal;
use jiff::Timestamp;
use openbadges::award::{self, AwardKey, BadgeId};
use openbadges::{Claims, Credential, Digest, Format, Securing};
use serde::{Deserialize, Serialize};
use verification::{Answer, CheckId, Origin, Outcome, Verdict, VerificationReport};

use super::Detail;
use crate::checking::Checked;
use crate::examine::Examinee;
use crate::given::GivenKind;
use crate::picture;
use crate::telling;
use crate::views::Failure;

/// A report as it is stored: with the hosts whose documents would have decided more.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoredReport {
    #[serde(flatten)]
    pub(crate) report: VerificationReport,
    #[serde(default)]
    pub(crate) wanted_hosts: Vec<String>,
    /// The signatures of the mail it came in, since the mail itself is not kept: to be judged again when their keys can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) seal: Option<MailSeal>,
}

impl StoredReport {
    /// What is stored of a check.
    pub(crate) fn of(checked: &Checked) -> Report {
        let report = &checked.report;
        let stored = StoredReport {
            report: report.clone(),
            wanted_hosts: checked.wanted_hosts(),
            seal: checked.seal.clone(),
        };
        Report {
            json: serde_json::to_string(&stored).unwrap_or_default(),
            at: report.at,
            verifier: report.verifier.clone(),
            verdict: report.verdict.as_str().to_owned(),
            mark: verification::mark(report).as_str().to_owned(),
        }
    }

    /// As if it had been found out now: nobody is asked, nothing is looked at, only the time has gone on.
    pub(crate) fn told_at(self, now: Timestamp) -> Checked {
        let mut report = self.report;
        report.verdict = verification::verdict_at(&report, now);
        Checked {
            report,
            wanted: Vec::new(),
            answers: std::collections::BTreeMap::new(),
            seal: self.seal,
            still_wanted: self.wanted_hosts,
        }
    }

    /// Reads a stored report.
    pub(crate) fn read(json: &str) -> Result<StoredReport, Failure> {
        serde_json::from_str(json).map_err(|_| Failure::new("backpack.report-unreadable"))
    }
}

/// Everything the store keeps of a credential, but for its picture.
pub(crate) fn new_copy(
    found: &Examinee,
    checked: &Checked,
    source: Source,
    state: BadgeState,
    now: Timestamp,
) -> NewCopy {
    let credential = &found.credential;
    let key = award_key(credential, &checked.report);
    NewCopy {
        state,
        badge_id: BadgeId::of(&key),
        award_key: key.as_str().to_owned(),
        payload: credential.payload().to_vec(),
        content_digest: credential.content_digest(),
        format: checked.report.format.as_str().to_owned(),
        securing: checked.report.securing.clone(),
        rank: rank(credential, &checked.report),
        report: StoredReport::of(checked),
        fields: fields(credential, &checked.report, now),
        image: None,
        source,
        documents: stored_documents(checked),
        renews: None,
    }
}

/// The award a copy is of. What a hosted badge's own issuer says counts, where it could be had: the same award then
/// has the same key whether it came as an address or whole.
pub(crate) fn award_key(credential: &Credential, report: &VerificationReport) -> AwardKey {
    if proved(report) {
        award::award_key(credential, &report.claims)
    } else {
        award::award_key(credential, &credential.claims())
    }
}

fn proved(report: &VerificationReport) -> bool {
    report.check(CheckId::Proof).is_some_and(|check| check.outcome == Outcome::Passed)
}

/// What a list shows while this copy leads.
pub(crate) fn fields(credential: &Credential, report: &VerificationReport, now: Timestamp) -> BadgeFields {
    let claims = &report.claims;
    let authority = claims.issuer.id.as_deref().map(award::normalise).unwrap_or_default();
    BadgeFields {
        name: claims.name.clone().unwrap_or_default(),
        issuer: claims.issuer.name.clone().or_else(|| host(claims)).unwrap_or_default(),
        issuer_key: authority,
        achievement: claims.achievement_id.as_deref().map(award::normalise),
        recipient_key: recipient_key(claims),
        issued_at: claims.valid_from.as_ref().and_then(|time| time.instant),
        issued: telling::written(claims.valid_from.as_ref()),
        valid_until: claims.valid_until.as_ref().and_then(|time| time.instant),
        valid_until_text: telling::written(claims.valid_until.as_ref()),
        minutes: telling::minutes(claims),
        verdict: verification::verdict_at(report, now).as_str().to_owned(),
        mark: verification::mark_at(report, now).as_str().to_owned(),
        turns_at: verification::turns_at(report, now),
        search_text: search_text(credential, claims),
    }
}

/// Where an issuer gives itself no name: the host it is at.
fn host(claims: &Claims) -> Option<String> {
    let id = award::did_web_as_https(
        claims.issuer.id.as_deref().or(claims.achievement_id.as_deref()).or(claims.id.as_deref())?,
    );
    url::Url::parse(&id).ok()?.host_str().map(str::to_owned)
}

/// The recipient, comparable between badges of one issuer. A hash with its own salt is never equal to another.
fn recipient_key(claims: &Claims) -> Option<String> {
    let mut keys: Vec<String> = claims
        .recipient
        .iter()
        .filter(|recipient| recipient.salt.is_none())
        .map(|recipient| format!("{} {}", recipient.kind, recipient.value.to_lowercase()))
        .collect();
    keys.sort();
    (!keys.is_empty()).then(|| keys.join("\n"))
}

/// Everything a badge should be found by, beside its name and issuer.
fn search_text(credential: &Credential, claims: &Claims) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(claims.description.as_deref());
    words.extend(claims.criteria.as_deref());
    words.extend(claims.recipient_name.as_deref());
    words.extend(claims.achievement_type.as_deref());
    words.extend(claims.tags.iter().map(String::as_str));
    for competency in &claims.competencies {
        words.push(&competency.name);
        words.extend(competency.description.as_deref());
    }
    for alignment in &claims.alignments {
        words.extend(alignment.name.as_deref());
        words.extend(alignment.code.as_deref());
    }
    words.extend(credential.address().map(url::Url::as_str));
    words.join("\n")
}

/// How much a copy proves: first whether its proof passed, then the verdict, then bound by key before hosted, then
/// the newer version of the standard, then the later date, then more content. Date and content count only in what is proved,
/// so that nobody leads by being long.
pub(crate) fn rank(credential: &Credential, report: &VerificationReport) -> i64 {
    let proved = proved(report);
    let verdict = match report.verdict {
        Verdict::Valid => 6,
        Verdict::Expired => 5,
        Verdict::NotYetValid => 4,
        Verdict::Suspended => 3,
        Verdict::Revoked => 2,
        Verdict::Inconclusive => 1,
        Verdict::Invalid => 0,
    };
    let by_key = i64::from(!matches!(credential.securing(), Securing::Hosted | Securing::None));
    let version = match report.format {
        Format::Unknown => 0,
        Format::OpenBadges05 => 1,
        Format::OpenBadges10 => 2,
        Format::OpenBadges11 => 3,
        Format::Clr10 => 4,
        Format::OpenBadges20 => 5,
        Format::Vc11 | Format::SdJwtVc => 6,
        Format::Vc20 => 7,
        Format::Elm3 | Format::Clr20 => 8,
        Format::OpenBadges30 => 9,
    };
    // Of two versions of one award the later one, by the day from which it holds; then the longer, in steps of 64 bytes.
    let day = report.valid_from.map_or(0, |from| (from.as_second() / 86_400).clamp(0, 99_999));
    let length = i64::try_from(credential.payload().len() / 64).unwrap_or(999).min(999);
    let content = if proved { day * 1_000 + length } else { 0 };
    (((i64::from(proved) * 10 + verdict) * 10 + by_key) * 10 + version) * 100_000_000 + content
}

/// The documents that were got, as the archive keeps them. What came with the program or the sender is not kept.
pub(crate) fn stored_documents(checked: &Checked) -> Vec<StoredDocument> {
    let mut documents = Vec::new();
    for (url, answered) in &checked.answers {
        for one in answered {
            if matches!(one.origin, Origin::Bundled | Origin::Sender) {
                continue;
            }
            let plain = StoredDocument {
                url: url.as_str().to_owned(),
                final_url: None,
                media_type: None,
                bytes: None,
                status: 200,
                fetched_at: one.at,
                seen_at: one.at,
                origin: one.origin.as_str().to_owned(),
                etag: None,
            };
            match &one.answer {
                Answer::Got(document) => documents.push(StoredDocument {
                    final_url: (document.final_url != document.url)
                        .then(|| document.final_url.as_str().to_owned()),
                    media_type: document.media_type.clone(),
                    bytes: Some(document.bytes().to_vec()),
                    fetched_at: document.at,
                    seen_at: document.at,
                    etag: document.etag.clone(),
                    ..plain
                }),
                Answer::Gone => documents.push(StoredDocument { status: 410, ..plain }),
                Answer::Missing => documents.push(StoredDocument { status: 404, ..plain }),
                Answer::Refused(_) | Answer::Failed(_) => {}
            }
        }
    }
    documents
}

/// The picture with its small form. One that cannot be made into pixels is not kept: nothing would ever show it, and
/// what it carried is kept anyway.
pub(super) fn picture(bytes: &[u8]) -> Option<Picture> {
    let thumbnail = picture::png(bytes, picture::THUMBNAIL).ok()?;
    let media_type = picture::media_type(bytes)?.to_owned();
    Some(Picture { bytes: bytes.to_vec(), media_type, thumbnail_png: Some(thumbnail) })
}

/// Where it was found.
pub(super) fn source(
    kind: GivenKind,
    found: &Examinee,
    container: Option<Digest>,
    detail: &Detail,
) -> Source {
    let kind = match (kind, &detail.mail) {
        (GivenKind::File | GivenKind::Paste, Some(_)) => "mail",
        (kind, _) => kind.word(),
    };
    Source {
        kind: kind.to_owned(),
        path: found.path.clone(),
        carrier: found.container.as_str().to_owned(),
        container: detail.mail.as_ref().and_then(|mail| mail.digest).or(container),
        detail: serde_json::to_string(detail).unwrap_or_default(),
    }
}
