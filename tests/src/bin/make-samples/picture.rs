//! Drawings to pictures.

use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::Made;

/// Width and height of a badge picture, in pixels.
const SIDE: u32 = 400;

/// Renders `NAME.svg` of the folder as a PNG.
pub(crate) fn png(pictures: &Path, name: &str) -> Made<Vec<u8>> {
    let drawing = std::fs::read(pictures.join(format!("{name}.svg")))?;
    let tree = Tree::from_data(&drawing, &Options::default())?;
    let mut pixels = Pixmap::new(SIDE, SIDE).ok_or("no picture of that size")?;
    let scale = SIDE as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}
