//! Badges baked into SVG images (Open Badges 2.0 Baking; Open Badges 3.0, 5.3.2).
//!
//! Elements are found by namespace, whatever the prefix. Nothing is expanded, loaded or run.

mod bake;
pub(crate) mod elements;

use crate::{Note, Unbaked};
use elements::Document;

pub use bake::bake;

/// Why nothing was read from an image, or nothing written into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SvgError {
    /// No `svg` element at its root.
    #[error("not an SVG image")]
    NotSvg,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Not well-formed, or cut off.
    #[error("the image is damaged")]
    Damaged,
    /// It defines entities, which have no use in a badge but to do harm.
    #[error("defines entities")]
    Entities,
    /// More than [`crate::limits::SVG_DEPTH`] levels.
    #[error("nested too deep")]
    TooDeep,
    /// The credential is not a text that may stand in XML.
    #[error("not a text")]
    NotText,
    /// Nothing to bake: only the address of a badge.
    #[error("only the address of a badge")]
    OnlyAddress,
}

impl SvgError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            SvgError::NotSvg => "svg.not-svg",
            SvgError::NotUtf8 => "svg.not-utf8",
            SvgError::Damaged => "svg.damaged",
            SvgError::Entities => "svg.entities",
            SvgError::TooDeep => "svg.too-deep",
            SvgError::NotText => "bake.not-text",
            SvgError::OnlyAddress => "bake.only-address",
        }
    }
}

/// Whether bytes look like an SVG image: XML that soon names an `svg` element.
pub fn looks_like(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let head = head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(head).trim_ascii_start();
    head.starts_with(b"<")
        && !head.get(..14).is_some_and(|h| h.eq_ignore_ascii_case(b"<!doctype html"))
        && head.windows(4).any(|window| window == b"<svg" || window == b":svg")
}

/// The texts baked into an image. An image without any is no error.
///
/// What stands before the place where the image is damaged is given, with a note.
pub fn unbake(image: &[u8]) -> Result<Unbaked, SvgError> {
    let text = elements::text(image)?;
    let mut found = Unbaked::default();
    let result =
        elements::walk(text, Document::Svg, |element| elements::collect(element, Document::Svg, &mut found));
    match result {
        Err(error @ (SvgError::NotSvg | SvgError::Entities)) => return Err(error),
        Err(error) if found.is_empty() => return Err(error),
        Err(error) => found.notes.push(Note::new(error.code())),
        Ok(_) => {}
    }
    found.tell_several("svg.several");
    Ok(found)
}

#[cfg(test)]
mod tests;
