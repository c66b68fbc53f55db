//! A picture as shades of grey, bounded before it is decoded.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageBuffer, ImageReader, Limits, Pixel, Rgba};
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
    Some(match reader(bytes)?.decode().ok()? {
        DynamicImage::ImageLuma8(grey) => grey,
        DynamicImage::ImageRgb8(image) => shades(&image, |pixel| shade(pixel.0)),
        // Every other kind becomes this one first.
        image => shades(&image.into_rgba8(), on_white),
    })
}

fn shades<P: Pixel<Subpixel = u8>>(image: &ImageBuffer<P, Vec<u8>>, shade: impl Fn(&P) -> u32) -> GrayImage {
    let mut out = GrayImage::new(image.width(), image.height());
    for (place, from) in out.pixels_mut().zip(image.pixels()) {
        place.0 = [u8::try_from(shade(from)).unwrap_or(u8::MAX)];
    }
    out
}

/// How light a colour is (ITU-R BT.709), in whole numbers: the library's own way weighs colour spaces, which is ten times the work and
/// nothing that a code depends on.
fn shade([red, green, blue]: [u8; 3]) -> u32 {
    (2126 * u32::from(red) + 7152 * u32::from(green) + 722 * u32::from(blue)) / 10_000
}

fn on_white(pixel: &Rgba<u8>) -> u32 {
    let [red, green, blue, alpha] = pixel.0;
    (shade([red, green, blue]) * u32::from(alpha) + 255 * u32::from(255 - alpha)) / 255
}
