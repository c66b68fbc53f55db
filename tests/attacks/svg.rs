//! Rows svg-…: badges baked into SVG images.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::Credential;
use verification::{CheckId, Verdict};

use crate::kit::*;

const NS3: &str = "https://purl.imsglobal.org/ob/v3p0";

fn plain(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"20\" \
         height=\"20\"><rect width=\"20\" height=\"20\" fill=\"#336\"/>{inner}</svg>"
    )
}

/// The genuine badge in a picture with this in it.
fn image(inner: &str) -> Vec<u8> {
    let credential = Credential::read(genuine().to_string().as_bytes()).unwrap();
    openbadges::svg::bake(plain(inner).as_bytes(), &credential).unwrap()
}

/// An element with the genuine badge in its text.
fn element(prefix: &str, namespace: &str) -> String {
    let badge = genuine();
    format!("<{prefix}:credential xmlns:{prefix}=\"{namespace}\"><![CDATA[{badge}]]></{prefix}:credential>")
}

#[test]
fn svg_00_good() {
    let seen = World::new().one(&image("")).passes();
    assert!(seen.notes.is_empty(), "{:?}", seen.notes);
}

/// The badge passes as before; what is shown is pixels, and nobody was spoken to while they were made.
fn harmless(inner: &str, words: &[&str]) {
    let _ = World::new().one(&image("")).passes();
    let image = image(inner);
    let _ = World::new().one(&image).passes();
    for shown in crate::wallet::shown_pictures(&image) {
        assert!(shown.starts_with(b"\x89PNG\r\n\x1a\n"));
        for word in words {
            assert!(!shown.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
        }
    }
}

#[test]
fn svg_01_script() {
    harmless("<script>document.location='https://evil.example'</script>", &["script", "evil.example"]);
}

#[test]
fn svg_02_onload() {
    harmless("<g onload=\"alert(1)\"><rect onclick=\"alert(2)\" width=\"9\" height=\"9\"/></g>", &["alert"]);
}

#[test]
fn svg_03_foreignobject() {
    harmless(
        "<foreignObject width=\"20\" height=\"20\"><body xmlns=\"http://www.w3.org/1999/xhtml\">\
         <iframe src=\"https://evil.example\"/></body></foreignObject>",
        &["iframe", "evil.example"],
    );
}

/// A server of this machine's that nobody shall speak to.
struct Silent(TcpListener);

impl Silent {
    fn new() -> Silent {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Silent(listener)
    }

    fn address(&self) -> String {
        format!("http://{}/pixel.png", self.0.local_addr().unwrap())
    }

    fn was_left_alone(&self) {
        std::thread::sleep(Duration::from_millis(50));
        assert!(self.0.accept().is_err(), "somebody was spoken to");
    }
}

#[test]
fn svg_04_external_image() {
    let server = Silent::new();
    let address = server.address();
    harmless(
        &format!(
            "<image href=\"{address}\" width=\"9\" height=\"9\"/><image xlink:href=\"{address}\" width=\"9\" \
             height=\"9\"/><image href=\"file:///etc/hostname\" width=\"9\" height=\"9\"/>"
        ),
        &["pixel.png"],
    );
    server.was_left_alone();
}

#[test]
fn svg_05_css_import() {
    let server = Silent::new();
    let address = server.address();
    harmless(
        &format!(
            "<style>@import url({address}); @font-face {{ font-family: x; src: url({address}) }} rect {{ fill: \
             url({address}#a) }}</style><text font-family=\"x\">a</text>"
        ),
        &["pixel.png"],
    );
    server.was_left_alone();
}

#[test]
fn svg_06_billion_laughs() {
    let good = String::from_utf8(image("")).unwrap();
    let _ = World::new().one(good.as_bytes()).passes();
    let mut entities = String::from("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for n in 1..12 {
        entities += &format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    }
    let start = Instant::now();
    let bomb = format!("{entities}]>{}", good.replacen("<rect", "<text>&a11;</text><rect", 1));
    assert_eq!(World::new().nothing(bomb.as_bytes()), ["svg.entities"]);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn svg_07_xxe_file() {
    let good = String::from_utf8(image("")).unwrap();
    let _ = World::new().one(good.as_bytes()).passes();
    let attack = format!(
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        good.replacen("<rect", "<text>&x;</text><rect", 1)
    );
    assert_eq!(World::new().nothing(attack.as_bytes()), ["svg.entities"]);
}

#[test]
fn svg_08_two_credentials() {
    let one = element("ob", NS3);
    let _ = World::new().one(plain(&one).as_bytes()).passes();
    let other = one.replace("Welding", "Surgery");
    for (first, second) in [(&one, &other), (&other, &one)] {
        let seen = World::new().all(plain(&format!("{first}{second}")).as_bytes());
        assert_eq!(seen.len(), 2);
        for one in seen {
            assert!(one.notes.contains(&"svg.several".to_owned()), "{:?}", one.notes);
            let altered = one.claims().name.as_deref() == Some("Surgery");
            assert_eq!(one.verdict(), if altered { Verdict::Invalid } else { Verdict::Valid });
        }
    }
}

#[test]
fn svg_10_wrong_namespace() {
    let _ = World::new().one(plain(&element("openbadges", NS3)).as_bytes()).passes();
    for namespace in
        ["https://purl.imsglobal.org/ob/v3p0/", "https://evil.example/ob", "http://www.w3.org/2000/svg"]
    {
        let image = plain(&element("openbadges", namespace));
        assert_eq!(World::new().nothing(image.as_bytes()), ["passed.picture-without-badge"], "{namespace}");
    }
}

#[test]
fn svg_11_other_prefix() {
    for prefix in ["o", "x-y.z", "badge"] {
        let _ = World::new().one(plain(&element(prefix, NS3)).as_bytes()).passes();
    }
}

#[test]
fn svg_14_use_bomb() {
    let mut uses = String::from("<defs><g id=\"g0\"><rect width=\"1\" height=\"1\"/></g>");
    for n in 1..10 {
        uses += &format!("<g id=\"g{n}\">{}</g>", format!("<use href=\"#g{}\"/>", n - 1).repeat(10));
    }
    uses += "</defs><use href=\"#g9\"/>";
    let start = Instant::now();
    harmless(&uses, &["<use"]);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn svg_15_verify_base64_json() {
    let carrier = |text: &str| {
        plain(&format!("<ob:credential xmlns:ob=\"{NS3}\" verify=\"{}\"/>", STANDARD.encode(text)))
    };
    let seen = World::new().one(carrier(&genuine().to_string()).as_bytes()).passes();
    assert_eq!(seen.notes, ["svg.base64-json"]);
    let forged = genuine().to_string().replace("Welding", "Surgery");
    assert_eq!(World::new().one(carrier(&forged).as_bytes()).verdict(), Verdict::Invalid);
    let rubbish = World::new().look(carrier("not JSON at all").as_bytes());
    assert!(rubbish.found.is_empty() && !rubbish.passed.is_empty(), "said, not guessed");
}

#[test]
fn svg_16_displays_other_badge() {
    let lying = image("<text x=\"1\" y=\"9\">Doctor of Medicine, Harvard</text>");
    let seen = World::new().one(&lying).passes();
    assert_eq!(seen.claims().name.as_deref(), Some("Welding"));
    assert_ne!(seen.code(CheckId::Image), "image.ok", "the picture is never said to be the credential's");
    let kept = crate::wallet::keep(&lying);
    assert_eq!((kept.card.name.as_str(), kept.card.issuer.as_str()), ("Welding", "University of Example"));
}
