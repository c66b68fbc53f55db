//! The few headers of an answer that anything is made of.

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::Response as Answer;
use reqwest::header::{HeaderName, LOCATION, RETRY_AFTER, SET_COOKIE};
use secrecy::SecretString;

use super::Response;
use crate::hop;

/// What the head of an answer says; its body is still to be read.
pub(super) fn read(answer: &Answer, now: Timestamp) -> Response {
    Response {
        status: answer.status().as_u16(),
        media_type: hop::media_type(answer),
        retry_after: text(answer, &RETRY_AFTER).and_then(|text| retry_after(text, now)),
        location: text(answer, &LOCATION).map(str::to_owned),
        nonce: text(answer, &HeaderName::from_static("dpop-nonce")).map(str::to_owned),
        access_token: access_token(answer),
        body: Vec::new(),
    }
}

fn text<'a>(answer: &'a Answer, name: &HeaderName) -> Option<&'a str> {
    answer.headers().get(name)?.to_str().ok()
}

/// RFC 9110, 10.2.3: seconds, or the date at which.
pub(crate) fn retry_after(text: &str, now: Timestamp) -> Option<u64> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let at = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(u64::try_from(at.as_second().saturating_sub(now.as_second())).unwrap_or(0))
}

fn access_token(answer: &Answer) -> Option<SecretString> {
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    let pair = |text: &str| {
        let (name, value) = text.split(';').next()?.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim() == "access_token" && !value.is_empty()).then(|| SecretString::from(value.to_owned()))
    };
    cookies.filter_map(|cookie| cookie.to_str().ok()).find_map(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_to_ask_again_is_a_number_or_a_date() {
        let now: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
        assert_eq!(retry_after("120", now), Some(120));
        assert_eq!(retry_after("Sat, 21 Nov 2026 09:01:30 GMT", now), Some(90));
        assert_eq!(retry_after("Sat, 21 Nov 2026 08:00:00 GMT", now), Some(0));
        assert_eq!(retry_after("soon", now), None);
        assert_eq!(retry_after("-5", now), None);
    }
}
