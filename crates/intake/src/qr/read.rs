//! Codes in a picture of greys.

use image::GrayImage;
use image::imageops::thumbnail;
use rqrr::PreparedImage;

/// The longer side of the picture that is looked at first, and of the one looked at where the first told nothing.
const SIDES: [u32; 2] = [1_000, 2_000];
/// Codes of one picture.
const CODES: usize = 8;
/// Rows with a corner mark's proportions, of those sampled, without which a large picture is not looked at closely.
const ROWS: usize = 4;

/// What the codes in a picture say.
pub(super) fn codes(grey: &GrayImage) -> Vec<String> {
    let longest = grey.width().max(grey.height());
    let mut before = 0;
    for side in SIDES.map(|side| side.min(longest)) {
        if side == before {
            break;
        }
        let scaled = scale(grey, side, longest);
        if before > 0 && !hints(&scaled) {
            break;
        }
        before = side;
        let texts = at_this_size(&scaled);
        if !texts.is_empty() {
            return texts;
        }
    }
    Vec::new()
}

fn scale(grey: &GrayImage, side: u32, longest: u32) -> GrayImage {
    if side >= longest {
        return grey.clone();
    }
    let to = |length: u32| {
        u32::try_from(u64::from(length) * u64::from(side) / u64::from(longest)).unwrap_or(1).max(1)
    };
    thumbnail(grey, to(grey.width()), to(grey.height()))
}

fn at_this_size(grey: &GrayImage) -> Vec<String> {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let pixel = |x: usize, y: usize| grey.as_raw().get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, pixel);
    let grids = prepared.detect_grids();
    let texts = grids.iter().take(CODES).filter_map(|grid| {
        let mut text = Vec::new();
        grid.decode_to(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    });
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// Whether rows of the picture go dark, light, dark, light, dark in the proportions of a corner mark (1:1:3:1:1).
pub(super) fn hints(grey: &GrayImage) -> bool {
    let rows = grey.as_raw().chunks_exact((grey.width() as usize).max(1)).step_by(3);
    rows.filter(|row| is_hint(row)).take(ROWS).count() == ROWS
}

fn is_hint(row: &[u8]) -> bool {
    let (least, most) =
        row.iter().fold((u8::MAX, 0), |(least, most), grey| (least.min(*grey), most.max(*grey)));
    if most - least < 48 {
        return false;
    }
    let middle = least + (most - least) / 2;
    // The last five lengths, of which the newest is dark.
    let mut runs = [0u32; 5];
    let (mut length, mut dark) = (0, false);
    for grey in row {
        if (*grey < middle) == dark {
            length += 1;
            continue;
        }
        if dark {
            runs = [runs[1], runs[2], runs[3], runs[4], length];
            if in_proportion(runs) {
                return true;
            }
        } else {
            runs = [runs[1], runs[2], runs[3], runs[4], length];
        }
        (length, dark) = (1, !dark);
    }
    false
}

fn in_proportion([a, b, c, d, e]: [u32; 5]) -> bool {
    let all = a + b + c + d + e;
    let unit = all as f32 / 7.0;
    let near = |run: u32, units: f32| (run as f32 - unit * units).abs() <= unit * 0.6 * units.max(1.0).sqrt();
    all >= 12 && a > 0 && near(a, 1.0) && near(b, 1.0) && near(c, 3.0) && near(d, 1.0) && near(e, 1.0)
}
