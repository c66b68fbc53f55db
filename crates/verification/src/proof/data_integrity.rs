//! Data Integrity proofs (VC Data Integrity 1.0): `eddsa-rdfc-2022` and `Ed25519Signature2020`.

use jiff::Timestamp;
use openbadges::IssuerTime;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::bind::{Bound, Clue, bind, check};
use super::oeb::without_unsigned;
use super::{Finding, failed, issuer_id, issuer_name, undecided};
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey, Refused};
use crate::linked_data::{
    Contexts, ExpandError, TooSymmetric, canonicalize, disguised, expand, has_inline, odd_definition,
};
use crate::look::Look;

/// Proofs of one credential that are looked at.
const MAX_PROOFS: usize = 16;

/// Checks the proofs of a credential. One that is good and the issuer's is enough; each other becomes a note.
pub(crate) fn verify(look: &Look<'_>, credential: &Value) -> Finding {
    let proofs: Vec<&Value> = match credential.get("proof") {
        Some(Value::Array(proofs)) => proofs.iter().take(MAX_PROOFS).collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(proof) => vec![proof],
    };
    if proofs.is_empty() {
        let mut finding = Finding::proof_only(failed(codes::PROOF_NONE));
        finding.issuer_key = check(Outcome::NotApplicable, codes::ISSUER_KEY_NONE);
        return finding;
    }
    let mut secured = Secured::new(look, credential);
    let mut findings: Vec<(String, Finding)> =
        proofs.iter().map(|proof| (suite_name(proof), secured.one(proof, &proofs))).collect();
    // The proof that decides: a good one; else one that more documents could make good; else the first bad one.
    let rank = |finding: &Finding| match finding {
        good if good.good() => 0,
        bad if bad.bad() => 3,
        unbound if unbound.proof.outcome == Outcome::Passed => 1,
        _ => 2,
    };
    let leading = findings
        .iter()
        .enumerate()
        .min_by_key(|(_, (_, finding))| rank(finding))
        .map_or(0, |(index, _)| index);
    let (_, mut chosen) = findings.remove(leading);
    for (suite, other) in findings {
        let code = if other.good() {
            codes::PROOF_OTHER_OK
        } else if other.bad() {
            codes::PROOF_OTHER_FAILED
        } else {
            codes::PROOF_OTHER_UNDECIDED
        };
        let reason = [&other.proof, &other.issuer_key]
            .into_iter()
            .find(|check| check.outcome != Outcome::Passed)
            .map_or_else(String::new, |check| check.code.to_string());
        chosen.proof.add_note(code.note().with("suite", suite).with("reason", reason));
    }
    chosen
}

/// The name of a proof's suite.
pub(crate) fn suite_name(proof: &Value) -> String {
    let text = |name: &str| proof.get(name).and_then(Value::as_str);
    match (text("type"), text("cryptosuite")) {
        (Some("DataIntegrityProof"), Some(suite)) => suite.to_owned(),
        (Some(kind), _) => kind.to_owned(),
        _ => String::new(),
    }
}

/// A credential without its proofs, with its hash once it was needed.
struct Secured<'a, 'l> {
    look: &'l Look<'a>,
    document: Value,
    unsigned: Vec<&'static str>,
    issuer: Option<String>,
    issuer_name: String,
    hash: Option<Hashed>,
}

impl<'a, 'l> Secured<'a, 'l> {
    fn new(look: &'l Look<'a>, credential: &Value) -> Secured<'a, 'l> {
        let mut document = credential.clone();
        if let Value::Object(members) = &mut document {
            members.shift_remove("proof");
        }
        let mut unsigned = Vec::new();
        if let Some((cleaned, left_out)) = without_unsigned(&document) {
            document = cleaned;
            unsigned = left_out;
        }
        let issuer = issuer_id(credential).map(str::to_owned);
        Secured { look, document, unsigned, issuer, issuer_name: issuer_name(credential), hash: None }
    }

    /// DI §4.4, verify proof, for one of the proofs.
    fn one(&mut self, proof: &Value, all: &[&Value]) -> Finding {
        let Value::Object(members) = proof else {
            return Finding::proof_only(malformed("proof"));
        };
        match suite_name(proof).as_str() {
            // The two differ in how keys are written, not in what is signed.
            "eddsa-rdfc-2022" | "Ed25519Signature2020" => {}
            "" => return Finding::proof_only(malformed("proof.type")),
            other => {
                let check = undecided(codes::PROOF_SUITE_NOT_BUILT_YET).with("suite", other);
                return Finding::proof_only(check);
            }
        }
        let (method, signature) = match (method_name(members), signature(members)) {
            (Ok(method), Ok(signature)) => (method, signature),
            (Err(check), _) | (_, Err(check)) => return Finding::proof_only(check),
        };
        let times = match Times::read(members) {
            Ok(times) => times,
            Err(check) => return Finding::proof_only(check),
        };
        if let Some(check) = previous(members, all) {
            return Finding::proof_only(check);
        }
        let Some(issuer) = self.issuer.clone() else {
            return Finding::proof_only(undecided(codes::PROOF_KEY_NOT_HAD));
        };
        let Bound { key, check: mut issuer_key, host } = self.bind(&method, &issuer);
        if members.get("proofPurpose").and_then(Value::as_str) != Some("assertionMethod") {
            let purpose = members.get("proofPurpose").and_then(Value::as_str).unwrap_or_default();
            issuer_key = check(Outcome::Failed, codes::ISSUER_KEY_PURPOSE).with("purpose", purpose);
        }
        let proof_check = match self.message(members) {
            Err(check) => *check,
            Ok((message, notes)) => match &key {
                // What cannot be canonicalised is said above even where the key was not had.
                None => undecided(codes::PROOF_KEY_NOT_HAD),
                Some(key) => {
                    self.unsigned_said(notes.into_iter().fold(judge(key, &message, &signature), Check::note))
                }
            },
        };
        self.fold(proof_check, issuer_key, key, host, times)
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

    fn bind(&self, method: &str, issuer: &str) -> Bound {
        // Some issuers put the key itself into the fragment of their address. It lets us see whether the signature
        // fits; whose it is only the issuer's document can say.
        let brought = method
            .split_once('#')
            .filter(|(base, _)| base.starts_with("http"))
            .and_then(|(_, fragment)| crate::key::multikey(fragment));
        let clue = Clue { name: Some(method), brought, purposeless: false };
        bind(self.look, &clue, issuer, &self.issuer_name)
    }

    /// The bytes that are signed: hash of the proof's options, then hash of the document (eddsa-rdfc-2022 §3.2.4).
    fn message(
        &mut self,
        proof: &Map<String, Value>,
    ) -> Result<([u8; 64], Vec<openbadges::Note>), Box<Check>> {
        let document = match &self.hash {
            Some(known) => known.clone(),
            None => {
                let found = hash_document(self.look, &self.document);
                self.hash = Some(found.clone());
                found
            }
        };
        let (document_hash, notes) = document?;
        let options = proof_options(proof, self.document.get("@context"));
        let options_hash = hash_options(self.look, &options)?;
        let mut message = [0; 64];
        let (first, second) = message.split_at_mut(32);
        first.copy_from_slice(&options_hash);
        second.copy_from_slice(&document_hash);
        Ok((message, notes))
    }
}

fn judge(key: &PublicKey, message: &[u8], signature: &[u8]) -> Check {
    match key.verify(Algorithm::EdDsa, message, signature) {
        Ok(()) => Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_OK),
        Err(Refused::Altered) => failed(codes::PROOF_ALTERED),
        Err(Refused::Kind) => failed(codes::PROOF_KEY_KIND).with("alg", "Ed25519"),
        Err(Refused::Weak) => failed(codes::PROOF_KEY_WEAK),
    }
}

/// The options of a proof: all of it but the signature, under the document's context.
pub(crate) fn proof_options(proof: &Map<String, Value>, context: Option<&Value>) -> Value {
    let mut options = Map::new();
    // A proof with a context of its own is signed under that one.
    if let Some(context) = proof.get("@context").or(context) {
        options.insert("@context".to_owned(), context.clone());
    }
    options.extend(
        proof
            .iter()
            .filter(|(name, _)| *name != "proofValue" && *name != "@context")
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    Value::Object(options)
}

type Hashed = Result<([u8; 32], Vec<openbadges::Note>), Box<Check>>;

/// SHA-256 of the canonical statements of a document, with what is odd about its contexts.
pub(crate) fn hash_document(look: &Look<'_>, document: &Value) -> Hashed {
    let contexts = Contexts::new(look.known);
    let expanded = expand(document, &contexts).map_err(|error| {
        look.used_contexts(&contexts);
        Box::new(expansion_check(error))
    })?;
    look.used_contexts(&contexts);
    if let Some(term) = odd_definition(document, &contexts) {
        return Err(Box::new(failed(codes::PROOF_DISGUISED).with("term", term)));
    }
    if let Some(found) = disguised(document, &expanded, &contexts) {
        let check = if found.hidden { failed } else { undecided };
        return Err(Box::new(check(codes::PROOF_DISGUISED).with("term", found.term)));
    }
    let mut notes = Vec::new();
    if has_inline(document) {
        notes.push(codes::PROOF_INLINE_CONTEXT.note());
    }
    for url in contexts.used().iter().filter(|url| contexts.known_document(url).is_some()) {
        if crate::bundled::get(url).is_none() {
            notes.push(codes::PROOF_CONTEXT_FETCHED.note().with("address", url.clone()));
        }
    }
    let lines = canonicalize(&expanded).map_err(too_symmetric)?;
    Ok((Sha256::digest(lines.as_bytes()).into(), notes))
}

pub(crate) fn hash_options(look: &Look<'_>, options: &Value) -> Result<[u8; 32], Box<Check>> {
    let contexts = Contexts::new(look.known);
    let expanded = expand(options, &contexts).map_err(|error| {
        look.used_contexts(&contexts);
        Box::new(expansion_check(error))
    })?;
    look.used_contexts(&contexts);
    let lines = canonicalize(&expanded).map_err(too_symmetric)?;
    Ok(Sha256::digest(lines.as_bytes()).into())
}

fn expansion_check(error: ExpandError) -> Check {
    match error {
        ExpandError::TooDeep => undecided(codes::PROOF_TOO_DEEP),
        ExpandError::TooLarge => undecided(codes::PROOF_TOO_LARGE),
        ExpandError::UnknownContexts(urls) => undecided(codes::PROOF_CONTEXT_UNKNOWN)
            .with("address", urls.first().cloned().unwrap_or_default())
            .with("count", urls.len().to_string()),
        ExpandError::Undefined(term) => failed(codes::PROOF_UNDEFINED_TERM).with("term", term),
        // The reason is not a sentence for a person.
        ExpandError::LinkedData(reason) => undecided(codes::PROOF_LINKED_DATA).with("reason", reason),
    }
}

fn too_symmetric(_: TooSymmetric) -> Box<Check> {
    Box::new(undecided(codes::PROOF_TOO_SYMMETRIC))
}

fn malformed(member: &str) -> Check {
    failed(codes::PROOF_MALFORMED).with("member", member)
}

/// `verificationMethod`: a name, or an object with one. What else the object holds is the signer's word.
fn method_name(proof: &Map<String, Value>) -> Result<String, Check> {
    match proof.get("verificationMethod") {
        Some(Value::String(name)) => Some(name.clone()),
        Some(Value::Object(method)) => method.get("id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
    .filter(|name| !name.is_empty() && name.len() <= openbadges::limits::ADDRESS * 2)
    .ok_or_else(|| malformed("proof.verificationMethod"))
}

/// `proofValue`: multibase base58btc of 64 bytes.
fn signature(proof: &Map<String, Value>) -> Result<Vec<u8>, Check> {
    proof
        .get("proofValue")
        .and_then(Value::as_str)
        .and_then(|text| text.strip_prefix('z'))
        .filter(|text| text.len() <= 128)
        .and_then(|text| bs58::decode(text).into_vec().ok())
        .filter(|bytes| bytes.len() == 64)
        .ok_or_else(|| malformed("proof.proofValue"))
}

/// The times in a proof. Both are dateTimeStamps; one that cannot be read must not become "never".
struct Times {
    created: Option<Timestamp>,
    expires: Option<Timestamp>,
}

impl Times {
    fn read(proof: &Map<String, Value>) -> Result<Times, Check> {
        let read = |name: &str| match proof.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => match IssuerTime::parse_strict(text).instant {
                Some(instant) => Ok(Some(instant)),
                None => Err(malformed(&format!("proof.{name}"))),
            },
            Some(_) => Err(malformed(&format!("proof.{name}"))),
        };
        Ok(Times { created: read("created")?, expires: read("expires")? })
    }
}

/// DI §4.5: a proof may say that it rests on others, which then have to be there.
fn previous(proof: &Map<String, Value>, all: &[&Value]) -> Option<Check> {
    let names: Vec<&Value> = match proof.get("previousProof")? {
        Value::Array(names) => names.iter().collect(),
        name => vec![name],
    };
    let there = |name: &&Value| {
        name.as_str()
            .is_some_and(|name| all.iter().any(|other| other.get("id").and_then(Value::as_str) == Some(name)))
    };
    Some(if names.iter().all(there) {
        undecided(codes::PROOF_CHAIN_NOT_BUILT_YET)
    } else {
        failed(codes::PROOF_PREVIOUS_MISSING)
    })
}
