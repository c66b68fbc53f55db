//! IRIs as JSON-LD processors treat them: a loose check, and resolution against a base (RFC 3986 §5.2).

mod resolve;

pub(crate) use resolve::resolve;

/// Is a text an absolute IRI or the label of a blank node (`_:…`)?
///
/// As loose as the implementations that issuers sign with: a scheme, a colon, no white space. What else cannot stand in
/// an IRI is escaped in the statements; refusing it here would call what they signed altered.
pub(crate) fn is_absolute(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let mut letters = scheme.bytes();
    let scheme = match letters.next() {
        Some(b'_') => scheme.len() == 1,
        // The class `[A-Za-z0-9+-.]`: from `+` to `.`.
        Some(first) => {
            first.is_ascii_alphabetic()
                && letters.all(|b| b.is_ascii_alphanumeric() || (b'+'..=b'.').contains(&b))
        }
        None => false,
    };
    scheme && !has_space(rest)
}

/// Is a text the label of a blank node?
pub(crate) fn is_blank(text: &str) -> bool {
    text.starts_with("_:")
}

/// White space in the sense of JavaScript's `\s`, which has the byte order mark besides Unicode's.
fn has_space(text: &str) -> bool {
    if text.is_ascii() {
        return text.bytes().any(|b| matches!(b, b' ' | b'\t'..=b'\r'));
    }
    // U+0085 is white space for Unicode, not for JavaScript.
    text.chars().any(|c| (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_or_not() {
        for yes in ["https://a.example/", "urn:x", "_:b0", "did:key:z6", "a+b-c.d:", "ex:{x}", "data:,"] {
            assert!(is_absolute(yes), "{yes}");
        }
        for no in ["", "a", "/a:b", "1a:b", "https://a b", "a\u{a0}:b", "x:\u{feff}", "_a:b", ":a", "a_b:c"] {
            assert!(!is_absolute(no), "{no}");
        }
    }
}
