//! One request that is more than "give me this document", and what came back.

use openbadges::limits;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

/// What is asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Gives something.
    Get,
    /// Takes something and answers.
    Post,
}

/// One request. Its `Debug` shows neither what it carries nor who it says it is from, nor the address behind the host.
#[derive(Clone)]
pub struct Request {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) accept: String,
    pub(crate) authorization: Option<SecretString>,
    pub(crate) content: Option<(String, SecretBytes)>,
    pub(crate) most: usize,
}

/// A body, which may hold a secret of the person's; wiped when it is no longer needed.
pub(crate) type SecretBytes = secrecy::SecretSlice<u8>;

impl Request {
    /// Asks for what stands at an address.
    pub fn get(url: Url) -> Request {
        Request {
            method: Method::Get,
            url,
            accept: "application/json".to_owned(),
            authorization: None,
            content: None,
            most: limits::DOCUMENT,
        }
    }

    /// Sends bytes of this media type to an address.
    pub fn post(url: Url, content_type: &str, body: Vec<u8>) -> Request {
        let content = Some((content_type.to_owned(), SecretBytes::from(body)));
        Request { method: Method::Post, content, ..Request::get(url) }
    }

    /// Sends the fields of a form (`application/x-www-form-urlencoded`), in this order.
    pub fn form(url: Url, fields: &[(&str, &str)]) -> Request {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        Request::post(url, "application/x-www-form-urlencoded", form.finish().into_bytes())
    }

    /// What is wanted (`Accept`); JSON unless said otherwise.
    #[must_use]
    pub fn accepting(mut self, accept: &str) -> Request {
        accept.clone_into(&mut self.accept);
        self
    }

    /// With a token (`Authorization: Bearer`).
    #[must_use]
    pub fn bearer(self, token: &SecretString) -> Request {
        self.authorized(&SecretString::from(format!("Bearer {}", token.expose_secret())))
    }

    /// With this `Authorization` header as it stands.
    #[must_use]
    pub fn authorized(mut self, header: &SecretString) -> Request {
        self.authorization = Some(header.clone());
        self
    }

    /// Reads an answer of up to this many bytes, instead of a document's 5 MiB; never more than a file's 64 MiB.
    #[must_use]
    pub fn reading(mut self, most: usize) -> Request {
        self.most = most.min(limits::FILE);
        self
    }

    /// How it is asked.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The whole address.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The host that will be asked, as consents name it; empty where the address has none.
    pub fn host(&self) -> String {
        self.url.host().map(|host| host.to_string()).unwrap_or_default()
    }

    /// The media type and bytes that are sent along, for whoever answers in a test.
    pub fn content(&self) -> Option<(&str, &[u8])> {
        self.content.as_ref().map(|(kind, body)| (kind.as_str(), body.expose_secret()))
    }

    /// The `Authorization` header, for whoever answers in a test.
    pub fn authorization(&self) -> Option<&SecretString> {
        self.authorization.as_ref()
    }

    /// Whether it may be sent on to another address: not with a token or a body, which were meant for this one.
    pub(crate) fn may_be_sent_on(&self) -> bool {
        self.authorization.is_none() && self.content.is_none()
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
