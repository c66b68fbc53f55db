//! Badges baked into pictures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::{Credential, Note, Unbaked, limits, png, svg};

use crate::look::{Part, Scanner};
use crate::qr;

/// Takes the badges out of a PNG.
pub(crate) fn png(scanner: &mut Scanner, part: &Part<'_>) {
    match png::unbake(part.bytes) {
        Ok(unbaked) => all(scanner, part, "png", unbaked),
        Err(error) => scanner.pass(part, Note::new(error.code())),
    }
}

/// Looks for a code in a picture of a kind that carries no badge itself.
pub(crate) fn other(scanner: &mut Scanner, part: &Part<'_>, kind: &str) {
    if !qr::picture(scanner, part) {
        scanner.pass(part, Note::new("passed.picture").with("kind", kind));
    }
}

/// Takes the badges out of an SVG.
pub(crate) fn svg(scanner: &mut Scanner, part: &Part<'_>) {
    match svg::unbake(part.bytes) {
        Ok(unbaked) => all(scanner, part, "svg", unbaked),
        Err(error) => scanner.pass(part, Note::new(error.code())),
    }
}

fn all(scanner: &mut Scanner, part: &Part<'_>, kind: &str, unbaked: Unbaked) {
    if unbaked.is_empty() {
        if !qr::picture(scanner, part) {
            scanner.pass(part, Note::new("passed.picture-without-badge"));
        }
        return;
    }
    scanner.unbaked(part, kind, unbaked, Some(part.bytes));
}

/// Whether a picture carries a badge.
pub(crate) fn is_baked(bytes: &[u8]) -> bool {
    let baked = |unbaked: Unbaked| !unbaked.is_empty();
    if png::is_png(bytes) { png::unbake(bytes).is_ok_and(baked) } else { svg::unbake(bytes).is_ok_and(baked) }
}

/// The picture that a credential holds as a `data:` URI.
pub(crate) fn own(credential: &Credential) -> Option<Vec<u8>> {
    data_uri(&credential.claims().image?)
}

/// The bytes of a `data:image/…` URI in base64, if they are a picture that we show.
pub(crate) fn data_uri(uri: &str) -> Option<Vec<u8>> {
    let (kind, data) = uri.strip_prefix("data:image/")?.split_once(',')?;
    if !kind.to_ascii_lowercase().ends_with(";base64") || data.len() / 4 * 3 > limits::FILE {
        return None;
    }
    let data: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(data).ok()?;
    let jpeg = bytes.starts_with(b"\xff\xd8\xff");
    (png::is_png(&bytes) || svg::looks_like(&bytes) || jpeg).then_some(bytes)
}
