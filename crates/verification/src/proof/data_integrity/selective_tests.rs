//! `ecdsa-sd-2023`: the published vectors, and proofs made here and then attacked.
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk, where a variable says")]

use aws_lc_rs::hmac;
use strict_json::Value;

use super::*;
use crate::proof::data_integrity::suite::Hash;
use crate::proof::data_integrity::vector_tests::corpus;
use crate::sign::Key;

const LINES: &str = "<https://uni.example/1> <https://uni.example/is> _:c14n0 .\n\
    <https://uni.example/1> <https://uni.example/name> \"a \\\"_:c14n1 . quoted\\\" name\"@en .\n\
    <https://uni.example/1> <https://uni.example/until> \"2027\" .\n\
    _:c14n0 <https://uni.example/has> _:c14n1 .\n\
    _:c14n1 <https://uni.example/grade> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> _:c14n0 .\n";

fn p256() -> Key {
    let random = aws_lc_rs::rand::SystemRandom::new();
    let algorithm = &aws_lc_rs::signature::ECDSA_P256_SHA256_FIXED_SIGNING;
    let der = aws_lc_rs::signature::EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
    Key::from_pkcs8(der.as_ref()).unwrap()
}

/// A derived proof that leaves nothing out, with these statements (by their place after relabelling) mandatory.
fn derive(lines: &str, options: &[u8], issuer: &Key, mandatory: &[usize]) -> Derived {
    let own = p256();
    let secret = hmac::Key::new(hmac::HMAC_SHA256, &[7; 32]);
    let labels: BTreeMap<u64, String> = (0..4)
        .map(|number| {
            let tag = hmac::sign(&secret, format!("c14n{number}").as_bytes());
            (number, format!("u{}", URL_SAFE_NO_PAD.encode(tag)))
        })
        .collect();
    let signed = relabelled(lines, &labels).unwrap();
    let mandatory: BTreeSet<usize> = mandatory.iter().copied().collect();
    let own_key = crate::key::encode_multikey(&own.public()).unwrap();
    let key = bs58::decode(&own_key[1..]).into_vec().unwrap();
    let fixed = signed.iter().enumerate().filter(|(place, _)| mandatory.contains(place));
    let message = sign_data(options, &key, fixed.map(|(_, line)| line.as_str()));
    let signatures = signed
        .iter()
        .enumerate()
        .filter(|(place, _)| !mandatory.contains(place))
        .map(|(_, line)| own.sign_bytes(line.as_bytes()).unwrap())
        .collect();
    Derived { base: issuer.sign_bytes(&message).unwrap(), key, signatures, labels, mandatory }
}

fn encoded(derived: &Derived) -> Vec<u8> {
    let labels = derived.labels.iter().map(|(number, name)| {
        (Cbor::from(*number), Cbor::Bytes(URL_SAFE_NO_PAD.decode(&name[1..]).unwrap()))
    });
    let value = Cbor::Array(vec![
        Cbor::Bytes(derived.base.clone()),
        Cbor::Bytes(derived.key.clone()),
        Cbor::Array(derived.signatures.iter().cloned().map(Cbor::Bytes).collect()),
        Cbor::Map(labels.collect()),
        Cbor::Array(derived.mandatory.iter().map(|place| Cbor::from(*place as u64)).collect()),
    ]);
    let mut bytes = DERIVED.to_vec();
    ciborium::into_writer(&value, &mut bytes).unwrap();
    bytes
}

#[test]
fn a_derived_proof_holds_for_what_it_shows_and_nothing_else() {
    let issuer = p256();
    let options = Hash::Sha256.of(b"options");
    let genuine = derive(LINES, &options, &issuer, &[0, 2]);
    assert_eq!(ProofValue::read(&encoded(&genuine)).unwrap(), ProofValue::Derived(genuine.clone()));
    let code =
        |derived: &Derived, lines: &str| derived.judge(lines, &options, &issuer.public()).code.to_string();
    let judged = genuine.judge(LINES, &options, &issuer.public());
    assert_eq!((judged.outcome, judged.notes.len()), (Outcome::Passed, 1));
    // A changed grade; a statement more; a mandatory one changed; one left out with its signature kept.
    assert_eq!(code(&genuine, &LINES.replace("\"5\"", "\"6\"")), "proof.altered");
    let more = format!("{LINES}<https://uni.example/9> <https://uni.example/name> \"more\" .\n");
    assert_eq!(code(&genuine, &more), "proof.altered");
    assert_eq!(code(&genuine, &LINES.replace("name\"@en", "game\"@en")), "proof.altered");
    let fewer: String = LINES.split_inclusive('\n').filter(|line| !line.contains("grade")).collect();
    assert_eq!(code(&genuine, &fewer), "proof.altered");
    // A mandatory statement declared as one that may be left out, and the other way round.
    let mut moved = genuine.clone();
    moved.mandatory = BTreeSet::from([0]);
    assert_eq!(code(&moved, LINES), "proof.altered");
    moved.mandatory = BTreeSet::from([0, 99]);
    assert_eq!(code(&moved, LINES), "proof.altered");
    // Somebody else's key for the proof, somebody else as issuer, other options.
    let other = derive(LINES, &options, &p256(), &[0, 2]);
    assert_eq!(code(&other, LINES), "proof.altered");
    let mut mixed = genuine.clone();
    mixed.key = other.key.clone();
    mixed.signatures = other.signatures.clone();
    assert_eq!(code(&mixed, LINES), "proof.altered");
    assert_eq!(genuine.judge(LINES, b"other", &issuer.public()).code, "proof.altered");
    let ed25519 = PublicKey::Ed25519([7; 32]);
    assert_eq!(genuine.judge(LINES, &options, &ed25519).code, "proof.key-kind");
    // Labels swapped, or lacking.
    let mut swapped = genuine.clone();
    let (zero, one) = (genuine.labels[&0].clone(), genuine.labels[&1].clone());
    swapped.labels.extend([(0, one), (1, zero)]);
    assert_eq!(code(&swapped, LINES), "proof.altered");
    swapped.labels.remove(&0);
    assert_eq!(code(&swapped, LINES), "proof.altered");
}

/// The honest way to leave something out: the statement and its signature.
#[test]
fn a_statement_may_be_left_out_with_its_signature() {
    let issuer = p256();
    let options = Hash::Sha256.of(b"options");
    let mut derived = derive(LINES, &options, &issuer, &[0, 1]);
    let signed = relabelled(LINES, &derived.labels).unwrap();
    let left_out = signed.iter().position(|line| line.contains("until")).unwrap();
    assert!(left_out > 1);
    derived.signatures.remove(left_out - 2);
    let fewer: String = LINES.split_inclusive('\n').filter(|line| !line.contains("until")).collect();
    assert_eq!(derived.judge(&fewer, &options, &issuer.public()).code, "proof.ok");
    assert_eq!(derived.judge(LINES, &options, &issuer.public()).code, "proof.altered");
}

/// The proof that an issuer gives to the holder, with these statements (by their place after relabelling) mandatory.
fn base_value(lines: &str, options: &[u8], issuer: &Key, mandatory: &[usize]) -> Vec<u8> {
    let derived = derive(lines, options, issuer, mandatory);
    let value = Cbor::Array(vec![
        Cbor::Bytes(derived.base.clone()),
        Cbor::Bytes(derived.key.clone()),
        Cbor::Bytes(vec![7; 32]),
        Cbor::Array(derived.signatures.iter().cloned().map(Cbor::Bytes).collect()),
        Cbor::Array(vec![Cbor::Text("/issuer".to_owned())]),
    ]);
    let mut bytes = BASE.to_vec();
    ciborium::into_writer(&value, &mut bytes).unwrap();
    bytes
}

#[test]
fn a_base_proof_covers_every_statement() {
    let (issuer, options) = (p256(), Hash::Sha256.of(b"options"));
    for mandatory in [&[0, 2][..], &[], &[0, 1, 2, 3, 4], &[4]] {
        let value = base_value(LINES, &options, &issuer, mandatory);
        let code = |value: &[u8], lines: &str, key: &PublicKey| {
            ProofValue::read(value)
                .map_or_else(|check| *check, |value| value.judge(lines, &options, key))
                .code
        };
        let key = issuer.public();
        assert_eq!(code(&value, LINES, &key), "proof.ok", "{mandatory:?}");
        assert_eq!(code(&value, &LINES.replace("\"5\"", "\"6\""), &key), "proof.altered");
        assert_eq!(code(&value, &LINES.replace("name\"@en", "game\"@en"), &key), "proof.altered");
        let more = format!("{LINES}<https://uni.example/9> <https://uni.example/name> \"more\" .\n");
        assert_eq!(code(&value, &more, &key), "proof.altered");
        let fewer: String = LINES.split_inclusive('\n').filter(|line| !line.contains("grade")).collect();
        assert_eq!(code(&value, &fewer, &key), "proof.altered");
        assert_eq!(code(&value, LINES, &p256().public()), "proof.altered");
        assert_eq!(code(&value, LINES, &PublicKey::Ed25519([7; 32])), "proof.key-kind");
        let other = base_value(LINES, b"other options", &issuer, mandatory);
        assert_eq!(code(&other, LINES, &key), "proof.altered");
    }
    let judged = ProofValue::read(&base_value(LINES, &options, &issuer, &[0])).unwrap();
    let notes = judged.judge(LINES, &options, &issuer.public()).notes;
    assert_eq!(
        notes.iter().map(|note| note.code.as_ref()).collect::<Vec<_>>(),
        ["proof.base", "proof.selective"]
    );
}

#[test]
fn sd_01_what_is_no_proof_at_all() {
    let issuer = p256();
    let genuine = encoded(&derive(LINES, b"", &issuer, &[0]));
    let code =
        |bytes: &[u8]| ProofValue::read(bytes).map_or_else(|check| check.code.to_string(), |_| "ok".into());
    assert_eq!(code(&genuine), "ok");
    let own = base_value(LINES, b"", &issuer, &[0]);
    assert_eq!(code(&own), "ok");
    // One under the header of the other.
    assert_eq!(code(&[&BASE[..], &genuine[3..]].concat()), "proof.malformed");
    assert_eq!(code(&[&DERIVED[..], &own[3..]].concat()), "proof.malformed");
    for bytes in [&genuine, &own] {
        assert_eq!(code(&[&bytes[..], &[0]].concat()), "proof.malformed");
        for cut in [0, 2, 3, 4, 70, bytes.len() - 1] {
            assert_eq!(code(&bytes[..cut]), "proof.malformed", "{cut}");
        }
    }
    // Deep, and long beyond its bytes.
    for header in [BASE, DERIVED] {
        assert_eq!(code(&[&header[..], &[0x81; 100_000]].concat()), "proof.malformed");
        assert_eq!(
            code(&[&header[..], &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]].concat()),
            "proof.malformed"
        );
    }
    // Two nodes under one name.
    let mut derived = derive(LINES, b"", &issuer, &[0]);
    let name = derived.labels[&0].clone();
    derived.labels.insert(1, name);
    assert_eq!(code(&encoded(&derived)), "proof.malformed");
}

/// `ecdsa-sd-2023/employ` and `/prc`: the base proof over the statements before they are relabelled.
#[test]
fn vectors_of_ecdsa_sd_2023_base() {
    let Some(corpus) = corpus("2 base vectors of ecdsa-sd-2023") else { return };
    let folder = corpus.join("w3c-vc-di-ecdsa/TestVectors/ecdsa-sd-2023");
    let read = |file: String| -> Value {
        serde_json::from_slice(&std::fs::read(folder.join(file)).unwrap()).unwrap()
    };
    let keys = read("SDKeyMaterial.json".to_owned());
    let issuer = crate::key::multikey(keys["baseKeyPair"]["publicKeyMultibase"].as_str().unwrap()).unwrap();
    for name in ["employ", "prc"] {
        let signed = read(format!("{name}/addSignedSDBase.json"));
        let value = signed["proof"]["proofValue"].as_str().unwrap();
        let value = URL_SAFE_NO_PAD.decode(value.strip_prefix('u').unwrap()).unwrap();
        let ProofValue::Base(base) = ProofValue::read(&value).unwrap() else {
            panic!("{name} is no base proof")
        };
        let lines: Vec<String> =
            serde_json::from_value(read(format!("{name}/addBaseDocCanon.json")).into()).unwrap();
        let hmac: Vec<String> =
            serde_json::from_value(read(format!("{name}/addBaseDocHMACCanon.json")).into()).unwrap();
        let lines = lines.concat();
        assert_eq!(base.relabelled(&lines), Some(hmac), "{name}");
        let options =
            hex::decode(read(format!("{name}/addHashData.json"))["proofHash"].as_str().unwrap()).unwrap();
        assert_eq!(base.judge(&lines, &options, &issuer).code, "proof.ok", "{name}");
        assert_eq!(base.judge(&lines, &options[1..], &issuer).code, "proof.altered", "{name}");
        let fewer: String = lines.split_inclusive('\n').skip(1).collect();
        assert_eq!(base.judge(&fewer, &options, &issuer).code, "proof.altered", "{name}");
    }
}

/// `ecdsa-sd-2023/employ` and `/prc`: from their relabelled statements and the parsed proof value on.
#[test]
fn vectors_of_ecdsa_sd_2023() {
    let Some(corpus) = corpus("2 vectors of ecdsa-sd-2023") else { return };
    let folder = corpus.join("w3c-vc-di-ecdsa/TestVectors/ecdsa-sd-2023");
    let keys: Value =
        serde_json::from_slice(&std::fs::read(folder.join("SDKeyMaterial.json")).unwrap()).unwrap();
    let issuer = crate::key::multikey(keys["baseKeyPair"]["publicKeyMultibase"].as_str().unwrap()).unwrap();
    for name in ["employ", "prc"] {
        let read = |file: &str| -> Value {
            serde_json::from_slice(&std::fs::read(folder.join(name).join(file)).unwrap()).unwrap()
        };
        let data = read("verifyCreateVerifyData.json");
        let proof = read("verifyDerivedProofValue.json");
        let bytes = |value: &Value| hex::decode(value.as_str().unwrap()).unwrap();
        let labels: BTreeMap<u64, String> = proof["labelMap"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| {
                let number = pair[0].as_str().unwrap().strip_prefix("c14n").unwrap();
                (number.parse().unwrap(), pair[1].as_str().unwrap().to_owned())
            })
            .collect();
        let key = proof["publicKey"].as_str().unwrap();
        let derived = Derived {
            base: bytes(&proof["baseSignature"]),
            key: bs58::decode(&key[1..]).into_vec().unwrap(),
            signatures: proof["signatures"].as_array().unwrap().iter().map(bytes).collect(),
            labels,
            mandatory: proof["mandatoryIndexes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|place| place.as_u64().unwrap() as usize)
                .collect(),
        };
        assert_eq!(ProofValue::read(&encoded(&derived)).unwrap(), ProofValue::Derived(derived.clone()));
        // What the verifier's own canonicalisation gives: the statements before they are relabelled.
        let signed: Vec<String> = serde_json::from_value(read("verifyNQuads.json").into()).unwrap();
        let mut before: Vec<String> = signed
            .iter()
            .map(|line| {
                derived.labels.iter().fold(line.clone(), |line, (number, name)| {
                    line.replace(&format!("_:{name}"), &format!("_:c14n{number}"))
                })
            })
            .collect();
        before.sort();
        let lines = before.concat();
        assert_eq!(relabelled(&lines, &derived.labels).unwrap(), signed, "{name}");
        let fixed = signed.iter().enumerate().filter(|(place, _)| derived.mandatory.contains(place));
        let hash = Sha256::digest(fixed.map(|(_, line)| line.as_str()).collect::<String>());
        assert_eq!(hex::encode(hash), data["mandatoryHash"].as_str().unwrap(), "{name}");
        let options = bytes(&data["proofHash"]);
        assert_eq!(derived.judge(&lines, &options, &issuer).code, "proof.ok", "{name}");
        assert_eq!(derived.judge(&lines, &options[1..], &issuer).code, "proof.altered", "{name}");
    }
}
