//! Whether a text is a mail's source, and where it begins.

/// Fields that mails have and other texts hardly.
const KNOWN: [&str; 16] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "received",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "content-transfer-encoding",
    "arc-seal",
    "authentication-results",
    "reply-to",
    "x-received",
];

/// Lines that may stand above a source that was copied out of a web page.
const PREFACE: usize = 60;

/// Where a mail's source begins, if the bytes are one.
pub(crate) fn source_begins(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for (number, line) in lines(bytes).take(PREFACE).enumerate() {
        let here = bytes.get(at..)?;
        // Further down it takes more to be one: quoted headers stand in many forwarded texts.
        let wanted = if number == 0 { 2 } else { 4 };
        let starts = field(line).is_some() || (number == 0 && line.starts_with(b"From "));
        if starts && known_fields(here) >= wanted {
            return Some(at);
        }
        let blank = line.trim_ascii().is_empty();
        // What begins like JSON, HTML or another format has no preface.
        if number == 0 && !blank && matches!(line.first(), Some(b'{' | b'[' | b'<')) {
            return None;
        }
        at += line.len();
    }
    None
}

/// The lines of a text, each with its end.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

/// The name of the header field that a line begins, as it is written.
pub(crate) fn field(line: &[u8]) -> Option<&str> {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let colon = line.iter().take(80).position(|byte| !in_name(byte))?;
    let (name, rest) = line.split_at_checked(colon)?;
    if name.is_empty() || !rest.starts_with(b":") {
        return None;
    }
    std::str::from_utf8(name).ok()
}

/// How many different known fields a header block at the start of these bytes has.
pub(crate) fn known_fields(bytes: &[u8]) -> usize {
    let mut seen: Vec<&str> = Vec::new();
    for (number, line) in lines(bytes).take(500).enumerate() {
        if line.trim_ascii().is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") || (number == 0 && line.starts_with(b"From ")) {
            continue;
        }
        let Some(name) = field(line) else { break };
        if let Some(known) = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name))
            && !seen.contains(known)
        {
            seen.push(known);
        }
    }
    seen.len()
}
