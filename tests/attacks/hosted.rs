//! Rows ob2-…: hosted badges of Open Badges 2.0.

use strict_json::{Value, json};
use verification::{CheckId, Mark, Origin, Verdict};

use crate::kit::*;

const ISSUER: &str = "https://uni.example/issuer";
const BADGE: &str = "https://uni.example/badge";
const ASSERTION: &str = "https://uni.example/assertions/1";
const CONTEXT: &str = "https://w3id.org/openbadges/v2";

fn assertion(id: &str) -> Value {
    json!({
        "@context": CONTEXT, "type": "Assertion", "id": id, "badge": BADGE,
        "recipient": { "type": "email", "hashed": false, "identity": LEARNER },
        "verification": { "type": "HostedBadge" }, "issuedOn": "2025-01-01T00:00:00Z"
    })
}

fn class(id: &str, issuer: &Value) -> Value {
    json!({
        "@context": CONTEXT, "type": "BadgeClass", "id": id, "name": "Welding", "description": "Joins metal.",
        "image": "https://uni.example/i.png", "criteria": "https://uni.example/c", "issuer": issuer
    })
}

fn profile(id: &str, policy: &Value) -> Value {
    json!({ "@context": CONTEXT, "type": "Profile", "id": id, "name": "Uni", "url": id, "verification": policy })
}

/// The documents of a badge at this address under an issuer with this policy.
fn house(id: &str, policy: &Value) -> World {
    World::with(&[
        (id, assertion(id)),
        (BADGE, class(BADGE, &json!(ISSUER))),
        (ISSUER, profile(ISSUER, policy)),
    ])
}

fn ready() -> World {
    let world = house(ASSERTION, &Value::Null);
    let seen = world.json(&assertion(ASSERTION)).passes();
    assert_eq!(seen.mark(), Mark::Verified);
    world
}

#[test]
fn ob2_00_same_origin() {
    let seen = ready().json(&assertion(ASSERTION));
    assert_eq!(seen.line(), "valid proof.hosted issuer-key.hosted");
    assert_eq!(seen.claims().name.as_deref(), Some("Welding"));
}

/// Verdict of a badge at this address under an issuer with this policy; the class lies with the badge.
fn at(id: &str, policy: &Value) -> Verdict {
    let mut world = house(id, policy);
    let mut given = assertion(id);
    let folder = id.rsplit_once('/').unwrap().0;
    let own_class = format!("{folder}/badge");
    for here in [json!(BADGE), json!(own_class)] {
        given["badge"] = here;
        world.put(id, &given);
        world.put(&own_class, &class(&own_class, &json!(ISSUER)));
        let verdict = world.json(&given).verdict();
        if verdict == Verdict::Valid {
            return verdict;
        }
    }
    world.json(&given).verdict()
}

#[test]
fn ob2_01_other_origin() {
    ready();
    assert_eq!(at("https://evil.example/assertions/1", &Value::Null), Verdict::Invalid);
    assert_eq!(at("https://sub.uni.example/assertions/1", &Value::Null), Verdict::Invalid);
}

#[test]
fn ob2_02_starts_with_subdomain_trick() {
    let policy = json!({ "startsWith": "https://uni.example" });
    assert_eq!(at("https://uni.example/assertions/1", &policy), Verdict::Valid);
    assert_eq!(at("https://uni.example.evil.example/1", &policy), Verdict::Invalid);
    let folder = json!({ "startsWith": "https://uni.example/assertions" });
    assert_eq!(at("https://uni.example/assertions-of-evil/1", &folder), Verdict::Invalid);
}

#[test]
fn ob2_03_starts_with_userinfo_trick() {
    let policy = json!({ "startsWith": "https://uni.example" });
    assert_eq!(at("https://uni.example/assertions/1", &policy), Verdict::Valid);
    let id = "https://uni.example@evil.example/assertions/1";
    let world = house(ASSERTION, &policy);
    for seen in world.all(assertion(id).to_string().as_bytes()) {
        assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
    }
    assert!(!world.asked.hosts().iter().any(|host| host.contains("evil")));
}

#[test]
fn ob2_04_allowed_origins_subdomain() {
    let policy = json!({ "allowedOrigins": "cdn.example" });
    assert_eq!(at("https://cdn.example/1", &policy), Verdict::Valid);
    for id in
        ["https://evil.cdn.example/1", "https://evilcdn.example/1", "https://cdn.example.evil.example/1"]
    {
        assert_eq!(at(id, &policy), Verdict::Invalid, "{id}");
    }
}

#[test]
fn ob2_05_allowed_origins_ok() {
    assert_eq!(at("https://cdn.example/1", &json!({ "allowedOrigins": ["cdn.example"] })), Verdict::Valid);
    assert_eq!(
        at("https://cdn.example/1", &json!({ "allowedOrigins": ["other.example"] })),
        Verdict::Invalid
    );
}

#[test]
fn ob2_06_hosted_copy_differs() {
    let mut world = ready();
    let mut hosted = assertion(ASSERTION);
    hosted["expires"] = json!("2026-01-01T00:00:00Z");
    world.put(ASSERTION, &hosted);
    let mut baked = assertion(ASSERTION);
    baked["expires"] = json!("2099-01-01T00:00:00Z");
    let seen = world.json(&baked);
    assert_eq!(seen.verdict(), Verdict::Expired, "the issuer's own copy wins");
    assert_eq!(seen.notes_on(CheckId::Proof), ["proof.hosted-differs"]);
    assert_eq!(seen.claims().valid_until.as_ref().unwrap().text, "2026-01-01T00:00:00Z");
}

#[test]
fn ob2_07_http_not_https() {
    ready();
    let (issuer, id, badge) =
        ("http://uni.example/issuer", "http://uni.example/assertions/1", "http://uni.example/badge");
    let mut given = assertion(id);
    given["badge"] = json!(badge);
    let world = World::with(&[
        (id, given.clone()),
        (badge, class(badge, &json!(issuer))),
        (issuer, profile(issuer, &Value::Null)),
    ]);
    let seen = world.json(&given);
    assert_eq!(seen.notes_on(CheckId::Proof), ["proof.http"]);
    assert_eq!(seen.mark(), Mark::SignedUnknown, "never green");
}

#[test]
fn ob2_08_badge_issuer_swapped() {
    let mut world = ready();
    let evil = "https://evil.example/i";
    world.put(BADGE, &class(BADGE, &json!(evil)));
    world.put(evil, &profile(evil, &Value::Null));
    assert_eq!(world.json(&assertion(ASSERTION)).verdict(), Verdict::Invalid);
}

#[test]
fn ob2_10_embedded_issuer_not_fetched() {
    ready();
    let evil = "https://evil.example/assertions/1";
    let mut given = assertion(evil);
    given["badge"] = class(BADGE, &profile(ISSUER, &json!({ "allowedOrigins": ["evil.example"] })));
    // Nobody has the issuer's own profile: undecided. With it: it allows no such place.
    let seen = World::with(&[(evil, given.clone())]).json(&given);
    assert_eq!((seen.verdict(), seen.mark()), (Verdict::Inconclusive, Mark::Inconclusive));
    let mut world = house(ASSERTION, &Value::Null);
    world.put(evil, &given);
    assert_eq!(world.json(&given).verdict(), Verdict::Invalid);
}

/// Code and notes of the recipient of a badge for this identity.
fn recipient(identity: &str, salt: Option<&str>) -> (String, Vec<String>) {
    let mut world = ready();
    let mut given = assertion(ASSERTION);
    given["recipient"] = json!({ "type": "email", "hashed": identity.contains('$'), "identity": identity });
    if let Some(salt) = salt {
        given["recipient"]["salt"] = json!(salt);
    }
    world.put(ASSERTION, &given);
    let seen = world.json(&given).passes();
    let notes = seen.notes_on(CheckId::Recipient).into_iter().map(str::to_owned).collect();
    (seen.code(CheckId::Recipient).to_owned(), notes)
}

fn sha256(text: &str) -> String {
    use sha2::Digest as _;
    format!("sha256${}", hex::encode(sha2::Sha256::digest(text)))
}

fn expect(code: &str, notes: &[&str]) -> (String, Vec<String>) {
    (code.to_owned(), notes.iter().map(|note| (*note).to_owned()).collect())
}

#[test]
fn ob2_11_recipient_unsalted() {
    assert_eq!(recipient(&sha256(&format!("{LEARNER}salt")), Some("salt")), expect("recipient.match", &[]));
    assert_eq!(recipient(&sha256(LEARNER), None), expect("recipient.match", &["recipient.unsalted"]));
    assert_eq!(recipient(&sha256("eve@post.example"), None).0, "recipient.mismatch");
}

#[test]
fn ob2_12_recipient_uppercase_mail() {
    assert_eq!(recipient(LEARNER, None).0, "recipient.match");
    let upper = LEARNER.to_uppercase();
    assert_eq!(recipient(&sha256(&format!("{upper}salt")), Some("salt")).0, "recipient.match");
    assert_eq!(recipient(&sha256("Mira@Post.Example.evil"), None).0, "recipient.mismatch");
}

#[test]
fn ob2_14_md5_hash() {
    let md5 = |text: &str| format!("md5${}", hex::encode(<md5::Md5 as md5::Digest>::digest(text)));
    assert_eq!(
        recipient(&md5(&format!("{LEARNER}salt")), Some("salt")),
        expect("recipient.match", &["recipient.md5"])
    );
    assert_eq!(recipient(&md5("eve@post.example"), Some("salt")).0, "recipient.mismatch");
}

#[test]
fn ob2_15_revoked_true() {
    let mut world = ready();
    let mut hosted = assertion(ASSERTION);
    hosted["revoked"] = json!(true);
    world.put_as(ASSERTION, &hosted, now(), Origin::Fetched);
    assert_eq!(world.json(&assertion(ASSERTION)).verdict(), Verdict::Revoked);
    // A picture that still says otherwise changes nothing, and nor does one that says so of itself.
    let mut baked = assertion(ASSERTION);
    baked["revoked"] = json!(false);
    assert_eq!(world.json(&baked).verdict(), Verdict::Revoked);
}
