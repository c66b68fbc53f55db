//! One request, and what was answered.

use secrecy::{SecretSlice, SecretString};
use strict_json::Value;
use url::Url;

/// What is asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Gives something.
    Get,
    /// Takes something and answers.
    Post,
}

/// What is sent along.
#[derive(Clone)]
pub struct Content {
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes, which may hold a code of the person's.
    pub bytes: SecretSlice<u8>,
}

/// One request. Its `Debug` shows neither what it carries nor the address behind the host.
#[derive(Clone)]
pub struct Request {
    /// How it is asked.
    pub method: Method,
    /// The address: `https`, public.
    pub url: Url,
    /// What is wanted (`Accept`).
    pub accept: &'static str,
    /// A token to show (`Authorization: Bearer`).
    pub bearer: Option<SecretString>,
    /// What is sent along.
    pub content: Option<Content>,
}

impl Request {
    pub(crate) fn get(url: Url) -> Request {
        Request { method: Method::Get, url, accept: "application/json", bearer: None, content: None }
    }

    pub(crate) fn post(url: Url) -> Request {
        Request { method: Method::Post, ..Request::get(url) }
    }

    pub(crate) fn json(url: Url, body: &Value) -> Request {
        let bytes = SecretSlice::from(body.to_string().into_bytes());
        let content = Some(Content { media_type: "application/json", bytes });
        Request { content, ..Request::post(url) }
    }

    pub(crate) fn form<'a>(url: Url, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Request {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let bytes = SecretSlice::from(form.finish().into_bytes());
        let content = Some(Content { media_type: "application/x-www-form-urlencoded", bytes });
        Request { content, ..Request::post(url) }
    }

    pub(crate) fn bearer(mut self, token: &SecretString) -> Request {
        self.bearer = Some(token.clone());
        self
    }

    /// The host that would be asked.
    pub fn host(&self) -> String {
        host(&self.url)
    }
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("host", &self.host())
            .finish_non_exhaustive()
    }
}

/// The host of an address, as consents name it.
pub(crate) fn host(url: &Url) -> String {
    url.host().map(|host| host.to_string()).unwrap_or_default()
}

/// What a host answered, whatever its status. Its `Debug` shows no more than status and length.
#[derive(Clone)]
pub struct Response {
    /// The status (RFC 9110, 15).
    pub status: u16,
    /// The media type without its parameters, in lower case.
    pub media_type: Option<String>,
    /// After how many seconds to ask again (`Retry-After`).
    pub retry_after: Option<u64>,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// Whether it is what was asked for (200 to 299).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
