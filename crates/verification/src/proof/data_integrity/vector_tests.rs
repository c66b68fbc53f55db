//! The W3C's published test vectors, by their own names, with the intermediate values where they are given.
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk, where a variable says")]

use strict_json::{Value, each};

use super::secured::Secured;
use super::signature::{Signature, judge};
use super::suite::{Form, Suite};
use crate::check::{CheckId, Outcome};
use crate::documents::Documents;
use crate::look::Look;
use crate::terms::{Pins, Registries, Terms};

/// The folder of the public suites; `None`, said, where it is not at hand.
pub(super) fn corpus(what: &str) -> Option<std::path::PathBuf> {
    let Some(folder) = std::env::var_os("BADGEFOLIO_CORPUS") else {
        eprintln!("skipped: {what}: BADGEFOLIO_CORPUS is not set");
        return None;
    };
    assert!(!folder.is_empty(), "BADGEFOLIO_CORPUS is set, but empty");
    Some(std::path::PathBuf::from(folder).join("corpus"))
}

pub(super) fn with_look<R>(work: impl FnOnce(&Look<'_>) -> R) -> R {
    let (known, pins, registries) = (Documents::bundled(), Pins::new(), Registries::new());
    let now = "2025-01-01T00:00:00Z".parse().unwrap();
    let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since: None };
    work(&Look::new(&known, &terms))
}

fn key_of(proof: &Value) -> crate::key::PublicKey {
    let method = proof["verificationMethod"].as_str().unwrap();
    crate::key::multikey(method.rsplit_once('#').unwrap().1).unwrap()
}

/// A signed vector whose contexts are bundled, with the file of its combined hash.
fn whole(folder: &std::path::Path, signed: &str, combined: &str) {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let credential: Value = serde_json::from_str(&read(signed)).unwrap();
    let proof = credential["proof"].clone();
    let (suite, _) = Suite::of(&proof).unwrap();
    let key = key_of(&proof);
    let (hash, _) = suite.fixed(Some(&key)).unwrap();
    with_look(|look| {
        let mut secured = Secured::new(look, &credential);
        let hashes = secured.hashes(suite, proof.as_object().unwrap(), &[], suite.manner(hash)).unwrap();
        let message = hex::encode([hashes.options, hashes.document].concat());
        assert_eq!(message, read(combined).trim(), "{combined}");
        let finding = super::verify(look, &credential);
        assert_eq!(finding.proof.code, "proof.ok", "{signed}");
        assert_eq!(finding.proof.id, CheckId::Proof);
        let mut altered = credential.clone();
        altered["validFrom"] = "2023-01-01T00:00:01Z".into();
        assert_eq!(super::verify(look, &altered).proof.outcome, Outcome::Failed, "{signed}, altered");
    });
}

/// A signed vector of which the canonical texts are given.
fn from_texts(folder: &std::path::Path, part: &str) {
    let read = |name: String| std::fs::read_to_string(folder.join(name)).unwrap();
    let credential: Value = serde_json::from_str(&read(format!("signed{part}.json"))).unwrap();
    let proof = credential["proof"].clone();
    let (suite, _) = Suite::of(&proof).unwrap();
    let key = key_of(&proof);
    let (hash, algorithm) = suite.fixed(Some(&key)).unwrap();
    let options = hash.of(read(format!("proofCanon{part}.txt")).as_bytes());
    let document = hash.of(read(format!("canonDoc{part}.txt")).as_bytes());
    assert_eq!(hex::encode(&options), read(format!("proofHash{part}.txt")).trim());
    assert_eq!(hex::encode(&document), read(format!("docHash{part}.txt")).trim());
    let Ok(Signature::Bytes(bytes)) = Signature::read(suite, proof.as_object().unwrap()) else {
        panic!("no signature")
    };
    assert_eq!(hex::encode(&bytes), read(format!("sigHex{part}.txt")).trim());
    let message = [options, document].concat();
    assert_eq!(judge(&key, algorithm, "", &message, &bytes).code, "proof.ok");
    assert_eq!(judge(&key, algorithm, "", &message[1..], &bytes).code, "proof.altered");
}

#[test]
fn vectors_of_vc_di_eddsa() {
    let Some(corpus) = corpus("5 vectors of VC-DI-EdDSA") else { return };
    let folder = corpus.join("w3c-vc-di-eddsa/TestVectors");
    whole(&folder.join("eddsa-rdfc-2022"), "signedDataInt.json", "combinedHashDataInt.txt");
    whole(&folder.join("Ed25519Signature2020"), "signedEdSig.json", "combinedHashEdSig.txt");
    whole(&folder.join("eddsa-jcs-2022"), "signedJCS.json", "combinedHashJCS.txt");
    from_texts(&folder.join("eddsa-rdfc-2022/employ"), "DataInt");
    from_texts(&folder.join("eddsa-jcs-2022"), "JCS");
}

#[test]
fn vectors_of_vc_di_ecdsa() {
    let Some(corpus) = corpus("7 vectors of VC-DI-ECDSA") else { return };
    let folder = corpus.join("w3c-vc-di-ecdsa/TestVectors");
    whole(&folder.join("ecdsa-rdfc-2019-p256"), "signedECDSAP256.json", "combinedHashECDSAP256.txt");
    whole(&folder.join("ecdsa-rdfc-2019-p384"), "signedECDSAP384.json", "combinedHashECDSAP384.txt");
    whole(&folder.join("ecdsa-jcs-2019-p256"), "signedJCSECDSAP256.json", "combinedHashJCSECDSAP256.txt");
    whole(&folder.join("ecdsa-jcs-2019-p384"), "signedJCSECDSAP384.json", "combinedHashJCSECDSAP384.txt");
    from_texts(&folder.join("ecdsa-rdfc-2019-p256/employ"), "ECDSAP256");
    from_texts(&folder.join("ecdsa-rdfc-2019-p384/employ"), "ECDSAP384");
    from_texts(&folder.join("ecdsa-jcs-2019-p256"), "JCSECDSAP256");
}

/// `proof-set-chain`: a set of two, a chain on both, and a chain on that.
#[test]
fn vectors_of_proof_sets_and_chains() {
    let Some(corpus) = corpus("the vectors of proof sets and chains") else { return };
    let folder = corpus.join("w3c-vc-di-eddsa/TestVectors/proof-set-chain");
    let read =
        |name: &str| -> Value { serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap() };
    with_look(|look| {
        for (name, count) in [("signedProofSet1.json", 1), ("signedProofChain2.json", 4)] {
            let credential = read(name);
            let proofs: Vec<&Value> = each(credential.get("proof")).collect();
            assert_eq!(proofs.len(), count, "{name}");
            for (suite, finding) in super::judge_each(look, &credential, &proofs) {
                assert_eq!(finding.proof.code, "proof.ok", "{name} {suite}");
            }
        }
        // A chain falls with any proof it rests on, and with one that is left out.
        let codes = |credential: &Value| -> Vec<String> {
            let proofs: Vec<&Value> = credential["proof"].as_array().unwrap().iter().collect();
            super::judge_each(look, credential, &proofs)
                .into_iter()
                .map(|(_, finding)| finding.proof.code.to_string())
                .collect()
        };
        let mut altered = read("signedProofChain2.json");
        altered["proof"][0]["created"] = "2023-02-24T23:36:39Z".into();
        assert_eq!(codes(&altered), ["proof.altered", "proof.ok", "proof.altered", "proof.previous-bad"]);
        let mut shorter = read("signedProofChain2.json");
        shorter["proof"].as_array_mut().unwrap().remove(1);
        assert_eq!(codes(&shorter), ["proof.ok", "proof.previous-missing", "proof.previous-bad"]);
        let mut circle = read("signedProofChain2.json");
        circle["proof"][0]["previousProof"] = circle["proof"][2]["id"].clone();
        assert_eq!(
            codes(&circle),
            ["proof.previous-bad", "proof.ok", "proof.previous-bad", "proof.previous-bad"]
        );
    });
}

#[test]
fn the_form_of_a_suite_is_that_of_its_name() {
    for (name, form) in [("eddsa-jcs-2022", Form::Jcs), ("ecdsa-rdfc-2019", Form::Rdfc)] {
        let proof = strict_json::json!({ "type": "DataIntegrityProof", "cryptosuite": name });
        assert_eq!(Suite::of(&proof).unwrap().0.form(), form);
    }
}
