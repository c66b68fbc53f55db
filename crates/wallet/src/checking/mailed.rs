//! The check `mail`: which domain sent the mail a badge came in. It says that and no more: who sent a badge on is not who issued
//! it, and no verdict and no mark rests on it.

use intake::{MailFacts, MailSeal, Sender};
use openbadges::award;
use openbadges::recipient::Identity;
use verification::codes::{self, Code};
use verification::{
    Answer, Answered, Check, CheckId, DocUrl, Document, DocumentRef, Origin, Outcome, Role,
    VerificationReport, Wanted,
};

use super::{Checked, Judge};

impl Judge<'_> {
    /// Judges the check `mail` of a badge that came in this mail. Keys are looked for among the documents at hand, in the
    /// archive, and where somebody may be asked; what was used is added to what the check rests on.
    pub(crate) fn mailed(&self, mail: &MailFacts, seal: Option<&MailSeal>, checked: &mut Checked) {
        let keys: Vec<(DocUrl, Option<Document>)> = seal
            .iter()
            .flat_map(|seal| seal.keys())
            .filter_map(|address| DocUrl::parse(&address))
            .map(|url| (url.clone(), self.record(&url)))
            .collect();
        let record = |address: &str| {
            let url = DocUrl::parse(address)?;
            let (_, document) = keys.iter().find(|(known, _)| *known == url)?;
            document.as_ref().map(|document| document.bytes().to_vec())
        };
        let sender = seal.map_or(Sender::Unsigned, |seal| seal.judge(&record, self.now));
        let mut check = worded(&sender);
        let rests_on_key =
            !matches!(sender, Sender::Unsigned | Sender::SeveralSenders | Sender::PartOnly { .. });
        for (url, document) in keys.into_iter().filter(|_| rests_on_key) {
            check = check.on(url.as_str());
            let Some(document) = document else {
                checked.wanted.push(Wanted { url, role: Role::Dns, newer_than: None });
                continue;
            };
            checked.report.documents.push(DocumentRef {
                url: url.as_str().to_owned(),
                digest: document.digest(),
                at: document.at,
                origin: document.origin,
            });
            let (at, origin) = (document.at, document.origin);
            checked.answers.entry(url).or_default().push(Answered {
                answer: Answer::Got(document),
                at,
                origin,
            });
        }
        if let Sender::Signed { domain } = &sender {
            if issuer_host(&checked.report).is_some_and(|host| host == *domain || below(&host, domain)) {
                check.add_note(codes::MAIL_ISSUER_DOMAIN.note().with("domain", domain));
            }
            if self.is_for_other(mail) {
                check.add_note(codes::MAIL_FOR_OTHER.note());
            }
        }
        put(&mut checked.report, check);
    }

    /// The record of a domain, if it is the person's own to have: what a sender brought along says what the sender likes.
    fn record(&self, url: &DocUrl) -> Option<Document> {
        let own = |answered: &Answered| match &answered.answer {
            Answer::Got(document) if answered.origin != Origin::Sender => Some(document.clone()),
            _ => None,
        };
        let kept = || self.archive.versions(url).iter().rev().find_map(own);
        let asked = || match self.fetch(&Wanted { url: url.clone(), role: Role::Dns, newer_than: None }) {
            Answer::Got(document) if document.origin != Origin::Sender => Some(document),
            _ => None,
        };
        self.known.versions(url).iter().rev().find_map(own).or_else(kept).or_else(asked)
    }

    /// Whether the mail was written to somebody else: whoever got it from its sender can send it on as it is.
    fn is_for_other(&self, mail: &MailFacts) -> bool {
        let mut own = self.recipients.iter().filter(|one| matches!(one, Identity::Email(_))).peekable();
        let to = |one: &Identity| mail.to.iter().any(|address| address.eq_ignore_ascii_case(one.value()));
        !mail.to.is_empty() && own.peek().is_some() && !own.any(to)
    }
}

/// The check of an earlier report of the same copy: the mail itself is not kept, so that it cannot be asked again.
pub(crate) fn keep(report: &mut VerificationReport, before: &VerificationReport) {
    if let Some(check) = before.check(CheckId::Mail).filter(|check| check.code != codes::MAIL_NONE.as_str()) {
        put(report, check.clone());
    }
}

fn put(report: &mut VerificationReport, check: Check) {
    if let Some(place) = report.checks.iter_mut().find(|check| check.id == CheckId::Mail) {
        *place = check;
    }
}

/// The host that vouches for the issuer, by the checks of the badge alone.
fn issuer_host(report: &VerificationReport) -> Option<String> {
    report.check(CheckId::IssuerIdentity).filter(|check| check.outcome == Outcome::Passed)?;
    let id = award::did_web_as_https(report.claims.issuer.id.as_deref()?);
    url::Url::parse(&id).ok()?.host_str().map(str::to_owned)
}

fn below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
}

fn worded(sender: &Sender) -> Check {
    let check = |outcome: Outcome, code: Code| Check::new(CheckId::Mail, outcome, code);
    let undecided = |code: Code, domain: &String| check(Outcome::Inconclusive, code).with("domain", domain);
    match sender {
        Sender::Signed { domain } => check(Outcome::Passed, codes::MAIL_SENT).with("domain", domain),
        Sender::OtherDomain { domain, from } => {
            undecided(codes::MAIL_OTHER_DOMAIN, domain).with("from", from)
        }
        Sender::PartOnly { domain } => undecided(codes::MAIL_PART_ONLY, domain),
        Sender::Expired { domain, until } => {
            undecided(codes::MAIL_EXPIRED, domain).with("date", until.strftime("%Y-%m-%d").to_string())
        }
        Sender::KeyNotHad { domain } => undecided(codes::MAIL_KEY_NOT_HAD, domain),
        Sender::KeyGone { domain } => undecided(codes::MAIL_KEY_GONE, domain),
        Sender::KeyWeak { domain } => undecided(codes::MAIL_KEY_WEAK, domain),
        Sender::Altered { domain } => check(Outcome::Failed, codes::MAIL_ALTERED).with("domain", domain),
        Sender::SeveralSenders => check(Outcome::Failed, codes::MAIL_SENDERS),
        Sender::Unsigned => check(Outcome::NotApplicable, codes::MAIL_UNSIGNED),
    }
}
