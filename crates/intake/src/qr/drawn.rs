//! Boxes of a page as a picture of greys: of the size that a code among them needs, whatever else is on the page.

use image::{GrayImage, Luma};
use openbadges::pdf::FilledBox;

/// The longer side of the picture. A code of the largest size has 177 fields a side.
const SIDE: f64 = 900.0;
/// White around it: a code has to have some.
const AROUND: f64 = 40.0;
/// Pixels that are painted, one painted twice counted twice: a page may fill itself a thousand times.
const PAINTED: u64 = 16 * 1_000_000;
/// Dark boxes below which there is no code: the smallest has more in its three corners alone.
const LEAST: usize = 20;

/// The picture; `None` if there is no code among these boxes.
pub(super) fn drawn(boxes: &[FilledBox]) -> Option<GrayImage> {
    let all = extent(boxes.iter())?;
    // A code is made of boxes that are small beside the page, or beside all of it.
    let small = |one: &&FilledBox| {
        let (width, height) = (one.x.1 - one.x.0, one.y.1 - one.y.0);
        width < all.longer() / 2.0 && height < all.longer() / 2.0
    };
    let fields: Vec<&FilledBox> = boxes.iter().filter(small).collect();
    if fields.iter().filter(|one| one.dark).count() < LEAST {
        return None;
    }
    let extent = extent(fields.iter().copied().filter(|one| one.dark))?;
    let scale = SIDE / extent.longer();
    if !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    // What comes of a float beyond the picture is the picture's edge.
    let side = |length: f64| ((length * scale + 2.0 * AROUND).clamp(1.0, SIDE + 2.0 * AROUND)) as u32;
    let mut picture =
        GrayImage::from_pixel(side(extent.x.1 - extent.x.0), side(extent.y.1 - extent.y.0), Luma([255]));
    let (width, height) = picture.dimensions();
    let mut painted = 0_u64;
    for one in fields {
        let across = |x: f64| ((x - extent.x.0) * scale + AROUND).round().clamp(0.0, f64::from(width)) as u32;
        let down = |y: f64| ((extent.y.1 - y) * scale + AROUND).round().clamp(0.0, f64::from(height)) as u32;
        let (left, right) = (across(one.x.0), across(one.x.1));
        let (top, bottom) = (down(one.y.1), down(one.y.0));
        painted += u64::from(right.saturating_sub(left)) * u64::from(bottom.saturating_sub(top));
        if painted > PAINTED {
            return None;
        }
        let grey = Luma([if one.dark { 0 } else { 255 }]);
        for y in top..bottom {
            for x in left..right {
                if let Some(pixel) = picture.get_pixel_mut_checked(x, y) {
                    *pixel = grey;
                }
            }
        }
    }
    Some(picture)
}

struct Extent {
    x: (f64, f64),
    y: (f64, f64),
}

impl Extent {
    fn longer(&self) -> f64 {
        (self.x.1 - self.x.0).max(self.y.1 - self.y.0)
    }
}

/// From edge to edge of them all; `None` where there is none, or one is beyond all measure.
fn extent<'a>(boxes: impl Iterator<Item = &'a FilledBox>) -> Option<Extent> {
    let extent = boxes.fold(None, |extent: Option<Extent>, one| {
        let extent = extent.unwrap_or(Extent { x: one.x, y: one.y });
        Some(Extent {
            x: (extent.x.0.min(one.x.0), extent.x.1.max(one.x.1)),
            y: (extent.y.0.min(one.y.0), extent.y.1.max(one.y.1)),
        })
    })?;
    extent.longer().is_finite().then_some(extent)
}
