//! Who handed a presentation out: the holder's own signature, which is said and nothing rests on.

use strict_json::{Value, json};
use verification::sign;
use verification::{Pins, Registries, Terms, presented};

use crate::common::*;

fn note(bytes: &[u8]) -> (String, String) {
    let (pins, registries) = (Pins::new(), Registries::new());
    let terms = Terms { now: now(), recipients: &[], pins: &pins, registries: &registries, held_since: None };
    let note = presented(bytes, &terms).expect("a presentation");
    for locale in words::Locale::ALL {
        let sentence = words::Words::new(locale).for_data().code(&note.code, &note.args);
        assert!(!sentence.message.contains("{$") && !sentence.message.contains(note.code.as_ref()));
    }
    let holder = note.args.get("holder").cloned().unwrap_or_default();
    (note.code.to_string(), holder)
}

fn presentation(holder: &str) -> Value {
    json!({
        "@context": [VC2], "type": ["VerifiablePresentation"], "holder": holder,
        "verifiableCredential": [signed(1, |_| {})]
    })
}

fn proof(seed: u8, purpose: &str) -> Value {
    json!({
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-01-01T00:00:00Z",
        "verificationMethod": key(seed).did_key_method(), "proofPurpose": purpose,
        "challenge": "c1", "domain": "jobs.example"
    })
}

fn by(seed: u8, holder: &str, purpose: &str) -> Value {
    sign::with_proof(presentation(holder), proof(seed, purpose), &key(seed)).unwrap()
}

#[test]
fn a_holder_who_signed_is_named() {
    let holder = key(7).did_key();
    let good = by(7, &holder, "authentication");
    assert_eq!(note(good.to_string().as_bytes()), ("presentation.signed".to_owned(), holder.clone()));
    // Without a holder in it, the key itself is the holder.
    let mut unnamed = presentation(&holder);
    unnamed.as_object_mut().unwrap().remove("holder");
    let unnamed = sign::with_proof(unnamed, proof(7, "authentication"), &key(7)).unwrap();
    assert_eq!(note(unnamed.to_string().as_bytes()).0, "presentation.signed");
}

#[test]
fn who_did_not_sign_is_not_named_as_the_one() {
    let holder = key(7).did_key();
    let code = |document: &Value| note(document.to_string().as_bytes()).0;
    assert_eq!(code(&presentation(&holder)), "presentation.unsigned");
    // Somebody else's key, a proof for something else, another badge put in.
    assert_eq!(code(&by(66, &holder, "authentication")), "presentation.bad");
    assert_eq!(code(&by(7, &holder, "assertionMethod")), "presentation.bad");
    let mut swapped = by(7, &holder, "authentication");
    swapped["verifiableCredential"] = json!([signed(2, |_| {})]);
    assert_eq!(code(&swapped), "presentation.bad");
    assert_eq!(code(&by(7, "did:web:mira.example", "authentication")), "presentation.undecided");
}

#[test]
fn presentations_in_tokens() {
    let holder = key(7).did_key();
    let claims = json!({ "iss": holder, "aud": "jobs.example", "nonce": "n", "vp": presentation(&holder) });
    let token = |seed: u8| {
        let key = key(seed);
        sign::jwt(claims.clone(), "EdDSA", Some(&key.did_key_method()), "JWT", &key).unwrap()
    };
    assert_eq!(note(token(7).as_bytes()), ("presentation.signed".to_owned(), holder.clone()));
    assert_eq!(note(token(66).as_bytes()).0, "presentation.bad");
    // The header names the holder's key, another one signed.
    let forged = sign::jwt(claims, "EdDSA", Some(&key(7).did_key_method()), "JWT", &key(66)).unwrap();
    assert_eq!(note(forged.as_bytes()).0, "presentation.bad");
}
