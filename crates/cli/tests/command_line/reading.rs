//! What people read: every stranger's word set apart once, and only what concerns whoever reads.

use strict_json::json;

use crate::kit::*;

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';

/// Fluent's isolation marks stand in pairs, none inside another, and none is shown as if it were a stranger's.
fn set_apart_once(text: &str) {
    let mut open = false;
    for c in text.chars() {
        assert!(!(c == OPEN && open), "set apart twice: {text}");
        assert!(c != CLOSE || open, "closed without being opened: {text}");
        open = if c == OPEN || c == CLOSE { c == OPEN } else { open };
    }
    assert!(!open, "not closed: {text}");
    assert!(!text.contains("\u{27e8}U+2068") && !text.contains("\u{27e8}U+2069"), "shown: {text}");
}

#[test]
fn a_host_that_was_not_reached_is_set_apart_once() {
    let place = Place::new();
    let far = place.file("far.jwt", token(1, "First Aid", Some("issuer.example"), &json!({})).as_bytes());
    let hosted = place.file("hosted.txt", b"https://issuer.example/assertions/1");
    for locale in ["en", "de"] {
        for command in ["verify", "review"] {
            for input in [&far, &hosted] {
                let ran = place.run_plain(&[command, input, "--offline", "--at", NOW, "--locale", locale]);
                assert!(ran.out.contains(OPEN), "nothing is set apart in {ran:#?}");
                assert!(ran.out.contains("issuer.example"), "{ran:#?}");
                set_apart_once(&ran.out);
                set_apart_once(&ran.err);
            }
        }
    }
}

#[test]
fn nothing_is_set_apart_twice_on_the_way_through_the_backpack() {
    let place = Place::new();
    let far = place.file("far.jwt", token(1, "First Aid", Some("issuer.example"), &json!({})).as_bytes());
    let mail = mail("x", &[("b.png", baked(&token(2, "Forklift", None, &json!({}))))]);
    let mail = place.file("mail.eml", &mail);
    let news = place.file("news.txt", b"Nothing at all");
    for arguments in [
        &["import", &far, &mail, "--offline", "--at", NOW, "--hold"][..],
        &["import", &news, "--offline"],
        &["inbox", "list"],
        &["list"],
        &["show", "aaaaaaaaaaaaaaaa"],
        &["verify", "missing"],
        &["verify", "https://issuer.example/x", "--offline"],
        &["explain", "proof.document-missing"],
    ] {
        let ran = place.run(arguments);
        set_apart_once(&ran.out);
        set_apart_once(&ran.err);
    }
    for line in place.run(&["inbox", "list", "--json"]).ends(0).lines() {
        let ran = place.run(&["show", line["id"].as_str().unwrap()]).ends(0);
        set_apart_once(&ran.out);
    }
}

#[test]
fn a_reviewer_is_not_told_that_the_badge_may_not_be_theirs() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    let recipient = |arguments: &[&str]| {
        let mut all = vec!["review", &good, "--offline", "--at", NOW, "--json"];
        all.extend(arguments);
        let line = place.run_plain(&all).ends(0).document();
        let checks = line["checks"].as_array().unwrap().clone();
        checks.iter().find(|check| check["id"] == "recipient").map(|check| check["code"].clone())
    };
    assert_eq!(recipient(&[]), None);
    assert_eq!(recipient(&["--recipient", MIRA]), Some(json!("recipient.match")));
    assert_eq!(recipient(&["--recipient", "other@post.example"]), Some(json!("recipient.mismatch")));
    let said = place.run_plain(&["review", &good, "--offline", "--at", NOW]).ends(0).out;
    assert!(!said.contains("For whom"), "{said}");
}
