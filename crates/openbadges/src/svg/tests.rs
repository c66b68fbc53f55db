use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::*;
use crate::{Container, Credential, SvgPart};

const BADGE: &str = r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1","badge":"https://a.example/b","note":"a < b & ]]> c"}"#;
const JWS: &str = "eyJhbGciOiJub25lIn0.e30.";

fn svg(inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\" \
         xmlns:o3=\"https://purl.imsglobal.org/ob/v3p0\">{inner}<rect width=\"1\"/></svg>"
    )
}

fn one(inner: &str) -> (SvgPart, String, Vec<String>) {
    let found = unbake(svg(inner).as_bytes()).unwrap();
    let [baked] = found.baked.as_slice() else { panic!("{found:?}") };
    let notes = baked.notes.iter().map(|note| note.code.to_string()).collect();
    let Container::BakedSvg { part } = baked.container else { panic!("{baked:?}") };
    (part, String::from_utf8(baked.text.clone()).unwrap(), notes)
}

#[test]
fn body_and_verify_in_both_namespaces() {
    let body = one("<openbadges:assertion><![CDATA[ {\"a\":1} ]]></openbadges:assertion>");
    assert_eq!(body, (SvgPart::Body, "{\"a\":1}".into(), vec![]));
    let verify = one(&format!("<o3:credential verify=\"{JWS}\"/>"));
    assert_eq!(verify, (SvgPart::Verify, JWS.into(), vec![]));
    let verify = one(&format!("<o3:credential verify='{JWS}'></o3:credential>"));
    assert_eq!(verify, (SvgPart::Verify, JWS.into(), vec![]));
    let escaped = one("<o3:credential>{&quot;a&quot;:&#34;&lt;&#34;}</o3:credential>");
    assert_eq!(escaped.1, "{\"a\":\"<\"}");
    let prefixed = one("<x:credential xmlns:x=\"https://purl.imsglobal.org/ob/v3p0\">{}</x:credential>");
    assert_eq!(prefixed.1, "{}");
    let default = one("<g><credential xmlns=\"https://purl.imsglobal.org/ob/v3p0\">{}</credential></g>");
    assert_eq!(default.1, "{}");
}

#[test]
fn with_both_parts_the_stronger_counts() {
    let hosted =
        one("<openbadges:assertion verify=\"https://a.example/1\"><![CDATA[{}]]></openbadges:assertion>");
    assert_eq!(hosted, (SvgPart::Body, "{}".into(), vec![]));
    let address = one("<openbadges:assertion verify=\"https://a.example/1?a=1&amp;b=2\"/>");
    assert_eq!(address, (SvgPart::Verify, "https://a.example/1?a=1&b=2".into(), vec![]));
    let signed = one(&format!("<o3:credential verify=\"{JWS}\"><![CDATA[{{}}]]></o3:credential>"));
    assert_eq!(signed, (SvgPart::Verify, JWS.into(), vec!["svg.two-parts".into()]));
}

#[test]
fn json_in_base64_is_tolerated_and_said() {
    let found = one(&format!("<o3:credential verify=\"{}\"/>", STANDARD.encode(BADGE)));
    assert_eq!(found, (SvgPart::Verify, BADGE.into(), vec!["svg.base64-json".into()]));
}

#[test]
fn the_name_alone_is_no_badge() {
    for inner in [
        "<credential>{}</credential>",
        "<openbadges:credential>{}</openbadges:credential>",
        "<o3:assertion>{}</o3:assertion>",
        "<x:credential xmlns:x=\"https://purl.imsglobal.org/ob/v3p0/\">{}</x:credential>",
        "<!-- <o3:credential>{}</o3:credential> -->",
    ] {
        assert_eq!(unbake(svg(inner).as_bytes()).unwrap(), Unbaked::default(), "{inner}");
    }
}

#[test]
fn several_are_all_given_and_said() {
    let found =
        unbake(svg("<o3:credential>{}</o3:credential><o3:credential>[]</o3:credential>").as_bytes()).unwrap();
    assert_eq!(found.baked.len(), 2);
    assert!(found.baked.iter().all(|baked| baked.notes == [Note::new("svg.several").with("count", "2")]));
}

#[test]
fn entities_are_refused_and_never_expanded() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>";
    assert_eq!(unbake(laughs.as_bytes()), Err(SvgError::Entities));
    // Without entities a document type is what old drawing programs write.
    let old = format!(
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/x.dtd\">{}",
        &svg("")[22..]
    );
    assert_eq!(unbake(old.as_bytes()), Ok(Unbaked::default()));
    let found = unbake(svg("<o3:credential>{&xxe;}</o3:credential>").as_bytes()).unwrap();
    assert_eq!(found.failed, [Note::new("svg.odd-text")]);
}

#[test]
fn damage_and_depth_are_said() {
    assert_eq!(unbake(b"<html></html>"), Err(SvgError::NotSvg));
    assert_eq!(unbake(b""), Err(SvgError::NotSvg));
    assert_eq!(unbake(b"<svg \xff/>"), Err(SvgError::NotUtf8));
    assert_eq!(unbake(b"<svg><g></svg>"), Err(SvgError::Damaged));
    assert_eq!(unbake(b"<svg><g>"), Err(SvgError::Damaged));
    assert_eq!(unbake(svg(&"<g>".repeat(100_000)).as_bytes()), Err(SvgError::TooDeep));
    let text = svg("<o3:credential>{}</o3:credential>");
    let cut = unbake(&text.as_bytes()[..text.len() - 4]).unwrap();
    assert_eq!((cut.baked.len(), cut.notes), (1, vec![Note::new("svg.damaged")]));
}

#[test]
fn what_was_baked_is_unbaked_and_replaces_what_was_there() {
    let credential = Credential::read(BADGE.as_bytes()).unwrap();
    for plain in [
        svg("<openbadges:assertion>old</openbadges:assertion><o3:credential verify=\"old\"/><g/>"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" />".to_owned(),
        "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>".to_owned(),
    ] {
        let image = bake(plain.as_bytes(), &credential).unwrap();
        let found = unbake(&image).unwrap();
        assert_eq!(found.baked.len(), 1);
        assert_eq!(found.baked[0].container.step(), "svg:body");
        assert_eq!(String::from_utf8_lossy(&found.baked[0].text), BADGE);
        assert!(!String::from_utf8_lossy(&image).contains(">old<"));
        assert!(String::from_utf8_lossy(&image).contains("verify=\"https://a.example/1\""));
        assert_eq!(bake(&image, &credential).unwrap(), image, "baking again changes nothing");
    }
}

proptest! {
    #[test]
    fn never_panics(text in "\\PC{0,80}") {
        let _ = unbake(text.as_bytes());
        let image = svg(&text);
        let _ = unbake(image.as_bytes());
        let _ = bake(image.as_bytes(), &Credential::read(BADGE.as_bytes()).unwrap());
    }

    #[test]
    fn almost_elements_never_panic(text in "(<|>|/|o3:credential|openbadges:assertion| verify=|\"|&|;|<!\\[CDATA\\[|\\]\\]>|x| ){0,30}") {
        let image = svg(&text);
        let _ = unbake(image.as_bytes());
        let _ = bake(image.as_bytes(), &Credential::read(BADGE.as_bytes()).unwrap());
    }
}
