//! Writing a badge into a PNG.

use super::chunks::{chunks, is_png, write};
use super::{PngError, texts};
use crate::{Credential, Form, Format};

/// The image with the credential in an uncompressed `iTXt` right after `IHDR`.
///
/// The keyword is the one of the credential's format: `openbadges` up to 2.0, `clrcredential` for CLR 2.0, else
/// `openbadgecredential`. Badge texts that were there are taken out; every other byte of the picture stays.
pub fn bake(image: &[u8], credential: &Credential) -> Result<Vec<u8>, PngError> {
    if !is_png(image) {
        return Err(PngError::NotPng);
    }
    if matches!(credential.form(), Form::Address(_)) {
        return Err(PngError::OnlyAddress);
    }
    let text = credential.payload();
    if std::str::from_utf8(text).is_err() || text.contains(&0) {
        return Err(PngError::NotText);
    }
    let keyword: &[u8] = match credential.format() {
        format if format.is_assertion() => b"openbadges",
        Format::Clr20 => b"clrcredential",
        _ => b"openbadgecredential",
    };
    // keyword NUL, not compressed, method 0, no language, no translation
    let data = [keyword, &[0, 0, 0, 0, 0], text].concat();
    let baked = write(*b"iTXt", &data)?;

    let mut out = Vec::with_capacity(image.len() + baked.len());
    out.extend_from_slice(image.get(..8).unwrap_or_default());
    let mut done = false;
    for chunk in chunks(image) {
        let chunk = chunk?;
        if !done && &chunk.kind != b"IHDR" {
            return Err(PngError::Damaged);
        }
        if !texts::carries(&chunk) {
            out.extend_from_slice(chunk.whole);
        }
        if !done {
            out.extend_from_slice(&baked);
            done = true;
        }
    }
    Ok(out)
}
