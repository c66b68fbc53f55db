//! Baked here, unbaked by openbadges-bakery and openbadgeslib; and the other way round.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::{Credential, png, svg};
use strict_json::{Value, json};
use verification::sign;

use crate::cases::{self, Model};
use crate::here::{CREATED, did_key, key};
use crate::peers::{left_out, python};

/// What is baked: an Open Badge 2.0 as JSON and as JWS, an Open Badge 3.0 with a proof and as JWT.
fn badges() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let hosted = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://campus.example/a/1",
        "recipient": { "type": "email", "hashed": false, "identity": "robin.sample@mail.example" },
        "badge": "https://campus.example/class.json", "verification": { "type": "hosted" },
        "issuedOn": "2026-01-02T09:00:00Z", "narrative": "Grüße & <Zeichen>"
    });
    let signed = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000d2",
        "recipient": { "type": "email", "hashed": false, "identity": "robin.sample@mail.example" },
        "badge": "https://campus.example/class.json",
        "verification": { "type": "SignedBadge", "creator": "https://campus.example/key.json" },
        "issuedOn": "2026-01-02T09:00:00Z"
    });
    let ed25519 = key("test-ed25519.pem");
    let (did, method) = did_key(&ed25519);
    let mut badge = cases::all(Model::Two).remove(0).badge;
    badge["issuer"]["id"] = json!(did);
    let proof =
        sign::data_integrity(badge.clone(), "eddsa-rdfc-2022", &ed25519, &method, CREATED.parse().unwrap());
    vec![
        ("2", "2.0 hosted", hosted.to_string().into_bytes()),
        (
            "2",
            "2.0 signed",
            sign::jws(signed.to_string().as_bytes(), "RS256", None, None, &key("test-rsa.pem"))
                .unwrap()
                .into_bytes(),
        ),
        ("3", "3.0 with a proof", proof.unwrap().to_string().into_bytes()),
        ("3", "3.0 as JWT", sign::jwt(badge, "EdDSA", Some(&method), "JWT", &ed25519).unwrap().into_bytes()),
    ]
}

/// The pictures: one drawing, and its pixels.
fn pictures() -> [(&'static str, Vec<u8>); 2] {
    let drawing = std::fs::read(wallet_tests::samples().join("pictures/leaf.svg")).expect("a drawing");
    let mut pixels = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut pixels, 2, 2);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&[120; 16]).unwrap();
    [("png", pixels), ("svg", drawing)]
}

/// openbadges-bakery knows nothing of 3.0.
fn peers(version: &str) -> &'static [&'static str] {
    if version == "2" { &["openbadges-bakery", "openbadgeslib"] } else { &["openbadgeslib"] }
}

fn bake(kind: &str, image: &[u8], badge: &[u8]) -> Vec<u8> {
    let credential = Credential::read(badge).expect("a badge");
    if kind == "png" {
        png::bake(image, &credential).unwrap()
    } else {
        svg::bake(image, &credential).unwrap()
    }
}

/// The first badge in a picture, as text.
fn unbake(kind: &str, image: &[u8]) -> String {
    let bytes = if kind == "png" {
        png::unbake(image).unwrap().baked.remove(0).text
    } else {
        svg::unbake(image).unwrap().baked.remove(0).text
    };
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn baked_here_and_unbaked_there() {
    if left_out() {
        return;
    }
    let (mut names, mut jobs, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    for (version, name, badge) in badges() {
        for (kind, image) in pictures() {
            let image = STANDARD.encode(bake(kind, &image, &badge));
            for peer in peers(version) {
                names.push(format!("{name} in {kind}, {peer}"));
                jobs.push(json!({ "op": "unbake", "with": peer, "version": version, "image": image }));
                wanted.push(expected(name, kind, &badge));
            }
        }
    }
    for ((name, wanted), answer) in names.iter().zip(wanted).zip(python(jobs)) {
        let answer = answer.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(answer["text"].as_str().expect("a text"), wanted, "{name}");
    }
}

/// What a peer gives back. Both prefer the attribute `verify` of an SVG to the badge in its body: of a hosted badge they
/// return the address where it is hosted (Open Badges 2.0, Baking).
fn expected(name: &str, kind: &str, badge: &[u8]) -> String {
    let text = String::from_utf8(badge.to_vec()).expect("UTF-8");
    if (name, kind) != ("2.0 hosted", "svg") {
        return text;
    }
    let document: Value = serde_json::from_str(&text).expect("JSON");
    document["id"].as_str().expect("an id").to_owned()
}

#[test]
fn baked_there_and_unbaked_here() {
    if left_out() {
        return;
    }
    let (mut names, mut jobs, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    for (version, name, badge) in badges() {
        for (kind, image) in pictures() {
            for peer in peers(version) {
                let text = String::from_utf8(badge.clone()).expect("UTF-8");
                names.push((kind, format!("{name} in {kind}, {peer}")));
                jobs.push(
                    json!({ "op": "bake", "with": peer, "version": version, "image": STANDARD.encode(&image),
                                  "text": text }),
                );
                wanted.push(text);
            }
        }
    }
    for (((kind, name), wanted), answer) in names.iter().zip(wanted).zip(python(jobs)) {
        let answer = answer.unwrap_or_else(|error| panic!("{name}: {error}"));
        let image = STANDARD.decode(answer["image"].as_str().expect("a picture")).expect("base64");
        let found = unbake(kind, &image);
        assert_eq!(found, wanted, "{name}");
        Credential::read(found.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
