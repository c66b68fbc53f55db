use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::*;
use crate::{Scan, ScanError, scan};

const BADGE: &str = r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1","badge":{"name":"One"},"recipient":{"type":"email","identity":"m@p.example","hashed":false}}"#;

/// A PNG of one pixel with a badge baked in.
fn png() -> Vec<u8> {
    let mut out = vec![0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        let mut crc = crc32fast::Hasher::new();
        crc.update(kind);
        crc.update(data);
        out.extend((data.len() as u32).to_be_bytes());
        out.extend(kind);
        out.extend(data);
        out.extend(crc.finalize().to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(b"iTXt", format!("openbadges\0\0\0\0\0{BADGE}").as_bytes());
    chunk(b"IEND", &[]);
    out
}

fn part(kind: &str, name: &str, bytes: &[u8]) -> String {
    let mut lines = String::new();
    for line in STANDARD.encode(bytes).as_bytes().chunks(76) {
        lines.push_str(std::str::from_utf8(line).unwrap());
        lines.push_str("\r\n");
    }
    format!(
        "Content-Type: {kind}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{lines}"
    )
}

fn mail(parts: &[String]) -> String {
    let mut out = "From: Badges <b@issuer.example>\r\nTo: M <m@p.example>, o@p.example\r\nSubject: Your badge\r\n\
                   Date: Tue, 06 Jan 2026 10:15:00 +0100\r\nMessage-ID: <1@issuer.example>\r\nMIME-Version: 1.0\r\n\
                   Content-Type: multipart/mixed; boundary=\"BB\"\r\n\r\npreamble\r\n"
        .to_owned();
    for part in parts {
        out.push_str(&format!("--BB\r\n{part}\r\n"));
    }
    out + "--BB--\r\n"
}

fn seen(scan: &Scan) -> (Vec<&str>, Vec<(&str, &str)>) {
    (
        scan.found.iter().map(|found| found.path.as_str()).collect(),
        scan.passed.iter().map(|passed| (passed.path.as_str(), passed.code.as_str())).collect(),
    )
}

fn of(text: &str) -> Scan {
    scan(text.as_bytes(), "mail.eml").unwrap()
}

#[test]
fn every_part_is_found_or_passed_over_with_its_reason() {
    let scan = of(&mail(&[
        "Content-Type: text/plain\r\n\r\nHello".to_owned(),
        part("application/octet-stream", "badge", &png()),
        part("image/png", "broken.png", &png()[..60]),
        part("application/json", "badge.json", BADGE.as_bytes()),
        part("application/json", "twice.json", br#"{"a":1,"a":2}"#),
        part("application/json", "other.json", b"{}"),
        part("application/pdf", "a.pdf", b"%PDF-1.7"),
        part("image/jpeg", "photo.jpg", b"\xff\xd8\xff\xe0"),
        part("application/zip", "../a.zip", b"PK\x03\x04"),
        part("application/octet-stream", "x.bin", b"\x00\x01\x02\x03"),
        part("application/pgp-signature", "s.asc", b"-----BEGIN"),
        part("image/png", "empty.png", b""),
    ]));
    assert_eq!(
        seen(&scan),
        (
            vec!["attachment[0]/png:openbadges", "attachment[2]/json"],
            vec![
                ("text", "passed.text"),
                ("attachment[1]", "png.truncated"),
                ("attachment[3]", "json.duplicate-member"),
                ("attachment[4]", "credential.not-one"),
                ("attachment[5]", "pdf.damaged"),
                ("attachment[6]", "passed.picture"),
                ("attachment[7]", "archive.damaged"),
                ("attachment[8]", "passed.unknown"),
                ("attachment[9]", "passed.signature"),
                ("attachment[10]", "passed.empty"),
            ]
        )
    );
    assert_eq!(scan.passed[6].args["file"], "a.zip");
    assert_eq!(scan.found[0].image.as_deref(), Some(png().as_slice()));
    assert_eq!(scan.found[1].image, None);
}

#[test]
fn the_facts_are_those_of_the_outer_mail() {
    let inner = mail(&[part("image/png", "b.png", &png())]);
    let inner = inner.replace("BB", "CC");
    let outer = mail(&[format!("Content-Type: message/rfc822\r\n\r\n{inner}")])
        .replacen("m@p.example", "robin@p.example", 1)
        .replacen("Your badge", "=?utf-8?q?F=C3=BCr_dich?=", 1);
    let scan = of(&outer);
    assert_eq!(seen(&scan).0, ["attachment[0]/attachment[0]/png:openbadges"]);
    let facts = scan.mail.unwrap();
    assert_eq!(facts.subject.as_deref(), Some("Für dich"));
    assert_eq!(facts.from.as_deref(), Some("Badges <b@issuer.example>"));
    assert_eq!(facts.message_id.as_deref(), Some("1@issuer.example"));
    assert_eq!(facts.date.unwrap().to_string(), "2026-01-06T09:15:00Z");
    assert_eq!(facts.digest, Digest::of(outer.as_bytes()));
    assert!(facts.forwarded);
    assert_eq!(addresses(&facts), ["robin@p.example", "o@p.example"]);
}

#[test]
fn encoded_and_digested_messages_are_opened_too() {
    let inner = mail(&[part("image/png", "b.png", &png())]);
    let encoded = of(&mail(&[part("message/rfc822", "f.eml", inner.as_bytes())]));
    assert_eq!(seen(&encoded).0, ["attachment[0]/attachment[0]/png:openbadges"]);
    let digest = mail(&[format!("\r\n{inner}")]).replacen("multipart/mixed", "multipart/digest", 1);
    assert!(of(&digest.replacen("\"BB\"", "\"CC\"", 1).replacen("--BB\r\n", "--CC\r\n", 1)).has_badge());
}

#[test]
fn sources_are_known_with_and_without_a_preface() {
    let source = mail(&[part("image/png", "b.png", &png())]);
    for pasted in [
        source.clone(),
        source.replace("\r\n", "\n"),
        format!("\n\n{source}"),
        format!("Original Message\nMessage ID\t<1@x>\nCreated at:\tToday\n\n{source}"),
        format!("From b@issuer.example Tue Jan  6 10:15:00 2026\n{source}"),
    ] {
        assert_eq!(seen(&of(&pasted)).0, ["attachment[0]/png:openbadges"], "{}", &pasted[..40]);
    }
    let two =
        format!("From a@b Tue Jan  6 10:15:00 2026\n{source}\nFrom a@b Tue Jan  6 10:15:00 2026\n{source}");
    // Two of them are a mailbox.
    assert_eq!(
        seen(&of(&two)).0,
        ["message[0]/attachment[0]/png:openbadges", "message[1]/attachment[0]/png:openbadges"]
    );
    assert_eq!(of("To be or not to be: a badge").mail, None);
}

#[test]
fn badges_in_the_text_of_a_mail_are_found_once() {
    let jws = format!(
        "{}.{}.AAAA",
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\"}"),
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(BADGE)
    );
    let html = format!("<p>Here: <code>{jws}</code><pre>{}</pre>", BADGE.replace('"', "&quot;"));
    let scan = of(&mail(&[
        format!("Content-Type: text/plain\r\n\r\nHere:\r\n{jws}\r\nand {{x}} {BADGE}."),
        format!("Content-Type: text/html\r\n\r\n{html}"),
    ]));
    assert_eq!(seen(&scan).0, ["text/jwt", "text/json"]);
    let page = of(&mail(&[format!(
        "Content-Type: text/html\r\n\r\n<img src=\"data:image/png;base64,{}\">",
        STANDARD.encode(png())
    )]));
    assert_eq!(seen(&page).0, ["html/image[0]/png:openbadges"]);
}

#[test]
fn files_are_looked_at_like_attachments() {
    let path = |bytes: &[u8]| scan(bytes, "x").unwrap().found.first().map(|found| found.path.clone());
    assert_eq!(path(&png()).as_deref(), Some("png:openbadges"));
    assert_eq!(path(BADGE.as_bytes()).as_deref(), Some("json"));
    assert_eq!(path(format!("\n\u{feff}{BADGE}").trim_start().as_bytes()).as_deref(), Some("json"));
    assert_eq!(path(b"https://issuer.example/assertions/1").as_deref(), Some("address"));
    let jws = format!(
        "{}.{}.AAAA",
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\"}"),
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(BADGE)
    );
    let broken = scan(format!("{}\r\n {}\n", &jws[..50], &jws[50..]).as_bytes(), "x").unwrap();
    assert_eq!(broken.found[0].credential.payload(), jws.as_bytes());
    assert_eq!(broken.found[0].notes, [openbadges::Note::new("input.rejoined")]);
    let known = scan(b"https://openbadges.education/public/assertions/fxA\n", "").unwrap();
    assert_eq!((known.found.len(), known.links.len()), (0, 1));
    let enveloped = format!(
        "{{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+jwt,{}.{}.AA\"}}",
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\"}"),
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(BADGE)
    );
    assert_eq!(path(enveloped.as_bytes()).as_deref(), Some("json/jwt"));
}

#[test]
fn what_cannot_be_read_says_why() {
    let why = |bytes: &[u8]| scan(bytes, "x").unwrap().why_nothing().unwrap().code.into_owned();
    assert_eq!(scan(b"", "x"), Err(ScanError::Empty));
    assert_eq!(scan(&vec![b'a'; openbadges::limits::FILE + 1], "x"), Err(ScanError::TooLarge));
    assert_eq!(why("[".repeat(10_000).as_bytes()), "json.too-deep");
    assert_eq!(why("{\"a\":".repeat(10_000).as_bytes()), "json.too-deep");
    assert_eq!(why(b"{\"a\":\"\xff\"}"), "json.not-utf8");
    assert_eq!(why(b"\xff\xfe{\0"), "json.utf-16");
    assert_eq!(why(&png()[..60]), "png.truncated");
    assert_eq!(why(b"eyJhbGciOiJub25lIn0.W10."), "credential.not-one");
    assert_eq!(why(b"file:///etc/passwd"), "address.scheme");
    assert_eq!(why(b"http://127.0.0.1/badge"), "address.inner-host");
    assert_eq!(why(b"Just a text."), "nothing.no-badge");
    assert_eq!(why(b"%PDF-1.4"), "pdf.damaged");
    let without = b"%PDF-1.4 1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >> %%EOF";
    assert_eq!(why(without), "passed.pdf-without-badge");
    assert_eq!(why(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "nothing.no-badge");
    assert_eq!(why(b"https://www.credly.com/go/abcdefgh"), "nothing.only-links");
}

#[test]
fn mails_made_to_harm_are_bounded() {
    // Messages in messages, plain and as parts.
    let mut nested = mail(&[part("image/png", "b.png", &png())]);
    for _ in 0..25 {
        nested =
            format!("From: a@b.example\r\nTo: c@d.example\r\nContent-Type: message/rfc822\r\n\r\n{nested}");
    }
    let scan_nested = of(&nested);
    assert!(scan_nested.passed.iter().any(|passed| passed.code == "passed.too-deep"));
    let deep = "From: a@b.example\nTo: c@d.example\nContent-Type: message/rfc822\n\n".repeat(50_000);
    assert!(of(&deep).passed.iter().any(|passed| passed.code == "passed.too-deep"));
    let multiparts: String =
        (0..500).map(|n| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n")).collect();
    let multi = of(&format!("From: a@b.example\nTo: c@d.example\n{multiparts}Content-Type: text/plain\n\nx"));
    assert!(multi.found.is_empty());
    // Parts and header lines without number.
    let head = "From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=b\n\n";
    assert_eq!(
        scan(format!("{head}{}", "--b\n\nx\n".repeat(30_000)).as_bytes(), ""),
        Err(ScanError::TooManyParts)
    );
    assert_eq!(
        scan(format!("To: a@b\nFrom: c@d\n{}", "A: b\n".repeat(30_000)).as_bytes(), ""),
        Err(ScanError::TooManyParts)
    );
    let many = of(&format!("{head}{}--b--\n", "--b\nContent-Type: image/gif\n\nGIF8\n".repeat(3_000)));
    assert!(many.notes.iter().any(|note| note.code == "mail.too-many-parts"));
    assert!(many.passed.len() <= openbadges::limits::MAIL_PARTS + 1);
}

#[test]
fn a_cut_attachment_costs_only_itself() {
    let whole = mail(&[part("image/png", "a.png", &png()), part("image/png", "b.png", &png())]);
    let cut = &whole[..whole.len() - 140];
    let scan = of(cut);
    assert_eq!(seen(&scan).0, ["attachment[0]/png:openbadges"]);
    assert_eq!(seen(&scan).1, [("attachment[1]", "png.truncated")]);
}

#[test]
fn who_sends_to_themselves_is_offered_and_noreply_is_not() {
    let facts = |from: &str, to: &[&str]| MailFacts {
        from: None,
        from_address: Some(from.to_owned()),
        to: to.iter().map(|address| (*address).to_owned()).collect(),
        date: None,
        subject: None,
        message_id: None,
        digest: Digest::of(b""),
        forwarded: false,
    };
    assert_eq!(addresses(&facts("M@p.example", &["m@p.example"])), ["m@p.example"]);
    assert_eq!(addresses(&facts("b@i.example", &["noreply@i.example", "m@p.example"])), ["m@p.example"]);
    assert!(addresses(&facts("b@i.example", &[])).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 1..300)) {
        let _ = scan(&bytes, "x");
    }

    #[test]
    fn almost_mails_never_panic(text in "(From: a@b\n|To: c@d\n|Subject: x\n|Content-Type: (multipart/mixed; boundary=b|message/rfc822|text/html|multipart/digest; boundary=b|image/png)\n|Content-Transfer-Encoding: (base64|quoted-printable)\n|\n|--b\n|--b--\n|iVBORw0KGgo=|=3D|<a href=|é|\r\n){1,30}") {
        let _ = scan(format!("From: a@b.example\nTo: c@d.example\n{text}").as_bytes(), "x");
    }

    #[test]
    fn a_changed_byte_never_panics(at in 0usize..2000, byte in any::<u8>()) {
        let mut bytes = mail(&[part("image/png", "a.png", &png()), part("application/json", "b", BADGE.as_bytes())]).into_bytes();
        if let Some(slot) = bytes.get_mut(at) { *slot = byte; }
        let _ = scan(&bytes, "x");
    }
}
