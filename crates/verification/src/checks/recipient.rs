//! Is it for one of the learner's addresses or DIDs. Never turns the verdict.

use openbadges::Claims;
use openbadges::recipient::{Identity, RecipientMatch, matches};

use crate::check::{Check, CheckId, Outcome};
use crate::codes;

/// Compares whom the badge names with who the learner is.
pub(crate) fn check(claims: &Claims, own: &[Identity]) -> Check {
    let new = |outcome, code| Check::new(CheckId::Recipient, outcome, code);
    let mut check = match matches(&claims.recipient, own) {
        RecipientMatch::Match(identity) => {
            new(Outcome::Passed, codes::RECIPIENT_MATCH).with("address", identity.value())
        }
        RecipientMatch::Mismatch => new(Outcome::Failed, codes::RECIPIENT_MISMATCH),
        RecipientMatch::Unknown => new(Outcome::Inconclusive, codes::RECIPIENT_UNKNOWN),
    };
    for recipient in &claims.recipient {
        if recipient.value.starts_with("md5$") {
            check.add_note(codes::RECIPIENT_MD5.note());
        }
        if recipient.hashed && recipient.salt.as_deref().unwrap_or_default().is_empty() {
            check.add_note(codes::RECIPIENT_UNSALTED.note());
        }
    }
    check
}
