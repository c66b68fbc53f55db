//! Tokens with parts to choose from: SD-JWT (RFC 9901), as VC-JOSE-COSE §3.2 and SD-JWT VC use it. The issuer's part is a
//! token like any other; what was disclosed has been put in its places when the badge was read, or refused.

use openbadges::{SdJwt, SdJwtError};
use strict_json::Value;

use super::{Finding, failed, jwt, key_binding, undecided};
use crate::check::Outcome;
use crate::codes;
use crate::look::Look;

/// A token as it was shown.
pub(crate) struct Shown<'a> {
    pub(crate) token: &'a SdJwt,
    /// The issuer's payload with what was disclosed.
    pub(crate) document: &'a Value,
    /// Digests for which nothing was disclosed.
    pub(crate) withheld: usize,
    /// Why the disclosures do not count.
    pub(crate) refused: Option<&'a SdJwtError>,
}

/// Checks a token; `credential` is the credential in it.
pub(crate) fn verify(look: &Look<'_>, shown: &Shown<'_>, credential: &Value) -> Finding {
    let mut finding = jwt::verify_by(look, shown.token.jws(), shown.document, credential, true);
    if finding.proof.outcome == Outcome::Failed {
        return finding;
    }
    // RFC 9901 §7.1: one disclosure that does not count, and none of it does.
    match shown.refused {
        None => {}
        Some(SdJwtError::Algorithm(name)) => {
            return Finding::proof_only(
                undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", name.as_str()),
            );
        }
        Some(SdJwtError::Unreferenced) => {
            return Finding::proof_only(failed(codes::PROOF_DISCLOSURE_FOREIGN));
        }
        Some(_) => return Finding::proof_only(failed(codes::PROOF_DISCLOSURE_REFUSED)),
    }
    if shown.withheld > 0 {
        finding.proof.add_note(codes::PROOF_SELECTIVE.note());
    }
    if let Some(note) = key_binding::note(shown.token, shown.document) {
        finding.proof.add_note(note);
    }
    finding
}
