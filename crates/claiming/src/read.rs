//! Reading what strangers answer.

use openbadges::{address, json};
use strict_json::Value;
use url::Url;

use crate::error::ClaimError;
use crate::limits;
use crate::request::Response;

/// An address that may be asked: `https`, public, no user name.
pub(crate) fn https(text: &str) -> Result<Url, ClaimError> {
    let refused = || ClaimError::Address(shown(text));
    let mut url = address::public(text).map_err(|_| refused())?;
    if url.scheme() != "https" {
        return Err(refused());
    }
    url.set_fragment(None);
    Ok(url)
}

/// A member that is text, not empty and not beyond all bounds.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str().filter(|text| !text.is_empty() && text.len() <= limits::TOKEN)
}

/// A member that is an address to ask; none if it is not there.
pub(crate) fn endpoint(value: &Value, name: &str) -> Result<Option<Url>, ClaimError> {
    text(value, name).map(https).transpose()
}

/// A member that is a text or a list of texts; at most `most` of them.
pub(crate) fn texts<'a>(value: &'a Value, name: &str, most: usize) -> Vec<&'a str> {
    match value.get(name) {
        Some(Value::String(one)) => vec![one.as_str()],
        Some(Value::Array(list)) => list.iter().take(most).filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// An answer that has to be a JSON object.
pub(crate) fn object(response: &Response, host: &str) -> Result<Value, ClaimError> {
    json::read(&response.body)
        .ok()
        .filter(Value::is_object)
        .ok_or_else(|| ClaimError::Unreadable(host.to_owned()))
}

/// A refusal, in the word the protocol has for it (`error`, RFC 6749, 5.2), or what the host says of it.
pub(crate) fn refusal(response: &Response, host: &str) -> ClaimError {
    let value = json::read(&response.body).unwrap_or_default();
    let said = ["error_description", "error", "message", "detail", "title"];
    let error = said.iter().find_map(|name| text(&value, name)).map(shown).unwrap_or_default();
    ClaimError::Refused { host: host.to_owned(), status: response.status, error }
}

/// The protocol's word for an error.
pub(crate) fn error_word(response: &Response) -> Option<String> {
    let value = json::read(&response.body).ok()?;
    text(&value, "error").map(shown)
}

/// Foreign text as far as it is shown.
pub(crate) fn shown(text: &str) -> String {
    let clean: String = text.chars().filter(|character| !character.is_control()).collect();
    match clean.char_indices().nth(limits::SHOWN) {
        Some((end, _)) => format!("{}…", clean.get(..end).unwrap_or_default()),
        None => clean,
    }
}

/// Two names of one issuer: the same but for a slash at the end.
pub(crate) fn same_issuer(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// An address below `.well-known`, between host and path (RFC 8615, RFC 8414 3.1) and behind the path, in this order.
pub(crate) fn well_known(issuer: &Url, name: &str) -> Vec<Url> {
    let path = issuer.path().trim_end_matches('/').to_owned();
    let with = |path: String| {
        let mut url = issuer.clone();
        url.set_query(None);
        url.set_path(&path);
        url
    };
    let mut all = vec![with(format!("/.well-known/{name}{path}"))];
    if !path.is_empty() {
        all.push(with(format!("{path}/.well-known/{name}")));
    }
    all
}
