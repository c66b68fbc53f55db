//! What a credential cannot answer by itself.

use crate::check::{Check, CheckId, Outcome};
use crate::codes;

/// `mail`: a credential does not know in which message it came.
pub(crate) fn mail() -> Check {
    Check::new(CheckId::Mail, Outcome::NotApplicable, codes::MAIL_NONE)
}
