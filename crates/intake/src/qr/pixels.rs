//! A picture as shades of grey, bounded before it is decoded.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageReader, Limits};
use openbadges::limits;

/// Memory that decoding may take.
const MEMORY: u64 = 512 * 1024 * 1024;
/// The shortest side on which a code can stand: 21 modules of two pixels.
const LEAST: u32 = 42;

/// How large a picture says it is.
pub(super) struct Size {
    width: u32,
    height: u32,
}

impl Size {
    pub(super) fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    pub(super) fn may_hold_code(&self) -> bool {
        self.width.min(self.height) >= LEAST && self.pixels() <= limits::PICTURE_PIXELS
    }
}

fn reader(bytes: &[u8]) -> Option<ImageReader<Cursor<&[u8]>>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(MEMORY);
    reader.limits(bounds);
    Some(reader)
}

/// What the picture's head says.
pub(super) fn size(bytes: &[u8]) -> Option<Size> {
    let (width, height) = reader(bytes)?.into_dimensions().ok()?;
    Some(Size { width, height })
}

/// The picture in grey, on white where it lets through.
pub(super) fn grey(bytes: &[u8]) -> Option<GrayImage> {
    let image = reader(bytes)?.decode().ok()?;
    Some(if image.color().has_alpha() { on_white(&image) } else { image.into_luma8() })
}

fn on_white(image: &DynamicImage) -> GrayImage {
    let both = image.to_luma_alpha8();
    let mut out = GrayImage::new(both.width(), both.height());
    for (place, from) in out.pixels_mut().zip(both.pixels()) {
        let [grey, alpha] = from.0;
        let mixed = (u32::from(grey) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
        place.0 = [u8::try_from(mixed).unwrap_or(u8::MAX)];
    }
    out
}
