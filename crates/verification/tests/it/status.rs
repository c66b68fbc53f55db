//! 1EdTechRevocationList. The lists of bits have a room of their own.

use strict_json::{Value, json};
use verification::{CheckId, Documents, Origin, Verdict};

use crate::common::*;

const LIST: &str = "https://uni.example/revocations";

fn entry() -> Value {
    json!({ "id": LIST, "type": "1EdTechRevocationList" })
}

fn list(entries: Value) -> Documents {
    known(&[(LIST, json!({ "id": LIST, "revokedCredential": entries }))])
}

fn answer(badge: &Value, known: &Documents) -> (Verdict, String) {
    let asked = ask(badge, known);
    (asked.verdict(), asked.code(CheckId::Status).to_owned())
}

#[test]
fn on_the_list_or_not() {
    let with_context = |status: Value| {
        signed(1, move |badge| {
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .push(json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
            badge["credentialStatus"] = status;
        })
    };
    let badge = with_context(entry());
    let id = "https://uni.example/credentials/1";
    let expect = |verdict, code: &str| (verdict, code.to_owned());
    assert_eq!(answer(&badge, &Documents::bundled()), expect(Verdict::Inconclusive, "status.not-had"));
    assert_eq!(answer(&badge, &list(json!([]))), expect(Verdict::Valid, "status.ok"));
    let other = json!([{ "id": "https://uni.example/credentials/2", "revoked": true }]);
    assert_eq!(answer(&badge, &list(other)), expect(Verdict::Valid, "status.ok"));
    let taken_back = json!([{ "id": id, "revoked": false }]);
    assert_eq!(answer(&badge, &list(taken_back)), expect(Verdict::Valid, "status.ok"));
    for entries in [json!([{ "id": id, "revoked": true }]), json!([{ "id": id }]), json!({ "id": id })] {
        assert_eq!(answer(&badge, &list(entries)), expect(Verdict::Revoked, "status.revoked"));
    }
    let foreign =
        known(&[(LIST, json!({ "id": LIST, "issuer": "https://evil.example/i", "revokedCredential": [] }))]);
    assert_eq!(answer(&badge, &foreign), expect(Verdict::Inconclusive, "status.list-foreign"));
    let page = known(&[(LIST, json!({ "error": "none" }))]);
    assert_eq!(answer(&badge, &page), expect(Verdict::Inconclusive, "status.list-unreadable"));
    let sent = known_as(&[(LIST, json!({ "id": LIST, "revokedCredential": [] }))], now(), Origin::Sender);
    assert_eq!(answer(&badge, &sent), expect(Verdict::Inconclusive, "status.sender-copy"));
    // Every entry counts; an altered badge is not "revoked" but not genuine.
    let two =
        with_context(json!([entry(), { "id": "https://uni.example/more", "type": "1EdTechRevocationList" }]));
    assert_eq!(answer(&two, &list(json!([]))), expect(Verdict::Inconclusive, "status.not-had"));
    assert_eq!(answer(&two, &list(json!([{ "id": id }]))), expect(Verdict::Revoked, "status.revoked"));
    let mut altered = badge;
    altered["name"] = json!("other");
    assert_eq!(answer(&altered, &list(json!([{ "id": id }]))).0, Verdict::Invalid);
}
