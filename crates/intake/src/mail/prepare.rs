//! A message made ready for its parser.

use std::borrow::Cow;

use super::source::lines;

/// Lines that begin with `--`, and header lines, beyond which no mail is.
const MARKS: usize = 20_000;

/// More parts or header lines than any mail has: each would cost a hundred times its bytes.
pub(super) struct TooMany;

/// Counts what costs memory, and hides messages within the message from the parser.
///
/// The parser would open those by itself, without a bound on their depth; taken for attachments they come back to
/// [`super::open`], which has one. Only lines that begin with `Content-Type:` (and those folded under them) are
/// touched, wherever they stand, so that a message within needs no copy of its own; no badge has such a line.
pub(super) fn prepare(raw: &[u8]) -> Result<Cow<'_, [u8]>, TooMany> {
    let (mut headers, mut marks) = (true, 0usize);
    let (mut typed, mut at) = (false, 0usize);
    let mut hidden: Option<Vec<u8>> = None;
    for line in lines(raw) {
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        let begins = || line.get(..13).is_some_and(|name| name.eq_ignore_ascii_case(b"content-type:"));
        typed = if folded { typed } else { begins() };
        if typed && let Some(other) = hide(line) {
            let out = hidden.get_or_insert_with(|| raw.to_vec());
            if let Some(place) = out.get_mut(at..at + line.len()) {
                place.copy_from_slice(&other);
            }
        }
        if line.starts_with(b"--") {
            marks += 1;
            headers = true;
        } else if line.trim_ascii().is_empty() {
            headers = false;
        } else if headers {
            marks += 1;
        }
        if marks > MARKS {
            return Err(TooMany);
        }
        at += line.len();
    }
    Ok(hidden.map_or(Cow::Borrowed(raw), Cow::Owned))
}

/// The line with `message/rfc822` and `multipart/digest` under names the parser does not know, of the same length.
fn hide(line: &[u8]) -> Option<Vec<u8>> {
    const NAMES: [(&[u8], &[u8]); 2] =
        [(b"message/", b"xessage/"), (b"multipart/digest", b"multipart/xigest")];
    let mut lower = line.to_ascii_lowercase();
    let mut changed = false;
    let mut out = line.to_vec();
    for (name, other) in NAMES {
        while let Some(at) = lower.windows(name.len()).position(|window| window == name) {
            for (offset, byte) in other.iter().enumerate() {
                if let (Some(a), Some(b)) = (out.get_mut(at + offset), lower.get_mut(at + offset)) {
                    (*a, *b) = (*byte, *byte);
                    changed = true;
                }
            }
        }
    }
    changed.then_some(out)
}
