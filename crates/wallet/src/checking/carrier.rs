//! The picture that carries a badge, compared with the one the badge names: where that lies in the badge itself, or was had and
//! is the one of the badge's digest. What is only an address shows whatever somebody puts there, and is not compared.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use verification::codes::{self, Code};
use verification::{Answer, Check, CheckId, Outcome};

use super::Checked;
use crate::picture;

/// Judges the check `image` again, with the picture that carried the badge at hand. No other check is touched.
pub(crate) fn compare(checked: &mut Checked, carrier: &[u8]) {
    let Some(named) = named(checked) else { return };
    let (outcome, code) = judge(carrier, &named);
    if let Some(check) = checked.report.checks.iter_mut().find(|check| check.id == CheckId::Image) {
        let documents = std::mem::take(&mut check.documents);
        *check = Check { documents, ..Check::new(CheckId::Image, outcome, code) };
    }
}

/// The bytes of the picture that the badge names, where it is certain which they are.
fn named(checked: &Checked) -> Option<Vec<u8>> {
    let code = checked.report.check(CheckId::Image)?.code.as_ref();
    let address = checked.report.claims.image.as_deref()?;
    if code == codes::IMAGE_INSIDE.as_str() {
        let (head, data) = address.strip_prefix("data:")?.split_once(',')?;
        let encoded = head.ends_with(";base64");
        return encoded.then(|| STANDARD.decode(data.trim()).ok()).flatten();
    }
    if code != codes::IMAGE_OK.as_str() {
        return None;
    }
    let used = checked.report.documents.iter().find(|document| document.url == address)?;
    checked.answers.values().flatten().find_map(|answered| match &answered.answer {
        Answer::Got(document) if document.digest() == used.digest => Some(document.bytes().to_vec()),
        _ => None,
    })
}

/// Two pictures are the same if each of their pixels is; what is hidden under full transparency does not count.
fn judge(carrier: &[u8], named: &[u8]) -> (Outcome, Code) {
    let not_comparable = (Outcome::Inconclusive, codes::IMAGE_NOT_COMPARABLE);
    if picture::is_svg(carrier) != picture::is_svg(named) {
        return not_comparable;
    }
    match (picture::pixels(carrier, picture::LARGE), picture::pixels(named, picture::LARGE)) {
        (Ok(one), Ok(other)) if one.dimensions() == other.dimensions() => {
            let same = one.pixels().zip(other.pixels()).all(|(a, b)| a == b || a.0[3] == 0 && b.0[3] == 0);
            match same {
                true => (Outcome::Passed, codes::IMAGE_SAME),
                false => (Outcome::Failed, codes::IMAGE_DIFFERS),
            }
        }
        _ => not_comparable,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

    use super::*;

    fn png(width: u32, colour: [u8; 4]) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let pixels = RgbaImage::from_pixel(width, 4, Rgba(colour));
        DynamicImage::ImageRgba8(pixels).write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    fn code(carrier: &[u8], named: &[u8]) -> &'static str {
        judge(carrier, named).1.as_str()
    }

    #[test]
    fn pictures_are_compared_by_their_pixels() {
        let red = png(4, [255, 0, 0, 255]);
        assert_eq!(code(&red, &red), "image.same");
        assert_eq!(code(&red, &png(4, [255, 0, 1, 255])), "image.differs");
        assert_eq!(code(&red, &png(8, [255, 0, 0, 255])), "image.not-comparable");
        assert_eq!(code(&png(4, [1, 2, 3, 0]), &png(4, [9, 9, 9, 0])), "image.same");
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#f00"/></svg>"##;
        assert_eq!(code(svg, svg), "image.same");
        assert_eq!(code(svg, &red), "image.not-comparable");
        assert_eq!(code(b"nothing", &red), "image.not-comparable");
    }
}
