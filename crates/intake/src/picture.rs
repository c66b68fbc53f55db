//! Badges baked into pictures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::{Baked, Credential, Note, ReadError, Unbaked, limits, png, svg};

use crate::envelope;
use crate::look::{Part, Scanner};

/// Takes the badges out of a PNG.
pub(crate) fn png(scanner: &mut Scanner, part: &Part<'_>) {
    match png::unbake(part.bytes) {
        Ok(unbaked) => all(scanner, part, "png", unbaked),
        Err(error) => scanner.pass(part, Note::new(error.code())),
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
        return scanner.pass(part, Note::new("passed.picture-without-badge"));
    }
    for note in unbaked.failed {
        scanner.pass_at(part.inside(kind), part.name, note);
    }
    for (index, mut baked) in unbaked.baked.into_iter().enumerate() {
        let step = format!("{}{}", baked.container.step(), again(index));
        baked.notes.extend(unbaked.notes.iter().cloned());
        take(scanner, part, &step, baked);
    }
}

/// Tells the second text of a picture from its first.
fn again(index: usize) -> String {
    if index == 0 { String::new() } else { format!("[{index}]") }
}

fn take(scanner: &mut Scanner, part: &Part<'_>, step: &str, baked: Baked) {
    let Baked { container, text, notes } = baked;
    // Some bakers end the text with a NUL.
    match Credential::read(text.strip_suffix(&[0]).unwrap_or(&text)) {
        Ok(credential) => {
            scanner.found(part.inside(step), container, credential, Some(part.bytes.to_vec()), notes);
        }
        Err(ReadError::Presentation) if envelope::open(scanner, &text, &part.inside(step)) => {}
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
