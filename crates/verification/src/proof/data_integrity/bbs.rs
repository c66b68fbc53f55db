//! `bbs-2023` (VC-DI-BBS, Candidate Recommendation): the holder shows some of the statements and proves that the issuer
//! signed them among others, without showing the signature itself, so that two hand-outs cannot be told to be of one badge.

use std::collections::{BTreeMap, BTreeSet};

use ciborium::Value as Cbor;
use sha2::{Digest as _, Sha256};
use zkryptium::bbsplus::keys::BBSplusPublicKey;
use zkryptium::schemes::algorithms::BbsBls12381Sha256;
use zkryptium::schemes::generics::PoKSignature;

use super::super::{failed, undecided};
use super::options::malformed;
use super::selective::{relabelled, split};
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::key::PublicKey;

/// First two bytes of each header; the third says what the proof is.
const HEADER: [u8; 2] = [0xd9, 0x5d];
/// Three points, three numbers and the challenge: a proof in which nothing is hidden.
const SHORTEST: usize = 3 * POINT + 4 * NUMBER;
const POINT: usize = 48;
const NUMBER: usize = 32;
/// Statements signed that are looked at, hidden ones included: each costs a point of the curve.
const MAX_STATEMENTS: usize = 4_000;

/// A derived proof of the plain form, taken apart (§3.3.7, parseDerivedProofValue).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Derived {
    /// The proof of knowing a signature.
    proof: Vec<u8>,
    /// From the number of a canonical label to the name that was signed.
    labels: BTreeMap<u64, String>,
    /// Places of the mandatory statements.
    mandatory: BTreeSet<usize>,
    /// Places of the others among all that are not mandatory.
    disclosed: Vec<usize>,
    /// What the holder bound the proof to.
    presentation: Vec<u8>,
}

impl Derived {
    /// Reads the value of a proof; what it must be is fixed to the byte.
    pub(super) fn read(value: &[u8]) -> Result<Derived, Box<Check>> {
        let wrong = || Box::new(malformed("proof.proofValue"));
        let (kind, cbor) = value.strip_prefix(&HEADER).and_then(<[u8]>::split_first).ok_or_else(wrong)?;
        // The other forms (holder binding, pseudonyms) rest on drafts of the IETF that change.
        let other = |name: &str| {
            Err(Box::new(
                undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", format!("bbs-2023, {name}")),
            ))
        };
        match kind {
            0x02 | 0x04 | 0x06 | 0x08 => Err(Box::new(undecided(codes::PROOF_NEEDS_DERIVATION))),
            0x03 => Derived::components(cbor).ok_or_else(wrong),
            0x05 => other("anonymous_holder_binding"),
            0x07 => other("pseudonym"),
            0x09 => other("holder_binding_pseudonym"),
            _ => Err(wrong()),
        }
    }

    fn components(cbor: &[u8]) -> Option<Derived> {
        let mut rest = cbor;
        let value: Cbor = ciborium::de::from_reader_with_recursion_limit(&mut rest, 8).ok()?;
        let parts: [Cbor; 5] = value.into_array().ok().filter(|_| rest.is_empty())?.try_into().ok()?;
        let [proof, labels, mandatory, disclosed, presentation] = parts;
        let mut named = BTreeMap::new();
        for (number, name) in labels.into_map().ok()? {
            let number = u64::try_from(number.into_integer().ok()?).ok()?;
            let name = u64::try_from(name.into_integer().ok()?).ok()?;
            if named.insert(number, format!("b{name}")).is_some() {
                return None;
            }
        }
        // Two nodes under one name: what was said of one could be shown as said of two.
        if named.values().collect::<BTreeSet<_>>().len() != named.len() {
            return None;
        }
        let mandatory = places(mandatory)?;
        let disclosed = places(disclosed)?;
        // The library sorts the places and takes those met twice as one, but not what stands at them.
        disclosed.is_sorted_by(|one, next| one < next).then_some(())?;
        let fixed: BTreeSet<usize> = mandatory.iter().copied().collect();
        (fixed.len() == mandatory.len()).then_some(())?;
        Some(Derived {
            proof: proof.into_bytes().ok().filter(|proof| proof_good(proof))?,
            labels: named,
            mandatory: fixed,
            disclosed,
            presentation: presentation.into_bytes().ok()?,
        })
    }

    /// §3.4.7, verify derived proof: over the canonical statements of what is shown, the hash of the proof's options, and
    /// the issuer's key.
    pub(super) fn judge(&self, lines: &str, options: &[u8], issuer: &PublicKey) -> Check {
        let PublicKey::Bls12381G2(key) = issuer else {
            return failed(codes::PROOF_KEY_KIND).with("alg", "BBS");
        };
        let altered = || failed(codes::PROOF_ALTERED);
        let Some(signed) = relabelled(lines, &self.labels) else { return altered() };
        let Some((mandatory, others)) = split(&signed, &self.mandatory) else { return altered() };
        let hidden = (self.proof.len() - SHORTEST) / NUMBER;
        if hidden + others.len() > MAX_STATEMENTS {
            return undecided(codes::PROOF_TOO_LARGE);
        }
        let beyond = self.disclosed.last().is_some_and(|last| *last >= hidden + others.len());
        if others.len() != self.disclosed.len() || beyond || hidden + others.len() == 0 {
            return altered();
        }
        let header = [options, &Sha256::digest(mandatory.concat())].concat();
        let messages: Vec<Vec<u8>> = others.iter().map(|line| line.as_bytes().to_vec()).collect();
        let good = BBSplusPublicKey::from_bytes(key).and_then(|key| {
            PoKSignature::<BbsBls12381Sha256>::from_bytes(&self.proof)?.proof_verify(
                &key,
                Some(&messages),
                Some(&self.disclosed),
                Some(&header),
                Some(&self.presentation),
            )
        });
        match good {
            Ok(()) => Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_OK)
                .note(codes::PROOF_SELECTIVE.note()),
            Err(_) => altered(),
        }
    }
}

/// Length, and what the library leaves out: "if A_i == Identity_G1, return INVALID" (BBS Signatures, octets_to_proof). With
/// the neutral element as first two points the pairing holds under every key, and whoever likes can make a proof.
fn proof_good(proof: &[u8]) -> bool {
    let length = proof.len() >= SHORTEST && (proof.len() - SHORTEST).is_multiple_of(NUMBER);
    length && proof.chunks(POINT).take(3).all(|point| !is_neutral(point))
}

/// The compressed form of the point at infinity sets the second bit of its first byte.
fn is_neutral(point: &[u8]) -> bool {
    point.first().is_none_or(|first| first & 0x40 != 0)
}

fn places(list: Cbor) -> Option<Vec<usize>> {
    list.into_array()
        .ok()?
        .into_iter()
        .map(|place| usize::try_from(place.into_integer().ok()?).ok())
        .collect()
}

#[cfg(test)]
#[path = "bbs_tests.rs"]
mod tests;
