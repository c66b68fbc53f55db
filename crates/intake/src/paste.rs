//! Texts copied out of a web mailer: they have lost their attachments.

use crate::mail::source_begins;

/// Whether a pasted text looks like a mail as a web mailer shows it (not its source): then its attachments are not
/// in it, and the person is told what to do instead.
pub fn looks_like_web_mail_paste(text: &str) -> bool {
    let trimmed = text.trim_start();
    if source_begins(text.as_bytes()).is_some()
        || trimmed.starts_with(['{', '[', '<'])
        || openbadges::Jws::looks_like(trimmed)
        || trimmed.split_whitespace().count() < 4
    {
        return false;
    }
    let lower = text.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let badge =
        any(&["badge", "abzeichen", "credential", "zertifikat", "certificate", "micro degree", "nachweis"]);
    let head = [
        any(&["to me", "an mich", "an: ", "to: ", "von: ", "from: "]),
        any(&["subject: ", "betreff: ", "inbox", "posteingang", "gesendet: ", "sent: "]),
        any(&[
            ".badge.png",
            ".png",
            "anhang",
            "anhänge",
            "attachment",
            "anlage",
            "scanned by gmail",
            " kb)",
            " kb\n",
        ]),
        any(&["unsubscribe", "abbestellen", "reply", "antworten", "forward", "weiterleiten"]),
        any(&["congratulations", "herzlichen glückwunsch", "earned", "erhalten", "vergeben von", "issued"]),
    ];
    let signs = head.iter().filter(|sign| **sign).count();
    (badge && signs >= 1) || signs >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_mail_is_told_from_a_source_and_from_data() {
        for shown in [
            "Herzlichen Glückwunsch Mira Beispiel,\ndu hast einen BADGE erhalten!\n\nVergeben von: Lernwerkstatt",
            "Example Academy <x@a.example>\nto me\nYour credential is ready.\nOne attachment • Scanned by Gmail",
        ] {
            assert!(looks_like_web_mail_paste(shown), "{shown}");
        }
        for other in [
            "From: a@b.example\nTo: c@d.example\nSubject: badge earned\n\nattachment",
            "{\"@context\": \"badge\", \"issued\": 1}",
            "https://www.credly.com/badges/1",
            "eyJhbGciOiJFZERTQSJ9.eyJiYWRnZSI6MX0.AAAA",
            "",
            "Dear diary, today it rained all day long.",
        ] {
            assert!(!looks_like_web_mail_paste(other), "{other}");
        }
    }
}
