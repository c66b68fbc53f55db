//! Codes that another library drew, in every kind of picture; and pictures that hold none.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma, LumaA};
use openbadges::{Digest, limits};
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

/// A PDF of these objects, from number 3 on; a page shows the first of them.
fn pdf(objects: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
        2 0 obj << /Type /Pages /Kids [<< /Type /Page /Contents 3 0 R >>] /Count 1 >> endobj\n"
        .to_vec();
    for (index, (dictionary, data)) in objects.iter().enumerate() {
        let head = format!("{} 0 obj << {dictionary} /Length {} >> stream\n", index + 3, data.len());
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(data);
        out.extend_from_slice(b"\nendstream endobj\n");
    }
    out.extend_from_slice(b"trailer << /Root 1 0 R >>\n%%EOF\n");
    out
}

fn packed(rows: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut out, rows).unwrap();
    out.finish().unwrap()
}

/// The code as a page's boxes, each of which `write` writes; on the page there is more than the code.
fn page(text: &str, write: impl Fn(f64, f64) -> String) -> Vec<u8> {
    let code = QrCode::new(text).unwrap();
    let mut words = "q 0.97 g 0 0 595 842 re f Q 0.1 0.2 0.9 rg 0 800 595 42 re f (re f) Tj 0 g\n".to_owned();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            words += &write((at % code.width()) as f64, (at / code.width()) as f64);
        }
    }
    pdf(&[("/Filter /FlateDecode", packed(words.as_bytes()))])
}

const OEB: &str = "https://openbadges.education/public/assertions/fxAssertKI000000000001";

#[test]
fn codes_that_pages_draw_as_boxes_are_read() {
    let boxes = page(OEB, |x, y| format!("n {} {} 1.7 1.7 re f*\n", 400.0 + 1.7 * x, 200.0 - 1.7 * y));
    let moved =
        page(OEB, |x, y| format!("q 2 0 0 2 {} {} cm 0 0 1 1 re f Q\n", 90.0 + 2.0 * x, 300.0 - 2.0 * y));
    let lines = page(OEB, |x, y| {
        let y = 99.0 - y;
        format!("{x} {y} m {} {y} l {} {} l {x} {} l h f\n", x + 1.0, x + 1.0, y + 1.0, y + 1.0)
    });
    for bytes in [boxes, moved, lines] {
        let scan = of(&bytes);
        assert_eq!(links(&scan), [("pdf:page[0]/qr[0]", "oeb")]);
        assert!(scan.passed.is_empty(), "{:?}", scan.passed);
    }
    // As a picture of the code upside down is none, but its mirror image may be: only that it is answered counts.
    let _ = of(&page(OEB, |x, y| format!("{x} {y} 1 1 re f\n")));
}

#[test]
fn what_a_picture_shows_does_not_depend_on_how_often_it_came() {
    let logo =
        written(&DynamicImage::ImageLuma8(GrayImage::from_pixel(120, 120, Luma([200]))), ImageFormat::Png);
    let code = written(&DynamicImage::ImageLuma8(drawn(CREDLY, 4)), ImageFormat::Png);
    for _ in 0..2 {
        assert_eq!(codes(&of(&logo)), ["passed.picture-without-badge"]);
        assert_eq!(links(&of(&code)), [("qr[0]", "credly")]);
    }
    assert!(super::blank::is_known(&Digest::of(&logo)), "it is not looked through a second time");
    assert!(!super::blank::is_known(&Digest::of(&code)));
}

#[test]
fn codes_in_the_pictures_of_a_page_are_read() {
    let code = drawn(CREDLY, 4);
    let (width, height) = code.dimensions();
    let of_size = |more: &str| format!("/Subtype /Image /Width {width} /Height {height} {more}");
    let bits: Vec<u8> = code
        .rows()
        .flat_map(|row| {
            let row: Vec<u8> = row.map(|pixel| u8::from(pixel.0[0] > 0)).collect();
            row.chunks(8)
                .map(|eight| eight.iter().enumerate().fold(0, |all, (at, bit)| all | bit << (7 - at)))
                .collect::<Vec<u8>>()
        })
        .collect();
    let colored: Vec<u8> = code.as_raw().iter().flat_map(|grey| [*grey; 3]).collect();
    let predicted: Vec<u8> = code
        .rows()
        .flat_map(|row| {
            let row: Vec<u8> = row.map(|pixel| pixel.0[0]).collect();
            let before = [&[0], row.as_slice()].concat();
            // Each less the one before it.
            std::iter::once(1)
                .chain(row.into_iter().zip(before).map(|(now, before)| now.wrapping_sub(before)))
                .collect::<Vec<u8>>()
        })
        .collect();
    let mut writer = fax::encoder::Encoder::new(fax::VecWriter::new());
    for row in code.rows() {
        let shades = row.map(|pixel| if pixel.0[0] > 0 { fax::Color::White } else { fax::Color::Black });
        writer.encode_line(shades, width).unwrap();
    }
    let faxed = writer.finish().unwrap().finish();
    let fax = format!(
        "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} >>"
    );
    let flate = "/Filter /FlateDecode";
    let cases = [
        (fax, faxed),
        (
            "/ColorSpace /DeviceRGB /Filter /DCTDecode".to_owned(),
            written(&DynamicImage::ImageLuma8(code.clone()), ImageFormat::Jpeg),
        ),
        (format!("/ColorSpace /DeviceGray /BitsPerComponent 8 {flate}"), packed(code.as_raw())),
        ("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode]".to_owned(), packed(&colored)),
        (
            "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /FlateDecode]".to_owned(),
            packed(code.as_raw()).iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes(),
        ),
        (
            format!("/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 1 {flate}"),
            packed(&bits),
        ),
        (format!("/ImageMask true /BitsPerComponent 1 {flate}"), packed(&bits)),
        (
            format!(
                "/ColorSpace /DeviceGray /BitsPerComponent 8 {flate} /DecodeParms << /Predictor 15 /Columns {width} >>"
            ),
            packed(&predicted),
        ),
    ];
    for (more, data) in cases {
        let page = ("", b"q 100 0 0 100 0 0 cm /Im0 Do Q".to_vec());
        let scan = of(&pdf(&[page, (&of_size(&more), data)]));
        assert_eq!(links(&scan), [("pdf:picture[0]/qr[0]", "credly")], "{more}");
    }
}

#[test]
fn pages_made_to_harm_are_answered() {
    let huge = "/Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
    let page = |words: &str| ("", words.as_bytes().to_vec());
    let none = |objects: &[(&str, Vec<u8>)]| {
        let scan = of(&pdf(objects));
        assert_eq!((scan.found.len(), scan.links.len()), (0, 0));
        assert_eq!(codes(&scan), ["passed.pdf-without-badge"]);
    };
    none(&[page(""), (huge, packed(&vec![0; 1_000_000]))]);
    // Fewer rows than there are said to be, and more.
    let small = "/Subtype /Image /Width 500 /Height 500 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
    none(&[page(""), (small, packed(&[0; 100])), (small, packed(&vec![0; 2_000_000]))]);
    // The whole page painted again and again; places beyond all numbers.
    none(&[page(&"0 0 300 300 re 0 0 1 1 re f\n".repeat(30_000))]);
    none(&[page(&"1e308 1e308 cm 1e300 0 0 1e300 0 0 cm 1e300 1 1e300 1 re f\n".repeat(100))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn damaged_pages_are_answered(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = page(OEB, |x, y| format!("{x} {y} 1 1 re f\n"));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = scan(&bytes, "x");
    }
}
