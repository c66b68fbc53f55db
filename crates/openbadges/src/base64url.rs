//! Base64url without padding (RFC 4648, 5; RFC 7515, 2), many letters at once where the processor can.

use base64::Engine as _;

#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
static ENGINE: std::sync::LazyLock<base64::engine::Simd> =
    std::sync::LazyLock::new(|| base64::engine::Simd::url_safe(base64::engine::general_purpose::NO_PAD));
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
static ENGINE: &base64::engine::GeneralPurpose = &base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The bytes; `None` for another letter, for padding, and for bits at the end that belong to no byte.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    ENGINE.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_at_the_end_has_to_be_nothing() {
        assert_eq!(decode("AA"), Some(vec![0]));
        assert_eq!(decode("AB"), None);
        assert_eq!(decode("AA=="), None);
        assert_eq!(decode("A"), None);
        assert_eq!(decode(""), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn is_read_as_letter_by_letter(text in "[A-Za-z0-9_-]{0,300}", odd in "[-+/=_. \u{e4}]?", at in 0..300_usize) {
            let mut text = text;
            text.insert_str(at.min(text.len()), &odd);
            prop_assert_eq!(decode(&text), URL_SAFE_NO_PAD.decode(&text).ok());
        }

        #[test]
        fn is_what_was_written(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(decode(&URL_SAFE_NO_PAD.encode(&bytes)), Some(bytes));
        }
    }
}
