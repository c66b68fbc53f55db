//! QR codes in pictures and on pages that carry no badge: what a code says is looked at like a text that was pasted.

mod aside;
mod blank;
mod drawn;
mod pixels;
mod read;

use openbadges::{Credential, Digest, Form, Note, ReadError, limits};

use crate::look::{Part, Scanner};

/// What looking for codes has cost so far, of one input.
#[derive(Debug, Default)]
pub(crate) struct Looked {
    /// Pixels that were decoded.
    pixels: u64,
}

/// Pixels of all pictures of one input in which codes are looked for: four of the largest.
const PIXELS: u64 = 4 * limits::PICTURE_PIXELS;

/// Looks for codes in a picture. Whether there is one.
pub(crate) fn picture(scanner: &mut Scanner, part: &Part<'_>) -> bool {
    let Some(size) = pixels::size(part.bytes).filter(pixels::Size::may_hold_code) else { return false };
    let digest = Digest::of(part.bytes);
    let cost = scanner.looked.pixels.saturating_add(size.pixels());
    if blank::is_known(&digest) || cost > PIXELS {
        return false;
    }
    scanner.looked.pixels = cost;
    let texts = pixels::grey(part.bytes).and_then(|grey| aside::aside(move || read::codes(&grey)));
    // Looked through to its end, not given up.
    if texts.as_ref().is_some_and(Vec::is_empty) {
        blank::remember(digest);
    }
    let texts = texts.unwrap_or_default();
    told(scanner, part, &part.path, &texts);
    !texts.is_empty()
}

/// Looks for codes on the pages of a PDF: in their pictures, and among the boxes they fill.
pub(crate) fn pages(scanner: &mut Scanner, part: &Part<'_>) {
    let Ok(seen) = openbadges::pdf::seen(part.bytes) else { return };
    for (index, boxes) in seen.boxes.into_iter().enumerate() {
        let texts = aside::aside(move || drawn::drawn(&boxes).map(|grey| read::codes(&grey)));
        told(
            scanner,
            part,
            &part.inside(&format!("pdf:page[{index}]")),
            &texts.flatten().unwrap_or_default(),
        );
    }
    for (index, bytes) in seen.pictures.iter().enumerate() {
        let path = part.inside(&format!("pdf:picture[{index}]"));
        picture(scanner, &Part { bytes, path, name: part.name, media_type: None, depth: part.depth });
    }
}

/// Looks at what codes say.
fn told(scanner: &mut Scanner, part: &Part<'_>, path: &str, texts: &[String]) {
    for (index, text) in texts.iter().enumerate() {
        let path = crate::look::join(path, &format!("qr[{index}]"));
        let before = scanner.scan.found.len() + scanner.scan.links.len();
        match Credential::read(text.as_bytes()).as_ref().map(Credential::form) {
            // An address that nobody knows: the person held it out as a badge's; in a mail it is any code of any sender.
            Ok(Form::Address(_)) if part.depth == 0 => scanner.link_or_page(text.trim(), &path),
            // Offers have schemes of their own, which are no addresses of badges.
            Ok(Form::Address(_)) | Err(ReadError::Address(_)) => scanner.link_text(text, &path),
            _ => {
                let inside = Part {
                    bytes: text.as_bytes(),
                    path: path.clone(),
                    name: "",
                    media_type: None,
                    depth: part.depth + 1,
                };
                scanner.look_quietly(inside);
            }
        }
        if scanner.scan.found.len() + scanner.scan.links.len() == before && !scanner.has_link(text) {
            scanner.pass_at(path, part.name, Note::new("passed.code-without-badge"));
        }
    }
}

#[cfg(test)]
mod tests;
