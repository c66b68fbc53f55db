//! Badges baked into PNG images (Open Badges 2.0 Baking; Open Badges 3.0, 5.3.1).
//!
//! What is in a chunk is decided by its content, not by its keyword: platforms have written 3.0 under `openbadges`
//! and 2.0 under `openbadgecredential`. No pixel is decoded here.

mod bake;
mod chunks;
mod texts;

use crate::{Note, Unbaked};

pub use bake::bake;
pub use chunks::is_png;
pub(crate) use chunks::written;

/// Why nothing was read from an image, or nothing written into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// Without the signature of a PNG.
    #[error("not a PNG image")]
    NotPng,
    /// It ends before its end.
    #[error("the image is cut off")]
    Truncated,
    /// Bytes of it were changed: a checksum does not fit, or there are no chunks.
    #[error("the image is damaged")]
    Damaged,
    /// The credential is not a text that may stand in the chunk.
    #[error("not a text")]
    NotText,
    /// Nothing to bake: only the address of a badge.
    #[error("only the address of a badge")]
    OnlyAddress,
}

impl PngError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            PngError::NotPng => "png.not-png",
            PngError::Truncated => "png.truncated",
            PngError::Damaged => "png.damaged",
            PngError::NotText => "bake.not-text",
            PngError::OnlyAddress => "bake.only-address",
        }
    }
}

/// The texts baked into an image. An image without any is no error.
///
/// Every badge text of a damaged image is given, with a note; only if there is none is the damage an error.
pub fn unbake(image: &[u8]) -> Result<Unbaked, PngError> {
    if !is_png(image) {
        return Err(PngError::NotPng);
    }
    let mut found = Unbaked::default();
    let mut damage = None;
    for chunk in chunks::chunks(image) {
        match chunk {
            Ok(chunk) => texts::collect(&chunk, &mut found),
            Err(error) => damage = Some(error),
        }
    }
    if let Some(error) = damage {
        if found.is_empty() {
            return Err(error);
        }
        found.notes.push(Note::new(error.code()));
    }
    found.tell_several("png.several");
    Ok(found)
}

#[cfg(test)]
mod tests;
