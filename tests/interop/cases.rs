//! Badges that hold what canonicalisation goes wrong on: booleans, lists in order, decimals, language tags, control
//! characters, several equal results. Each comes with a change that has to break its signature.

use strict_json::{Value, json};

/// A badge without a signature, and how a forger would change it.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) badge: Value,
    /// JSON pointer and the new value.
    pub(crate) forged: (&'static str, Value),
}

/// The data model a suite goes with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Model {
    /// VC Data Model 1.1 with Open Badges 3.0.1.
    One,
    /// VC Data Model 2.0 with Open Badges 3.0.3.
    Two,
}

/// The case that not every peer canonicalises as RDFC-1.0 says.
pub(crate) const CONTROL_CHARACTERS: &str = "control characters";

/// All cases for a data model.
pub(crate) fn all(model: Model) -> Vec<Case> {
    let mut cases = vec![
        case("plain", json!({}), json!({}), "/credentialSubject/achievement/name", json!("Another name")),
        case("a boolean", json!({}), json!({}), "/credentialSubject/identifier/0/hashed", json!(true)),
        case(
            "decimals",
            json!({ "creditsEarned": 1.5 }),
            json!({ "creditsAvailable": 2.25 }),
            "/credentialSubject/creditsEarned",
            json!(15.0),
        ),
        case(
            "a list in order",
            json!({}),
            json!({ "resultDescription": [{
                "id": "urn:uuid:00000000-0000-4000-8000-0000000000c1", "type": ["ResultDescription"],
                "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B", "C"]
            }] }),
            "/credentialSubject/achievement/resultDescription/0/allowedValue",
            // The context of 3.0.1 makes a set of it, in which the order is not signed.
            if model == Model::Two { json!(["C", "B", "A"]) } else { json!(["A", "B"]) },
        ),
        case(
            "several equal results",
            json!({ "result": [passed(), passed(), passed()] }),
            json!({}),
            "/credentialSubject/result/1/value",
            json!("failed"),
        ),
        case(
            "tabs and line ends",
            json!({}),
            json!({ "description": "a\ttab, a \"quote\", a \\, a\r\nline, \u{2028}, Ü, 日本, 🎓" }),
            "/credentialSubject/achievement/description",
            json!("a tab"),
        ),
        case(
            CONTROL_CHARACTERS,
            json!({}),
            json!({ "description": "bell \u{7}, backspace \u{8}, form feed \u{c}, \u{1} and \u{7f}" }),
            "/credentialSubject/achievement/description",
            json!("bell"),
        ),
    ];
    if model == Model::Two {
        cases.push(case(
            "language tags",
            json!({}),
            json!({ "name": [
                { "@value": "Repair café", "@language": "en-US" }, { "@value": "Reparatur-Café", "@language": "de" }
            ] }),
            "/credentialSubject/achievement/name/0/@language",
            json!("en-GB"),
        ));
    }
    for case in &mut cases {
        fit(&mut case.badge, model);
    }
    cases
}

fn passed() -> Value {
    json!({ "type": ["Result"], "value": "passed" })
}

fn case(
    name: &'static str,
    subject: Value,
    achievement: Value,
    pointer: &'static str,
    forged: Value,
) -> Case {
    let mut badge = json!({
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000a1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "urn:to-be-replaced", "type": ["Profile"], "name": "Harbour Repair Café" },
        "name": "Bicycle repair",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": false,
                "identityHash": "robin.sample@mail.example"
            }],
            "achievement": {
                "id": "urn:uuid:00000000-0000-4000-8000-0000000000b1", "type": ["Achievement"],
                "name": "Bicycle repair", "description": "Repairs what others throw away.",
                "criteria": { "narrative": "Ten repairs." }
            }
        }
    });
    let parts = [("/credentialSubject", subject), ("/credentialSubject/achievement", achievement)];
    for (place, members) in parts {
        let place = badge.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        place.extend(members.as_object().expect("members").clone());
    }
    Case { name, badge, forged: (pointer, forged) }
}

/// Contexts and dates as the data model wants them.
fn fit(badge: &mut Value, model: Model) {
    match model {
        Model::Two => {
            badge["@context"] = json!([
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
            ]);
            badge["validFrom"] = json!("2026-01-02T09:00:00Z");
        }
        Model::One => {
            badge["@context"] = json!([
                "https://www.w3.org/2018/credentials/v1",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                "https://w3id.org/security/suites/ed25519-2020/v1"
            ]);
            badge["issuanceDate"] = json!("2026-01-02T09:00:00Z");
        }
    }
}

impl Case {
    /// A signed badge with the forger's change.
    pub(crate) fn forge(&self, signed: &Value) -> Value {
        let mut forged = signed.clone();
        *forged.pointer_mut(self.forged.0).expect("the place to forge") = self.forged.1.clone();
        forged
    }
}
