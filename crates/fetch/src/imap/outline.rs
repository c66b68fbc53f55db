//! What a message is made of, without the message (BODYSTRUCTURE, RFC 3501, 7.4.2).

use async_imap::imap_proto::{AttributeValue, BodyStructure, ContentEncoding};

/// What a message is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its number in this folder (UID).
    pub uid: u32,
    /// How many bytes it has.
    pub size: u32,
    /// What it is about, as it stands in its head.
    pub subject: Vec<u8>,
    /// Its parts that are not made of parts, those of mails inside it, too, in their order. The first
    /// [`openbadges::limits::MAIL_PARTS`].
    pub parts: Vec<Part>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it is (`1.2`), for [`Session::beginnings`](super::Session::beginnings).
    pub section: String,
    /// Its media type without parameters, in lower case.
    pub media_type: String,
    /// How its bytes are written (`Content-Transfer-Encoding`), in lower case.
    pub encoding: String,
    /// How many bytes it has as it is written.
    pub size: u32,
    /// Whether it is to be kept rather than shown.
    pub attached: bool,
    /// Whether it stands in a mail inside the mail.
    pub inner: bool,
}

/// Reads an outline from the answer about one message; none if it names no message.
pub(super) fn read(attributes: &[AttributeValue<'_>]) -> Option<Outline> {
    let mut outline = Outline { uid: 0, size: 0, subject: Vec::new(), parts: Vec::new() };
    for attribute in attributes {
        match attribute {
            AttributeValue::Uid(uid) => outline.uid = *uid,
            AttributeValue::Rfc822Size(size) => outline.size = *size,
            AttributeValue::Envelope(envelope) => {
                outline.subject = envelope.subject.as_deref().unwrap_or_default().to_vec();
            }
            AttributeValue::BodyStructure(structure) => outline.parts = parts(structure),
            _ => {}
        }
    }
    (outline.uid > 0).then_some(outline)
}

struct Open<'a> {
    structure: &'a BodyStructure<'a>,
    section: String,
    inner: bool,
}

/// The parts that are not made of parts. A list of what is still to be opened takes the place of a recursion.
fn parts(whole: &BodyStructure<'_>) -> Vec<Part> {
    let mut found = Vec::new();
    let mut open = vec![Open { structure: whole, section: String::new(), inner: false }];
    while let Some(Open { structure, section, inner }) = open.pop() {
        if found.len() == openbadges::limits::MAIL_PARTS {
            break;
        }
        // The only part of a message is its first one.
        let own = || if section.is_empty() { "1".to_owned() } else { section.clone() };
        let leaf = |type_and_more, other| part(own(), type_and_more, other, inner);
        match structure {
            BodyStructure::Multipart { bodies, .. } => {
                for (at, structure) in bodies.iter().enumerate().rev() {
                    let dot = if section.is_empty() { "" } else { "." };
                    open.push(Open { structure, section: format!("{section}{dot}{}", at + 1), inner });
                }
            }
            BodyStructure::Message { common, other, body, .. } => {
                found.push(leaf(common, other));
                // What is inside a mail inside is numbered below it; a part that is no multipart is its first.
                let inside = match **body {
                    BodyStructure::Multipart { .. } => own(),
                    _ => format!("{}.1", own()),
                };
                open.push(Open { structure: body, section: inside, inner: true });
            }
            BodyStructure::Basic { common, other, .. } | BodyStructure::Text { common, other, .. } => {
                found.push(leaf(common, other));
            }
        }
    }
    found
}

fn part(
    section: String,
    common: &async_imap::imap_proto::BodyContentCommon<'_>,
    other: &async_imap::imap_proto::BodyContentSinglePart<'_>,
    inner: bool,
) -> Part {
    let encoding = match &other.transfer_encoding {
        ContentEncoding::SevenBit => "7bit",
        ContentEncoding::EightBit => "8bit",
        ContentEncoding::Binary => "binary",
        ContentEncoding::Base64 => "base64",
        ContentEncoding::QuotedPrintable => "quoted-printable",
        ContentEncoding::Other(other) => other,
    };
    let disposition = common.disposition.as_ref();
    Part {
        section,
        media_type: format!("{}/{}", common.ty.ty, common.ty.subtype).to_ascii_lowercase(),
        encoding: encoding.to_ascii_lowercase(),
        size: other.octets,
        attached: disposition.is_some_and(|said| said.ty.eq_ignore_ascii_case("attachment")),
        inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_imap::imap_proto::Response;

    fn outline(text: &str) -> Outline {
        let text = format!("* 1 FETCH ({text})\r\n");
        let (_, response) = Response::parse(text.as_bytes()).unwrap();
        let Response::Fetch(_, attributes) = response else { panic!() };
        read(&attributes).unwrap()
    }

    fn told(outline: &Outline) -> Vec<String> {
        let one = |part: &Part| {
            format!("{} {}{}", part.section, part.media_type, if part.attached { " attached" } else { "" })
        };
        outline.parts.iter().map(one).collect()
    }

    const TEXT: &str = r#"("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 40 2 NIL NIL NIL NIL)"#;

    #[test]
    fn a_message_of_one_part() {
        let outline = outline(&format!("UID 7 RFC822.SIZE 1024 BODYSTRUCTURE {TEXT}"));
        assert_eq!((outline.uid, outline.size), (7, 1024));
        assert_eq!(told(&outline), ["1 text/plain"]);
        assert_eq!(outline.parts[0].encoding, "7bit");
    }

    #[test]
    fn a_mail_inside_a_mail() {
        let png =
            r#"("IMAGE" "PNG" NIL NIL NIL "BASE64" 9000 NIL ("ATTACHMENT" ("FILENAME" "b.png")) NIL NIL)"#;
        let inner = format!(r#"({TEXT}{png} "MIXED" ("BOUNDARY" "b") NIL NIL NIL)"#);
        let envelope = r#"(NIL "Your badge" NIL NIL NIL NIL NIL NIL NIL NIL)"#;
        let message = format!(
            r#"("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 9999 {envelope} {inner} 99 NIL ("ATTACHMENT" NIL) NIL NIL)"#
        );
        let outline = outline(&format!(
            r#"UID 8 ENVELOPE {envelope} RFC822.SIZE 1 BODYSTRUCTURE ({TEXT}{message} "MIXED" NIL NIL NIL NIL)"#
        ));
        assert_eq!(outline.subject, b"Your badge");
        assert_eq!(
            told(&outline),
            ["1 text/plain", "2 message/rfc822 attached", "2.1 text/plain", "2.2 image/png attached"]
        );
        assert!(outline.parts[3].inner && !outline.parts[0].inner);
    }
}
