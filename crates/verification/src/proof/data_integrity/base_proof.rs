//! The base proof of `ecdsa-sd-2023` (VC-DI-ECDSA 1.0 §3.5.2, §3.6.5): what an issuer gives to the holder alone, to derive
//! others from. The standard has no steps for checking it, but everything is there: the issuer's signature over the
//! mandatory statements, and one signature for each of the others.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use std::collections::BTreeMap;

use super::super::undecided;
use super::options::malformed;
use super::selective::{KEY_START, relabelled, sign_data};
use super::signature::judge;
use crate::check::{Check, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey};

/// Statements that are looked at: each may cost a signature check.
const MAX_STATEMENTS: usize = 4_000;

/// A base proof, taken apart (§3.5.3, parseBaseProofValue).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BaseProof {
    /// The issuer's signature, over the mandatory statements and the key of this proof.
    base: Vec<u8>,
    /// The key of this proof, with its multicodec.
    key: Vec<u8>,
    /// The secret from which the names of unnamed nodes are made.
    secret: Vec<u8>,
    /// One signature for each statement that is not mandatory, in order.
    signatures: Vec<Vec<u8>>,
}

impl BaseProof {
    /// Reads what follows on the header.
    pub(super) fn read(cbor: &[u8]) -> Option<BaseProof> {
        let mut rest = cbor;
        let value: Cbor = ciborium::de::from_reader_with_recursion_limit(&mut rest, 8).ok()?;
        let parts: [Cbor; 5] = value.into_array().ok().filter(|_| rest.is_empty())?.try_into().ok()?;
        let [base, key, secret, signatures, pointers] = parts;
        let bytes =
            |value: Cbor, length: usize| value.into_bytes().ok().filter(|bytes| bytes.len() == length);
        pointers.into_array().ok().filter(|pointers| pointers.iter().all(Cbor::is_text))?;
        Some(BaseProof {
            base: bytes(base, 64)?,
            key: bytes(key, 35).filter(|key| key.starts_with(&KEY_START))?,
            secret: bytes(secret, 32)?,
            signatures: signatures
                .into_array()
                .ok()?
                .into_iter()
                .map(|signature| bytes(signature, 64))
                .collect::<Option<_>>()?,
        })
    }

    /// Every statement is covered: by its own signature under the key of the proof, else, as mandatory, by the issuer's.
    /// A signature fits one statement only, so that the signatures themselves say which statements are mandatory.
    pub(super) fn judge(&self, lines: &str, options: &[u8], issuer: &PublicKey) -> Check {
        let altered = || judge(issuer, Algorithm::Es256, "ECDSA", b"", &[]);
        let count = lines.lines().count();
        if count > MAX_STATEMENTS {
            return undecided(codes::PROOF_TOO_LARGE);
        }
        let Some(signed) = self.relabelled(lines) else { return altered() };
        let Some(point) = self.key.strip_prefix(&KEY_START) else { return malformed("proof.proofValue") };
        let own = PublicKey::P256(point.to_vec());
        let mut signatures = self.signatures.iter().peekable();
        let mut mandatory = Vec::new();
        for line in &signed {
            let fits = signatures
                .peek()
                .is_some_and(|signature| own.verify(Algorithm::Es256, line.as_bytes(), signature).is_ok());
            if fits {
                signatures.next();
            } else {
                mandatory.push(line.as_str());
            }
        }
        // A signature that fits no statement in its turn: something was changed, or left out.
        if signatures.next().is_some() {
            return altered();
        }
        let message = sign_data(options, &self.key, mandatory.into_iter());
        let by_issuer = judge(issuer, Algorithm::Es256, "ECDSA", &message, &self.base);
        if by_issuer.outcome != Outcome::Passed {
            return by_issuer;
        }
        // Whoever has this copy can leave statements out together with their signatures.
        by_issuer.note(codes::PROOF_BASE.note()).note(codes::PROOF_SELECTIVE.note())
    }

    /// The statements under the names that were signed, in their order.
    pub(super) fn relabelled(&self, lines: &str) -> Option<Vec<String>> {
        relabelled(lines, &self.labels(lines.lines().count())?)
    }

    /// §3.4.4, createHmacIdLabelMapFunction. There are never more unnamed nodes than twice as many as statements.
    fn labels(&self, statements: usize) -> Option<BTreeMap<u64, String>> {
        let secret = hmac::Key::new(hmac::HMAC_SHA256, &self.secret);
        let most = u64::try_from(statements).ok()?.checked_mul(2)?;
        let label = |number: u64| {
            let tag = hmac::sign(&secret, format!("c14n{number}").as_bytes());
            (number, format!("u{}", URL_SAFE_NO_PAD.encode(tag)))
        };
        Some((0..most).map(label).collect())
    }
}
