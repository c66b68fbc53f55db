use strict_json::{Value, json};

use super::talk::{Said, Talk};
use crate::{Next, Reply, Statement};

const AT: &str = "https://issuer.example/exchanges/1";

fn asks(more: &Value) -> Value {
    let mut request = json!({ "query": [{ "type": "DIDAuthentication" }], "challenge": "ch-1", "domain": "issuer.example" });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "verifiablePresentationRequest": request })
}

fn gives() -> Value {
    json!({ "verifiablePresentation": { "type": ["VerifiablePresentation"], "verifiableCredential": [{ "type": ["VerifiableCredential"] }] } })
}

fn signed(talk: &Talk) -> (Value, Value) {
    let Some(Statement::Presentation { document, proof }) = talk.signed.first() else {
        panic!("{:?}", talk.signed)
    };
    (document.clone(), proof.clone())
}

/// An exchange that asks so, and gives once it was answered.
fn exchange(asks: Value) -> impl FnMut(&str, &str) -> Said {
    move |asked: &str, body: &str| match asked {
        "GET https://issuer.example/i/1?iuv=1" => (200, json!({ "protocols": { "vcapi": AT } })),
        "POST https://issuer.example/exchanges/1" if body == "{}" => (200, asks.clone()),
        "POST https://issuer.example/exchanges/1" | "POST https://issuer.example/old" => (200, gives()),
        _ => (404, Value::Null),
    }
}

#[test]
fn an_interaction_that_asks_who_one_is() {
    let mut talk = Talk::default();
    let claimed = talk.claim("https://issuer.example/i/1?iuv=1", &mut exchange(asks(&json!({})))).unwrap();
    let given: Value = strict_json::read(&claimed.credentials[0].bytes).unwrap();
    assert_eq!((claimed.credentials.len(), given), (1, gives()["verifiablePresentation"].clone()));
    let (document, proof) = signed(&talk);
    assert_eq!(
        document,
        json!({
            "@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/suites/ed25519-2020/v1"],
            "type": ["VerifiablePresentation"], "holder": "did:key:z6Mk1",
        })
    );
    assert_eq!(
        proof,
        json!({
            "type": "Ed25519Signature2020", "created": "2026-11-22T12:00:00Z", "verificationMethod": "did:key:z6Mk1#z6Mk1",
            "proofPurpose": "authentication", "challenge": "ch-1", "domain": "issuer.example",
        })
    );
    let sent: Value = serde_json::from_str(&talk.sent.last().unwrap().1).unwrap();
    assert_eq!(sent["verifiablePresentation"]["proof"]["proofValue"], "z1");
}

#[test]
fn the_suite_that_is_wanted() {
    let suites = |suites: Value| {
        let mut talk = Talk::default();
        let query = json!({ "query": { "type": "DIDAuthentication", "acceptedMethods": [{ "method": "key" }], "acceptedCryptosuites": suites } });
        talk.claim(&format!("interaction:{AT}"), &mut |asked: &str, body: &str| match asked {
            "GET https://issuer.example/exchanges/1" => (200, asks(&query)),
            _ => exchange(Value::Null)(asked, body),
        })
        .map(|_| signed(&talk).1)
    };
    assert_eq!(
        suites(json!([{ "cryptosuite": "eddsa-rdfc-2022" }])).unwrap()["cryptosuite"],
        "eddsa-rdfc-2022"
    );
    assert_eq!(suites(json!(["Ed25519Signature2020"])).unwrap()["type"], "Ed25519Signature2020");
    assert_eq!(suites(json!([{ "cryptosuite": "ecdsa-rdfc-2019" }])).unwrap_err().code(), "claim.key-kind");
}

#[test]
fn links_of_the_consortium() {
    let direct = "https://lcw.app/request.html?issuer=x&auth_type=bearer&challenge=ch-9&vc_request_url=https://issuer.example/old";
    let mut talk = Talk::default();
    talk.claim(direct, &mut exchange(Value::Null)).unwrap();
    let sent: Value = serde_json::from_str(talk.sent_to("POST https://issuer.example/old")).unwrap();
    assert_eq!(
        (sent["proof"]["challenge"].as_str(), sent["proof"]["domain"].as_str()),
        (Some("ch-9"), Some("issuer.example"))
    );
    assert_eq!(talk.sent.len(), 1, "nothing is asked before");

    let begun = format!("dccrequest://request?issuer=x&auth_type=bearer&vc_request_url={AT}");
    let service = json!({
        "domain": "https://issuer.example",
        "interact": { "service": [{ "type": "UnmediatedPresentationService2021", "serviceEndpoint": "https://issuer.example/old" }] },
    });
    let mut talk = Talk::default();
    talk.claim(&begun, &mut exchange(asks(&service))).unwrap();
    let sent: Value = serde_json::from_str(talk.sent_to("POST https://issuer.example/old")).unwrap();
    assert_eq!(sent["holder"], "did:key:z6Mk1");
}

#[test]
fn a_signature_is_only_made_for_whom_it_is_sent_to() {
    for (more, code) in [
        (json!({ "domain": "bank.example" }), "claim.domain"),
        (json!({ "domain": "https://bank.example" }), "claim.domain"),
        (json!({ "domain": "issuer.example.evil.example" }), "claim.domain"),
        (json!({ "domain": "https://issuer.example:8443" }), "claim.domain"),
        (json!({ "challenge": null }), "claim.unreadable"),
        (json!({ "query": [] }), "claim.unreadable"),
        (json!({ "query": [{ "type": "QueryByExample" }, { "type": "DIDAuthentication" }] }), "claim.query"),
        (json!({ "query": { "type": "ZcapQuery" } }), "claim.query"),
        (
            json!({ "query": { "type": "DIDAuthentication", "acceptedMethods": [{ "method": "web" }] } }),
            "claim.key-kind",
        ),
        (
            json!({ "interact": { "service": [{ "type": "UnmediatedHttpPresentationService2021", "serviceEndpoint": "https://127.0.0.1/" }] } }),
            "claim.address",
        ),
    ] {
        let mut talk = Talk::default();
        let error = talk.claim("https://issuer.example/i/1?iuv=1", &mut exchange(asks(&more))).unwrap_err();
        assert_eq!((error.code(), talk.signed.len()), (code, 0), "{more}");
    }
    // Without a domain it is bound to whom it goes to.
    let mut talk = Talk::default();
    talk.claim("https://issuer.example/i/1?iuv=1", &mut exchange(asks(&json!({ "domain": null })))).unwrap();
    assert_eq!(signed(&talk).1["domain"], "issuer.example");
}

#[test]
fn exchanges_that_go_nowhere() {
    let came = |answers: Value| {
        let mut talk = Talk::default();
        talk.claim("https://issuer.example/i/1?iuv=1", &mut |asked: &str, _: &str| match asked {
            "GET https://issuer.example/i/1?iuv=1" => (200, json!({ "protocols": { "vcapi": AT } })),
            _ => (200, answers.clone()),
        })
        .map_or_else(|error| error.code(), |_| "ok")
    };
    assert_eq!(came(asks(&json!({}))), "claim.endless");
    assert_eq!(came(json!({})), "claim.nothing");
    assert_eq!(came(json!({ "redirectUrl": "https://issuer.example/page" })), "claim.web-page");
    assert_eq!(came(json!("<html>")), "claim.unreadable");
    assert_eq!(came(json!({ "type": ["VerifiableCredential"] })), "ok");
    assert_eq!(came(json!("eyJ.eyJ.c2ln")), "ok");
    // Each interaction leads to the next one.
    let mut talk = Talk::default();
    let error = talk
        .claim("https://issuer.example/i/1?iuv=1", &mut |_, _| {
            (200, json!({ "protocols": { "OID4VCI": "https://issuer.example/offer" } }))
        })
        .unwrap_err();
    assert_eq!(error.code(), "claim.offer");
}

#[test]
fn an_interaction_that_leads_to_openid() {
    let offer = crate::Offer::read("https://issuer.example/i/1?iuv=1").unwrap();
    let mut claim = crate::Claim::new(offer, super::talk::holder(), &[0; 64]);
    let now = super::talk::now();
    assert!(matches!(claim.advance(Reply::Start, now), Ok(Next::Send(_))));
    let body = json!({ "protocols": { "OID4VCI": "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fother.example%2Fo" } });
    let answer = crate::Response {
        status: 200,
        media_type: None,
        retry_after: None,
        body: body.to_string().into_bytes(),
    };
    let Ok(Next::Send(request)) = claim.advance(Reply::Answered(answer), now) else { panic!() };
    assert_eq!(request.host(), "other.example");
}
