//! Bytes that are to be saved under a name.

use unicode_normalization::UnicodeNormalization as _;

/// A file to be saved, and the name to propose.
#[derive(Clone, PartialEq, Eq)]
pub struct SaveFile {
    /// The proposed name: one part, safe on every system.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for SaveFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SaveFile({} bytes)", self.bytes.len())
    }
}

/// The longest name in characters, without its extension.
const LONGEST: usize = 80;
/// The same in bytes: file systems count those, 255 with the extension.
const LONGEST_BYTES: usize = 200;

/// A name for a file made of a stranger's text: no separators, no control characters or marks of direction, no name
/// that some system reserves, never hidden.
pub(crate) fn file_name(text: &str, extension: &str) -> String {
    let mut name = String::new();
    for c in text.nfc() {
        let plain = match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
            c if c.is_control() || is_direction(c) => continue,
            c => c,
        };
        if !(plain == ' ' && name.ends_with(' ')) {
            name.push(plain);
        }
        if name.chars().count() >= LONGEST || name.len() + 4 > LONGEST_BYTES {
            break;
        }
    }
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let name = if name.is_empty() || reserved(name) { "badge" } else { name };
    format!("{name}.{extension}")
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4
            && (stem.starts_with("COM") || stem.starts_with("LPT"))
            && stem.ends_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn export_filename_is_one_safe_part() {
        for (text, wanted) in [
            ("KI-Grundlagen für Vereine", "KI-Grundlagen für Vereine.png"),
            ("../../etc/passwd", "etc passwd.png"),
            ("a\\b:c", "a b c.png"),
            ("..", "badge.png"),
            ("", "badge.png"),
            ("con.txt", "badge.png"),
            ("COM1", "badge.png"),
            ("gnp\u{202E}exe", "gnpexe.png"),
            (".hidden", "hidden.png"),
            ("a\nb\0c", "abc.png"),
        ] {
            assert_eq!(file_name(text, "png"), wanted, "{text:?}");
        }
        assert!(file_name(&"x".repeat(500), "png").len() < 100);
        assert!(file_name(&"\u{1F41D}".repeat(500), "png").len() < 255);
    }
}
