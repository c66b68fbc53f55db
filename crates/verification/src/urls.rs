//! What can be told of an address without taking it apart: whether it is one, and whether it is spelled as all would be
//! that are equal to it. Nearly all are plain; the others are taken apart.

use url::Url;

/// Longer texts are taken apart.
const SHORT: usize = 8 * 1024;

/// The schemes after which the URL standard expects a host (§3.1).
const SPECIAL: [&str; 6] = ["http", "https", "ws", "wss", "ftp", "file"];

/// Is it an absolute URL, in the sense of the URL standard? As [`Url::parse`] has it, for every text.
pub(crate) fn is_url(text: &str) -> bool {
    (text.len() <= SHORT && (is_name(text) || is_plain_address(text))) || Url::parse(text).is_ok()
}

/// `urn:uuid:…`, `did:web:…`: a scheme without hosts, and after it no slash, nor anything that is skipped. Such a text is a
/// URL whatever follows (§4.4, opaque path state: no failure).
fn is_name(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    !scheme.is_empty()
        && scheme.bytes().all(|byte| byte.is_ascii_lowercase())
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !SPECIAL.contains(&scheme)
}

/// `https://uni.example/…`: a plain host. Neither path nor query nor fragment can fail.
fn is_plain_address(text: &str) -> bool {
    after_plain_host(text).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

/// What follows a host of short plain words, of which the last is no number and none is in another spelling (`xn--…`).
fn after_plain_host(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let of_host =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    let end = rest.bytes().position(|byte| !of_host(byte)).unwrap_or(rest.len());
    let (host, rest) = rest.split_at_checked(end)?;
    let joins = |byte: u8| matches!(byte, b'.' | b'-');
    let mut before = b'.';
    for byte in host.bytes() {
        if joins(before) && joins(byte) {
            return None;
        }
        before = byte;
    }
    let last = host.rsplit('.').next()?;
    let plain = host.len() <= 63 && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then_some(rest)
}

/// Is it a URL in its normal form, and plainly so? Two of those are equal as addresses if they are equal as texts. `false`
/// says nothing.
pub(crate) fn is_normal(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    if text.len() > SHORT {
        return false;
    }
    match after_plain_host(text) {
        Some(rest) => {
            let kept = |byte: u8| plain(byte) || matches!(byte, b'/' | b'~' | b'?' | b'=' | b'&');
            rest.starts_with('/') && rest.bytes().all(kept) && !rest.contains("/.")
        }
        None => is_name(text) && text.bytes().all(|byte| plain(byte) || byte == b':'),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_answered_without_taking_apart_is_a_url() {
        for name in ["urn:uuid:1", "did:web:uni.example", "mailto:a b\u{7f}%zz?#[", "x:0//:"] {
            assert!(is_name(name) && Url::parse(name).is_ok(), "{name}");
        }
        for address in ["https://uni.example", "http://a/%zz?\u{1}#\\", "https://2.b-c.de#", "https://a?:@"] {
            assert!(is_plain_address(address) && Url::parse(address).is_ok(), "{address}");
        }
        for odd in [
            "x://:a",
            "x:\t//:a",
            "https:a",
            "HTTP://",
            "https://a..b",
            "https://1.2.3.256",
            "https://a:x",
            "",
        ] {
            assert!(!is_name(odd) && !is_plain_address(odd), "{odd}");
            assert_eq!(is_url(odd), Url::parse(odd).is_ok(), "{odd}");
        }
    }

    #[test]
    fn the_normal_form_is_that_of_taking_apart() {
        let normal = ["urn:uuid:1", "did:web:uni.example", "https://a-b.example/", "http://a/b//c.d/?e=f/&?"];
        let others = [
            "https://a.example",
            "https://a/./b",
            "https://a/b/..",
            "https://A/",
            "a",
            "https://a/%41",
            "x:a ",
        ];
        for text in normal {
            assert!(is_normal(text) && Url::parse(text).unwrap().as_str() == text, "{text}");
        }
        assert!(!others.into_iter().any(is_normal));
    }

    proptest! {
        #[test]
        fn what_is_called_normal_is_not_changed_by_taking_it_apart(
            text in "(https?://|urn:|did:|file:|a:)[a-z0-9A.-]{0,8}[:/?@]?[a-zA-Z0-9._~/?=&:-]{0,12}",
        ) {
            if is_normal(&text) {
                prop_assert_eq!(String::from(Url::parse(&text).unwrap()), text);
            }
        }

        #[test]
        fn is_the_answer_of_taking_it_apart(text in "\\PC{0,40}") {
            prop_assert_eq!(is_url(&text), Url::parse(&text).is_ok());
        }

        #[test]
        fn is_that_of_names_too(
            text in "[ \t]?(urn|did|http|https|ws|file|a|javascript|blob|H)[+]?:[a0/\t\n\\\\#?@\\[%: \u{e4}]{0,8}\\PC{0,8}",
        ) {
            prop_assert_eq!(is_url(&text), Url::parse(&text).is_ok());
        }

        #[test]
        fn is_that_of_addresses_too(
            text in "https?://(xn--)?[a-z0-9.-]{0,12}(\\.0x|\\.[0-9]|\\.de|@)?[\t:/?#\\\\\\[\\]%@]?\\PC{0,8}",
        ) {
            prop_assert_eq!(is_url(&text), Url::parse(&text).is_ok());
        }
    }
}
