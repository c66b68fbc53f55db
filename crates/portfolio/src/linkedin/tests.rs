use openbadges::Issuer;
use serde_json::Value;
use words::Locale;

use super::*;

fn claims(name: &str, organization: &str, from: &str, until: Option<&str>, id: Option<&str>) -> Claims {
    Claims {
        id: id.map(str::to_owned),
        name: Some(name.to_owned()),
        issuer: Issuer { name: Some(organization.to_owned()), ..Issuer::default() },
        valid_from: Some(IssuerTime::parse_tolerant(from)),
        valid_until: until.map(IssuerTime::parse_tolerant),
        ..Claims::default()
    }
}

fn url_of(from: &str) -> String {
    linkedin(&claims("A", "B", from, None, None), &LinkedInOptions::default(), Words::new(Locale::En)).url
}

fn date_of(from: &str) -> String {
    url_of(from).split("&organizationName=B").nth(1).unwrap_or_default().to_owned()
}

/// The cases that other wallets get wrong, from `export/linkedin_cases.json` of the shared test data.
#[test]
#[expect(clippy::disallowed_methods, reason = "shared test data lies where the environment says")]
fn the_published_cases() {
    let cases = match std::env::var("BADGEFOLIO_CORPUS") {
        Err(_) => {
            println!("skipped 4 LinkedIn cases: BADGEFOLIO_CORPUS is not set");
            return;
        }
        Ok(folder) => {
            std::fs::read_to_string(std::path::Path::new(&folder).join("export/linkedin_cases.json")).unwrap()
        }
    };
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    assert!(cases.len() >= 4);
    for case in &cases {
        let given = &case["inp"];
        let text = |name: &str| given[name].as_str().map(str::to_owned);
        let month = |name: &str| {
            let pair = given[name].as_array()?;
            Some(format!("{}-{:02}-15", pair[0], pair[1].as_i64().unwrap()))
        };
        // A hosted badge is named by its address, any other by its id.
        let id = text("url").filter(|url| url.ends_with(&text("cid").unwrap())).or(text("cid"));
        let mut claims =
            claims(&text("name").unwrap(), &text("org").unwrap(), &month("issued").unwrap(), None, None);
        claims.id = id;
        claims.valid_until = month("expires").map(|date| IssuerTime::parse_tolerant(&date));
        let options = LinkedInOptions { organization_id: text("orgid"), page: text("url") };
        let link = linkedin(&claims, &options, Words::new(Locale::En));
        assert_eq!(link.url, case["expected"].as_str().unwrap(), "{}", case["note"]);
    }
}

#[test]
fn a_hosted_badge_is_named_by_its_own_address() {
    let address = "https://openbadges.education/public/assertions/fxAssertKI000000000001";
    let claims =
        claims("KI-Grundlagen für Vereine", "Lernwerkstatt Beispielstadt", "2026-02-02", None, Some(address));
    let link = linkedin(&claims, &LinkedInOptions::default(), Words::new(Locale::De));
    assert_eq!(
        link.url,
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=KI-Grundlagen%20f%C3%BCr%20Vereine\
         &organizationName=Lernwerkstatt%20Beispielstadt&issueYear=2026&issueMonth=2\
         &certUrl=https%3A%2F%2Fopenbadges.education%2Fpublic%2Fassertions%2FfxAssertKI000000000001\
         &certId=fxAssertKI000000000001"
    );
    let fields: Vec<String> = link.fields.iter().map(|f| format!("{}: {}", f.id.as_str(), f.value)).collect();
    insta::assert_snapshot!(fields.join("\n"), @"
    name: KI-Grundlagen für Vereine
    organization: Lernwerkstatt Beispielstadt
    issueDate: Februar 2026
    credentialId: fxAssertKI000000000001
    credentialUrl: https://openbadges.education/public/assertions/fxAssertKI000000000001
    ");
    let codes: Vec<_> = link.notes.iter().map(|note| note.code.as_ref()).collect();
    assert_eq!(codes, ["linkedin.fields-may-stay-empty", "linkedin.page-unchecked"]);
}

#[test]
fn the_month_is_the_one_the_issuer_wrote() {
    assert_eq!(date_of("2026-01-01T00:30:00+02:00"), "&issueYear=2026&issueMonth=1");
    assert_eq!(date_of("2026-12-31T23:30:00-08:00"), "&issueYear=2026&issueMonth=12");
    assert_eq!(date_of("2026-01-31T23:59:59Z"), "&issueYear=2026&issueMonth=1");
    assert_eq!(date_of("2026-12"), "", "no day, no date");
    assert_eq!(date_of("1425600000"), "&issueYear=2015&issueMonth=3", "a Unix time is read in UTC");
    assert_eq!(date_of("yesterday"), "");
}

#[test]
fn what_only_some_can_open_is_no_page() {
    for id in [
        "urn:uuid:00000000-0000-4000-8000-000000000801",
        "http://badges.example/1",
        "https://localhost/1",
        "https://badges.internal/1",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "https://intranet/1",
        "https://me:secret@badges.example/1",
        "javascript:alert(1)",
        "did:key:z6Mk",
    ] {
        let link = linkedin(
            &claims("A", "B", "2026-01-05", None, Some(id)),
            &LinkedInOptions { organization_id: Some("12a".into()), page: None },
            Words::new(Locale::En),
        );
        assert!(!link.url.contains("certUrl"), "{id}");
        assert!(!link.url.contains("organizationId"), "not figures");
        assert!(link.notes.iter().any(|note| note.code == codes::LINKEDIN_NO_PUBLIC_PAGE), "{id}");
    }
}

#[test]
fn hostile_names_stay_inside_their_parameter() {
    let name = "C++ & Data#<b>\u{202e}%00";
    let link = linkedin(
        &claims(name, "&certUrl=https://evil.example", "2026-01-05", None, None),
        &LinkedInOptions::default(),
        Words::new(Locale::En),
    );
    let url = Url::parse(&link.url).unwrap();
    let names: Vec<String> = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
    assert_eq!(names, ["startTask", "name", "organizationName", "issueYear", "issueMonth"]);
    assert_eq!(url.fragment(), None);
    assert!(!link.fields[0].value.contains('\u{202e}'));
}
