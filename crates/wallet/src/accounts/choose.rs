//! Which messages can hold a badge, judged by what they are made of and by the beginnings of their texts, so that only
//! these are fetched whole.

use fetch::imap::{Outline, Part};
use openbadges::limits;

/// What to do with a message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It has a part in which a badge can be.
    Whole,
    /// It is text alone: these sections say more.
    Texts(Vec<String>),
    /// There is nothing in it in which a badge can be.
    Nothing,
}

/// Texts of a message whose beginnings are looked at.
const TEXTS: usize = 4;
/// A picture of fewer bytes, as it is written, is a line or a dot and holds nothing.
const SMALLEST_PICTURE: u32 = 700;

/// Judges by what a message is made of. Where that is not known it is fetched.
pub(super) fn by_outline(outline: &Outline) -> Choice {
    if outline.parts.is_empty() || outline.parts.iter().any(can_hold) {
        return Choice::Whole;
    }
    let texts = outline.parts.iter().filter(|part| is_text(part) && part.size > 0).take(TEXTS);
    let sections: Vec<String> = texts.map(|part| part.section.clone()).collect();
    if sections.is_empty() { Choice::Nothing } else { Choice::Texts(sections) }
}

/// Judges by the beginnings of a message's texts, one after another.
pub(super) fn by_texts(outline: &Outline, sections: &[String], beginnings: &[u8]) -> bool {
    // As little of a mail as tells how its text is written.
    let first = outline.parts.iter().find(|part| sections.first() == Some(&part.section));
    let mut mail = b"Subject: ".to_vec();
    mail.extend_from_slice(&outline.subject);
    if let Some(first) = first {
        mail.extend_from_slice(
            format!(
                "\r\nContent-Type: {}\r\nContent-Transfer-Encoding: {}",
                first.media_type, first.encoding
            )
            .as_bytes(),
        );
    }
    mail.extend_from_slice(b"\r\n\r\n");
    mail.extend_from_slice(beginnings);
    intake::may_hold_badge(&mail)
}

fn is_text(part: &Part) -> bool {
    matches!(part.media_type.as_str(), "text/plain" | "text/html" | "text/x-amp-html") && !part.attached
}

/// Whether a badge can be in a part that is no text of the mail: pictures, documents, archives, anything unnamed.
fn can_hold(part: &Part) -> bool {
    let kind = part.media_type.as_str();
    let main = kind.split('/').next().unwrap_or_default();
    match main {
        "audio" | "video" | "font" | "model" => false,
        _ if part.size as usize > limits::FILE => false,
        "image" => kind != "image/gif" && part.size >= SMALLEST_PICTURE,
        "text" => {
            !is_text(part) && !matches!(kind, "text/calendar" | "text/vcard" | "text/x-vcard" | "text/css")
        }
        // What is inside a mail inside is a part of its own; but a server need not say it.
        "message" => !matches!(kind, "message/delivery-status" | "message/disposition-notification"),
        _ => !matches!(
            kind,
            "application/pgp-signature"
                | "application/pkcs7-signature"
                | "application/x-pkcs7-signature"
                | "application/ics"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(section: &str, media_type: &str, size: u32) -> Part {
        Part {
            section: section.to_owned(),
            media_type: media_type.to_owned(),
            encoding: "7bit".to_owned(),
            size,
            attached: false,
            inner: false,
        }
    }

    fn outline(parts: &[(&str, &str, u32)]) -> Outline {
        let parts = parts.iter().map(|(section, kind, size)| part(section, kind, *size)).collect();
        Outline { uid: 1, size: 1000, subject: b"Newsletter".to_vec(), parts }
    }

    #[test]
    fn what_can_hold_a_badge_is_fetched() {
        for kind in [
            "image/png",
            "image/svg+xml",
            "image/jpeg",
            "application/pdf",
            "application/json",
            "application/octet-stream",
            "application/zip",
            "application/ms-tnef",
            "message/rfc822",
            "text/json",
            "application/vc+jwt",
        ] {
            let mail = outline(&[("1", "text/plain", 90), ("2", kind, 9000)]);
            assert_eq!(by_outline(&mail), Choice::Whole, "{kind}");
        }
        assert_eq!(by_outline(&outline(&[])), Choice::Whole, "nothing is known of it");
    }

    #[test]
    fn what_cannot_is_not() {
        for (kind, size) in [
            ("image/gif", 9000),
            ("image/png", 90),
            ("video/mp4", 9000),
            ("text/calendar", 900),
            ("application/pgp-signature", 900),
            ("application/pdf", u32::MAX),
        ] {
            let mail = outline(&[("1.1", "text/plain", 90), ("1.2", "text/html", 90), ("2", kind, size)]);
            assert_eq!(by_outline(&mail), Choice::Texts(vec!["1.1".to_owned(), "1.2".to_owned()]), "{kind}");
        }
        assert_eq!(by_outline(&outline(&[("1", "video/mp4", 9000)])), Choice::Nothing);
    }

    #[test]
    fn texts_decide_by_their_words() {
        let mail = outline(&[("1", "text/html", 90)]);
        let sections = ["1".to_owned()];
        assert!(by_texts(
            &mail,
            &sections,
            b"<a href='https://openbadges.education/public/assertions/1'>look</a>"
        ));
        assert!(!by_texts(&mail, &sections, b"<p>Our shop has new shoes.</p>"));
        let subject = Outline { subject: b"Your badge".to_vec(), ..mail };
        assert!(by_texts(&subject, &sections, b"Congratulations!"));
    }
}
