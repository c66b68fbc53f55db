//! What differs from suite to suite in how statements are written: tabs as older programs wrote them, and directions of text.

use strict_json::{Value, json};

use super::suite::{Hash, Manner, Suite};
use super::vector_tests::with_look;
use super::{plain, proof_options, shown, verify};
use crate::linked_data::Writing;
use crate::sign::{self, Key};

const FORMER: &str = "https://w3id.org/security/suites/ed25519-2020/v1";

fn key() -> Key {
    Key::ed25519_from_seed(&[1; 32]).unwrap()
}

fn badge(name: &Value) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", FORMER
        ],
        "id": "urn:uuid:1b7d9f1c-5a0e-4e6b-9d8e-0a6d1b1f9a11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": key().did_key(), "type": ["Profile"] },
        "validFrom": "2025-01-01T00:00:00Z", "name": name,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            // Two unnamed nodes that only a text with a tab tells apart.
            "identifier": [
                { "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": "A\tB" },
                { "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": "A B" }
            ]
        }
    })
}

/// Signed over statements that are written in this way.
fn signed(suite: &str, writing: Writing, name: &Value) -> Value {
    let mut proof = match suite {
        "Ed25519Signature2020" => json!({ "type": suite }),
        _ => json!({ "type": "DataIntegrityProof", "cryptosuite": suite }),
    };
    proof["created"] = json!("2025-01-01T00:00:00Z");
    proof["verificationMethod"] = json!(key().did_key_method());
    proof["proofPurpose"] = json!("assertionMethod");
    let mut document = badge(name);
    let manner = Manner { hash: Hash::Sha256, writing };
    let options = proof_options(proof.as_object().unwrap(), document.get("@context"));
    let (options, lines) =
        with_look(|look| (plain(look, &options, manner).unwrap(), shown(look, &document, manner).unwrap().0));
    let message = [Hash::Sha256.of(options.as_bytes()), Hash::Sha256.of(lines.as_bytes())].concat();
    let signature = key().sign_bytes(&message).unwrap();
    proof["proofValue"] = json!(format!("z{}", bs58::encode(signature).into_string()));
    document["proof"] = proof;
    document
}

/// The code of the proof, and its notes.
fn judged(document: &Value) -> String {
    let check = with_look(|look| verify(look, document)).proof;
    let notes = check.notes.iter().map(|note| format!(" {}", note.code)).collect::<String>();
    format!("{}{notes}", check.code)
}

#[test]
fn tabs_as_older_programs_wrote_them() {
    let name = json!("tab\there, bell\u{7}, delete\u{7f}");
    let document = signed("Ed25519Signature2020", Writing::FormerEscapes, &name);
    assert_eq!(judged(&document), "proof.ok proof.former-escapes");
    // The same written newer needs no second look, and says nothing.
    assert_eq!(judged(&signed("Ed25519Signature2020", Writing::Former, &name)), "proof.ok");
    // Another text is another text, however it is written.
    for other in
        ["tab here, bell\u{7}, delete\u{7f}", "tab\\there, bell\u{7}, delete\u{7f}", "tab\\\there", "tab"]
    {
        let mut changed = document.clone();
        changed["name"] = json!(other);
        assert_eq!(judged(&changed), "proof.altered", "{other:?}");
    }
    let mut swapped = document.clone();
    swapped["credentialSubject"]["identifier"][0]["identityHash"] = json!("A\\tB");
    assert_eq!(judged(&swapped), "proof.altered");
    // Suites of Data Integrity were never signed so.
    let newer = signed("eddsa-rdfc-2022", Writing::FormerEscapes, &name);
    assert_eq!(judged(&newer), "proof.altered");
    assert_eq!(judged(&signed("eddsa-rdfc-2022", Writing::DataIntegrity, &name)), "proof.ok");
}

#[test]
fn the_direction_of_a_text_is_signed_or_refused() {
    let name = json!({ "@value": "HTML \u{5d4}", "@language": "he", "@direction": "rtl" });
    let document = signed("eddsa-rdfc-2022", Writing::DataIntegrity, &name);
    assert_eq!(judged(&document), "proof.ok");
    for change in [json!("ltr"), Value::Null] {
        let mut changed = document.clone();
        changed["name"]["@direction"] = change.clone();
        if change.is_null() {
            changed["name"].as_object_mut().unwrap().remove("@direction");
        }
        assert_eq!(judged(&changed), "proof.altered");
    }
    // Signed by a program that leaves directions out: nobody signed what is shown.
    let mut without = name.clone();
    without.as_object_mut().unwrap().remove("@direction");
    let mut left_out = signed("eddsa-rdfc-2022", Writing::DataIntegrity, &without);
    left_out["name"] = name.clone();
    assert_eq!(judged(&left_out), "proof.altered");
    let mut former = signed("Ed25519Signature2020", Writing::Former, &without);
    assert_eq!(judged(&former), "proof.ok");
    former["name"] = name;
    assert_eq!(judged(&former), "proof.linked-data");
    // What signs here signs the same.
    let own = sign::data_integrity(
        badge(&json!({ "@value": "x", "@direction": "ltr" })),
        "eddsa-rdfc-2022",
        &key(),
        &key().did_key_method(),
        "2025-01-01T00:00:00Z".parse().unwrap(),
    );
    assert_eq!(judged(&own.unwrap()), "proof.ok");
}

#[test]
fn each_suite_writes_as_those_who_sign_with_it() {
    let writing = |suite: Suite| suite.manner(Hash::Sha256).writing;
    for suite in [Suite::EddsaRdfc2022, Suite::EcdsaRdfc2019, Suite::EcdsaSd2023, Suite::Bbs2023] {
        assert_eq!(writing(suite), Writing::DataIntegrity, "{suite:?}");
    }
    for suite in [Suite::Ed25519Signature2020, Suite::Ed25519Signature2018, Suite::JsonWebSignature2020] {
        assert_eq!(writing(suite), Writing::Former, "{suite:?}");
    }
}
