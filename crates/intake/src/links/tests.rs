use proptest::prelude::*;

use super::*;

fn line(text: &str) -> String {
    recognise(text, Around::default().see("accredible.com lcw.app")).map_or("-".to_owned(), |link| {
        let or = |url: &Option<Url>| url.as_ref().map_or("-", Url::as_str).to_owned();
        let login = if link.login { " login" } else { "" };
        let platform = link.platform.as_deref().unwrap_or("-");
        format!(
            "{:?} {platform}{login} {} | {} | {}",
            link.kind,
            link.url,
            or(&link.fetch),
            or(&link.request)
        )
    })
}

#[test]
fn platforms_are_known_by_their_addresses() {
    let all = [
        "https://openbadges.education/public/assertions/fxA?identity__email=m%40p.example",
        "https://api.openbadges.education/v1/user/collect-badges-in-backpack?a=openbadges.education",
        "https://eu.badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json?identity__email=x",
        "https://api.badges.example/public/assertions/fxBadgrAssertion000001?action=download",
        "https://www.credly.com/badges/00000000-0000-4000-8000-000000000101/public_url",
        "https://www.credly.com/go/fX1xTuR3",
        "https://certificates.school.example/00000000-0000-4000-8000-000000000101?key=0123",
        "https://moodle.example/sub/badges/badge.php?hash=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed",
        "https://openbadgefactory.com/c/receive/fx?e=r%40m.example&k=key&t=token",
        "https://wallet.blockcerts.org/#/import-certificate/https%3A%2F%2Fc.example%2Ffx-1",
        "https://claim.example/?token=eyJhbGciOiJub25lIn0.e30.AA",
        "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fi.example%22%7D",
        "https://lcw.app/request.html?issuer=x&vc_request_url=https://v.example/exchange/1",
        "https://network.learncard.com/interactions/inbox-claim/1?iuv=1",
    ];
    let lines: Vec<String> = all.iter().map(|text| line(text)).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    Assertion oeb https://openbadges.education/public/assertions/fxA | https://api.openbadges.education/public/assertions/fxA | -
    Claim oeb login https://api.openbadges.education/v1/user/collect-badges-in-backpack?a=openbadges.education | - | -
    Assertion badgr https://eu.badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json | https://api.eu.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv | -
    Assertion badgr https://api.badges.example/public/assertions/fxBadgrAssertion000001 | https://api.badges.example/public/assertions/fxBadgrAssertion000001 | -
    Assertion credly https://www.credly.com/badges/00000000-0000-4000-8000-000000000101/public_url | https://api.credly.com/v1/obi/v2/badge_assertions/00000000-0000-4000-8000-000000000101 | -
    Claim credly login https://www.credly.com/go/fX1xTuR3 | - | -
    Assertion accredible https://certificates.school.example/00000000-0000-4000-8000-000000000101 | https://api.accredible.com/v1/obi/badge_assertions/00000000-0000-4000-8000-000000000101 | -
    Assertion moodle https://moodle.example/sub/badges/badge.php?hash=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed | https://moodle.example/sub/badges/assertion.php?obversion=2&b=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed | -
    Claim obf https://openbadgefactory.com/c/receive/fx | - | -
    Assertion blockcerts https://c.example/fx-1 | https://c.example/fx-1 | -
    Claim dcc https://claim.example/ | - | -
    Offer oid4vci openid-credential-offer://?credential_issuer=https://i.example/ | - | https://i.example/
    Offer dcc dccrequest://request?vc_request_url=https://v.example/exchange/1 | - | https://v.example/exchange/1
    Offer learncard https://network.learncard.com/interactions/inbox-claim/1?iuv=1 | - | https://network.learncard.com/interactions/inbox-claim/1?iuv=1
    ");
}

#[test]
fn what_only_looks_like_it_is_none() {
    for bad in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv",
        "https://169.254.169.254/public/assertions/AbCdEfGhIjKlMnOpQrStUv",
        "https://localhost/public/assertions/AbCdEfGhIjKlMnOpQrStUv",
        "https://www.credly.com@evil.example/badges/00000000-0000-4000-8000-000000000101",
        "https://www.cred1y.com/badges/00000000-0000-4000-8000-000000000101",
        "https://api.openbadges.education/v1/user/confirmemail/fx?token=fx",
        "https://openbadges.education/",
        "https://api.badges.example/public/issuers/fxBadgrIssuer000000001",
        "https://wallet.blockcerts.org/#/import-certificate/http%3A%2F%2F127.0.0.1%2F",
        "openid-credential-offer://?credential_offer_uri=http%3A%2F%2Flocalhost%2F",
        "",
    ] {
        assert_eq!(line(bad), "-", "{bad}");
    }
}

#[test]
fn rewritten_links_are_unwrapped_without_a_request() {
    for (wrapped, expected) in [
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&data=05%7C02",
            "https://a.example/b?c=1",
        ),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-3Fc-3D1&d=DwMF",
            "https://a.example/b?c=1",
        ),
        ("https://urldefense.com/v3/__https://a.example/b?c=1__;!!x!y$", "https://a.example/b?c=1"),
        ("https://urldefense.com/v3/__https://a.example/b*c=1__;Pw!!x!y$", "https://a.example/b?c=1"),
        ("https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb&sa=D", "https://a.example/b"),
        (
            "https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fa.example%2Fb",
            "https://a.example/b",
        ),
        (
            "https://www.google.com/url?q=https%3A%2F%2Fderef-web.de%2F%3FredirectUrl%3Dhttps%253A%252F%252Fa.example%252F",
            "https://a.example/",
        ),
        (
            "https://www.google.com/url?q=javascript%3Aalert(1)",
            "https://www.google.com/url?q=javascript%3Aalert(1)",
        ),
        ("https://u1.ct.sendgrid.example/ls/click?upn=x", "https://u1.ct.sendgrid.example/ls/click?upn=x"),
    ] {
        assert_eq!(unwrap(wrapped), expected);
    }
}

#[test]
fn addresses_end_where_the_sentence_goes_on() {
    let text =
        "See (https://a.example/1), <https://b.example/2>. Or https://c.example/x_(y)! http://d.example/";
    let found: Vec<&str> = addresses(text).collect();
    assert_eq!(
        found,
        ["https://a.example/1", "https://b.example/2", "https://c.example/x_(y)", "http://d.example/"]
    );
}

#[test]
fn nothing_secret_is_in_what_is_shown() {
    let link = recognise(
        "https://claim.example/?token=eyJhbGciOiJub25lIn0.e30.AA",
        Around::default().see("lcw.app"),
    )
    .unwrap();
    assert!(!link.url.contains("eyJ") && link.opens.contains("eyJ"));
    let offer = "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fi.example%22%2C%22pre-authorized_code%22%3A%22s3cret%22%7D";
    assert!(!recognise(offer, Around::default()).unwrap().url.contains("s3cret"));
}

proptest! {
    #[test]
    fn never_panics(text in "\\PC{0,100}") {
        let _ = recognise(&text, Around::default());
        let _: Vec<&str> = addresses(&text).collect();
        let _ = unwrap(&format!("https://urldefense.com/v3/__{text}"));
        let _ = unwrap(&format!("https://urldefense.proofpoint.com/v2/url?u={text}"));
        let _ = recognise(&format!("openid-credential-offer://?{text}"), Around::default());
    }
}

#[test]
fn an_offer_that_is_all_of_a_text_is_a_link_and_no_broken_address() {
    for offer in [
        "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1",
        "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fissuer.example%22%7D\n",
        "dccrequest://request?issuer=x&vc_request_url=https://issuer.example/exchange/1",
    ] {
        let scan = crate::scan(offer.as_bytes(), "").unwrap();
        assert_eq!(scan.links.len(), 1, "{offer}");
        assert_eq!((scan.links[0].kind, scan.links[0].host.as_str()), (LinkKind::Offer, "issuer.example"));
        assert!(scan.found.is_empty() && scan.passed.is_empty(), "{offer}");
    }
    let scan = crate::scan(b"javascript:alert(1)", "").unwrap();
    assert!(scan.links.is_empty(), "no other scheme is one");
}
