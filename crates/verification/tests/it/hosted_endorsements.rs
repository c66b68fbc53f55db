//! Endorsements of Open Badges 2.0, which lie at an address.

use strict_json::{Value, json};
use verification::{CheckId, Documents, Outcome, Verdict};

use crate::common::*;

const PLACE: &str = "https://guild.example/endorsements/1";
const GUILD: &str = "https://guild.example/issuer";
const CLASS: &str = "https://uni.example/badges/1";
const ASSERTION: &str = "https://uni.example/assertions/1";
const CONTEXT: &str = "https://w3id.org/openbadges/v2";

fn endorsement() -> Value {
    json!({
        "@context": CONTEXT, "id": PLACE, "type": "Endorsement", "issuer": GUILD,
        "claim": { "id": CLASS, "endorsementComment": "We hire by it." },
        "issuedOn": "2024-02-01T00:00:00Z", "verification": { "type": "HostedBadge" }
    })
}

fn profile(id: &str, name: &str) -> Value {
    json!({ "@context": CONTEXT, "id": id, "type": "Issuer", "name": name, "url": id, "email": "a@b.example" })
}

fn world(place: Option<Value>) -> Documents {
    let mut documents = vec![
        (
            ASSERTION,
            json!({
                "@context": CONTEXT, "id": ASSERTION, "type": "Assertion", "badge": CLASS,
                "recipient": { "type": "email", "hashed": false, "identity": "a@b.example" },
                "issuedOn": "2024-01-01T00:00:00Z", "verification": { "type": "HostedBadge" }
            }),
        ),
        (
            CLASS,
            json!({
                "@context": CONTEXT, "id": CLASS, "type": "BadgeClass", "name": "Forklift", "description": "Lifts.",
                "image": "https://uni.example/i.png", "criteria": { "narrative": "Lift." },
                "issuer": "https://uni.example/issuer", "endorsement": PLACE
            }),
        ),
        ("https://uni.example/issuer", profile("https://uni.example/issuer", "University")),
        (GUILD, profile(GUILD, "Guild of Drivers")),
        ("https://evil.example/issuer", profile("https://evil.example/issuer", "Evil")),
    ];
    documents.extend(place.map(|place| (PLACE, place)));
    known(&documents)
}

#[track_caller]
fn is(documents: &Documents, outcome: Outcome, note: &str) {
    let asked = ask_bytes(ASSERTION.as_bytes(), documents);
    assert_eq!(asked.verdict(), Verdict::Valid, "it never turns the verdict: {}", asked.line());
    let check = asked.check(CheckId::Endorsements);
    assert_eq!((check.outcome, asked.notes(CheckId::Endorsements)), (outcome, vec![note]), "{check:#?}");
}

#[test]
fn an_endorsement_at_an_address_is_wanted_and_judged_by_itself() {
    let alone = world(None);
    is(&alone, Outcome::Inconclusive, "endorsements.one-undecided");
    assert_eq!(ask_bytes(ASSERTION.as_bytes(), &alone).wanted(), [PLACE]);
    is(&world(Some(endorsement())), Outcome::Passed, "endorsements.one-good");
}

#[test]
fn one_that_does_not_hold_is_said() {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut endorsement = endorsement();
        change(&mut endorsement);
        world(Some(endorsement))
    };
    let bad = "endorsements.one-bad";
    is(&changed(&|it| it["issuer"] = json!("https://evil.example/issuer")), Outcome::Failed, bad);
    is(&changed(&|it| it["id"] = json!("https://guild.example/endorsements/2")), Outcome::Failed, bad);
    is(&changed(&|it| it["revoked"] = json!(true)), Outcome::Failed, bad);
    is(&changed(&|it| it["expires"] = json!("2025-01-01T00:00:00Z")), Outcome::Failed, bad);
    is(&changed(&|it| it["verification"] = json!({ "type": "SignedBadge" })), Outcome::Failed, bad);
    let embedded = &|it: &mut Value| {
        it["issuer"] = json!({ "type": "Issuer", "name": "Guild" });
    };
    is(&changed(embedded), Outcome::Failed, bad);
    let other = &|it: &mut Value| it["claim"]["id"] = json!("https://uni.example/badges/2");
    is(&changed(other), Outcome::Failed, "endorsements.one-about-other");
    let mut withdrawn = world(None);
    gone(&mut withdrawn, PLACE);
    is(&withdrawn, Outcome::Failed, bad);
    let nobody = &|it: &mut Value| it["issuer"] = json!("https://unknown.example/issuer");
    is(&changed(nobody), Outcome::Inconclusive, "endorsements.one-undecided");
}
