//! Badges baked into pictures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::{Container, Credential, Note, limits, png, svg};

use crate::look::{Part, Scanner};

/// Takes the badges out of a PNG.
pub(crate) fn png(scanner: &mut Scanner, part: &Part<'_>) {
    let unbaked = match png::unbake(part.bytes) {
        Ok(unbaked) => unbaked,
        Err(error) => return scanner.pass(part, Note::new(error.code())),
    };
    if unbaked.baked.is_empty() && unbaked.failed.is_empty() {
        return scanner.pass(part, Note::new("passed.picture-without-badge"));
    }
    for note in unbaked.failed {
        scanner.pass_at(part.inside("png"), part.name, note);
    }
    for (index, baked) in unbaked.baked.into_iter().enumerate() {
        let step = format!("png:{}{}", baked.keyword, again(index));
        let notes: Vec<Note> = baked.notes.into_iter().chain(unbaked.notes.iter().cloned()).collect();
        let container = Container::BakedPng { keyword: baked.keyword, chunk: baked.chunk };
        take(scanner, part, &step, container, &baked.text, notes);
    }
}

/// Takes the badges out of an SVG.
pub(crate) fn svg(scanner: &mut Scanner, part: &Part<'_>) {
    let unbaked = match svg::unbake(part.bytes) {
        Ok(unbaked) => unbaked,
        Err(error) => return scanner.pass(part, Note::new(error.code())),
    };
    if unbaked.baked.is_empty() && unbaked.failed.is_empty() {
        return scanner.pass(part, Note::new("passed.picture-without-badge"));
    }
    for note in unbaked.failed {
        scanner.pass_at(part.inside("svg"), part.name, note);
    }
    for (index, baked) in unbaked.baked.into_iter().enumerate() {
        let place = match baked.part {
            openbadges::SvgPart::Verify => "verify",
            openbadges::SvgPart::Body => "body",
        };
        let step = format!("svg:{place}{}", again(index));
        let notes: Vec<Note> = baked.notes.into_iter().chain(unbaked.notes.iter().cloned()).collect();
        take(scanner, part, &step, Container::BakedSvg { part: baked.part }, &baked.text, notes);
    }
}

/// Tells the second text of a picture from its first.
fn again(index: usize) -> String {
    if index == 0 { String::new() } else { format!("[{index}]") }
}

fn take(
    scanner: &mut Scanner,
    part: &Part<'_>,
    step: &str,
    container: Container,
    text: &[u8],
    notes: Vec<Note>,
) {
    // Some bakers end the text with a NUL.
    let text = text.strip_suffix(&[0]).unwrap_or(text);
    match Credential::read(text) {
        Ok(credential) => {
            scanner.found(part.inside(step), container, credential, Some(part.bytes.to_vec()), notes);
        }
        Err(error) => {
            // If the picture is known to be damaged, that is the reason.
            let damage = notes.into_iter().find(|note| matches!(&*note.code, "png.damaged" | "svg.damaged"));
            scanner.pass_at(part.inside(step), part.name, damage.unwrap_or_else(|| error.note()));
        }
    }
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
