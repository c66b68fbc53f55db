use strict_json::{Value, json};

use super::talk::{Said, Talk};
use crate::{ClaimError, Pin, Signer, Statement};

const ISSUER: &str = "https://issuer.example";
const NOT_FOUND: Said = (404, Value::Null);

pub(super) fn offer(grants: &Value) -> String {
    json!({ "credential_issuer": ISSUER, "credential_configuration_ids": ["Badge"], "grants": grants })
        .to_string()
}

pub(super) fn by_code(more: &Value) -> Value {
    let mut grant = json!({ "pre-authorized_code": "code-1" });
    grant.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "urn:ietf:params:oauth:grant-type:pre-authorized_code": grant })
}

/// Metadata of an issuer as final 1.0 has them.
pub(super) fn metadata() -> Value {
    json!({
        "credential_issuer": ISSUER,
        "credential_endpoint": "https://issuer.example/credential",
        "nonce_endpoint": "https://issuer.example/nonce",
        "deferred_credential_endpoint": "https://issuer.example/deferred",
        "credential_configurations_supported": { "Badge": {
            "format": "jwt_vc_json",
            "scope": "badge",
            "cryptographic_binding_methods_supported": ["did:key"],
            "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ["ES256", "EdDSA"] } },
            "credential_metadata": { "display": [{ "name": "Forklift" }] },
        } },
    })
}

/// The same as draft 13 has it: no nonce endpoint, definitions in the request.
fn metadata_13() -> Value {
    let mut metadata = metadata();
    metadata.as_object_mut().unwrap().remove("nonce_endpoint");
    let badge = &mut metadata["credential_configurations_supported"]["Badge"];
    badge.as_object_mut().unwrap().remove("credential_metadata");
    badge["display"] = json!([{ "name": "Forklift" }]);
    badge["credential_definition"] = json!({ "type": ["VerifiableCredential", "OpenBadgeCredential"] });
    metadata
}

pub(super) fn server() -> Value {
    json!({ "issuer": ISSUER, "token_endpoint": "https://issuer.example/token" })
}

/// An issuer that gives without trouble, but for what `other` says.
pub(super) fn issuer<'a>(
    metadata: Value,
    server: Value,
    mut other: impl FnMut(&str, &str) -> Option<Said> + 'a,
) -> impl FnMut(&str, &str) -> Said + 'a {
    move |asked: &str, body: &str| {
        if let Some(said) = other(asked, body) {
            return said;
        }
        match asked {
            "GET https://issuer.example/.well-known/openid-credential-issuer" => (200, metadata.clone()),
            "GET https://issuer.example/.well-known/oauth-authorization-server" => (200, server.clone()),
            "POST https://issuer.example/token" => {
                (200, json!({ "access_token": "t-1", "token_type": "Bearer" }))
            }
            "POST https://issuer.example/nonce" => (200, json!({ "c_nonce": "n-1" })),
            "POST https://issuer.example/credential [t-1]" => {
                (200, json!({ "credentials": [{ "credential": "a.b.c" }] }))
            }
            _ => NOT_FOUND,
        }
    }
}

fn proof(talk: &Talk, at: usize) -> (Signer, Value, Value) {
    let Statement::Jwt { signer, header, claims } = &talk.signed[at] else { panic!() };
    (*signer, Value::Object(header.clone()), claims.clone())
}

#[test]
fn version_one_with_a_nonce_and_a_list_of_proofs() {
    let mut talk = Talk::default();
    let claimed =
        talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), |_, _| None)).unwrap();
    assert_eq!((claimed.credentials.len(), claimed.later), (1, None));
    assert_eq!(
        (claimed.credentials[0].name.as_str(), claimed.credentials[0].bytes.as_slice()),
        ("Forklift", &b"a.b.c"[..])
    );
    assert_eq!(talk.hosts, ["issuer.example"]);
    let form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code&pre-authorized_code=code-1";
    assert_eq!(talk.sent_to("POST https://issuer.example/token"), form);
    let asked: Value =
        serde_json::from_str(talk.sent_to("POST https://issuer.example/credential [t-1]")).unwrap();
    assert_eq!(asked, json!({ "credential_configuration_id": "Badge", "proofs": { "jwt": ["proof-1"] } }));
    let (signer, header, claims) = proof(&talk, 0);
    assert_eq!(signer, Signer::Ed25519);
    assert_eq!(
        header,
        json!({ "typ": "openid4vci-proof+jwt", "alg": "EdDSA", "kid": "did:key:z6Mk1#z6Mk1" })
    );
    assert_eq!(claims, json!({ "aud": ISSUER, "iat": 1_795_348_800, "nonce": "n-1" }));
}

#[test]
fn draft_thirteen_with_the_nonce_of_the_token_and_a_pin() {
    let mut talk = Talk { pins: vec!["0000", "1234"], ..Talk::default() };
    let pin = json!({ "tx_code": { "input_mode": "numeric", "length": 4, "description": "By post" } });
    let mut other = |asked: &str, body: &str| match asked {
        "POST https://issuer.example/token" if body.ends_with("tx_code=1234") => {
            Some((200, json!({ "access_token": "t-1", "token_type": "bearer", "c_nonce": "c-1" })))
        }
        "POST https://issuer.example/token" => Some((400, json!({ "error": "invalid_grant" }))),
        "POST https://issuer.example/credential [t-1]" => Some((200, json!({ "credential": { "a": 1.50 } }))),
        _ => None,
    };
    let claimed =
        talk.claim(&offer(&by_code(&pin)), &mut issuer(metadata_13(), server(), &mut other)).unwrap();
    assert_eq!(claimed.credentials[0].bytes, br#"{"a":1.5}"#);
    let asked = Pin { digits: true, length: Some(4), description: Some("By post".into()), wrong: false };
    assert_eq!(talk.asked, [asked.clone(), Pin { wrong: true, ..asked }]);
    let asked: Value =
        serde_json::from_str(talk.sent_to("POST https://issuer.example/credential [t-1]")).unwrap();
    let definition = json!({ "type": ["VerifiableCredential", "OpenBadgeCredential"] });
    assert_eq!(
        asked,
        json!({
            "format": "jwt_vc_json", "credential_definition": definition,
            "proof": { "proof_type": "jwt", "jwt": "proof-1" },
        })
    );
    assert_eq!(proof(&talk, 0).2["nonce"], "c-1");
}

#[test]
fn a_nonce_that_is_only_told_in_a_refusal() {
    let mut talk = Talk::default();
    let mut times = 0;
    let other = |asked: &str, _: &str| {
        (asked == "POST https://issuer.example/credential [t-1]").then(|| {
            times += 1;
            match times {
                1 => (400, json!({ "error": "invalid_proof", "c_nonce": "later" })),
                _ => (200, json!({ "credential": "a.b.c" })),
            }
        })
    };
    talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata_13(), server(), other)).unwrap();
    assert_eq!((proof(&talk, 0).2.get("nonce"), proof(&talk, 1).2["nonce"].as_str()), (None, Some("later")));
}

#[test]
fn what_is_not_understood_is_asked_once_in_the_other_spelling() {
    let mut talk = Talk::default();
    let other = |asked: &str, body: &str| {
        let credential = asked == "POST https://issuer.example/credential [t-1]";
        (credential && !body.contains("\"format\""))
            .then(|| (400, json!({ "error": "unsupported_credential_type" })))
    };
    talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap();
    assert_eq!(talk.signed.len(), 2);
}

#[test]
fn names_of_several_and_several_of_one() {
    let mut talk = Talk::default();
    let other = |asked: &str, body: &str| match asked {
        "POST https://issuer.example/token" => Some((
            200,
            json!({
                "access_token": "t-1", "token_type": "Bearer",
                "authorization_details": [{
                    "type": "openid_credential", "credential_configuration_id": "Badge",
                    "credential_identifiers": ["one", "two"],
                }],
            }),
        )),
        "POST https://issuer.example/credential [t-1]" => {
            let asked: Value = serde_json::from_str(body).unwrap();
            let name = asked["credential_identifier"].as_str().unwrap();
            Some((200, json!({ "credentials": [{ "credential": name }, { "credential": name }] })))
        }
        _ => None,
    };
    let claimed = talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap();
    let all: Vec<_> = claimed.credentials.iter().map(|one| one.bytes.as_slice()).collect();
    assert_eq!(all, [b"one", b"two"]);
}

#[test]
fn signing_in_with_a_browser() {
    let server = json!({
        "issuer": ISSUER, "token_endpoint": "https://issuer.example/token",
        "authorization_endpoint": "https://login.issuer.example/authorize",
        "pushed_authorization_request_endpoint": "https://issuer.example/par",
        "registration_endpoint": "https://issuer.example/register",
        "authorization_response_iss_parameter_supported": true,
    });
    let other = |asked: &str, _: &str| match asked {
        "POST https://issuer.example/register" => Some((201, json!({ "client_id": "client-1" }))),
        "POST https://issuer.example/par" => Some((201, json!({ "request_uri": "urn:par:1" }))),
        _ => None,
    };
    let offered = offer(&json!({ "authorization_code": { "issuer_state": "s-1" } }));
    let mut talk =
        Talk { returns: Some("code=c-1&state=STATE&iss=https%3A%2F%2Fissuer.example"), ..Talk::default() };
    talk.claim(&offered, &mut issuer(metadata(), server.clone(), other)).unwrap();
    assert_eq!(talk.hosts, ["issuer.example", "login.issuer.example"]);
    let pushed = talk.sent_to("POST https://issuer.example/par").to_owned();
    for part in [
        "client_id=client-1",
        "code_challenge_method=S256",
        "scope=badge",
        "issuer_state=s-1",
        "redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fclaim",
    ] {
        assert!(pushed.contains(part), "{part}: {pushed}");
    }
    let opened = talk.opened.clone().unwrap();
    assert_eq!(
        opened.as_str(),
        "https://login.issuer.example/authorize?client_id=client-1&request_uri=urn%3Apar%3A1"
    );
    let token = talk.sent_to("POST https://issuer.example/token");
    assert!(token.contains("code=c-1") && token.contains("client_id=client-1"), "{token}");
    // The secret behind the challenge is sent now, and not before.
    let verifier = token.split("code_verifier=").nth(1).unwrap().split('&').next().unwrap();
    assert!(!pushed.contains(verifier));
    assert_eq!(proof(&talk, 0).2["iss"], "client-1");

    for (returns, code) in [
        ("code=c-1&state=wrong&iss=https%3A%2F%2Fissuer.example", "claim.other-answer"),
        ("code=c-1&state=STATE&state=STATE&iss=https%3A%2F%2Fissuer.example", "claim.other-answer"),
        ("code=c-1&state=STATE", "claim.other-answer"),
        ("code=c-1&state=STATE&iss=https%3A%2F%2Fother.example", "claim.other-answer"),
        ("error=access_denied&state=STATE&iss=https%3A%2F%2Fissuer.example", "claim.sign-in"),
    ] {
        let mut talk = Talk { returns: Some(returns), ..Talk::default() };
        let error = talk.claim(&offered, &mut issuer(metadata(), server.clone(), other)).unwrap_err();
        assert_eq!(error.code(), code, "{returns}");
        assert!(!talk.sent.iter().any(|(asked, _)| asked.ends_with("/token")), "{returns}");
    }
    let error = Talk::default().claim(&offered, &mut issuer(metadata(), server, other)).unwrap_err();
    assert_eq!(error, ClaimError::NoBrowser("issuer.example".into()));
}

#[test]
fn an_issuer_that_takes_another_kind_of_key() {
    let kinds = |methods: Value, algorithms: Value| {
        let mut metadata = metadata();
        let badge = &mut metadata["credential_configurations_supported"]["Badge"];
        badge["cryptographic_binding_methods_supported"] = methods;
        badge["proof_types_supported"]["jwt"]["proof_signing_alg_values_supported"] = algorithms;
        let mut talk = Talk::default();
        let came = talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata, server(), |_, _| None));
        came.map(|_| proof(&talk, 0))
    };
    let (signer, header, _) = kinds(json!(["jwk"]), json!(["ES256"])).unwrap();
    assert_eq!((signer, &header["jwk"]["x"], header.get("kid")), (Signer::P256, &json!("zDn1"), None));
    let (signer, header, _) = kinds(json!(["did:jwk", "did:key"]), json!(["ES256"])).unwrap();
    assert_eq!((signer, &header["kid"]), (Signer::P256, &json!("did:key:zDn1#zDn1")));
    let (_, header, _) = kinds(json!(["did:key"]), json!(["Ed25519"])).unwrap();
    assert_eq!(header["alg"], "Ed25519");
    assert_eq!(kinds(json!(["did:key"]), json!(["ES384"])).unwrap_err().code(), "claim.key-kind");
    assert_eq!(kinds(json!(["did:ebsi"]), json!(["EdDSA"])).unwrap_err().code(), "claim.key-kind");
}

#[test]
fn a_path_in_the_issuers_name() {
    let id = "https://issuer.example/tenants/1";
    let mut metadata = metadata();
    metadata["credential_issuer"] = json!(id);
    metadata["authorization_servers"] = json!(["https://login.example/realm/"]);
    let offer = json!({
        "credential_issuer": id, "credential_configuration_ids": ["Badge"], "grants": by_code(&json!({})),
    });
    for at in [
        "https://issuer.example/.well-known/openid-credential-issuer/tenants/1",
        "https://issuer.example/tenants/1/.well-known/openid-credential-issuer",
    ] {
        let mut talk = Talk::default();
        let other = |asked: &str, _: &str| match asked.strip_prefix("GET ") {
            Some(asked) if asked == at => Some((200, metadata.clone())),
            // A page for every path is no answer.
            Some(asked) if asked.starts_with("https://issuer.example/") => {
                Some((200, json!("<!doctype html>")))
            }
            Some("https://login.example/realm/.well-known/openid-configuration") => Some((
                200,
                json!({
                    "issuer": "https://login.example/realm", "token_endpoint": "https://login.example/realm/token",
                }),
            )),
            None if asked == "POST https://login.example/realm/token" => {
                Some((200, json!({ "access_token": "t-1" })))
            }
            _ => None,
        };
        talk.claim(&offer.to_string(), &mut issuer(json!({}), server(), other)).unwrap();
        assert_eq!(talk.hosts, ["login.example", "issuer.example"], "{at}");
    }
}

#[test]
fn what_is_given_later() {
    let mut talk = Talk::default();
    let mut asked_later = 0;
    let other = |asked: &str, body: &str| match asked {
        "POST https://issuer.example/credential [t-1]" => {
            Some((202, json!({ "transaction_id": "tr-1", "interval": 3 })))
        }
        "POST https://issuer.example/deferred [t-1]" => {
            asked_later += 1;
            assert_eq!(body, r#"{"transaction_id":"tr-1"}"#);
            Some(match asked_later {
                1 => (400, json!({ "error": "issuance_pending", "interval": 2 })),
                2 => (202, json!({ "transaction_id": "tr-1", "interval": 2 })),
                _ => (200, json!({ "credentials": [{ "credential": "a.b.c" }] })),
            })
        }
        _ => None,
    };
    let claimed = talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap();
    assert_eq!((claimed.credentials.len(), claimed.later, talk.waited), (1, None, 7));
}
