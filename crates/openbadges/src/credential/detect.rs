//! Telling formats apart by what a document holds.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use memchr::memmem::Finder;
use strict_json::{Value, each, first};

use crate::claims::has_type;
use crate::{Format, Note, Securing, json};

pub(super) const VC1: &str = "https://www.w3.org/2018/credentials/v1";
pub(super) const VC2: &str = "https://www.w3.org/ns/credentials/v2";

/// The addresses a document names as its contexts.
pub(super) fn contexts(document: &Value) -> impl Iterator<Item = &str> {
    each(document.get("@context")).filter_map(Value::as_str)
}

pub(crate) fn is_presentation(document: &Value) -> bool {
    let inner = document.get("vp").unwrap_or(document);
    has_type(inner, "VerifiablePresentation")
}

/// The format, or `None` for what is no credential.
pub(crate) fn format_of(document: &Value) -> Option<Format> {
    if !document.is_object() || is_presentation(document) {
        return None;
    }
    let context = |part: &str| contexts(document).any(|context| context.contains(part));
    let there = |name: &str| document.get(name).is_some_and(|value| !value.is_null());
    if has_type(document, "EnvelopedVerifiableCredential") {
        return None;
    }
    let vc_context = || context(VC1) || context(VC2);
    if has_type(document, "VerifiableCredential") || (there("credentialSubject") && vc_context()) {
        return Some(vc_format(document, &context));
    }
    let award = there("badge") || there("recipient");
    if context("w3id.org/openbadges/v2") {
        return (has_type(document, "Assertion") || award).then_some(Format::OpenBadges20);
    }
    if context("w3id.org/openbadges/v1") || context("openbadgespec.org/v1") {
        return (has_type(document, "Assertion") || award).then_some(Format::OpenBadges11);
    }
    if context("/clr/v1p0") || (has_type(document, "CLR") && there("learner")) || has_type(document, "Clr") {
        return Some(Format::Clr10);
    }
    if there("badge") && there("recipient") {
        // A context nobody knows: not old, but wrong (or Blockcerts before its first release).
        if document.get("@context").is_some() {
            return Some(Format::OpenBadges20);
        }
        let one = there("uid") || there("verify") || document.get("recipient").is_some_and(Value::is_object);
        return Some(if one { Format::OpenBadges10 } else { Format::OpenBadges05 });
    }
    None
}

/// A European Digital Credential, by its type or its context.
pub(crate) fn is_elm(document: &Value) -> bool {
    static CONTEXT: LazyLock<Finder<'static>> =
        LazyLock::new(|| Finder::new("data.europa.eu/snb/model/context/edc-ap"));
    let context = |context: &str| CONTEXT.find(context.as_bytes()).is_some();
    has_type(document, "EuropeanDigitalCredential") || contexts(document).any(context)
}

fn vc_format(document: &Value, context: &dyn Fn(&str) -> bool) -> Format {
    if has_type(document, "ClrCredential") {
        return Format::Clr20;
    }
    if is_elm(document) {
        return Format::Elm3;
    }
    let badge = has_type(document, "OpenBadgeCredential") || has_type(document, "AchievementCredential");
    if badge || context("purl.imsglobal.org/spec/ob/v3p0") {
        return Format::OpenBadges30;
    }
    match (context(VC2), context(VC1)) {
        (true, _) => Format::Vc20,
        (_, true) => Format::Vc11,
        _ if document.get("issuanceDate").is_some() => Format::Vc11,
        _ => Format::Vc20,
    }
}

/// What a document that is no credential is, in the standard's own word.
pub(super) fn kind(document: &Value) -> Option<String> {
    const KNOWN: [&str; 16] = [
        "BadgeClass",
        "Issuer",
        "Profile",
        "Endorsement",
        "Achievement",
        "CryptographicKey",
        "RevocationList",
        "Collection",
        "AlignmentObject",
        "EnvelopedVerifiableCredential",
        "EnvelopedVerifiablePresentation",
        "UniversalWallet2020",
        "Multikey",
        "BlockchainCertificate",
        "BadgefolioSharedProfile",
        "BadgefolioKeyslots",
    ];
    KNOWN.iter().find(|name| has_type(document, name)).map(|name| (*name).to_owned())
}

/// How a JSON document is secured.
pub(super) fn json_securing(document: &Value, format: Format) -> Securing {
    let suites: Vec<String> = each(document.get("proof"))
        .filter(|proof| proof.is_object())
        .map(|proof| {
            let suite = proof.get("cryptosuite").or_else(|| first(proof.get("type")));
            crate::claims::plain(suite.and_then(Value::as_str).unwrap_or("unknown"))
        })
        .collect();
    if !suites.is_empty() {
        return Securing::DataIntegrity(suites);
    }
    if format.is_assertion() {
        let verify = document.get("verification").or_else(|| document.get("verify"));
        let kinds: Vec<&str> =
            each(verify.and_then(|verify| verify.get("type"))).filter_map(Value::as_str).collect();
        if let Some(merkle) = kinds.iter().find(|kind| kind.starts_with("MerkleProofVerification")) {
            return Securing::DataIntegrity(vec![merkle.replace("ProofVerification", "Proof")]);
        }
        // A signed badge is a JWS; as bare JSON it has lost its signature.
        if kinds.iter().any(|kind| kind.eq_ignore_ascii_case("signed") || *kind == "SignedBadge") {
            return Securing::None;
        }
        return Securing::Hosted;
    }
    Securing::None
}

/// The payload of a JAdES seal (JWS in JSON serialisation, RFC 7515, 7.2); with `b64: false` (RFC 7797) it stands
/// there as it is.
pub(crate) fn sealed_payload(document: &Value) -> Option<Value> {
    let payload = document.get("payload")?;
    if document.get("signatures").is_none() && document.get("signature").is_none() {
        return None;
    }
    if payload.is_object() {
        return Some(payload.clone());
    }
    let text = payload.as_str()?;
    if text.trim_start().starts_with('{') {
        return json::read(text.as_bytes()).ok();
    }
    json::read(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

/// What is odd in a credential.
pub(super) fn notes(document: &Value) -> Vec<Note> {
    static BLOCKCERTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("blockcerts"));
    let mut notes = Vec::new();
    let merkle = |value: &Value| {
        each(value.get("type")).any(|kind| kind.as_str().is_some_and(|kind| kind.starts_with("MerkleProof")))
    };
    if contexts(document).any(|context| BLOCKCERTS.find(context.as_bytes()).is_some())
        || each(document.get("proof")).chain(each(document.get("signature"))).any(merkle)
    {
        notes.push(Note::new("credential.blockcerts"));
    }
    if document.get("credentialSubject").and_then(Value::as_array).is_some_and(|all| all.len() > 1) {
        notes.push(Note::new("credential.several-recipients"));
    }
    notes
}
