//! The check `mail`: which domain sent the mail a badge came in. It says that and no more: who sent a badge on is not who issued
//! it, and no verdict and no mark rests on it.

use intake::{KeyRecord, MailSeal, Sender};
use openbadges::award;
use openbadges::recipient::Identity;
use verification::codes::{self, Code};
use verification::{
    Answer, Answered, Check, CheckId, DocUrl, DocumentRef, MailKey, Origin, Outcome, Role,
    VerificationReport, Wanted,
};

use super::{Ask as _, Checked, Judge};

/// Signatures that are larger are not kept: the mail is judged once, as it comes in.
const KEPT: usize = 32 * 1024;

impl Judge<'_> {
    /// Judges the check `mail` of a badge that came in a mail to these addresses. Keys are looked for among the documents at
    /// hand, in the archive, and where somebody may be asked; what was used is added to what the check rests on.
    pub(crate) fn mailed(&self, to: &[String], seal: Option<&MailSeal>, checked: &mut Checked) {
        checked.seal = seal.filter(|seal| seal.size() <= KEPT).cloned();
        let keys: Vec<(DocUrl, Option<Answered>)> = seal
            .iter()
            .flat_map(|seal| seal.keys())
            .filter_map(|address| DocUrl::parse(&address).filter(|url| MailKey::of(url).is_some()))
            .map(|url| (url.clone(), self.record(&url)))
            .collect();
        let record = |address: &str| {
            // What is no name can have no record.
            let url = DocUrl::parse(address).filter(|url| MailKey::of(url).is_some());
            let Some(url) = url else { return KeyRecord::Absent };
            let known =
                keys.iter().find(|(known, _)| *known == url).and_then(|(_, answered)| answered.as_ref());
            match known.map(|known| &known.answer) {
                Some(Answer::Got(document)) => KeyRecord::Text(document.bytes().to_vec()),
                Some(Answer::Gone | Answer::Missing) => KeyRecord::Absent,
                Some(Answer::Failed(_)) => KeyRecord::Unanswered,
                Some(Answer::Refused(_)) | None => KeyRecord::NotHad,
            }
        };
        let sender = seal.map_or(Sender::Unsigned, |seal| seal.judge(&record, self.now));
        let mut check = worded(&sender);
        let rests_on_key =
            !matches!(sender, Sender::Unsigned | Sender::SeveralSenders | Sender::PartOnly { .. });
        for (url, answered) in keys.into_iter().filter(|_| rests_on_key) {
            check = check.on(url.as_str());
            let answered =
                answered.filter(|one| !matches!(one.answer, Answer::Refused(_) | Answer::Failed(_)));
            let Some(answered) = answered else {
                checked.wanted.push(Wanted { url, role: Role::Dns, newer_than: None });
                continue;
            };
            if let Answer::Got(document) = &answered.answer {
                // Keys are taken back and given to others: of which day this one is belongs to what it says.
                let day = document.at.strftime("%Y-%m-%d").to_string();
                check.add_note(codes::MAIL_KEY_DAY.note().with("date", day));
                checked.report.documents.push(DocumentRef {
                    url: url.as_str().to_owned(),
                    digest: document.digest(),
                    at: document.at,
                    origin: document.origin,
                });
            }
            checked.answers.entry(url).or_default().push(answered);
        }
        if let Sender::Signed { domain } = &sender {
            if issuer_host(&checked.report).is_some_and(|host| host == *domain || below(&host, domain)) {
                check.add_note(codes::MAIL_ISSUER_DOMAIN.note().with("domain", domain));
            }
            if self.is_for_other(to) {
                check.add_note(codes::MAIL_FOR_OTHER.note());
            }
        }
        put(&mut checked.report, check);
    }

    /// The record of a domain, if it is the person's own to have: what a sender brought along says what the sender likes.
    fn record(&self, url: &DocUrl) -> Option<Answered> {
        let own = |answered: &&Answered| answered.origin != Origin::Sender;
        let got = |answered: &&Answered| matches!(answered.answer, Answer::Got(_));
        let known: Vec<Answered> =
            self.known.versions(url).iter().chain(&self.archive.versions(url)).filter(own).cloned().collect();
        // A key that was there when somebody looked proves what was sent until then, whatever became of it since.
        if let Some(kept) = known.iter().filter(got).max_by_key(|answered| answered.at) {
            return Some(kept.clone());
        }
        let wanted = Wanted { url: url.clone(), role: Role::Dns, newer_than: None };
        let nothing = known.iter().filter(|one| matches!(one.answer, Answer::Gone | Answer::Missing));
        let nothing = nothing.max_by_key(|answered| answered.at);
        match self.recalling().ask(&[wanted]).pop()? {
            Answer::Got(document) if document.origin == Origin::Sender => None,
            // Nobody was asked, or in vain: what was answered earlier stands.
            Answer::Refused(_) | Answer::Failed(_) if nothing.is_some() => nothing.cloned(),
            Answer::Got(document) => {
                let (at, origin) = (document.at, document.origin);
                Some(Answered { answer: Answer::Got(document), at, origin })
            }
            answer => {
                let at = self.ask.asked_at().unwrap_or(self.now);
                Some(Answered { answer, at, origin: Origin::Fetched })
            }
        }
    }

    /// Whether the mail was written to somebody else: whoever got it from its sender can send it on as it is.
    fn is_for_other(&self, addresses: &[String]) -> bool {
        let mut own = self.recipients.iter().filter(|one| matches!(one, Identity::Email(_))).peekable();
        let to = |one: &Identity| addresses.iter().any(|address| address.eq_ignore_ascii_case(one.value()));
        !addresses.is_empty() && own.peek().is_some() && !own.any(to)
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
        Sender::KeyUnanswered { domain } => undecided(codes::MAIL_KEY_UNANSWERED, domain),
        Sender::KeyGone { domain } => undecided(codes::MAIL_KEY_GONE, domain),
        Sender::KeyWeak { domain } => undecided(codes::MAIL_KEY_WEAK, domain),
        Sender::Altered { domain } => check(Outcome::Failed, codes::MAIL_ALTERED).with("domain", domain),
        Sender::SeveralSenders => check(Outcome::Failed, codes::MAIL_SENDERS),
        Sender::Unsigned => check(Outcome::NotApplicable, codes::MAIL_UNSIGNED),
    }
}
