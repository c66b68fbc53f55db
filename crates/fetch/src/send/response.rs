//! What a host answered.

use openbadges::Note;
use secrecy::SecretString;

/// What a host answered, whatever its status. Its `Debug` shows no more than status, type and length.
#[derive(Clone)]
pub struct Response {
    /// The status (RFC 9110, 15). One of 300 to 399 was not followed.
    pub status: u16,
    /// The media type without its parameters, in lower case.
    pub media_type: Option<String>,
    /// After how many seconds to ask again (`Retry-After`, whether given as a number or as a date).
    pub retry_after: Option<u64>,
    /// Where it sends on to, as written (`Location`): relative to the address asked, and foreign text.
    pub location: Option<String>,
    /// A nonce to prove possession of a key with (`DPoP-Nonce`, RFC 9449).
    pub nonce: Option<String>,
    /// The token that some platforms give only as a cookie (`access_token`). No cookie is ever sent back.
    pub access_token: Option<SecretString>,
    /// The bytes; see [`Request::reading`](crate::Request::reading).
    pub body: Vec<u8>,
}

impl Response {
    /// A response without headers, for tests.
    pub fn plain(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Response {
        Response {
            status,
            media_type: Some(media_type.to_owned()),
            retry_after: None,
            location: None,
            nonce: None,
            access_token: None,
            body: body.into(),
        }
    }

    /// Whether it is what was asked for (200 to 299).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Why this is no success, in words: a login, too much to do, gone, or any other number.
    pub fn why(&self, host: &str) -> Note {
        crate::why::of_status(self.status, host)
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("media_type", &self.media_type)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
