//! did:ebsi, did:cheqd, did:pkh.

use strict_json::{Value, json};
use verification::sign::data_integrity as sign;
use verification::{CheckId, Mark, Origin, Verdict, mark};

use crate::common::*;

const CHEQD: &str = "did:cheqd:mainnet:90d5c141-724f-47ad-9ae7-a7c33a9e5643";
const CHEQD_ADDRESS: &str =
    "https://resolver.cheqd.net/1.0/identifiers/did:cheqd:mainnet:90d5c141-724f-47ad-9ae7-a7c33a9e5643";

fn did_document(did: &str, seed: u8) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/did/v1"], "id": did,
        "verificationMethod": [{
            "id": format!("{did}#key-1"), "type": "JsonWebKey2020", "controller": did,
            "publicKeyJwk": key(seed).public_jwk()
        }],
        "assertionMethod": [format!("{did}#key-1")]
    })
}

fn by(did: &str) -> Value {
    sign(badge(did), "eddsa-rdfc-2022", &key(1), &format!("{did}#key-1"), created()).unwrap()
}

#[test]
fn cheqd_what_a_resolver_says_and_no_more() {
    let badge = by(CHEQD);
    let asked = alone(&badge);
    assert_eq!(asked.line(), "inconclusive proof.key-not-had issuer-key.not-had");
    assert_eq!(asked.wanted(), [CHEQD_ADDRESS]);
    let answer = |document: Value| {
        json!({
            "didResolutionMetadata": { "contentType": "application/did+json" },
            "didDocument": document, "didDocumentMetadata": { "versionId": "1" }
        })
    };
    for document in [did_document(CHEQD, 1), answer(did_document(CHEQD, 1))] {
        let asked = ask(&badge, &known(&[(CHEQD_ADDRESS, document)]));
        assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
        assert_eq!(asked.notes(CheckId::IssuerKey), ["issuer-key.by-resolver"]);
        // The resolver's domain is not the issuer's: nobody vouches for the name.
        assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.unknown");
        assert_ne!(mark(&asked.verification.report), Mark::Verified);
    }
    let line = |document: Value| ask(&badge, &known(&[(CHEQD_ADDRESS, document)])).line();
    assert_eq!(line(did_document(CHEQD, 2)), "invalid proof.altered issuer-key.undecided");
    let mut other = did_document(CHEQD, 1);
    other["id"] = json!("did:cheqd:mainnet:00000000-724f-47ad-9ae7-a7c33a9e5643");
    assert_eq!(line(answer(other)), "invalid proof.key-not-had issuer-key.document-other");
    let mut not_for = did_document(CHEQD, 1);
    not_for["assertionMethod"] = json!([]);
    assert_eq!(line(not_for), "invalid proof.ok issuer-key.not-for-statements");
    let mut ended = answer(did_document(CHEQD, 1));
    ended["didDocumentMetadata"]["deactivated"] = json!(true);
    assert_eq!(line(ended), "inconclusive proof.key-not-had issuer-key.document-missing");
    let mut failed = answer(Value::Null);
    failed["didResolutionMetadata"]["error"] = json!("notFound");
    assert_eq!(line(failed), "inconclusive proof.key-not-had issuer-key.document-missing");
    let sent = known_as(&[(CHEQD_ADDRESS, answer(did_document(CHEQD, 1)))], now(), Origin::Sender);
    assert_eq!(ask(&badge, &sent).line(), "inconclusive proof.ok issuer-key.sender-copy");
}

#[test]
fn ebsi_legal_entities_and_natural_persons() {
    let did = format!("did:ebsi:z{}", bs58::encode([&[1][..], &[7; 16]].concat()).into_string());
    let address = format!("https://api-pilot.ebsi.eu/did-registry/v5/identifiers/{did}");
    let badge_of = by(&did);
    assert_eq!(alone(&badge_of).wanted(), [address.as_str()]);
    let asked = ask(&badge_of, &known(&[(&address, did_document(&did, 1))]));
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.notes(CheckId::IssuerKey), ["issuer-key.by-resolver"]);
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.unknown");
    assert_eq!(alone(&by("did:ebsi:z2abc")).line(), "invalid proof.key-not-had issuer-key.malformed");
    // A person: a did:key that holds a JWK.
    let key = p256();
    let jwk = openbadges::json::canonical(&key.public_jwk());
    let did = format!("z{}", bs58::encode([&[0xd1, 0xd6, 0x03][..], &jwk].concat()).into_string());
    let method = format!("did:key:{did}#{did}");
    let person = sign(badge(&format!("did:key:{did}")), "ecdsa-rdfc-2019", &key, &method, created()).unwrap();
    assert_eq!(alone(&person).line(), "valid proof.ok issuer-key.self");
    let other =
        sign(badge(&format!("did:key:{did}")), "ecdsa-rdfc-2019", &p256(), &method, created()).unwrap();
    assert_eq!(alone(&other).verdict(), Verdict::Invalid);
}

#[test]
fn pkh_an_account_is_no_key() {
    let did = "did:pkh:eip155:1:0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb";
    let method = format!("{did}#blockchainAccountId");
    let badge_of = sign(badge(did), "eddsa-rdfc-2022", &key(1), &method, created()).unwrap();
    let asked = alone(&badge_of);
    assert_eq!(asked.line(), "inconclusive proof.key-not-had issuer-key.account");
    assert_eq!(asked.check(CheckId::IssuerKey).args["ledger"], "eip155:1");
    // Of one ledger the account is the key.
    let public = bs58::decode(&key(1).multikey().unwrap()[1..]).into_vec().unwrap();
    let address = bs58::encode(&public[2..]).into_string();
    let did = format!("did:pkh:solana:4sGjMW1sUnHzSxGspuhpqLDx6wiyjNtZ:{address}");
    let solana = |seed: u8| {
        sign(badge(&did), "eddsa-rdfc-2022", &key(seed), &format!("{did}#controller"), created()).unwrap()
    };
    assert_eq!(alone(&solana(1)).line(), "valid proof.ok issuer-key.self");
    assert_eq!(alone(&solana(2)).verdict(), Verdict::Invalid);
}
