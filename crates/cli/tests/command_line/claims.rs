//! `claim`, as far as it goes without anybody to ask.

use strict_json::json;

use crate::kit::*;

const OFFER: &str = "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fissuer.example%22%2C\
    %22credential_configuration_ids%22%3A%5B%22Badge%22%5D%2C%22grants%22%3A%7B%22urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3A\
    pre-authorized_code%22%3A%7B%22pre-authorized_code%22%3A%22secret-code%22%2C%22tx_code%22%3A%7B%22length%22%3A4%7D%7D%7D%7D";

#[test]
fn an_offer_is_explained_and_nobody_asked() {
    let place = Place::new();
    let looked = place.run_plain(&["claim", "--look", "--json", OFFER]).ends(0);
    let offer = &looked.document()["offer"];
    assert_eq!(offer["host"], "issuer.example");
    assert_eq!(offer["sends"], json!(["code", "pin", "holder-id", "signature"]));
    assert_eq!(offer["pin"]["length"], 4);
    let words = place.run_plain(&["claim", "--look", OFFER]).ends(0);
    assert!(words.out.contains("issuer.example") && words.out.contains("signature"), "{}", words.out);
    assert!(!words.out.contains("secret-code"), "{}", words.out);
}

#[test]
fn without_a_yes_it_waits() {
    let place = Place::new();
    let asked = place.run(&["claim", "--json", OFFER]).ends(2);
    assert_eq!(
        asked.lines(),
        [json!({ "input": "issuer.example", "claim": { "asks": "hosts", "hosts": ["issuer.example"] } })]
    );
    let words = place.run(&["claim", OFFER]).ends(2);
    assert!(words.err.contains("--allow HOST") && !words.err.contains("secret-code"), "{}", words.err);
}

#[test]
fn what_is_no_offer_is_said() {
    let place = Place::new();
    for (text, code) in [
        ("hello", "claim.no-offer"),
        ("openid-credential-offer://?credential_offer_uri=https://10.0.0.1/", "claim.address"),
        ("dccrequest://request?auth_type=code&vc_request_url=https://issuer.example/", "claim.login"),
    ] {
        let ran = place.run_plain(&["claim", "--look", "--json", text]).ends(65);
        assert_eq!(ran.document()["error"]["code"], code, "{text}");
    }
}
