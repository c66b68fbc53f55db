//! Mails with a badge in a picture.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::{Credential, png};

/// The picture of a sample, without its badge: what platforms send.
pub fn picture() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/01-food-hygiene.eml");
    let mail = std::fs::read_to_string(path).expect("a sample");
    let part = mail.split("Content-Type: image/png").nth(1).expect("a picture");
    let body = part.split("\r\n\r\n").nth(1).expect("its body");
    let text: String = body.lines().take_while(|line| !line.starts_with("--")).collect();
    bare(&STANDARD.decode(text).expect("base64"))
}

/// A PNG without its texts.
fn bare(image: &[u8]) -> Vec<u8> {
    let (signature, mut rest) = image.split_at(8);
    let mut out = signature.to_vec();
    while let Some((length, _)) = rest.split_first_chunk::<4>() {
        let (chunk, behind) = rest.split_at(u32::from_be_bytes(*length) as usize + 12);
        if chunk.get(4..8) != Some(b"iTXt") {
            out.extend_from_slice(chunk);
        }
        rest = behind;
    }
    out
}

/// A message with a baked PNG, as a platform sends it.
pub fn mail(number: usize, badge: &[u8]) -> Vec<u8> {
    let baked = png::bake(&picture(), &Credential::read(badge).expect("a badge")).expect("a baked picture");
    message(number, &baked)
}

/// The same with a keyword that not every platform uses for this kind of badge.
pub fn mail_with(keyword: &str, number: usize, badge: &[u8]) -> Vec<u8> {
    message(number, &baked_with(keyword, badge))
}

/// A picture with a text chunk (iTXt, not compressed) behind its header.
fn baked_with(keyword: &str, badge: &[u8]) -> Vec<u8> {
    let mut chunk = b"iTXt".to_vec();
    chunk.extend_from_slice(keyword.as_bytes());
    chunk.extend_from_slice(&[0; 5]);
    chunk.extend_from_slice(badge);
    let mut check = flate2::Crc::new();
    check.update(&chunk);
    let length = u32::try_from(chunk.len() - 4).expect("a small badge");
    let picture = picture();
    let (head, rest) = picture.split_at(33);
    [head, &length.to_be_bytes(), &chunk, &check.sum().to_be_bytes(), rest].concat()
}

fn message(number: usize, baked: &[u8]) -> Vec<u8> {
    let encoded = STANDARD.encode(baked);
    let lines: Vec<&str> =
        encoded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!(
        "From: Open Campus <badges@campus.example>\r\nTo: Robin Sample <robin.sample@mail.example>\r\n\
         Subject: Your badge no. {number}\r\nDate: Fri, 02 Jan 2026 10:00:00 +0000\r\n\
         Message-ID: <{number}@campus.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"b{number}\"\r\n\r\n--b{number}\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nYour badge is attached.\r\n--b{number}\r\n\
         Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=\"badge-{number}.png\"\r\n\r\n{}\r\n--b{number}--\r\n",
        lines.join("\r\n")
    )
    .into_bytes()
}
