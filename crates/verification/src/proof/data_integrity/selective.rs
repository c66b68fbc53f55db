//! `ecdsa-sd-2023` (VC-DI-ECDSA 1.0 §3.5, §3.6): the issuer signs each statement by itself under a key made for this one
//! proof, so that the holder can leave statements out. Names of unnamed nodes are hidden behind an HMAC.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use sha2::{Digest as _, Sha256};

use super::base_proof::BaseProof;
use super::options::malformed;
use super::signature::judge;
use crate::check::{Check, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey};

/// Header of a proof that only the holder has, to derive others from.
const BASE: [u8; 3] = [0xd9, 0x5d, 0x00];
/// Header of a derived proof.
const DERIVED: [u8; 3] = [0xd9, 0x5d, 0x01];
/// Multicodec of a P-256 key, then the compressed point.
pub(super) const KEY_START: [u8; 2] = [0x80, 0x24];

/// The value of a proof, in one of its two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ProofValue {
    /// The issuer's, for the holder alone.
    Base(BaseProof),
    /// The holder's, for others.
    Derived(Derived),
}

impl ProofValue {
    /// Reads the value of a proof; what it must be is fixed to the byte.
    pub(super) fn read(value: &[u8]) -> Result<ProofValue, Box<Check>> {
        let read = match (value.strip_prefix(&BASE), value.strip_prefix(&DERIVED)) {
            (Some(cbor), _) => BaseProof::read(cbor).map(ProofValue::Base),
            (_, Some(cbor)) => Derived::components(cbor).map(ProofValue::Derived),
            _ => None,
        };
        read.ok_or_else(|| Box::new(malformed("proof.proofValue")))
    }

    /// Over the canonical statements of what is shown, the hash of the proof's options, and the issuer's key.
    pub(super) fn judge(&self, lines: &str, options: &[u8], issuer: &PublicKey) -> Check {
        match self {
            ProofValue::Base(base) => base.judge(lines, options, issuer),
            ProofValue::Derived(derived) => derived.judge(lines, options, issuer),
        }
    }
}

/// A derived proof, taken apart (§3.5.8, parseDerivedProofValue).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Derived {
    /// The issuer's signature, over the mandatory statements and the key of this proof.
    base: Vec<u8>,
    /// The key of this proof, with its multicodec.
    key: Vec<u8>,
    /// One signature for each statement that is not mandatory, in order.
    signatures: Vec<Vec<u8>>,
    /// From the number of a canonical label to the name that was signed.
    labels: BTreeMap<u64, String>,
    /// Places of the mandatory statements.
    mandatory: BTreeSet<usize>,
}

impl Derived {
    fn components(cbor: &[u8]) -> Option<Derived> {
        let mut rest = cbor;
        let value: Cbor = ciborium::de::from_reader_with_recursion_limit(&mut rest, 8).ok()?;
        let parts: [Cbor; 5] = value.into_array().ok().filter(|_| rest.is_empty())?.try_into().ok()?;
        let [base, key, signatures, labels, mandatory] = parts;
        let base = base.into_bytes().ok().filter(|bytes| bytes.len() == 64)?;
        let key = key.into_bytes().ok().filter(|bytes| bytes.len() == 35 && bytes.starts_with(&KEY_START))?;
        let signatures = signatures
            .into_array()
            .ok()?
            .into_iter()
            .map(|signature| signature.into_bytes().ok().filter(|bytes| bytes.len() == 64))
            .collect::<Option<_>>()?;
        let mut named = BTreeMap::new();
        for (number, name) in labels.into_map().ok()? {
            let number = u64::try_from(number.into_integer().ok()?).ok()?;
            let name = name.into_bytes().ok().filter(|bytes| bytes.len() == 32)?;
            if named.insert(number, format!("u{}", URL_SAFE_NO_PAD.encode(name))).is_some() {
                return None;
            }
        }
        // Two nodes under one name: what was said of one could be shown as said of two.
        if named.values().collect::<BTreeSet<_>>().len() != named.len() {
            return None;
        }
        let places: Vec<usize> = mandatory
            .into_array()
            .ok()?
            .into_iter()
            .map(|place| usize::try_from(place.into_integer().ok()?).ok())
            .collect::<Option<_>>()?;
        let mandatory: BTreeSet<usize> = places.iter().copied().collect();
        (mandatory.len() == places.len()).then_some(Derived {
            base,
            key,
            signatures,
            labels: named,
            mandatory,
        })
    }

    /// §3.6.7, verify derived proof: over the canonical statements of what is shown, the hash of the proof's options, and
    /// the issuer's key.
    pub(super) fn judge(&self, lines: &str, options: &[u8], issuer: &PublicKey) -> Check {
        let altered = || judge(issuer, Algorithm::Es256, "ECDSA", b"", &[]);
        let Some(signed) = relabelled(lines, &self.labels) else { return altered() };
        let Some((mandatory, others)) = split(&signed, &self.mandatory) else { return altered() };
        if others.len() != self.signatures.len() {
            return altered();
        }
        // The text of the standard names the wrong key here (§3.6.7, step 6): what binds the key of this proof to the
        // issuer is the issuer's own signature over it.
        let message = sign_data(options, &self.key, mandatory.into_iter());
        let by_issuer = judge(issuer, Algorithm::Es256, "ECDSA", &message, &self.base);
        if by_issuer.outcome != Outcome::Passed {
            return by_issuer;
        }
        let Some(point) = self.key.strip_prefix(&KEY_START) else { return altered() };
        let own = PublicKey::P256(point.to_vec());
        for (line, signature) in others.iter().zip(&self.signatures) {
            let judged = judge(&own, Algorithm::Es256, "ECDSA", line.as_bytes(), signature);
            if judged.outcome != Outcome::Passed {
                return judged;
            }
        }
        by_issuer.note(codes::PROOF_SELECTIVE.note())
    }
}

/// The mandatory statements and the others, in order; `None` if a place is none.
pub(super) fn split<'l>(
    signed: &'l [String],
    mandatory: &BTreeSet<usize>,
) -> Option<(Vec<&'l str>, Vec<&'l str>)> {
    if mandatory.iter().next_back().is_some_and(|place| *place >= signed.len()) {
        return None;
    }
    let (fixed, others): (Vec<_>, Vec<_>) =
        signed.iter().map(String::as_str).enumerate().partition(|(place, _)| mandatory.contains(place));
    let lines = |list: Vec<(usize, &'l str)>| list.into_iter().map(|(_, line)| line).collect();
    Some((lines(fixed), lines(others)))
}

/// §3.5.1, serializeSignData: hash of the options, key of the proof, hash of the mandatory statements.
pub(super) fn sign_data<'a>(options: &[u8], key: &[u8], mandatory: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut hash = Sha256::new();
    mandatory.for_each(|line| hash.update(line.as_bytes()));
    [options, key, &hash.finalize()].concat()
}

/// §3.4.1, labelReplacementCanonicalizeNQuads: the canonical statements under other labels, sorted anew. `None` if a
/// label has no name, or a line is none.
pub(super) fn relabelled(lines: &str, labels: &BTreeMap<u64, String>) -> Option<Vec<String>> {
    let mut signed = lines
        .split_inclusive('\n')
        .map(|line| relabelled_line(line, labels))
        .collect::<Option<Vec<String>>>()?;
    // As the JavaScript peers that sign sort them: by UTF-16 code units.
    signed.sort_by(|one, other| one.encode_utf16().cmp(other.encode_utf16()));
    Some(signed)
}

fn relabelled_line(line: &str, labels: &BTreeMap<u64, String>) -> Option<String> {
    let mut out = String::with_capacity(line.len() + 64);
    let mut rest = line;
    while !rest.is_empty() {
        let end = term_end(rest)?;
        let (term, after) = rest.split_at_checked(end)?;
        match term.strip_prefix("_:c14n") {
            Some(number) => {
                out.push_str("_:");
                out.push_str(labels.get(&number.parse().ok()?)?);
            }
            None => out.push_str(term),
        }
        let blank = after.chars().next().filter(|c| matches!(c, ' ' | '\n'));
        out.extend(blank);
        rest = after.get(usize::from(blank.is_some())..)?;
    }
    Some(out)
}

/// Where the first term of a canonical statement ends. Only a literal holds blanks, and it ends with its quote, not
/// counting escaped ones, and what hangs on it.
fn term_end(text: &str) -> Option<usize> {
    let mut from = 0;
    if text.starts_with('"') {
        let mut escaped = false;
        let quote = text.bytes().enumerate().skip(1).find(|(_, byte)| {
            let closes = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            closes
        })?;
        from = quote.0;
    }
    text.get(from..)?.find([' ', '\n']).map(|end| from + end)
}

#[cfg(test)]
#[path = "selective_tests.rs"]
mod tests;
