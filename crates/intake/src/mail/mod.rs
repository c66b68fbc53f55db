//! Mails: who, when, about what, and their parts.

mod prepare;
mod quick;
mod seal;
mod source;
mod walk;

use jiff::Timestamp;
use mail_parser::Message;
use openbadges::{Digest, claims::plain};
use serde::{Deserialize, Serialize};

pub use quick::may_hold_badge;
pub use seal::{KeyRecord, MailSeal, Sender};
pub(crate) use source::{field, known_fields, source_begins};
pub(crate) use walk::{open, told};

/// What a mail says about itself. None of it is proof of anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailFacts {
    /// `Name <address>`, or either alone.
    pub from: Option<String>,
    /// The sender's address alone.
    pub from_address: Option<String>,
    /// The addresses it was sent to (To, Cc, Delivered-To), each once, as written.
    pub to: Vec<String>,
    /// When it says it was sent.
    pub date: Option<Timestamp>,
    /// What it is about.
    pub subject: Option<String>,
    /// Its Message-ID, without the angle brackets.
    pub message_id: Option<String>,
    /// The digest of the whole message as it was given.
    pub digest: Digest,
    /// Whether it holds another mail, or says that it was forwarded.
    pub forwarded: bool,
}

impl MailFacts {
    fn read(message: &Message<'_>, digest: Digest) -> Self {
        let sender = message.from().and_then(|from| from.first());
        let from_address = sender.and_then(|from| from.address()).map(plain).filter(|text| !text.is_empty());
        let name = sender.and_then(|from| from.name()).map(plain).filter(|text| !text.is_empty());
        let from = match (&name, &from_address) {
            (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        let mut to: Vec<String> = Vec::new();
        let named = [message.to(), message.cc()].into_iter().flatten().flat_map(|all| all.iter());
        let delivered =
            ["Delivered-To", "X-Original-To"].into_iter().filter_map(|name| message.header_raw(name));
        let all =
            named.filter_map(|one| one.address().map(str::to_owned)).chain(delivered.map(str::to_owned));
        for address in all.take(100) {
            let address = plain(&address);
            let new = !to.iter().any(|known| known.eq_ignore_ascii_case(&address));
            if address.contains('@') && !address.contains(char::is_whitespace) && new {
                to.push(address);
            }
        }
        let subject = message.subject().map(plain).filter(|text| !text.is_empty());
        let lower = subject.as_deref().unwrap_or_default().to_lowercase();
        MailFacts {
            from,
            from_address,
            to,
            date: message.date().and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
            forwarded: ["fwd:", "fw:", "wg:", "tr:", "rv:"].iter().any(|mark| lower.starts_with(mark)),
            subject,
            message_id: message.message_id().map(plain).filter(|text| !text.is_empty()),
            digest,
        }
    }
}

/// The addresses a mail was sent to, for the question "is this you?": without its sender's, and without those that
/// many share.
pub fn addresses(mail: &MailFacts) -> Vec<String> {
    let sender = mail.from_address.as_deref().unwrap_or_default();
    let shared = |address: &str| {
        let local = address.split('@').next().unwrap_or_default().to_lowercase();
        matches!(
            local.as_str(),
            "noreply" | "no-reply" | "donotreply" | "undisclosed-recipients" | "postmaster"
        )
    };
    let own = mail.to.iter().filter(|address| !shared(address));
    let others: Vec<String> = own.clone().filter(|a| !a.eq_ignore_ascii_case(sender)).cloned().collect();
    // Who forwards a badge to themselves is sender and recipient.
    if others.is_empty() { own.cloned().collect() } else { others }
}

#[cfg(test)]
mod tests;
