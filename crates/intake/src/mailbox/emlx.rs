//! Apple Mail's `.emlx`: a line with a count of bytes, that many bytes of a message, and a property list.

/// A message out of an `.emlx` file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emlx<'a> {
    /// The message.
    pub message: &'a [u8],
    /// Whether the file ends before the message does.
    pub truncated: bool,
    /// Whether attachments of it were left on the server or lie in other files (`.partial.emlx`).
    pub partial: bool,
}

/// Takes the message out, if these bytes are such a file. The count is only believed as far as the file goes.
pub fn emlx(bytes: &[u8]) -> Option<Emlx<'_>> {
    let (count, begin) = count(bytes)?;
    let rest = bytes.get(begin..)?;
    crate::mail::source_begins(rest).filter(|at| *at == 0)?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let (message, truncated) = match rest.get(..count) {
        Some(message) => (message, false),
        None => (rest, true),
    };
    // What Apple Mail writes into the head of a part whose content it keeps elsewhere.
    let partial = memchr::memmem::find(message, b"X-Apple-Content-Length:").is_some();
    Some(Emlx { message, truncated, partial })
}

/// Whether these bytes begin as such a file does.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    emlx(bytes).is_some()
}

/// The count in the first line, and where that ends: digits, blanks behind them, nothing else.
fn count(bytes: &[u8]) -> Option<(u64, usize)> {
    let head = bytes.get(..32.min(bytes.len()))?;
    let end = memchr::memchr(b'\n', head)?;
    let line = head.get(..end)?.trim_ascii_end();
    if line.is_empty() || !line.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let count = std::str::from_utf8(line).ok()?.parse().unwrap_or(u64::MAX);
    Some((count, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "From: a@b.example\nTo: c@d.example\nSubject: x\n\nHello\n";

    #[test]
    fn the_message_is_what_was_counted() {
        let file = format!("{:<10}\n{MESSAGE}<?xml version=\"1.0\"?><plist/>\n", MESSAGE.len());
        let taken = emlx(file.as_bytes()).unwrap();
        assert_eq!(taken, Emlx { message: MESSAGE.as_bytes(), truncated: false, partial: false });
    }

    #[test]
    fn a_count_beyond_the_file_is_not_believed() {
        for count in ["1073741824", "99999999999999999999999"] {
            let file = format!("{count}\n{MESSAGE}");
            let taken = emlx(file.as_bytes()).unwrap();
            assert_eq!((taken.message, taken.truncated), (MESSAGE.as_bytes(), true), "{count}");
        }
    }

    #[test]
    fn attachments_that_lie_elsewhere_are_noticed() {
        let file = format!("500\n{MESSAGE}X-Apple-Content-Length: 4711\n");
        assert!(emlx(file.as_bytes()).unwrap().partial);
    }

    #[test]
    fn other_files_are_none() {
        for other in
            ["", "12", "12\n", "12\n{\"a\":1}", "twelve\nFrom: a\nTo: b\n\n", "12 13\nFrom: a\nTo: b\n\n"]
        {
            assert_eq!(emlx(other.as_bytes()), None, "{other:?}");
        }
    }
}
