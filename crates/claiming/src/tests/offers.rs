use crate::{Offer, Protocol, Sends};

fn code(text: &str) -> &'static str {
    Offer::read(text).err().map_or("ok", |error| error.code())
}

#[test]
fn offers_in_every_dress() {
    let inline = "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fissuer.chamber.example%22%2C\
        %22credential_configuration_ids%22%3A%5B%22OpenBadgeCredential_jwt_vc_json%22%5D%2C%22grants%22%3A%7B\
        %22urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code%22%3A%7B%22pre-authorized_code%22%3A%22fx-pre-auth-code%22%2C\
        %22tx_code%22%3A%7B%22input_mode%22%3A%22numeric%22%2C%22length%22%3A4%2C%22description%22%3A%22PIN%20sent%20by%20post%22%7D%7D%7D%7D";
    let offer = Offer::read(inline).unwrap();
    assert_eq!(
        (offer.protocol(), offer.hosts()),
        (Protocol::OpenId, vec!["issuer.chamber.example".to_owned()])
    );
    assert_eq!(offer.offered(), ["OpenBadgeCredential_jwt_vc_json"]);
    assert_eq!(offer.pin().and_then(|pin| pin.length), Some(4));
    assert_eq!(offer.sends(), [Sends::Code, Sends::Pin, Sends::HolderId, Sends::Signature]);
    assert!(!format!("{offer:?}").contains("fx-pre-auth-code"), "the code is a secret");
    for (text, protocol, host) in [
        (
            "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fa.example%2Foffer",
            Protocol::OpenId,
            "a.example",
        ),
        ("haip://?credential_offer_uri=https://a.example/offer", Protocol::OpenId, "a.example"),
        (
            "https://wallet.example/add?credential_offer_uri=https%3A%2F%2Fa.example%2Foffer",
            Protocol::OpenId,
            "a.example",
        ),
        ("https://learncard.com/interactions/inbox-claim/x?iuv=1", Protocol::Exchange, "learncard.com"),
        ("interaction:https://a.example/i/1?iuv=1", Protocol::Exchange, "a.example"),
        (
            "https://lcw.app/request.html?issuer=x&auth_type=bearer&challenge=c&vc_request_url=https://a.example/exchange/1",
            Protocol::Exchange,
            "a.example",
        ),
        (
            "dccrequest://request?issuer=x&vc_request_url=https%3A%2F%2Fa.example%2Fexchange&auth_type=bearer&challenge=c",
            Protocol::Exchange,
            "a.example",
        ),
        (
            "dccrequest://request?vc_request_url=https://a.example/exchange?challenge=c&auth_type=bearer",
            Protocol::Exchange,
            "a.example",
        ),
        (
            r#"dccrequest://request?request={"protocols":{"vcapi":"https://a.example/e"}}"#,
            Protocol::Exchange,
            "a.example",
        ),
        (
            r#"https://lcw.app/request?request={"protocols":{"OID4VCI":"openid-credential-offer://?credential_offer_uri=https%253A%252F%252Fa.example%252Fo"}}"#,
            Protocol::OpenId,
            "a.example",
        ),
    ] {
        let offer = Offer::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((offer.protocol(), offer.hosts()), (protocol, vec![host.to_owned()]), "{text}");
    }
}

#[test]
fn what_is_no_offer() {
    for (text, expected) in [
        ("", "claim.no-offer"),
        ("hello", "claim.no-offer"),
        ("https://a.example/", "claim.no-offer"),
        ("mailto:a@b.example", "claim.no-offer"),
        ("{}", "claim.no-offer"),
        ("openid-credential-offer://", "claim.offer"),
        ("openid-credential-offer://?credential_offer={}", "claim.offer"),
        (
            "openid-credential-offer://?credential_offer={&credential_offer_uri=https://a.example",
            "claim.offer",
        ),
        ("openid-credential-offer://?credential_offer_uri=http://a.example/", "claim.address"),
        ("interaction:http://a.example/?iuv=1", "claim.address"),
        ("dccrequest://request?vc_request_url=https://10.0.0.1/", "claim.address"),
        ("dccrequest://request?auth_type=code&vc_request_url=https://a.example/", "claim.login"),
        ("dccrequest://request", "claim.offer"),
        ("https://a.example/.well-known/badgeconnect.json", "claim.badge-connect"),
        ("https://a.example/bcv1/manifest/a.example", "claim.badge-connect"),
        ("https://a.example/ims/ob/v3p0/credentials?limit=10", "claim.badge-connect"),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
    assert_eq!(code(&"a".repeat(100_000)), "claim.no-offer");
    let many: Vec<String> = (0..1000).map(|n| n.to_string()).collect();
    let many = strict_json::json!({ "credential_issuer": "https://a.example", "credential_configuration_ids": many });
    assert_eq!(code(&many.to_string()), "claim.endless");
}
