//! Language tags.

/// Has a text the form of a language tag (BCP 47, loosely: groups of up to eight letters or digits)?
pub(crate) fn is_tag(text: &str) -> bool {
    text.split('-').enumerate().all(|(at, part)| {
        (1..=8).contains(&part.len())
            && part.bytes().all(|b| if at == 0 { b.is_ascii_alphabetic() } else { b.is_ascii_alphanumeric() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for yes in ["de", "en-US", "zh-Hant-TW", "x-1", "abcdefgh"] {
            assert!(is_tag(yes), "{yes}");
        }
        for no in ["", "d e", "1a", "de-", "abcdefghi", "de_AT"] {
            assert!(!is_tag(no), "{no}");
        }
    }
}
