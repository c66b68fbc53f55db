//! Badges of Open Educational Badges hold members that the platform does not sign: left out, said, never shown.

use strict_json::{Value, json};
use verification::sign::data_integrity as sign;
use verification::{CheckId, Verdict};

use crate::common::*;

const EXTENSIONS: &str = "https://api.openbadges.education/static/extensions";

/// A badge with a competence, as the platform signs it: without what it then puts in.
fn as_signed() -> Value {
    let key = key(1);
    let mut document = badge(&key.did_key());
    for name in ["CompetencyExtension", "LicenseExtension"] {
        document["@context"].as_array_mut().unwrap().push(json!(format!("{EXTENSIONS}/{name}/context.json")));
    }
    document["extensions:CompetencyExtension"] = json!([{
        "name": "Welding", "description": "Joins metal.", "studyLoad": 240, "category": "skill",
        "framework": "esco", "framework_identifier": "http://data.europa.eu/esco/skill/1", "source": "manual"
    }]);
    sign(document, "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap()
}

fn as_written() -> Value {
    let mut document = as_signed();
    document["extensions:CompetencyExtension"][0]["hours"] = json!(4);
    document["extensions:CompetencyExtension"][0]["minutes"] = json!(0);
    document["extensions:LicenseExtension"] = json!({
        "id": "CC-0", "name": "Public Domain", "legalCode": "https://creativecommons.org/publicdomain/zero/1.0/"
    });
    document
}

#[test]
fn a_genuine_badge_is_valid_with_a_note_and_shows_only_what_is_signed() {
    assert_eq!(alone(&as_signed()).verdict(), Verdict::Valid);
    let asked = alone(&as_written());
    assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.oeb-unsigned-members"]);
    assert_eq!(
        asked.check(CheckId::Proof).notes[0].args["members"],
        "extensions:LicenseExtension, hours, minutes"
    );
    let mut forged = as_written();
    forged["extensions:CompetencyExtension"][0]["hours"] = json!(4000);
    let shown = alone(&forged).verification.report.claims;
    assert_eq!(shown, alone(&as_signed()).verification.report.claims);
}

#[test]
fn the_same_members_elsewhere_and_other_members_there_are_refused() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut bad = as_written();
        change(&mut bad);
        let asked = alone(&bad);
        assert_eq!(asked.verdict(), Verdict::Invalid, "{}", asked.line());
    };
    refused(&|badge| badge["credentialSubject"]["hours"] = json!(4));
    refused(&|badge| badge["hours"] = json!(4));
    refused(&|badge| badge["extensions:CompetencyExtension"][0]["grade"] = json!("A"));
    refused(&|badge| badge["extensions:CompetencyExtension"][0]["hours"] = json!({ "name": "PhD" }));
    refused(&|badge| badge["extensions:CompetencyExtension"][0]["studyLoad"] = json!(24000));
    refused(&|badge| badge["extensions:LicenseExtension"]["id"] = json!("https://uni.example/license"));
}

#[test]
fn other_platforms_have_no_such_leniency() {
    let mut bad = signed(1, |_| {});
    bad["extensions:CompetencyExtension"] = json!([{ "name": "x", "hours": 4 }]);
    assert_eq!(alone(&bad).verdict(), Verdict::Invalid);
}
