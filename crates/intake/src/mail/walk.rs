//! Walking the parts of a message.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use openbadges::{Digest, Note, limits};

use super::prepare::prepare;
use super::{MailFacts, MailSeal};
use crate::look::{Part, Scanner};
use crate::scan::ScanError;
use crate::{html, text};

/// Opens a message. `begin` is where its source begins in the part.
///
/// An error is only for a message that is the whole input.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>, begin: usize) -> Result<(), ScanError> {
    let raw = part.bytes.get(begin..).unwrap_or_default();
    // The separator line of a mailbox file that holds one mail.
    let raw = match raw.strip_prefix(b"From ") {
        Some(rest) => {
            rest.iter().position(|b| *b == b'\n').and_then(|at| rest.get(at + 1..)).unwrap_or_default()
        }
        None => raw,
    };
    let Ok(ready) = prepare(raw) else {
        if part.path.is_empty() {
            return Err(ScanError::TooManyParts);
        }
        scanner.pass(part, Note::new("mail.too-many-parts"));
        return Ok(());
    };
    let Some(message) = MessageParser::default().parse(ready.as_ref()) else {
        scanner.pass(part, Note::new("mail.unreadable"));
        return Ok(());
    };
    if first(scanner, part, &message) {
        scanner.scan.seal = MailSeal::read(raw);
    }
    walk(scanner, part, &message)
}

/// Keeps what a mail says of itself, if it is the first; one in another is what that one passes on.
fn first(scanner: &mut Scanner, part: &Part<'_>, message: &Message<'_>) -> bool {
    match &mut scanner.scan.mail {
        Some(outer) => {
            outer.forwarded = true;
            false
        }
        None => {
            scanner.scan.mail = Some(MailFacts::read(message, Digest::of(part.bytes)));
            true
        }
    }
}

/// Keeps what a mail says of itself in its head, where the mail has another form than its source. Then nobody can say who sent
/// it: what was signed is gone.
pub(crate) fn told(scanner: &mut Scanner, part: &Part<'_>, head: &[u8]) {
    let Ok(ready) = prepare(head) else { return };
    if let Some(message) = MessageParser::default().parse(ready.as_ref()) {
        first(scanner, part, &message);
    }
}

fn walk(scanner: &mut Scanner, part: &Part<'_>, message: &Message<'_>) -> Result<(), ScanError> {
    let mut attachments = 0usize;
    let mut seen = 0usize;
    for (id, piece) in message.parts.iter().enumerate() {
        if matches!(piece.body, PartType::Multipart(_)) {
            continue;
        }
        seen += 1;
        if seen > limits::MAIL_PARTS {
            scanner.scan.notes.push(Note::new("mail.too-many-parts"));
            break;
        }
        let id = u32::try_from(id).unwrap_or(u32::MAX);
        let shown = message.text_body.contains(&id) || message.html_body.contains(&id);
        let media_type = media_type(piece);
        if shown && piece.attachment_name().is_none() && !piece.is_encoding_problem {
            match &piece.body {
                PartType::Html(page) => {
                    let path = part.inside("html");
                    html::body(scanner, page, &Part { name: "", path: path.clone(), ..*part }, &path);
                    continue;
                }
                PartType::Text(words) if media_type.as_deref().is_none_or(|kind| kind == "text/plain") => {
                    body(scanner, words, part);
                    continue;
                }
                _ => {}
            }
        }
        let path = part.inside(&format!("attachment[{attachments}]"));
        attachments += 1;
        let name = piece.attachment_name().unwrap_or_default();
        let rescued = piece.is_encoding_problem.then(|| rescue(piece)).flatten();
        let bytes = rescued.as_deref().unwrap_or_else(|| piece.contents());
        let media_type = media_type.as_deref();
        scanner.look(Part { bytes, path, name, media_type, depth: part.depth + 1 })?;
    }
    Ok(())
}

/// The plain text of a mail.
fn body(scanner: &mut Scanner, words: &str, part: &Part<'_>) {
    let before = scanner.scan.found.len();
    let path = part.inside("text");
    text::body(scanner, words, part, &path);
    if scanner.scan.found.len() == before {
        scanner.pass_at(path, "", Note::new("passed.text"));
    }
}

/// `type/subtype` in lower case, with what [`prepare`] has hidden under its own name again.
fn media_type(piece: &MessagePart<'_>) -> Option<String> {
    let kind = piece.content_type()?;
    let main = kind.ctype().to_ascii_lowercase();
    let main = if main == "xessage" { "message".to_owned() } else { main };
    Some(format!("{main}/{}", kind.subtype().unwrap_or_default().to_ascii_lowercase()))
}

/// What can still be read of base64 that is cut off or has odd bytes in it.
fn rescue(piece: &MessagePart<'_>) -> Option<Vec<u8>> {
    if !piece.content_transfer_encoding()?.eq_ignore_ascii_case("base64") {
        return None;
    }
    let mut letters: Vec<u8> = piece
        .contents()
        .iter()
        .copied()
        .filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        .collect();
    letters.truncate(letters.len() / 4 * 4);
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&STANDARD, config).decode(letters).ok().filter(|bytes| !bytes.is_empty())
}
