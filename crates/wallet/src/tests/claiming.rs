//! Claiming what an issuer offers.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use openbadges::Note;
use strict_json::{Value, json};

use super::kit::{Issuer, World, id, secret};
use crate::ports::{Call, Request, Response};
use crate::views::{ClaimProtocol, ClaimSends, ClaimState, RecipientAnswer};
use crate::{ClaimTerms, Wallet};

const OFFER: &str = r#"{"credential_issuer":"https://issuer.example","credential_configuration_ids":["Badge"],
    "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"code-1","tx_code":{"length":4}}}}"#;

/// From an address and a body to a status and an answer.
type Answering = Box<dyn Fn(&str, &[u8]) -> (u16, Value) + Send + Sync>;

/// An issuer who answers what a function says, and remembers what it was asked.
struct Double {
    answer: Answering,
    asked: Mutex<Vec<(String, Vec<u8>)>>,
}

impl Double {
    fn new(answer: impl Fn(&str, &[u8]) -> (u16, Value) + Send + Sync + 'static) -> Arc<Double> {
        Arc::new(Double { answer: Box::new(answer), asked: Mutex::default() })
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|(asked, _)| asked.clone()).collect()
    }
}

impl Call for Double {
    fn send<'a>(
        &'a self,
        request: &'a Request,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Result<Response, Note>> {
        assert!(allow(&request.host()), "asked {} without consent", request.host());
        let body = request.content().map(|(_, body)| body.to_vec()).unwrap_or_default();
        let asked = request.url().to_string();
        self.asked.lock().unwrap().push((asked.clone(), body.clone()));
        let (status, answer) = (self.answer)(&asked, &body);
        let response = Response::plain(status, "application/json", answer.to_string());
        async move { Ok(response) }.boxed_local()
    }
}

fn world(double: &Arc<Double>) -> World {
    let mut world = World::open(None);
    let call: Arc<Double> = Arc::clone(double);
    world.wallet.ports.call = Some(call);
    world
}

/// An issuer of OpenID4VCI 1.0 whose token endpoint is somewhere else.
fn issuer() -> Arc<Double> {
    Double::new(|asked, body| match asked {
        "https://issuer.example/.well-known/openid-credential-issuer" => (
            200,
            json!({
                "credential_issuer": "https://issuer.example",
                "authorization_servers": ["https://login.example"],
                "credential_endpoint": "https://issuer.example/credential",
                "nonce_endpoint": "https://issuer.example/nonce",
                "credential_configurations_supported": { "Badge": {
                    "format": "jwt_vc_json",
                    "cryptographic_binding_methods_supported": ["did:key"],
                    "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ["EdDSA"] } },
                    "credential_metadata": { "display": [{ "name": "Forklift" }] },
                } },
            }),
        ),
        "https://login.example/.well-known/oauth-authorization-server" => (
            200,
            json!({ "issuer": "https://login.example", "token_endpoint": "https://login.example/token" }),
        ),
        "https://login.example/token" if body.ends_with(b"tx_code=1234") => {
            (200, json!({ "access_token": "t-1", "token_type": "Bearer" }))
        }
        "https://login.example/token" => (400, json!({ "error": "invalid_grant" })),
        "https://issuer.example/nonce" => (200, json!({ "c_nonce": "n-1" })),
        "https://issuer.example/credential" => {
            let asked: Value = serde_json::from_slice(body).unwrap();
            let proof = asked["proofs"]["jwt"][0].as_str().unwrap();
            let signed = verification::sign::check_jws(proof).unwrap();
            let claims = URL_SAFE_NO_PAD.decode(proof.split('.').nth(1).unwrap()).unwrap();
            let claims: Value = serde_json::from_slice(&claims).unwrap();
            assert_eq!((&claims["aud"], &claims["nonce"]), (&json!("https://issuer.example"), &json!("n-1")));
            let subject = json!({ "credentialSubject": {
                "id": signed.did, "type": ["AchievementSubject"],
                "achievement": {
                    "id": "urn:uuid:aaaaaaaa-0000-4000-8000-000000000009", "type": ["Achievement"], "name": "Forklift",
                    "description": "Moves pallets", "criteria": { "narrative": "Forty hours" },
                },
            } });
            let badge = Issuer::by_key(9, "Harbour Chamber").badge(&id(9), "Forklift", &subject);
            (200, json!({ "credentials": [{ "credential": badge }] }))
        }
        other => panic!("{other}"),
    })
}

fn claim(wallet: &Wallet, offer: &str, allow: &[&str], pin: Option<&str>) -> ClaimState {
    let terms = ClaimTerms {
        pin: pin.map(secret),
        allow: allow.iter().map(|host| (*host).to_owned()).collect(),
        hold: true,
        ..ClaimTerms::default()
    };
    wallet.claim(offer, &terms).unwrap().value
}

#[test]
fn an_offer_is_looked_at_without_asking_anybody() {
    let double = Double::new(|asked, _| panic!("{asked}"));
    let view = world(&double).wallet.claim_look(OFFER).unwrap();
    assert_eq!((view.protocol, view.host.as_str()), (ClaimProtocol::OpenId4Vci, "issuer.example"));
    assert_eq!(view.offered, ["Badge"]);
    assert_eq!(view.sends, [ClaimSends::Code, ClaimSends::Pin, ClaimSends::HolderId, ClaimSends::Signature]);
    assert_eq!(view.pin.unwrap().length, Some(4));
}

#[test]
fn a_claim_step_by_step_into_the_inbox() {
    let double = issuer();
    let world = world(&double);
    let wallet = &world.wallet;
    let ClaimState::AskHosts { hosts } = claim(wallet, OFFER, &[], None) else { panic!() };
    assert_eq!((hosts, double.asked().len()), (vec!["issuer.example".to_owned()], 0));
    // A consent that was given for looking things up is none for saying who one is.
    let backpack = wallet.backpack().unwrap();
    backpack.give_consent("issuer.example", wallet.now()).unwrap();
    assert!(matches!(claim(wallet, OFFER, &[], None), ClaimState::AskHosts { .. }));
    assert!(double.asked().is_empty());

    let first = ["issuer.example"];
    let ClaimState::AskHosts { hosts } = claim(wallet, OFFER, &first, None) else { panic!() };
    assert_eq!(hosts, ["login.example"]);
    let both = ["issuer.example", "login.example"];
    let ClaimState::AskPin { pin, wrong } = claim(wallet, OFFER, &both, None) else { panic!() };
    assert_eq!((pin.length, wrong), (Some(4), false));
    assert!(!double.asked().iter().any(|asked| asked.ends_with("/token")), "nothing was used up");
    let ClaimState::AskPin { wrong, .. } = claim(wallet, OFFER, &both, Some("0000")) else { panic!() };
    assert!(wrong);

    let ClaimState::Added { added } = claim(wallet, OFFER, &both, Some(" 1234 ")) else { panic!() };
    assert_eq!((added.inputs.len(), added.inputs[0].name.as_str()), (1, "Forklift"));
    let inbox = wallet.inbox().unwrap();
    assert_eq!(
        (inbox.len(), inbox[0].recipient),
        (1, RecipientAnswer::Match),
        "it is for the learner's own key"
    );
    let _ = wallet.keep(&added.inputs[0].found).unwrap();
    assert_eq!(wallet.badge(&added.inputs[0].found[0]).unwrap().sources[0].kind, "claim");
    assert!(wallet.settings().unwrap().consents.contains(&"login.example".to_owned()));
}

#[test]
fn an_exchange_gets_a_signature_for_itself_alone() {
    let double = Double::new(|asked, body| match asked {
        "https://issuer.example/i?iuv=1" => {
            (200, json!({ "protocols": { "vcapi": "https://issuer.example/e" } }))
        }
        "https://issuer.example/e" if body == b"{}" => (
            200,
            json!({ "verifiablePresentationRequest": {
                "query": [{ "type": "DIDAuthentication", "acceptedCryptosuites": [{ "cryptosuite": "eddsa-rdfc-2022" }] }],
                "challenge": "ch-1",
            } }),
        ),
        "https://issuer.example/e" => {
            let sent: Value = serde_json::from_slice(body).unwrap();
            let proof = &sent["verifiablePresentation"]["proof"];
            assert_eq!((&proof["challenge"], &proof["domain"]), (&json!("ch-1"), &json!("issuer.example")));
            assert_eq!(proof["proofPurpose"], "authentication");
            assert!(proof["proofValue"].as_str().unwrap().starts_with('z'));
            let badge = Issuer::by_key(9, "Harbour Chamber").badge(&id(9), "Forklift", &json!({}));
            let enveloped = json!({
                "@context": "https://www.w3.org/ns/credentials/v2", "type": "EnvelopedVerifiableCredential",
                "id": format!("data:application/vc+jwt,{badge}"),
            });
            (
                200,
                json!({ "verifiablePresentation": {
                "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
                "verifiableCredential": [enveloped],
            } }),
            )
        }
        other => panic!("{other}"),
    });
    let world = world(&double);
    let came = claim(&world.wallet, "https://issuer.example/i?iuv=1", &["issuer.example"], None);
    let ClaimState::Added { added } = came else { panic!() };
    assert_eq!(added.inputs[0].found.len(), 1, "{added:?}");
}

#[test]
fn without_a_network_it_is_said_so() {
    let world = World::open(None);
    let terms = ClaimTerms { allow: vec!["issuer.example".to_owned()], ..ClaimTerms::default() };
    assert_eq!(world.wallet.claim(OFFER, &terms).unwrap_err().code, "fetch.offline");
    assert_eq!(world.wallet.claim_look("hello").unwrap_err().code, "claim.no-offer");
}

#[test]
fn every_code_of_a_claim_has_its_sentence() {
    let without: Vec<_> = claiming::codes::ALL.iter().filter(|code| !words::Words::has_code(code)).collect();
    assert!(without.is_empty(), "no sentence for {without:?}");
    assert!(claiming::codes::ALL.is_sorted());
}
