//! Checks that a later version brings: they say whether there is something to check, and never that it was.

use openbadges::Claims;
use serde_json::Value;

use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::key::many;

fn check(id: CheckId, something: bool, not_built: Code, none: Code) -> Check {
    match something {
        true => Check::new(id, Outcome::Inconclusive, not_built),
        false => Check::new(id, Outcome::NotApplicable, none),
    }
}

fn there(value: &Value, member: &str) -> bool {
    many(value.get(member)).next().is_some()
}

/// `image`.
pub(crate) fn image(claims: &Claims) -> Check {
    check(CheckId::Image, claims.image.is_some(), codes::IMAGE_NOT_BUILT_YET, codes::IMAGE_NONE)
}

/// `evidence`: only what carries a digest can be compared.
pub(crate) fn evidence(credential: &Value) -> Check {
    let digest = |value: &Value| there(value, "digestSRI") || there(value, "digestMultibase");
    let something = there(credential, "relatedResource") || many(credential.get("evidence")).any(digest);
    let none = if there(credential, "evidence") { codes::EVIDENCE_NO_DIGEST } else { codes::EVIDENCE_NONE };
    check(CheckId::Evidence, something, codes::EVIDENCE_NOT_BUILT_YET, none)
}

/// `mail`: a credential does not know in which message it came.
pub(crate) fn mail() -> Check {
    Check::new(CheckId::Mail, Outcome::NotApplicable, codes::MAIL_NONE)
}
