use strict_json::{Value, json};

use super::text::{Reader, duration_minutes};
use super::*;
use crate::Credential;

fn of(document: Value) -> Claims {
    Credential::read(document.to_string().as_bytes()).unwrap().claims()
}

fn ob3(more: Value) -> Value {
    let mut document = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "id": "urn:uuid:1",
        "issuer": "https://i.example/1",
        "validFrom": "2026-01-04T12:00:00+01:00",
        "credentialSubject": {"type": ["AchievementSubject"], "achievement": {"name": "First Aid"}}
    });
    for (name, value) in more.as_object().unwrap() {
        document[name.as_str()] = value.clone();
    }
    document
}

#[test]
fn an_open_badge_3_says_all_this() {
    let claims = of(ob3(json!({
        "name": "outer name",
        "issuer": {"id": "did:web:i.example", "name": {"@value": "Red Vest"}, "url": "https://i.example", "image": {"id": "data:image/png;base64,AA==", "type": "Image"}},
        "validUntil": "2027-01-04T12:00:00Z",
        "evidence": [{"id": "https://e.example/1", "name": "Photo"}, {}],
        "credentialSubject": {
            "id": "did:key:z6Mk",
            "identifier": [
                {"type": "IdentityObject", "hashed": true, "identityHash": "sha256$00", "identityType": "emailAddress", "salt": "s"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "Robin Sample", "identityType": "name"}
            ],
            "narrative": "She came every week.",
            "result": [{"resultDescription": "urn:r:1", "value": "B", "achievedLevel": "urn:l:1", "status": "Completed"}],
            "achievement": {
                "id": "urn:a:1", "name": "First\u{7} Aid ", "description": "Nine lessons.", "achievementType": "Certificate",
                "criteria": {"id": "https://c.example", "narrative": "Attend."},
                "alignment": [{"targetName": "Aid", "targetUrl": "https://f.example", "targetType": "ext:x"}],
                "image": "https://i.example/picture.png", "inLanguage": "en", "tag": ["aid", "health"],
                "resultDescription": [{"id": "urn:r:1", "name": "Grade", "rubricCriterionLevel": [{"id": "urn:l:1", "name": "Mastered"}]}]
            }
        }
    })));
    insta::assert_json_snapshot!(claims, @r#"
    {
      "id": "urn:uuid:1",
      "name": "First Aid",
      "issuer": {
        "id": "did:web:i.example",
        "name": "Red Vest",
        "url": "https://i.example",
        "image": "data:image/png;base64,AA=="
      },
      "validFrom": "2026-01-04T12:00:00+01:00",
      "validUntil": "2027-01-04T12:00:00Z",
      "achievementType": "Certificate",
      "criteria": "Attend.",
      "criteriaUrl": "https://c.example",
      "alignments": [
        {
          "name": "Aid",
          "url": "https://f.example",
          "description": null,
          "framework": null,
          "code": null,
          "kind": "ext:x"
        }
      ],
      "evidence": [
        {
          "url": null,
          "name": null,
          "narrative": "She came every week.",
          "description": null,
          "genre": null
        },
        {
          "url": "https://e.example/1",
          "name": "Photo",
          "narrative": null,
          "description": null,
          "genre": null
        }
      ],
      "results": [
        {
          "name": "Grade",
          "value": "B",
          "status": "Completed",
          "level": "Mastered"
        }
      ],
      "description": "Nine lessons.",
      "image": "https://i.example/picture.png",
      "achievementId": "urn:a:1",
      "recipient": [
        {
          "kind": "did",
          "value": "did:key:z6Mk",
          "hashed": false
        },
        {
          "kind": "email",
          "value": "sha256$00",
          "hashed": true,
          "salt": "s"
        }
      ],
      "recipientName": "Robin Sample",
      "tags": [
        "aid",
        "health"
      ],
      "language": "en",
      "category": null,
      "level": null,
      "studyLoadMinutes": null,
      "competencies": [],
      "ects": null
    }
    "#);
}

#[test]
fn issuer_and_names_come_in_many_shapes() {
    assert_eq!(of(ob3(json!({}))).issuer.id.as_deref(), Some("https://i.example/1"));
    assert_eq!(of(ob3(json!({}))).name.as_deref(), Some("First Aid"));
    let map = json!({"credentialSubject": {"achievement": {"inLanguage": "de", "name": {"en": "Aid", "de": "Hilfe"}}}});
    assert_eq!(of(ob3(map)).name.as_deref(), Some("Hilfe"));
    let first = json!({"credentialSubject": [{"achievement": [{"name": {"fr": "Secours", "en": "Aid"}}]}]});
    assert_eq!(of(ob3(first)).name.as_deref(), Some("Secours"));
    let list =
        json!({"credentialSubject": {"achievement": {"name": [{"@value": "Aid", "@language": "en"}, "x"]}}});
    assert_eq!(of(ob3(list)).name.as_deref(), Some("Aid"));
    let none = json!({"credentialSubject": {}, "type": ["VerifiableCredential", "OpenBadgeCredential", "ForkliftPass"]});
    assert_eq!(of(ob3(none)).name.as_deref(), Some("ForkliftPass"));
    let odd = Reader { language: None };
    assert_eq!(odd.text(Some(&json!({"description": "no language"}))), None);
    assert_eq!(odd.text(Some(&json!([[[[["too deep"]]]]]))), None);
}

#[test]
fn a_date_that_is_none_is_never_no_date() {
    let odd = of(ob3(json!({"validUntil": 5})));
    assert_eq!(odd.valid_until.unwrap(), IssuerTime { text: "5".into(), instant: None });
    let old = json!({"validFrom": null, "issuanceDate": "2020-01-01T00:00:00Z"});
    assert_eq!(of(ob3(old)).valid_from.unwrap().text, "2020-01-01T00:00:00Z");
}

#[test]
fn study_load_is_minutes_at_oeb_and_hours_at_edubadges() {
    let load = |context: &str| {
        let extension = json!({"@context": context, "StudyLoad": 2});
        of(ob3(json!({"extensions:StudyLoadExtension": extension}))).study_load_minutes
    };
    assert_eq!(
        load("https://api.openbadges.education/static/extensions/StudyLoadExtension/context.json"),
        Some(2)
    );
    assert_eq!(load("https://www.edubadges.nl/static/extensions/StudyLoadExtension/context.json"), Some(120));
    assert_eq!(load("https://notedubadges.nl.example/StudyLoadExtension/context.json"), Some(2));
    // The context may stand around it.
    let around = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
                     "https://api-test.edubadges.nl/static/extensions/StudyLoadExtension/context.json"],
        "extensions:StudyLoadExtension": {"StudyLoad": "1,5"},
        "extensions:ECTSExtension": {"ECTS": 2.5}
    });
    let claims = of(ob3(around));
    assert_eq!((claims.study_load_minutes, claims.ects), (Some(90), Some(2.5)));
}

#[test]
fn the_competencies_of_oeb_are_read_wherever_they_stand() {
    let competency = json!([{"name": "Aid", "studyLoad": 90, "category": "skill", "framework_identifier": "", "description": "d"},
                            {"name": "Care", "hours": 1, "minutes": 30, "category": "knowledge", "framework_identifier": "http://e.example/1"}, {}]);
    let extensions = json!({"extensions:CompetencyExtension": competency, "extensions:LevelExtension": {"Level": "b1"},
                            "extensions:CategoryExtension": {"Category": "competency"}});
    let at_root = of(ob3(extensions.clone()));
    assert_eq!(
        at_root.competencies,
        [
            Competency {
                name: "Aid".into(),
                description: Some("d".into()),
                minutes: Some(90),
                uri: None,
                kind: Some("skill".into())
            },
            Competency {
                name: "Care".into(),
                description: None,
                minutes: Some(90),
                uri: Some("http://e.example/1".into()),
                kind: Some("knowledge".into())
            },
        ]
    );
    assert_eq!((at_root.level.as_deref(), at_root.category.as_deref()), (Some("b1"), Some("competency")));
    let mut badge = extensions;
    badge["name"] = json!("One");
    let assertion = json!({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "badge": badge, "recipient": {}});
    assert_eq!(of(assertion).competencies, at_root.competencies);
}

#[test]
fn an_assertion_of_2_says_all_this() {
    let assertion = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://a.example/1",
        "recipient": {"type": "email", "hashed": true, "salt": "s", "identity": "sha256$00"},
        "issuedOn": "2016-12-31", "expires": "2026-12-31T00:00:00Z", "narrative": "Well done.",
        "evidence": ["https://e.example/1", {"id": "https://e.example/2", "narrative": "n"}],
        "verification": {"type": "HostedBadge"}, "badge": "https://a.example/badge"
    });
    let badge = json!({"id": "https://a.example/badge", "name": "Robotics", "criteria": "https://a.example/criteria", "image": "https://a.example/i.png",
                       "issuer": "https://a.example/issuer", "tags": ["robots"], "alignment": [{"targetName": "T", "targetUrl": "https://t.example"}]});
    let issuer =
        json!({"id": "https://a.example/issuer", "name": "Maker Society", "url": "https://a.example"});
    let alone = of(assertion.clone());
    assert_eq!(
        (alone.name, alone.achievement_id.as_deref(), alone.issuer.id),
        (None, Some("https://a.example/badge"), None)
    );
    insta::assert_json_snapshot!(Claims::from_ob2(&assertion, Some(&badge), Some(&issuer)), @r#"
    {
      "id": "https://a.example/1",
      "name": "Robotics",
      "issuer": {
        "id": "https://a.example/issuer",
        "name": "Maker Society",
        "url": "https://a.example",
        "image": null
      },
      "validFrom": "2016-12-31",
      "validUntil": "2026-12-31T00:00:00Z",
      "achievementType": null,
      "criteria": null,
      "criteriaUrl": "https://a.example/criteria",
      "alignments": [
        {
          "name": "T",
          "url": "https://t.example",
          "description": null,
          "framework": null,
          "code": null,
          "kind": null
        }
      ],
      "evidence": [
        {
          "url": null,
          "name": null,
          "narrative": "Well done.",
          "description": null,
          "genre": null
        },
        {
          "url": "https://e.example/1",
          "name": null,
          "narrative": null,
          "description": null,
          "genre": null
        },
        {
          "url": "https://e.example/2",
          "name": null,
          "narrative": "n",
          "description": null,
          "genre": null
        }
      ],
      "results": [],
      "description": null,
      "image": "https://a.example/i.png",
      "achievementId": "https://a.example/badge",
      "recipient": [
        {
          "kind": "email",
          "value": "sha256$00",
          "hashed": true,
          "salt": "s"
        }
      ],
      "recipientName": null,
      "tags": [
        "robots"
      ],
      "language": null,
      "category": null,
      "level": null,
      "studyLoadMinutes": null,
      "competencies": [],
      "ects": null
    }
    "#);
}

#[test]
fn the_oldest_badges_are_read() {
    let half = of(
        json!({"recipient": "sha256$00", "salt": "s", "issued_on": "2011-12-01", "badge": {"version": "0.5.0", "name": "Old",
        "criteria": "/criteria", "issuer": {"origin": "https://o.example", "name": "Org"}}}),
    );
    assert_eq!((half.name.as_deref(), half.issuer.url.as_deref()), (Some("Old"), Some("https://o.example")));
    assert_eq!((half.recipient[0].hashed, half.recipient[0].salt.as_deref()), (true, Some("s")));
    let one = of(
        json!({"uid": "u1", "recipient": {"type": "email", "hashed": "true", "identity": "sha256$00"}, "issuedOn": 1371816000,
        "verify": {"type": "hosted", "url": "https://a.example/1.json"}, "badge": "https://a.example/b.json"}),
    );
    assert_eq!(one.id.as_deref(), Some("https://a.example/1.json"));
    assert_eq!(one.valid_from.unwrap().instant.unwrap().to_string(), "2013-06-21T12:00:00Z");
    assert!(one.recipient[0].hashed);
}

#[test]
fn a_european_credential_is_recognised() {
    let claims = of(json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"],
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"], "id": "urn:credential:1", "issuanceDate": "2026-01-05T08:00:00Z",
        "issuer": {"id": "urn:epass:org:1", "legalName": {"en": "University", "de": "Universität"}},
        "credentialSubject": {"givenName": {"en": "Robin"}, "familyName": {"en": "Sample"}, "hasClaim": {"title": {"en": "Tourism"},
            "specifiedBy": {"volumeOfLearning": "PT60H", "creditPoint": {"point": "2", "framework": {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af"}}}}},
        "displayParameter": {"title": {"en": "Tourism", "de": "Tourismus"}, "primaryLanguage": {"id": "http://publications.europa.eu/resource/authority/language/DEU"}}
    }));
    assert_eq!(
        (claims.name.as_deref(), claims.issuer.name.as_deref()),
        (Some("Tourismus"), Some("Universität"))
    );
    assert_eq!(
        (claims.study_load_minutes, claims.ects, claims.recipient_name.as_deref()),
        (Some(3600), Some(2.0), Some("Robin Sample"))
    );
    assert_eq!(duration_minutes("PT1H30M"), Some(90));
    assert_eq!(duration_minutes("P1D"), None);
    assert_eq!(duration_minutes("PT1H3"), None);
}

#[test]
fn a_jwt_of_data_model_1_fills_in_what_stands_beside_the_credential() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let payload = json!({"iss": "did:key:z6Mk", "jti": "urn:uuid:9", "sub": "did:example:s", "nbf": 1767528000, "exp": 1799064000,
        "vc": {"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential", "OpenBadgeCredential"],
               "credentialSubject": {"achievement": {"name": "Aid"}}}});
    let text = format!(
        "{}.{}.AAAA",
        URL_SAFE_NO_PAD.encode(r#"{"alg":"ES256"}"#),
        URL_SAFE_NO_PAD.encode(payload.to_string())
    );
    let credential = Credential::read(format!("\n{text}\n").as_bytes()).unwrap();
    let claims = credential.claims();
    assert_eq!(
        (claims.id.as_deref(), claims.issuer.id.as_deref()),
        (Some("urn:uuid:9"), Some("did:key:z6Mk"))
    );
    assert_eq!(claims.valid_from.unwrap().text, "2026-01-04T12:00:00Z");
    assert_eq!(claims.valid_until.unwrap().text, "2027-01-04T12:00:00Z");
    assert_eq!(claims.recipient[0].value, "did:example:s");
    assert_eq!(credential.securing().to_string(), "vc-jwt/ES256");
    assert_eq!(credential.payload(), text.as_bytes());
}

#[test]
fn a_text_is_shown_up_to_a_bound() {
    let long = "x".repeat(crate::limits::TEXT + 1);
    let shown = super::plain(&long);
    assert_eq!(shown.chars().count(), crate::limits::TEXT + 1);
    assert!(shown.ends_with("x…"));
    assert_eq!(super::plain(&long[1..]), long[1..], "what fits stays whole");
}
