//! `bbs-2023`: the published vectors, and proofs made here and then attacked.
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk, where a variable says")]

use openbadges::Credential;
use strict_json::{Value, json};
use zkryptium::keys::pair::KeyPair;
use zkryptium::schemes::generics::Signature;

use super::*;
use crate::key::encode_multikey;
use crate::proof::data_integrity::suite::{Hash, Suite};
use crate::proof::data_integrity::vector_tests::{corpus, with_look};
use crate::proof::data_integrity::{shown, verify};

struct Issuer {
    pair: KeyPair<BbsBls12381Sha256>,
    key: PublicKey,
}

fn issuer(seed: u8) -> Issuer {
    let pair = KeyPair::<BbsBls12381Sha256>::generate(&[seed; 32], None, None).unwrap();
    let key = PublicKey::Bls12381G2(pair.public_key().to_bytes().to_vec());
    Issuer { pair, key }
}

/// Statements of a badge with a boolean, a number with a fraction and a list.
fn lines() -> String {
    let badge = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "urn:uuid:1b7d9f1c-5a0e-4e6b-9d8e-0a6d1b1f9a11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "https://uni.example/issuer", "type": ["Profile"], "name": "University of Example" },
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": true, "salt": "deadsea",
                "identityHash": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"
            }],
            "achievement": {
                "id": "https://uni.example/achievements/1", "type": ["Achievement"], "name": "Welding",
                "description": "Joins metal.\tWell.", "criteria": { "narrative": "A weld that holds." },
                "creditsAvailable": 1.5,
                "resultDescription": [{
                    "id": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c", "type": ["ResultDescription"],
                    "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B", "C"]
                }]
            }
        }
    });
    let lines = with_look(|look| shown(look, &badge, Suite::Bbs2023.manner(Hash::Sha256))).unwrap().0;
    assert!(lines.contains("\"true\"^^<") && lines.contains("1.5") && lines.contains("#rest>"));
    lines
}

/// A derived proof that hides the statements with these words in them; those with "issuer" are mandatory.
fn derive(lines: &str, options: &[u8], issuer: &Issuer, hide: &[&str]) -> (String, Derived) {
    let count = lines.lines().count() as u64;
    // Any order without repetition will do for the names.
    let labels: BTreeMap<u64, String> =
        (0..count).map(|number| (number, format!("b{}", count - number))).collect();
    let signed = relabelled(lines, &labels).unwrap();
    let is_mandatory = |line: &&String| line.contains("uni.example/issuer");
    let is_hidden = |line: &&String| !is_mandatory(line) && hide.iter().any(|word| line.contains(word));
    let mandatory_lines: String = signed.iter().filter(is_mandatory).cloned().collect();
    let header = [options, &Sha256::digest(mandatory_lines)].concat();
    let others: Vec<&String> = signed.iter().filter(|line| !is_mandatory(line)).collect();
    let messages: Vec<Vec<u8>> = others.iter().map(|line| line.as_bytes().to_vec()).collect();
    let pair = &issuer.pair;
    let signature = Signature::<BbsBls12381Sha256>::sign(
        Some(&messages),
        pair.private_key(),
        pair.public_key(),
        Some(&header),
    )
    .unwrap();
    let disclosed: Vec<usize> = (0..others.len()).filter(|place| !is_hidden(&others[*place])).collect();
    let proof = PoKSignature::<BbsBls12381Sha256>::proof_gen(
        pair.public_key(),
        &signature.to_bytes(),
        Some(&header),
        Some(b"presentation"),
        Some(&messages),
        Some(&disclosed),
    )
    .unwrap();
    let left: Vec<String> = signed.iter().filter(|line| !is_hidden(line)).cloned().collect();
    let mandatory = (0..left.len()).filter(|place| is_mandatory(&&left[*place])).collect();
    // Back under the names that whoever checks gives.
    let back = |line: &String| {
        labels.iter().fold(line.clone(), |line, (number, name)| {
            line.replace(&format!("_:{name} "), &format!("_:c14n{number} "))
        })
    };
    let mut shown: Vec<String> = left.iter().map(back).collect();
    shown.sort();
    let derived = Derived {
        proof: proof.to_bytes(),
        labels,
        mandatory,
        disclosed,
        presentation: b"presentation".to_vec(),
    };
    (shown.concat(), derived)
}

fn encoded(derived: &Derived) -> Vec<u8> {
    let number = |place: &usize| Cbor::from(*place as u64);
    let labels = derived
        .labels
        .iter()
        .map(|(number, name)| (Cbor::from(*number), Cbor::from(name[1..].parse::<u64>().unwrap())));
    let value = Cbor::Array(vec![
        Cbor::Bytes(derived.proof.clone()),
        Cbor::Map(labels.collect()),
        Cbor::Array(derived.mandatory.iter().map(number).collect()),
        Cbor::Array(derived.disclosed.iter().map(number).collect()),
        Cbor::Bytes(derived.presentation.clone()),
    ]);
    let mut bytes = vec![0xd9, 0x5d, 0x03];
    ciborium::into_writer(&value, &mut bytes).unwrap();
    bytes
}

#[test]
fn bbs_a_derived_proof_holds_for_what_it_shows_and_nothing_else() {
    let (lines, issuer, options) = (lines(), issuer(1), Hash::Sha256.of(b"options"));
    let (shown, genuine) = derive(&lines, &options, &issuer, &["deadsea", "narrative"]);
    assert!(shown.lines().count() + 2 == lines.lines().count(), "two statements are hidden");
    assert_eq!(Derived::read(&encoded(&genuine)).unwrap(), genuine);
    let code = |derived: &Derived, lines: &str| derived.judge(lines, &options, &issuer.key).code.to_string();
    let judged = genuine.judge(&shown, &options, &issuer.key);
    assert_eq!((judged.outcome, judged.notes.len()), (Outcome::Passed, 1));
    // All shown.
    let (all, whole) = derive(&lines, &options, &issuer, &[]);
    assert_eq!((code(&whole, &all), all == lines), ("proof.ok".to_owned(), true));
    // What is hidden cannot be shown, what is shown cannot be changed or left out.
    assert_eq!(code(&genuine, &lines), "proof.altered");
    for (from, to) in
        [("\"true\"^^", "\"false\"^^"), ("1.5", "15"), ("\"B\"", "\"Z\""), ("2025-01", "2024-01")]
    {
        let changed = shown.replace(from, to);
        assert_ne!(changed, shown, "{from}");
        assert_eq!(code(&genuine, &changed), "proof.altered", "{from}");
    }
    assert_eq!(code(&genuine, &shown.replace("University of Example", "Other")), "proof.altered");
    let fewer: String = shown.split_inclusive('\n').filter(|line| !line.contains("1.5")).collect();
    assert_eq!(code(&genuine, &fewer), "proof.altered");
    let more = format!("{shown}<urn:more> <urn:more> \"more\" .\n");
    assert_eq!(code(&genuine, &more), "proof.altered");
    // Places and names moved.
    let moved = |change: &dyn Fn(&mut Derived)| {
        let mut derived = genuine.clone();
        change(&mut derived);
        code(&derived, &shown)
    };
    assert_eq!(
        moved(&|proof| {
            proof.mandatory.pop_first();
        }),
        "proof.altered"
    );
    assert_eq!(
        moved(&|proof| {
            proof.mandatory.insert(999);
        }),
        "proof.altered"
    );
    assert_eq!(moved(&|proof| *proof.disclosed.last_mut().unwrap() += 999), "proof.altered");
    assert_eq!(
        moved(&|proof| {
            proof.disclosed.pop();
        }),
        "proof.altered"
    );
    assert_eq!(moved(&|proof| proof.presentation.push(0)), "proof.altered");
    let swapped = moved(&|proof| {
        let (zero, one) = (proof.labels[&0].clone(), proof.labels[&1].clone());
        proof.labels.extend([(0, one), (1, zero)]);
    });
    assert_eq!(swapped, "proof.altered");
    for place in [0, 60, 100, 150, 180, 250, genuine.proof.len() - 1] {
        assert_eq!(moved(&|proof| proof.proof[place] ^= 1), "proof.altered", "{place}");
    }
    // Somebody else as issuer, other options, another kind of key.
    assert_eq!(genuine.judge(&shown, &options, &self::issuer(2).key).code, "proof.altered");
    assert_eq!(genuine.judge(&shown, b"other", &issuer.key).code, "proof.altered");
    assert_eq!(genuine.judge(&shown, &options, &PublicKey::Ed25519([7; 32])).code, "proof.key-kind");
    let none = PublicKey::Bls12381G2(vec![0xff; 96]);
    assert_eq!(genuine.judge(&shown, &options, &none).code, "proof.altered");
}

#[test]
fn bbs_what_is_no_proof_at_all() {
    let (lines, issuer) = (lines(), issuer(1));
    let (_, genuine) = derive(&lines, b"", &issuer, &["deadsea"]);
    let code =
        |bytes: &[u8]| Derived::read(bytes).map_or_else(|check| check.code.to_string(), |_| "ok".into());
    let bytes = encoded(&genuine);
    assert_eq!(code(&bytes), "ok");
    let kind = |third: u8| code(&[&[0xd9, 0x5d, third], &bytes[3..]].concat());
    assert_eq!([kind(0x02), kind(0x04), kind(0x06), kind(0x08)], ["proof.needs-derivation"; 4]);
    assert_eq!([kind(0x05), kind(0x07), kind(0x09)], ["proof.suite-unsupported"; 3]);
    assert_eq!([kind(0x00), kind(0x01), kind(0x0a)], ["proof.malformed"; 3]);
    assert_eq!(code(&[&bytes[..], &[0]].concat()), "proof.malformed");
    for cut in [0, 2, 3, 4, 70, bytes.len() - 1] {
        assert_eq!(code(&bytes[..cut]), "proof.malformed", "{cut}");
    }
    assert_eq!(code(&[&[0xd9, 0x5d, 0x03][..], &[0x81; 100_000]].concat()), "proof.malformed");
    let changed = |change: &dyn Fn(&mut Derived)| {
        let mut derived = genuine.clone();
        change(&mut derived);
        code(&encoded(&derived))
    };
    assert_eq!(
        changed(&|proof| {
            proof.proof.pop();
        }),
        "proof.malformed"
    );
    assert_eq!(changed(&|proof| proof.proof.truncate(SHORTEST - NUMBER)), "proof.malformed");
    assert_eq!(changed(&|proof| proof.disclosed.swap(0, 1)), "proof.malformed");
    assert_eq!(changed(&|proof| proof.disclosed[1] = proof.disclosed[0]), "proof.malformed");
    let twice = |proof: &mut Derived| drop(proof.labels.insert(1, proof.labels[&0].clone()));
    assert_eq!(changed(&twice), "proof.malformed");
    // The neutral element in the place of a point, with which anybody could make a proof.
    for point in 0..3 {
        let neutral = |proof: &mut Derived| {
            let place = &mut proof.proof[point * POINT..(point + 1) * POINT];
            place.fill(0);
            place[0] = 0xc0;
        };
        assert_eq!(changed(&neutral), "proof.malformed");
    }
    // And as a key.
    let mut key = [0; 96];
    key[0] = 0xc0;
    assert_eq!(crate::key::multikey(&encode_multikey(&PublicKey::Bls12381G2(key.to_vec())).unwrap()), None);
}

/// A proof that nobody's key was needed for: with the neutral element in the first two places the pairing holds under
/// every key, and the rest is arithmetic. The library takes it (0.8.0), so it has to be refused before.
#[test]
fn bbs_a_proof_made_without_any_key() {
    let point = format!("c0{}", "0".repeat(94));
    let numbers = [
        "0000000000000000000000000000000000000000000000000000000000000001",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "1c8862d7cbe00e89475ea8c5ff4040b6bd3ae62dd6967ecfcec9536734a8ddaf",
        "5765447b5dbd6ebeebdb2f420a61974e9682bdd52967dd2f3136ac97cb572259",
    ];
    let third =
        "a2e799a712a98af1c80a95471274e2af0cea1749a814521c6deaabbe690bfbeaef1aa093e0cfa06c935aa3c73934f365";
    let bytes = hex::decode([&point, &point, third, &numbers.concat()].concat()).unwrap();
    let issuer = issuer(9);
    let messages = [b"never signed".to_vec(), b"by anybody".to_vec()];
    let forged = PoKSignature::<BbsBls12381Sha256>::from_bytes(&bytes).unwrap();
    let places = [0, 1];
    let key = issuer.pair.public_key();
    let taken = forged.proof_verify(key, Some(&messages), Some(&places), Some(b"h"), Some(b"ph"));
    assert!(taken.is_ok(), "the library refuses it now: say so in docs/adr/0013");
    assert!(!proof_good(&bytes));
}

/// More hidden statements than are looked at.
#[test]
fn bbs_too_many_statements() {
    let (lines, issuer) = (lines(), issuer(1));
    let (shown, mut genuine) = derive(&lines, b"", &issuer, &["deadsea"]);
    genuine.proof.resize(SHORTEST + NUMBER * (MAX_STATEMENTS + 1), 1);
    assert_eq!(genuine.judge(&shown, b"", &issuer.key).code, "proof.too-large");
}

/// `bbs-2023`: the basic example (`derivedRevealDocument.json`), whole, with what was and was not changed.
#[test]
fn vectors_of_bbs_2023() {
    let Some(corpus) = corpus("vectors of bbs-2023") else { return };
    let folder = corpus.join("w3c-vc-di-bbs/TestVectors");
    let read = |file: &str| -> Option<Value> {
        let bytes = std::fs::read(folder.join(file)).ok()?;
        Some(serde_json::from_slice(&bytes).unwrap())
    };
    let code = |document: &Value| with_look(|look| verify(look, document).proof.code.to_string());
    let document = read("derivedRevealDocument.json").unwrap();
    assert_eq!(code(&document), "proof.ok");
    let mut changed = document.clone();
    changed["credentialSubject"]["sails"][0]["size"] = json!(6.2);
    assert_eq!(code(&changed), "proof.altered");
    let mut fewer = document.clone();
    fewer["credentialSubject"]["boards"].as_array_mut().unwrap().pop();
    assert_eq!(code(&fewer), "proof.altered");
    assert_eq!(code(&read("addSignedSDBase.json").unwrap()), "proof.needs-derivation");
    for (folder, expected) in [
        ("HolderBinding", "proof.suite-unsupported"),
        ("PseudonymHB", "proof.suite-unsupported"),
        ("Pseudonym", "proof.suite-unsupported"),
    ] {
        let Some(document) = read(&format!("{folder}/derivedRevealDocument.json")) else { continue };
        let proof = document["proof"].as_object().unwrap();
        assert_eq!(proof["cryptosuite"], "bbs-2023");
        assert_eq!(code(&document), expected, "{folder}");
    }
    for folder in ["prc", "Pseudonym", "PseudonymHB", "HolderBinding"] {
        let Some(document) = read(&format!("{folder}/addSignedSDBase.json")) else { continue };
        assert_eq!(code(&document), "proof.needs-derivation", "{folder}");
    }
}

/// The enhanced example (`prc`), from its relabelled statements and its parsed proof value on, where the corpus has them.
#[test]
fn vectors_of_bbs_2023_prc() {
    let Some(corpus) = corpus("the enhanced vector of bbs-2023") else { return };
    let folder = corpus.join("w3c-vc-di-bbs/TestVectors");
    if !folder.join("prc/verifyNQuads.json").is_file() {
        eprintln!("skipped: the enhanced vector of bbs-2023: the corpus has no intermediate values");
        return;
    }
    let read =
        |file: &str| -> Value { serde_json::from_slice(&std::fs::read(folder.join(file)).unwrap()).unwrap() };
    let bytes = |value: &Value| hex::decode(value.as_str().unwrap()).unwrap();
    let key = PublicKey::Bls12381G2(bytes(&read("BBSKeyMaterial.json")["publicKeyHex"]));
    let document = read("prc/derivedRevealDocument.json");
    let value = document["proof"]["proofValue"].as_str().unwrap();
    let value =
        base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, &value[1..]).unwrap();
    let derived = Derived::read(&value).unwrap();
    let parsed = read("prc/verifyDerivedProofValue.json");
    assert_eq!(derived.proof, bytes(&parsed["bbsProof"]));
    let signed: Vec<String> = serde_json::from_value(read("prc/verifyNQuads.json").into()).unwrap();
    let back = |line: &String| {
        derived.labels.iter().fold(line.clone(), |line, (number, name)| {
            line.replace(&format!("_:{name} "), &format!("_:c14n{number} "))
        })
    };
    let mut lines: Vec<String> = signed.iter().map(back).collect();
    lines.sort();
    let lines = lines.concat();
    assert_eq!(relabelled(&lines, &derived.labels).unwrap(), signed);
    let hashes = read("prc/addHashData.json");
    let (mandatory, _) = split(&signed, &derived.mandatory).unwrap();
    assert_eq!(Sha256::digest(mandatory.concat()).to_vec(), bytes(&hashes["mandatoryHash"]));
    let options = bytes(&hashes["proofHash"]);
    assert_eq!(derived.judge(&lines, &options, &key).code, "proof.ok");
    assert_eq!(derived.judge(&lines, &options[1..], &key).code, "proof.altered");
}

#[test]
fn bbs_in_a_credential_says_its_suite() {
    let text = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
        "issuer": "https://uni.example", "credentialSubject": { "id": "urn:uuid:1" },
        "proof": { "type": "DataIntegrityProof", "cryptosuite": "bbs-2023", "proofValue": "u2V0D" }
    });
    let credential = Credential::read(text.to_string().as_bytes()).unwrap();
    assert_eq!(credential.securing().to_string(), "data-integrity/bbs-2023");
}
