//! A credential without its proofs, and what each of its proofs signs of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use openbadges::Note;
use strict_json::{Map, Value, each};

use super::super::bind::{Bound, Clue, bind, check};
use super::super::oeb::without_unsigned;
use super::super::{Finding, failed, issuer_id, issuer_name, undecided};
use super::canonical::{self, Lines};
use super::options::{Times, bare_options, malformed, method_name, proof_options};
use super::signature::{Signature, judge, no_key};
use super::suite::{Form, Hash, Manner, Suite};
use super::{bbs, selective};
use crate::check::{Check, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey};
use crate::linked_data::Writing;
use crate::look::Look;

/// A credential without its proofs, with its canonical statements once they were needed.
pub(super) struct Secured<'a, 'l> {
    look: &'l Look<'a>,
    /// All of it.
    whole: Value,
    /// Without what one platform does not sign, where there is such; see [`super::super::oeb`].
    cleaned: Option<Value>,
    unsigned: Vec<&'static str>,
    issuer: Option<String>,
    issuer_name: String,
    /// What its proofs have to be for.
    purpose: &'static str,
    /// By the manner in which they are made.
    lines: BTreeMap<Manner, Lines>,
}

/// The value of a proof from which statements can be left out.
enum Disclosing {
    Bbs(bbs::Derived),
    Ecdsa(selective::ProofValue),
}

/// What is signed: a hash of the proof's options, then a hash of the document.
pub(super) struct Hashes {
    pub(super) options: Vec<u8>,
    pub(super) document: Vec<u8>,
    notes: Vec<Note>,
}

impl<'a, 'l> Secured<'a, 'l> {
    pub(super) fn new(look: &'l Look<'a>, credential: &Value) -> Secured<'a, 'l> {
        let mut whole = credential.clone();
        if let Value::Object(members) = &mut whole {
            members.remove("proof");
        }
        let (cleaned, unsigned) = without_unsigned(&whole).unzip();
        let issuer = issuer_id(credential).map(str::to_owned);
        Secured {
            look,
            whole,
            cleaned,
            unsigned: unsigned.unwrap_or_default(),
            issuer,
            issuer_name: issuer_name(credential),
            purpose: "assertionMethod",
            lines: BTreeMap::new(),
        }
    }

    /// A presentation, whose proofs are its holder's (VC Data Integrity 1.0 §2.6: `authentication`).
    pub(super) fn of_holder(look: &'l Look<'a>, presentation: &Value, holder: &str) -> Secured<'a, 'l> {
        let issuer = Some(holder.to_owned());
        let plain = Secured::new(look, presentation);
        Secured { issuer, issuer_name: holder.to_owned(), purpose: "authentication", ..plain }
    }

    /// What is signed as statements.
    fn document(&self) -> &Value {
        self.cleaned.as_ref().unwrap_or(&self.whole)
    }

    /// VC Data Integrity 1.0 §4.4, verify proof, for one of the proofs; `before` are those it says it rests on.
    pub(super) fn one(&mut self, proof: &Value, before: &[&Value]) -> Finding {
        let Value::Object(members) = proof else {
            return Finding::proof_only(malformed("proof"));
        };
        let (suite, of_a_draft) = match Suite::of(proof) {
            Ok(suite) => suite,
            Err(check) => return Finding::proof_only(check),
        };
        let (method, signature) = match (method_name(members), Signature::read(suite, members)) {
            (Ok(method), Ok(signature)) => (method, signature),
            (Err(check), _) | (_, Err(check)) => return Finding::proof_only(check),
        };
        let times = match Times::read(members) {
            Ok(times) => times,
            Err(check) => return Finding::proof_only(check),
        };
        let Some(issuer) = self.issuer.clone() else {
            return Finding::proof_only(no_key());
        };
        let Bound { key, check: mut issuer_key, host } = self.bind(&method, &issuer, times.created);
        if members.get("proofPurpose").and_then(Value::as_str) != Some(self.purpose) {
            let purpose = members.get("proofPurpose").and_then(Value::as_str).unwrap_or_default();
            issuer_key = check(Outcome::Failed, codes::ISSUER_KEY_PURPOSE).with("purpose", purpose);
        }
        let mut proof = self.judge(suite, members, before, key.as_ref(), &signature);
        if of_a_draft && proof.outcome == Outcome::Passed {
            proof.add_note(codes::PROOF_DRAFT_SUITE.note().with("suite", "eddsa-2022"));
        }
        self.fold(proof, issuer_key, key, host, times)
    }

    fn judge(
        &mut self,
        suite: Suite,
        proof: &Map,
        before: &[&Value],
        key: Option<&PublicKey>,
        signature: &Signature,
    ) -> Check {
        let (hash, algorithm) = match suite.fixed(key) {
            Ok(fixed) => fixed,
            Err(check) => return check,
        };
        if let Signature::Selective(value) = signature {
            return self.judge_selective(suite, proof, key, value);
        }
        // What cannot be canonicalised is said even where the key was not had.
        let hashes = match self.hashes(suite, proof, before, suite.manner(hash)) {
            Ok(hashes) => hashes,
            Err(check) => return *check,
        };
        let Some(key) = key else { return no_key() };
        let mut judged = self.fits(suite, algorithm, proof, key, signature, &hashes);
        if judged.code == codes::PROOF_ALTERED.as_str()
            && let Some(former) = self.with_former_escapes(suite, proof, before, hash)
        {
            let again = self.fits(suite, algorithm, proof, key, signature, &former);
            if again.outcome == Outcome::Passed {
                judged = again.note(codes::PROOF_FORMER_ESCAPES.note());
            }
        }
        let judged = hashes.notes.into_iter().fold(judged, Check::note);
        if suite.form() == Form::Jcs { judged } else { self.unsigned_said(judged) }
    }

    fn fits(
        &self,
        suite: Suite,
        algorithm: Algorithm,
        proof: &Map,
        key: &PublicKey,
        signature: &Signature,
        hashes: &Hashes,
    ) -> Check {
        let message = [hashes.options.as_slice(), &hashes.document].concat();
        match signature {
            Signature::Detached(jws) => {
                let judged = jws.judge(key, &message);
                if judged.code == codes::PROOF_ALTERED.as_str() {
                    self.under_security_v2(proof, hashes).map_or(judged, |message| jws.judge(key, &message))
                } else {
                    judged
                }
            }
            Signature::Bytes(bytes) => judge(key, algorithm, suite.algorithm_name(), &message, bytes),
            Signature::Selective(_) => no_key(),
        }
    }

    /// What the suites before Data Integrity signed with rdf-canonize before 4, if that is something else: the same
    /// statements, with tabs and control characters written as they are. No text written the newer way holds such a
    /// character, so what is signed in one way can never be taken for what is signed in the other.
    fn with_former_escapes(
        &mut self,
        suite: Suite,
        proof: &Map,
        before: &[&Value],
        hash: Hash,
    ) -> Option<Hashes> {
        let manner = suite.manner(hash);
        let newer = self.lines.get(&manner)?.as_ref().ok()?;
        let escaped = ["\\t", "\\b", "\\f", "\\u00"].iter().any(|escape| newer.0.contains(escape));
        if manner.writing != Writing::Former || !escaped {
            return None;
        }
        self.hashes(suite, proof, before, Manner { writing: Writing::FormerEscapes, ..manner }).ok()
    }

    /// The library that most used in the time of the 2018 suites read the options of every proof under the context
    /// `https://w3id.org/security/v2`, whatever the document's own.
    fn under_security_v2(&self, proof: &Map, hashes: &Hashes) -> Option<Vec<u8>> {
        let mut options = proof_options(proof, None);
        let context = Value::from("https://w3id.org/security/v2");
        options.as_object_mut()?.insert("@context", context);
        let lines =
            canonical::plain(self.look, &options, Suite::JsonWebSignature2020.manner(Hash::Sha256)).ok()?;
        Some([Hash::Sha256.of(lines.as_bytes()), hashes.document.clone()].concat())
    }

    fn judge_selective(&mut self, suite: Suite, proof: &Map, key: Option<&PublicKey>, value: &[u8]) -> Check {
        let manner = suite.manner(Hash::Sha256);
        let read = if suite == Suite::Bbs2023 {
            bbs::Derived::read(value).map(Disclosing::Bbs)
        } else {
            selective::ProofValue::read(value).map(Disclosing::Ecdsa)
        };
        let value = match read {
            Ok(value) => value,
            Err(check) => return *check,
        };
        let (lines, notes) = match self.lines(manner) {
            Ok(lines) => lines,
            Err(check) => return *check,
        };
        let options = proof_options(proof, self.document().get("@context"));
        let options = match canonical::plain(self.look, &options, manner) {
            Ok(options) => Hash::Sha256.of(options.as_bytes()),
            Err(check) => return *check,
        };
        let Some(key) = key else { return no_key() };
        let judged = match value {
            Disclosing::Bbs(derived) => derived.judge(&lines, &options, key),
            Disclosing::Ecdsa(value) => value.judge(&lines, &options, key),
        };
        self.unsigned_said(notes.into_iter().fold(judged, Check::note))
    }

    /// Says which members no signature covers, where the rest is good.
    fn unsigned_said(&self, check: Check) -> Check {
        if self.unsigned.is_empty() || check.outcome != Outcome::Passed {
            return check;
        }
        check.note(codes::PROOF_OEB_UNSIGNED_MEMBERS.note().with("members", self.unsigned.join(", ")))
    }

    fn fold(
        &self,
        mut proof: Check,
        issuer_key: Check,
        key: Option<PublicKey>,
        host: Option<String>,
        times: Times,
    ) -> Finding {
        let now = self.look.terms.now;
        if proof.outcome == Outcome::Passed {
            if let Some(expires) = times.expires
                && now > expires
            {
                proof = failed(codes::PROOF_EXPIRED).with("date", expires.strftime("%Y-%m-%d").to_string());
            } else if let Some(created) = times.created
                && created > now
            {
                let date = created.strftime("%Y-%m-%d").to_string();
                proof.add_note(codes::PROOF_CREATED_LATER.note().with("date", date));
            }
        }
        let mut finding = Finding { proof, issuer_key, key, host, until: times.expires };
        // A signature that does not fit says nothing about whose key it is, unless that is known to be wrong.
        if finding.proof.outcome == Outcome::Failed && finding.issuer_key.outcome == Outcome::Passed {
            let expired = finding.proof.code == codes::PROOF_EXPIRED.as_str();
            if !expired {
                finding.issuer_key = check(Outcome::Inconclusive, codes::ISSUER_KEY_UNDECIDED);
            }
        }
        finding
    }

    fn bind(&self, method: &str, issuer: &str, signed: Option<Timestamp>) -> Bound {
        // Some issuers put the key itself into the fragment of their address. It lets us see whether the signature
        // fits; whose it is only the issuer's document can say.
        let brought = method
            .split_once('#')
            .filter(|(base, _)| base.starts_with("http"))
            .and_then(|(_, fragment)| crate::key::multikey(fragment));
        let clue = Clue { name: Some(method), brought, purposeless: false, signed };
        bind(self.look, &clue, issuer, &self.issuer_name)
    }

    fn lines(&mut self, manner: Manner) -> Lines {
        let look = self.look;
        let document = self.cleaned.as_ref().unwrap_or(&self.whole);
        self.lines.entry(manner).or_insert_with(|| canonical::shown(look, document, manner)).clone()
    }

    pub(super) fn hashes(
        &mut self,
        suite: Suite,
        proof: &Map,
        before: &[&Value],
        manner: Manner,
    ) -> Result<Hashes, Box<Check>> {
        let hash = manner.hash;
        if suite.form() == Form::Jcs {
            let (options, document) = jcs(proof, &self.whole, before)?;
            return Ok(Hashes {
                options: hash.of(&options),
                document: hash.of(&document),
                notes: Vec::new(),
            });
        }
        let (mut lines, notes) = self.lines(manner)?;
        if !before.is_empty() {
            lines = canonical::plain(self.look, &with_proofs(self.document(), before), manner)?;
        }
        let options = proof_options(proof, self.document().get("@context"));
        let options = canonical::plain(self.look, &options, manner)?;
        Ok(Hashes { options: hash.of(options.as_bytes()), document: hash.of(lines.as_bytes()), notes })
    }
}

/// §4.5, verify proof sets and chains: what a later proof signs holds the proofs before it.
pub(crate) fn with_proofs(document: &Value, before: &[&Value]) -> Value {
    let mut document = document.clone();
    if let (Value::Object(members), false) = (&mut document, before.is_empty()) {
        let proofs = before.iter().map(|proof| (*proof).clone()).collect();
        members.insert("proof", Value::Array(proofs));
    }
    document
}

/// VC-DI-EdDSA 1.0 §3.3.2 and VC-DI-ECDSA 1.0 §3.3.2: canonical JSON of options and document. A proof with a context of
/// its own signs the document under that one, with which the document's has to begin.
pub(crate) fn jcs(
    proof: &Map,
    document: &Value,
    before: &[&Value],
) -> Result<(Vec<u8>, Vec<u8>), Box<Check>> {
    let mut document = with_proofs(document, before);
    if let (Some(context), Value::Object(members)) = (proof.get("@context"), &mut document) {
        let listed = |value: Option<&Value>| each(value).cloned().collect::<Vec<_>>();
        if !listed(members.get("@context")).starts_with(&listed(Some(context))) {
            return Err(Box::new(failed(codes::PROOF_ALTERED)));
        }
        members.insert("@context", context.clone());
    }
    let options = openbadges::json::canonical(&bare_options(proof));
    Ok((options, openbadges::json::canonical(&document)))
}

/// Is anything undecided about what a proof rests on?
pub(super) fn resting_on(before: &[&Finding]) -> Option<Check> {
    if before.iter().any(|finding| finding.proof.outcome == Outcome::Failed) {
        return Some(failed(codes::PROOF_PREVIOUS_BAD));
    }
    before
        .iter()
        .any(|finding| finding.proof.outcome != Outcome::Passed)
        .then(|| undecided(codes::PROOF_PREVIOUS_UNDECIDED))
}
