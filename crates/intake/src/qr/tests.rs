//! Codes that another library drew, in every kind of picture; and pictures that hold none.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma, LumaA};
use openbadges::limits;
use proptest::prelude::*;
use qrcode::{Color, QrCode};

use super::{pixels, read};
use crate::{Scan, scan};

const CREDLY: &str = "https://www.credly.com/badges/00000000-0000-4000-8000-000000000101";

/// The code in modules of this many pixels, with four modules of white around it.
fn drawn(text: &str, module: u32) -> GrayImage {
    let code = QrCode::new(text).unwrap();
    let (width, colors) = (code.width() as u32, code.to_colors());
    let side = (width + 8) * module;
    GrayImage::from_fn(side, side, |x, y| {
        let (x, y) = (x / module, y / module);
        let inside = (4..width + 4).contains(&x) && (4..width + 4).contains(&y);
        let dark = inside && colors[((y - 4) * width + x - 4) as usize] == Color::Dark;
        Luma([if dark { 0 } else { 255 }])
    })
}

/// A picture of this size with the code somewhere on it.
fn placed(code: &GrayImage, width: u32, height: u32, at: (u32, u32)) -> GrayImage {
    let mut out = noise(width, height);
    image::imageops::overlay(&mut out, code, i64::from(at.0), i64::from(at.1));
    out
}

/// Greys without a pattern, as in a photograph.
fn noise(width: u32, height: u32) -> GrayImage {
    let mut state = 1u32;
    GrayImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Luma([(120 + (x / 16 + y / 16) % 60 + (state >> 27)) as u8])
    })
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn of(bytes: &[u8]) -> Scan {
    scan(bytes, "x").unwrap()
}

fn links(scan: &Scan) -> Vec<(&str, &str)> {
    scan.links.iter().map(|link| (link.path.as_str(), link.platform.as_deref().unwrap_or_default())).collect()
}

fn codes(scan: &Scan) -> Vec<&str> {
    scan.passed.iter().map(|passed| passed.code.as_str()).collect()
}

#[test]
fn codes_are_read_in_every_kind_of_picture() {
    let grey = DynamicImage::ImageLuma8(placed(&drawn(CREDLY, 5), 900, 600, (300, 120)));
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let image =
            if format == ImageFormat::Png { grey.clone() } else { DynamicImage::ImageRgb8(grey.to_rgb8()) };
        let image =
            if format == ImageFormat::Gif { DynamicImage::ImageRgba8(image.to_rgba8()) } else { image };
        let scan = of(&written(&image, format));
        assert_eq!(links(&scan), [("qr[0]", "credly")], "{format:?}");
        assert!(scan.passed.is_empty(), "{format:?}: {:?}", scan.passed);
    }
    // Black on nothing.
    let bare = drawn(CREDLY, 6);
    let bare = image::GrayAlphaImage::from_fn(bare.width(), bare.height(), |x, y| {
        LumaA([0, 255 - bare.get_pixel(x, y).0[0]])
    });
    assert_eq!(
        links(&of(&written(&DynamicImage::ImageLumaA8(bare), ImageFormat::Png))),
        [("qr[0]", "credly")]
    );
}

#[test]
fn what_a_code_says_is_looked_at_like_a_paste() {
    let png = |text: &str| written(&DynamicImage::ImageLuma8(drawn(text, 5)), ImageFormat::Png);
    let offer = "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1";
    assert_eq!(links(&of(&png(offer))), [("qr[0]", "oid4vci")]);
    let badge =
        r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;
    assert_eq!(of(&png(badge)).found[0].path, "qr[0]/json");
    // An address that nobody knows: the person held it out.
    assert_eq!(links(&of(&png("https://school.example/b/1"))), [("qr[0]", "")]);
    for other in
        ["WIFI:S:guests;P:secret;;", "javascript:alert(1)", "https://127.0.0.1/x", "file:///etc/passwd"]
    {
        let scan = of(&png(other));
        assert_eq!((scan.links.len(), scan.found.len()), (0, 0), "{other}");
        assert_eq!(codes(&scan), ["passed.code-without-badge"], "{other}");
    }
}

#[test]
fn in_a_mail_only_what_is_recognised_counts() {
    use base64::Engine as _;
    let mail = |text: &str| {
        let png = written(&DynamicImage::ImageLuma8(drawn(text, 4)), ImageFormat::Png);
        let png = base64::engine::general_purpose::STANDARD.encode(png);
        format!(
            "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\
             Content-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{png}\r\n"
        )
    };
    assert_eq!(links(&of(mail(CREDLY).as_bytes())), [("attachment[0]/qr[0]", "credly")]);
    let other = of(mail("https://shop.example/sale").as_bytes());
    assert!(!other.has_badge());
    assert_eq!(codes(&other), ["passed.code-without-badge"]);
}

#[test]
fn a_picture_that_carries_a_badge_is_not_searched() {
    let carrier = written(&DynamicImage::ImageLuma8(drawn(CREDLY, 5)), ImageFormat::Png);
    let badge =
        br#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;
    let credential = openbadges::Credential::read(badge).unwrap();
    let scan = of(&openbadges::png::bake(&carrier, &credential).unwrap());
    assert_eq!((scan.found.len(), scan.links.len()), (1, 0));
}

#[test]
fn small_codes_on_large_pictures_are_found_in_a_second_look() {
    let large = placed(&drawn(CREDLY, 6), 3_600, 2_700, (2_900, 1_900));
    assert_eq!(read::codes(&large), [CREDLY]);
    let smooth = GrayImage::from_fn(2_000, 1_500, |x, y| Luma([((x + y) / 16) as u8]));
    assert!(!read::hints(&smooth), "nothing there is like a corner mark");
}

#[test]
fn pictures_made_to_harm_are_not_decoded() {
    // 60,000 by 60,000 in its head alone.
    let mut bomb = written(&DynamicImage::ImageLuma8(GrayImage::new(50, 50)), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let crc = crc32fast::hash(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert!(
        pixels::size(&bomb)
            .is_none_or(|size| !size.may_hold_code() && size.pixels() > limits::PICTURE_PIXELS)
    );
    assert_eq!(of(&bomb).links.len(), 0);
    // Corner marks without end.
    let mark = |x: u32, y: u32| {
        let (x, y) = (x % 9, y % 9);
        let ring = x == 0 || y == 0 || x == 6 || y == 6 || ((2..5).contains(&x) && (2..5).contains(&y));
        if x < 7 && y < 7 && ring { 0 } else { 255 }
    };
    let marks = GrayImage::from_fn(270, 270, |x, y| Luma([mark(x, y)]));
    let _ = of(&written(&DynamicImage::ImageLuma8(marks), ImageFormat::Png));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn damaged_pictures_are_answered(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = written(&DynamicImage::ImageLuma8(drawn(CREDLY, 3)), ImageFormat::Png);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = scan(&bytes, "x");
    }
}
