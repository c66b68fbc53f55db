//! Badges that chance makes up, out of what badges in the field hold.

use strict_json::{Value, json};

use crate::cases::Model;
use crate::oracle::Chance;

const WORDS: [&str; 12] = [
    "Bicycle repair",
    "First aid",
    "Reparatur-Café",
    "naïve façade",
    "日本語",
    "🎓 graduate",
    "a \"quoted\" word",
    "a\ttab",
    "line\nend",
    "50 % <b>&amp;</b>",
    "\u{2028}",
    "Ünïcödé",
];

fn words(chance: &mut Chance) -> String {
    let number = 1 + chance.below(4);
    (0..number).map(|_| chance.word(&WORDS)).collect::<Vec<_>>().join(", ")
}

fn id(chance: &mut Chance) -> String {
    format!("urn:uuid:{:08x}-0000-4000-8000-{:012x}", chance.below(1 << 32), chance.below(1 << 48))
}

/// A badge of Open Badges 3.0 without issuer and proof. `plain` ones hold what every peer's own model can hold.
pub(super) fn badge(chance: &mut Chance, model: Model, plain: bool) -> Value {
    let mut achievement = json!({
        "id": id(chance), "type": ["Achievement"], "name": words(chance), "description": words(chance),
        "criteria": { "narrative": words(chance) }
    });
    let mut subject = json!({
        "type": ["AchievementSubject"],
        "identifier": [{
            "type": "IdentityObject", "identityType": "emailAddress", "hashed": chance.percent(50),
            "identityHash": format!("sha256${:064x}", chance.below(1 << 60)), "salt": "deadsea"
        }]
    });
    if chance.percent(40) {
        subject["creditsEarned"] = json!([1.5, 2.25, 30.0, 0.5][chance.below(4)]);
    }
    if chance.percent(30) {
        achievement["creditsAvailable"] = json!([3, 5, 180][chance.below(3)]);
    }
    if chance.percent(40) {
        achievement["tag"] = json!([words(chance), words(chance)]);
    }
    if chance.percent(30) {
        achievement["alignment"] = json!([
            { "type": ["Alignment"], "targetName": words(chance), "targetUrl": "https://frameworks.example/a" },
            { "type": ["Alignment"], "targetName": words(chance), "targetUrl": "https://frameworks.example/b" }
        ]);
    }
    if chance.percent(30) {
        achievement["resultDescription"] = json!([{
            "id": id(chance), "type": ["ResultDescription"], "name": words(chance), "resultType": "LetterGrade",
            "allowedValue": ["A", "B", "C"]
        }]);
        let results = 1 + chance.below(3);
        subject["result"] = (0..results).map(|_| json!({ "type": ["Result"], "value": "A" })).collect();
    }
    if !plain && model == Model::Two && chance.percent(30) {
        achievement["name"] = json!([
            { "@value": words(chance), "@language": "en-US" }, { "@value": words(chance), "@language": "de" }
        ]);
    }
    subject["achievement"] = achievement;
    let mut badge = json!({
        "@context": [], "id": id(chance), "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "urn:to-be-replaced", "type": ["Profile"], "name": words(chance) },
        "name": words(chance), "credentialSubject": subject
    });
    let day = format!("20{}-0{}-1{}T09:00:00Z", 21 + chance.below(4), 1 + chance.below(9), chance.below(9));
    match model {
        Model::Two => {
            badge["@context"] = json!([
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
            ]);
            badge["validFrom"] = json!(day);
        }
        Model::One => {
            badge["@context"] = json!([
                "https://www.w3.org/2018/credentials/v1",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            ]);
            badge["issuanceDate"] = json!(day);
        }
    }
    badge
}

/// An assertion of Open Badges 2.0.
pub(super) fn assertion(chance: &mut Chance, hosted: bool) -> Value {
    let verification = if hosted {
        json!({ "type": "HostedBadge" })
    } else {
        json!({ "type": "SignedBadge", "creator": super::documents::KEY })
    };
    let id = if hosted {
        format!("{}/assertions/{:012x}.json", super::documents::CAMPUS, chance.below(1 << 48))
    } else {
        id(chance)
    };
    let mut assertion = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": id,
        "recipient": {
            "type": "email", "hashed": true, "salt": "deadsea",
            "identity": format!("sha256${:064x}", chance.below(1 << 60))
        },
        "badge": super::documents::CLASS, "verification": verification,
        "issuedOn": format!("20{}-01-02T09:00:00Z", 15 + chance.below(9))
    });
    if chance.percent(50) {
        assertion["narrative"] = json!(words(chance));
    }
    if chance.percent(30) {
        assertion["expires"] = json!("2099-01-02T09:00:00Z");
    }
    if chance.percent(30) {
        assertion["evidence"] = json!([{ "type": "Evidence", "narrative": words(chance) }]);
    }
    assertion
}
