//! Pictures that go into a hand-out: pixels only, small, without anything else that was in the file.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{DynamicImage, ImageReader, Limits, imageops::FilterType};
use openbadges::limits;

/// The longest edge of a badge's picture: sharp at 7 rem on fine screens and on paper.
pub(crate) const BADGE_EDGE: u32 = 400;
/// The longest edge of a badge's picture at the head of the page.
pub(crate) const THUMBNAIL_EDGE: u32 = 184;
/// The longest edge of a picture that is evidence.
pub(crate) const EVIDENCE_EDGE: u32 = 960;

/// A PNG larger than this is tried as JPEG where nothing in it is transparent.
const LARGE_PNG: usize = 60 * 1024;

/// An encoded picture without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// PNG or JPEG.
    pub bytes: Vec<u8>,
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// The picture with its longest edge at most `edge`; `None` for what cannot be read or is too large to look at.
/// PNG, JPEG, GIF (its first picture) and WebP are read.
pub(crate) fn picture(bytes: &[u8], edge: u32) -> Option<Picture> {
    let pixels = decoded(bytes)?;
    let pixels = if pixels.width() > edge || pixels.height() > edge {
        pixels.resize(edge, edge, FilterType::CatmullRom)
    } else {
        pixels
    };
    encoded(DynamicImage::ImageRgba8(pixels.into_rgba8()))
}

fn decoded(bytes: &[u8]) -> Option<DynamicImage> {
    let (width, height) = reader(bytes)?.into_dimensions().ok()?;
    let count = u64::from(width) * u64::from(height);
    if count == 0 || count > limits::PICTURE_PIXELS {
        return None;
    }
    let mut reader = reader(bytes)?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits::PICTURE_PIXELS * 4);
    reader.limits(bounds);
    reader.decode().ok()
}

fn reader(bytes: &[u8]) -> Option<ImageReader<Cursor<&[u8]>>> {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()
}

fn encoded(pixels: DynamicImage) -> Option<Picture> {
    let (width, height) = (pixels.width(), pixels.height());
    let mut png = Vec::new();
    // It is written once and read, mailed and kept often.
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, PngFilter::Adaptive);
    pixels.write_with_encoder(encoder).ok()?;
    let opaque = pixels.as_rgba8().is_some_and(|rgba| rgba.pixels().all(|pixel| pixel.0[3] == u8::MAX));
    if png.len() > LARGE_PNG && opaque {
        let mut jpeg = Vec::new();
        pixels.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 85)).ok()?;
        if jpeg.len() < png.len() {
            return Some(Picture { bytes: jpeg, media_type: "image/jpeg", width, height });
        }
    }
    Some(Picture { bytes: png, media_type: "image/png", width, height })
}

#[cfg(test)]
mod tests {
    use image::ImageFormat;

    use super::*;

    pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgba8(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    #[test]
    fn pictures_become_small_and_lose_what_was_baked_in() {
        let mut baked = png(800, 400);
        // A text chunk before the end, as baking puts it.
        let chunk = b"\0\0\0\x04tEXtab\0c\x5e\x1e\x01\x5d";
        let end = baked.len() - 12;
        baked.splice(end..end, chunk.iter().copied());
        assert!(baked.windows(4).any(|w| w == b"tEXt"));
        let picture = picture(&baked, 200).unwrap();
        assert_eq!((picture.width, picture.height, picture.media_type), (200, 100, "image/png"));
        assert!(!picture.bytes.windows(4).any(|w| w == b"tEXt"));
    }

    #[test]
    fn an_opaque_photograph_becomes_a_jpeg() {
        let mut state = 1_u32;
        let noise = image::RgbImage::from_fn(400, 400, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
        });
        let mut out = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(noise).write_to(&mut out, ImageFormat::Png).unwrap();
        assert_eq!(picture(&out.into_inner(), 400).unwrap().media_type, "image/jpeg");
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
        for bytes in [&b""[..], b"<svg/>", b"\x89PNG\r\n\x1a\n", &bomb] {
            assert_eq!(picture(bytes, 100), None);
        }
    }
}
