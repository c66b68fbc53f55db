//! File names as strangers write them.

/// A file name that may be shown: without folders, control characters and marks that turn the direction of
/// writing; at most 120 characters. It is never used as a path.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = last.chars().filter(shown).take(120).collect();
    let name = name.trim();
    // A drive: `C:badge.png`.
    match name.split_once(':') {
        Some((drive, rest)) if drive.len() == 1 => rest.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_is_left() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\Users\\x\\badge.png"), "badge.png");
        assert_eq!(plain_name("C:badge.png"), "badge.png");
        assert_eq!(plain_name("badge\u{202e}gnp.exe\n"), "badgegnp.exe");
        assert_eq!(plain_name("Course: x.png"), "Course: x.png");
        assert_eq!(plain_name(&"ä".repeat(500)).chars().count(), 120);
    }
}
