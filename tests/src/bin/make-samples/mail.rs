//! A message as a mail programme saves it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A message to be: one text, one page, attachments.
pub(crate) struct Mail<'a> {
    /// Display name and address of the sender.
    pub(crate) from: (&'a str, &'a str),
    /// Display name and address of the learner.
    pub(crate) to: (&'a str, &'a str),
    /// As it stands in the header (RFC 5322, 3.3).
    pub(crate) date: &'a str,
    pub(crate) subject: &'a str,
    /// Left side of the Message-ID; the right side is the sender's domain.
    pub(crate) id: &'a str,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) attachments: Vec<Attachment>,
}

/// A file in a message.
pub(crate) struct Attachment {
    pub(crate) name: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl Mail<'_> {
    /// The message with CRLF line ends.
    pub(crate) fn write(&self) -> String {
        let domain = self.from.1.rsplit('@').next().unwrap_or_default();
        let outer = format!("=_outer_{}", self.id);
        let inner = format!("=_inner_{}", self.id);
        let mut lines = vec![
            format!("From: {} <{}>", phrase(self.from.0), self.from.1),
            format!("To: {} <{}>", phrase(self.to.0), self.to.1),
            format!("Subject: {}", phrase(self.subject)),
            format!("Date: {}", self.date),
            format!("Message-ID: <{}@{domain}>", self.id),
            "MIME-Version: 1.0".into(),
            format!("Content-Type: multipart/mixed; boundary=\"{outer}\""),
            String::new(),
            format!("--{outer}"),
            format!("Content-Type: multipart/alternative; boundary=\"{inner}\""),
            String::new(),
        ];
        for (kind, body) in [("plain", &self.text), ("html", &self.html)] {
            lines.push(format!("--{inner}"));
            lines.push(format!("Content-Type: text/{kind}; charset=utf-8"));
            lines.push("Content-Transfer-Encoding: base64".into());
            lines.push(String::new());
            lines.extend(encoded(body.as_bytes()));
        }
        lines.push(format!("--{inner}--"));
        for attachment in &self.attachments {
            lines.push(format!("--{outer}"));
            lines.push(format!("Content-Type: {}", attachment.media_type));
            lines.push("Content-Transfer-Encoding: base64".into());
            lines.push(format!("Content-Disposition: attachment; {}", file_name(&attachment.name)));
            lines.push(String::new());
            lines.extend(encoded(&attachment.bytes));
        }
        lines.push(format!("--{outer}--"));
        lines.push(String::new());
        lines.join("\r\n")
    }
}

/// A phrase of a header: as it stands, or as encoded words (RFC 2047).
fn phrase(text: &str) -> String {
    if text.is_ascii() {
        return text.into();
    }
    // At most 45 bytes an encoded word stay below its 75 characters; a word never cuts a character in two.
    let mut words = vec![String::new()];
    for character in text.chars() {
        if words.last().is_some_and(|word| word.len() + character.len_utf8() > 45) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    let words: Vec<String> =
        words.iter().map(|word| format!("=?utf-8?B?{}?=", STANDARD.encode(word.as_bytes()))).collect();
    words.join("\r\n ")
}

/// The parameter that names a file (RFC 2231 where it is not ASCII).
fn file_name(name: &str) -> String {
    if name.is_ascii() {
        return format!("filename=\"{name}\"");
    }
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("filename*=utf-8''{encoded}")
}

/// Base64 in lines of 76.
fn encoded(bytes: &[u8]) -> Vec<String> {
    let text = STANDARD.encode(bytes);
    text.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect()
}
