use strict_json::json;

use crate::kit::*;

/// Refused in words, with the right exit, whether verified or imported, and nothing half stored.
#[test]
fn bad_input_is_answered_in_words() {
    let place = Place::new();
    let whole = baked(&token(1, "Forklift", None, &json!({})));
    let mut huge_chunk = whole[..33].to_vec();
    huge_chunk.extend(0x7FFF_FFFF_u32.to_be_bytes());
    huge_chunk.extend(b"iTXtopenbadgecredential\0\0\0\0\0{}");
    let deep = format!("{{\"@context\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let mut not_utf8 = br#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"x"#.to_vec();
    not_utf8.extend([0xff, 0xfe, b'"', b'}']);
    for (name, bytes) in [
        ("truncated.png", whole[..whole.len() / 2].to_vec()),
        ("huge-chunk.png", huge_chunk),
        ("deep.json", deep.into_bytes()),
        ("not-utf8.json", not_utf8),
        ("empty", Vec::new()),
        ("twice.json", br#"{"@context":"https://w3id.org/openbadges/v2","@context":"x"}"#.to_vec()),
    ] {
        let path = place.file(name, &bytes);
        let ran = place.run_plain(&["verify", "--offline", "--json", &path]);
        assert!(matches!(ran.exit, 65 | 1), "{name}: {ran:#?}");
        let line = &ran.lines()[0];
        if ran.exit == 65 {
            let message = line["error"]["message"].as_str().unwrap();
            assert!(message.len() > 10 && !message.contains("no words"), "{name}: {line}");
        }
        let ran = place.run_plain(&["verify", "--offline", &path]);
        assert!(!(ran.err + &ran.out).trim().is_empty(), "{name} is not answered in words");
    }
}

#[test]
fn a_mail_of_200_mb_is_refused_unread() {
    let place = Place::new();
    let path = place.path("huge.eml");
    // A hole, not 200 MB on the disk.
    std::fs::File::create(&path).unwrap().set_len(200 * 1024 * 1024).unwrap();
    let ran = place.run_plain(&["verify", "--offline", "--json", &path.display().to_string()]).ends(65);
    assert_eq!(ran.document()["error"]["code"], "input.too-large");
    place.run(&["import", "--offline", &path.display().to_string()]).ends(65);
    assert_eq!(place.run(&["inbox", "list", "--json"]).ends(0).out, "");
}

#[test]
fn alg_none_is_not_valid() {
    use base64::Engine as _;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let place = Place::new();
    let token = token(1, "Forklift", None, &json!({}));
    let payload = token.split('.').nth(1).unwrap();
    let none = format!("{}.{payload}.", engine.encode(r#"{"alg":"none","typ":"vc+jwt"}"#));
    let path = place.file("none.jwt", none.as_bytes());
    place.run_plain(&["verify", "--offline", &path]).ends(1);
}

#[test]
fn standard_input_is_an_input_like_others() {
    let place = Place::new();
    let token = token(1, "Forklift", None, &json!({}));
    let ran = place.run_with(&["verify", "--json", "--offline", "--at", NOW, "-"], token.as_bytes()).ends(0);
    assert_eq!(ran.document()["input"], "-");
    place.run_with(&["inspect", "-"], b"").ends(65);
    let image = baked(&token);
    let ran = place.run_with(&["unbake", "-"], &image).ends(0);
    assert_eq!(ran.out, token);
}

#[test]
fn what_strangers_write_cannot_steer_a_terminal() {
    let place = Place::new();
    let name = "Fork\u{1b}[31mlift\u{202e}\n\u{7}";
    let path = place.file("b.jwt", token(1, name, None, &json!({})).as_bytes());
    let ran = place.run_plain(&["verify", "--offline", "--at", NOW, &path]).ends(0);
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{:?}", ran.out);
}
