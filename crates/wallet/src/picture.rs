//! Strangers' pictures, made into pixels: bounded before work, without anything from outside, without metadata.

use std::io::Cursor;
use std::sync::{Arc, OnceLock};

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{ColorType, DynamicImage, ExtendedColorType, ImageEncoder as _, ImageReader, Limits, RgbaImage};
use openbadges::limits;
use resvg::{tiny_skia, usvg};

use crate::stack::with_stack;

/// The longest edge of a picture in a list.
pub(crate) const THUMBNAIL: u32 = 256;
/// The longest edge of a picture shown large, and of those that go into a portfolio.
pub(crate) const LARGE: u32 = 640;
/// The longest edge of a picture among the evidence, looked at by itself.
pub(crate) const EVIDENCE: u32 = 1600;

/// Most bytes a decoded picture may take: the pixels allowed, four bytes each.
const DECODED_BYTES: u64 = limits::PICTURE_PIXELS * 4;
/// Pixels of a picture inside an SVG; an SVG may hold many.
const INNER_PIXELS: u64 = 16_000_000;
/// An SVG is text; a larger one is no badge.
const SVG_BYTES: usize = 8 * 1024 * 1024;
/// Of the thread that draws: reserved, and touched only as deep as a drawing is nested.
const DRAWING_STACK: usize = 64 * 1024 * 1024;

/// Why a picture could not be made into pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Nothing that is known as a picture, or a broken one.
    #[error("not a picture that can be read")]
    NotRead,
    /// More pixels or bytes than are looked at.
    #[error("a picture too large to look at")]
    TooLarge,
}

impl PictureError {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            PictureError::NotRead => "picture.not-read",
            PictureError::TooLarge => "picture.too-large",
        }
    }
}

/// Whether these bytes look like an SVG rather than a raster picture.
pub(crate) fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let start = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    head.get(start..).is_some_and(|rest| rest.starts_with(b"<"))
}

/// The media type of a picture, by its bytes.
pub(crate) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    if is_svg(bytes) {
        return Some("image/svg+xml");
    }
    image::guess_format(bytes).ok().map(|format| format.to_mime_type())
}

/// The picture as a PNG whose longest edge is at most `edge`; never made larger than it is, but an SVG is drawn
/// at that size.
pub(crate) fn png(bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError> {
    let pixels = if is_svg(bytes) { drawn(bytes, edge)? } else { decoded(bytes)? };
    let pixels =
        if pixels.width() > edge || pixels.height() > edge { smaller(pixels, edge)? } else { pixels };
    let mut out = Vec::new();
    // Each pixel is written by what differs from the one before it: trying every way for every row takes twice the time and saves a
    // fifteenth of the bytes.
    let writer = PngEncoder::new_with_quality(&mut out, CompressionType::Fast, PngFilter::Sub);
    // Eight bits a channel whatever came in: the same small file on every machine.
    let pixels = pixels.into_rgba8();
    writer
        .write_image(&pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgba8)
        .map_err(|_| PictureError::NotRead)?;
    Ok(out)
}

/// Its pixels: of an SVG drawn with its longest edge of this length, of others as they are.
pub(crate) fn pixels(bytes: &[u8], edge: u32) -> Result<RgbaImage, PictureError> {
    let pixels = if is_svg(bytes) { drawn(bytes, edge)? } else { decoded(bytes)? };
    Ok(pixels.into_rgba8())
}

/// With its longest edge of this length. Colours are weighed by how opaque they are, so that what is hidden under
/// transparency does not bleed in.
fn smaller(pixels: DynamicImage, edge: u32) -> Result<DynamicImage, PictureError> {
    let pixels = DynamicImage::ImageRgba8(pixels.into_rgba8());
    let longest = u64::from(pixels.width().max(pixels.height())).max(1);
    let scaled = |side: u32| {
        let side = (u64::from(side) * u64::from(edge) + longest / 2) / longest;
        u32::try_from(side).unwrap_or(edge).max(1)
    };
    let mut small = DynamicImage::new(scaled(pixels.width()), scaled(pixels.height()), ColorType::Rgba8);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new().resize(&pixels, &mut small, &options).map_err(|_| PictureError::NotRead)?;
    Ok(small)
}

fn decoded(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let (width, height) = dimensions(bytes)?;
    if u64::from(width) * u64::from(height) > limits::PICTURE_PIXELS {
        return Err(PictureError::TooLarge);
    }
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureError::NotRead)?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(DECODED_BYTES);
    reader.limits(bounds);
    reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::NotRead,
    })
}

fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| PictureError::NotRead)?
        .into_dimensions()
        .map_err(|_| PictureError::NotRead)
}

/// Draws an SVG: no file, no address, no SVG inside, no script (there is none to run), bounded pixels.
fn drawn(bytes: &[u8], edge: u32) -> Result<DynamicImage, PictureError> {
    if bytes.len() > SVG_BYTES {
        return Err(PictureError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::NotRead)?;
    // Nested groups are walked by recursion: a thread with room.
    with_stack(DRAWING_STACK, || draw(text, edge)).map_err(|_| PictureError::NotRead)?
}

fn draw(text: &str, edge: u32) -> Result<DynamicImage, PictureError> {
    let options = usvg::Options {
        font_family: "sans-serif".to_owned(),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, data, _| inner(data)),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: fonts(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(text, &options).map_err(|_| PictureError::NotRead)?;
    if !crate::picture_work::is_bounded(tree.root()) {
        return Err(PictureError::TooLarge);
    }
    let size = tree.size();
    let longest = size.width().max(size.height());
    if !longest.is_finite() || longest <= 0.0 {
        return Err(PictureError::NotRead);
    }
    let scale = edge as f32 / longest;
    let width = ((size.width() * scale).round() as u32).clamp(1, edge);
    let height = ((size.height() * scale).round() as u32).clamp(1, edge);
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or(PictureError::TooLarge)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let pixels: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()]
        })
        .collect();
    RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8).ok_or(PictureError::NotRead)
}

/// A raster picture inside an SVG, where it is small enough to be decoded.
fn inner(data: Arc<Vec<u8>>) -> Option<usvg::ImageKind> {
    let (width, height) = dimensions(&data).ok()?;
    if u64::from(width) * u64::from(height) > INNER_PIXELS {
        return None;
    }
    match image::guess_format(&data).ok()? {
        image::ImageFormat::Png => Some(usvg::ImageKind::PNG(data)),
        image::ImageFormat::Jpeg => Some(usvg::ImageKind::JPEG(data)),
        image::ImageFormat::Gif => Some(usvg::ImageKind::GIF(data)),
        image::ImageFormat::WebP => Some(usvg::ImageKind::WEBP(data)),
        _ => None,
    }
}

fn fonts() -> Arc<usvg::fontdb::Database> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    Arc::clone(FONTS.get_or_init(|| {
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_system_fonts();
        Arc::new(fonts)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut out, image::ImageFormat::Png).unwrap();
        out.into_inner()
    }

    fn size(png: &[u8]) -> (u32, u32) {
        dimensions(png).unwrap()
    }

    #[test]
    fn a_large_picture_becomes_small_and_a_small_one_stays() {
        assert_eq!(size(&png(&plain(1000, 500), 256).unwrap()), (256, 128));
        assert_eq!(size(&png(&plain(90, 90), 256).unwrap()), (90, 90));
        // Never without a side.
        assert_eq!(size(&png(&plain(3000, 1), 256).unwrap()), (256, 1));
    }

    #[test]
    fn what_is_hidden_under_transparency_does_not_bleed_in() {
        let half = RgbaImage::from_fn(513, 513, |x, _| {
            image::Rgba(if x < 256 { [0, 255, 0, 0] } else { [255, 0, 0, 255] })
        });
        let mut file = Cursor::new(Vec::new());
        DynamicImage::ImageRgba8(half).write_to(&mut file, image::ImageFormat::Png).unwrap();
        let small = image::load_from_memory(&png(&file.into_inner(), 64).unwrap()).unwrap().into_rgba8();
        assert_eq!(small.get_pixel(63, 10).0, [255, 0, 0, 255]);
        let green = small.pixels().filter(|pixel| pixel.0[3] > 0).map(|pixel| pixel.0[1]).max();
        assert_eq!(green, Some(0));
    }

    #[test]
    fn an_svg_is_drawn_at_the_size_asked_for() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="20" fill="#f00"/></svg>"##;
        let drawn = png(svg, 100).unwrap();
        assert_eq!(size(&drawn), (50, 100));
        let pixels = image::load_from_memory(&drawn).unwrap().into_rgba8();
        assert_eq!(pixels.get_pixel(25, 50).0, [255, 0, 0, 255]);
    }

    #[test]
    fn image_bomb_is_refused_before_it_is_decoded() {
        // A real header that claims 50,000 by 50,000 pixels, with nothing behind it.
        let mut bomb = plain(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
        let crc = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(png(&bomb, 256), Err(PictureError::TooLarge));
    }

    #[test]
    fn svg_06_billion_laughs_and_svg_14_use_bomb_end_quickly() {
        let mut laughs = String::from("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for n in 1..12 {
            laughs += &format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
        }
        laughs +=
            "]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&a11;</text></svg>";
        assert_eq!(png(laughs.as_bytes(), 64), Err(PictureError::NotRead));

        let mut uses = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><defs><g id=\"g0\"><rect width=\"1\" height=\"1\"/></g>",
        );
        for n in 1..10 {
            uses += &format!("<g id=\"g{n}\">{}</g>", format!("<use href=\"#g{}\"/>", n - 1).repeat(10));
        }
        uses += "</defs><use href=\"#g9\"/></svg>";
        assert!(png(uses.as_bytes(), 64).is_err());
    }

    #[test]
    fn svg_04_external_image_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("red.png");
        let mut red = Cursor::new(Vec::new());
        DynamicImage::ImageRgba8(RgbaImage::from_pixel(4, 4, image::Rgba([255, 0, 0, 255])))
            .write_to(&mut red, image::ImageFormat::Png)
            .unwrap();
        std::fs::write(&file, red.into_inner()).unwrap();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><image width=\"4\" height=\"4\" href=\"{}\"/></svg>",
            file.display()
        );
        let drawn = image::load_from_memory(&png(svg.as_bytes(), 4).unwrap()).unwrap().into_rgba8();
        assert!(drawn.pixels().all(|pixel| pixel.0[3] == 0), "the file beside it was drawn");
    }

    #[test]
    fn rubbish_is_no_picture() {
        for bytes in
            [&b""[..], b"GIF89a", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>"]
        {
            assert_eq!(png(bytes, 64), Err(PictureError::NotRead));
        }
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = u32::MAX;
        for byte in bytes {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
        !crc
    }
}
