//! Reading a credential from bytes.

use std::borrow::Cow;

use strict_json::Value;

use super::{Credential, Inner, detect, jwt, sd_jwt};
use crate::address::{self, AddressError};
use crate::json::{self, JsonError};
use crate::jws::JwsError;
use crate::{Form, Format, Jws, Note, SdJwt, SdJwtError, Securing, limits};

/// Why bytes are not a credential.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing, or white space only.
    #[error("empty")]
    Empty,
    /// Larger than a credential may be.
    #[error("larger than a badge may be")]
    TooLarge,
    /// Neither JSON nor a JWS nor an address.
    #[error("neither JSON nor a signed text nor an address")]
    Unrecognised,
    /// JSON, but not strictly.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// A JWS that is broken or of a kind we do not read.
    #[error(transparent)]
    Jws(#[from] JwsError),
    /// An SD-JWT that is broken, or whose disclosures hide what it is.
    #[error(transparent)]
    SdJwt(#[from] SdJwtError),
    /// A JWS whose payload is no JSON.
    #[error("payload: {0}")]
    Payload(JsonError),
    /// An address no wallet would open.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Good JSON that is no credential; with what it is, where that is known.
    #[error("JSON that is no credential")]
    NotOne(Option<String>),
    /// A presentation: an envelope for credentials, to be opened by [`crate::Envelope::read`].
    #[error("a presentation")]
    Presentation,
}

impl ReadError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "credential.empty",
            ReadError::TooLarge => "credential.too-large",
            ReadError::Unrecognised => "credential.unrecognised",
            ReadError::Json(error) => error.code(),
            ReadError::Jws(error) => error.code(),
            ReadError::SdJwt(error) => error.code(),
            ReadError::Payload(_) => "jws.payload",
            ReadError::Address(error) => error.code(),
            ReadError::NotOne(_) => "credential.not-one",
            ReadError::Presentation => "credential.presentation",
        }
    }

    /// Code and arguments as a note.
    pub fn note(&self) -> Note {
        match self {
            ReadError::Json(error) => error.into(),
            ReadError::Jws(error) => error.note(),
            ReadError::SdJwt(error) => error.note(),
            ReadError::Address(error) => error.note(),
            ReadError::NotOne(Some(kind)) => Note::new(self.code()).with("kind", kind.clone()),
            _ => Note::new(self.code()),
        }
    }
}

impl Credential {
    /// Reads one credential: JSON, a compact JWS or SD-JWT, or the address of a hosted badge.
    ///
    /// A byte order mark is tolerated with a note. What is refused has a code; nothing panics, and nothing is
    /// allocated beyond [`limits::JSON`] and a small factor.
    pub fn read(bytes: &[u8]) -> Result<Credential, ReadError> {
        // A JWS of the largest JSON is a third larger.
        if bytes.len() > limits::JSON / 3 * 4 + 256 * 1024 {
            return Err(ReadError::TooLarge);
        }
        let mut notes = Vec::new();
        let mut body = bytes;
        if let Some(rest) = body.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
            body = rest;
            notes.push(Note::new("credential.byte-order-mark"));
        }
        let trimmed = body.trim_ascii();
        match trimmed.first() {
            None => Err(ReadError::Empty),
            Some(b'{' | b'[') => read_json(bytes, body, notes),
            _ => match std::str::from_utf8(trimmed) {
                Ok(text) => read_text(text, notes),
                // UTF-16 and other odd bytes: the JSON reader has the words for it.
                Err(_) => match json::read(body) {
                    Err(error @ (JsonError::Utf16 | JsonError::NotUtf8(_))) => Err(error.into()),
                    _ => Err(ReadError::Unrecognised),
                },
            },
        }
    }
}

fn read_json(payload: &[u8], body: &[u8], mut notes: Vec<Note>) -> Result<Credential, ReadError> {
    let document = json::read(body)?;
    let sealed = detect::sealed_payload(&document);
    let covered = sealed.as_ref().unwrap_or(&document);
    let format = recognise(covered)?;
    let securing = if sealed.is_some() { Securing::Jades } else { detect::json_securing(&document, format) };
    notes.extend(detect::notes(covered));
    let form = Form::Json(document);
    Ok(Credential { payload: payload.to_vec(), form, format, securing, sealed, inner: Inner::Whole, notes })
}

fn read_text(text: &str, notes: Vec<Note>) -> Result<Credential, ReadError> {
    let disclosing = memchr::memchr(b'~', text.as_bytes()).is_some();
    // What can be read as a token also looks like one: its letters need no look of their own.
    if !disclosing
        && Jws::begins_like_one(text)
        && let Ok(jws) = Jws::parse(text)
    {
        return read_jws(jws, notes);
    }
    if Jws::looks_like(text) {
        return if disclosing {
            read_sd_jwt(SdJwt::parse(text)?, notes)
        } else {
            read_jws(Jws::parse(text)?, notes)
        };
    }
    let one_word = !text.contains(|c: char| c.is_whitespace() || c == '<' || c == '"');
    if one_word && text.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme)) {
        return read_address(text, notes);
    }
    match json::read(text.as_bytes()) {
        Err(error @ (JsonError::Utf16 | JsonError::Control(_))) => Err(error.into()),
        Ok(_) => Err(ReadError::NotOne(None)),
        Err(_) => Err(ReadError::Unrecognised),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= 32
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn read_jws(jws: Jws, mut notes: Vec<Note>) -> Result<Credential, ReadError> {
    let document = json::read(jws.payload()).map_err(ReadError::Payload)?;
    let credential = jwt::credential(&document);
    let format = recognise(&credential)?;
    let securing = if format.is_vc() {
        Securing::VcJwt(crate::claims::plain(jws.alg()))
    } else {
        Securing::Jws(crate::claims::plain(jws.alg()))
    };
    notes.extend(detect::notes(&credential));
    if jwt::says_it_twice(&document) {
        notes.push(Note::new("credential.jwt-ambiguous"));
    }
    let inner = match credential {
        Cow::Owned(credential) => Inner::Apart(credential),
        Cow::Borrowed(credential) if std::ptr::eq(credential, &document) => Inner::Whole,
        Cow::Borrowed(_) => Inner::Claim,
    };
    let form = Form::Jws { jws, document };
    Ok(Credential { payload: Vec::new(), form, format, securing, sealed: None, inner, notes })
}

fn read_sd_jwt(token: SdJwt, mut notes: Vec<Note>) -> Result<Credential, ReadError> {
    let payload = json::read(token.jws().payload()).map_err(ReadError::Payload)?;
    let (document, withheld, refused) = match token.reveal(payload.clone()) {
        Ok((document, withheld)) => (document, withheld, None),
        Err(error) => (payload, 0, Some(error)),
    };
    let format = match (sd_jwt::format(&document), refused.clone()) {
        (Some(format), _) => format,
        // Perhaps it is one; what would tell so was refused.
        (None, Some(error)) => return Err(error.into()),
        (None, None) => return Err(recognise(&document).err().unwrap_or(ReadError::NotOne(None))),
    };
    notes.extend(refused.as_ref().map(SdJwtError::note));
    let credential = sd_jwt::credential(&document);
    notes.extend(detect::notes(&credential));
    if jwt::says_it_twice(&document) {
        notes.push(Note::new("credential.jwt-ambiguous"));
    }
    Ok(Credential {
        payload: Vec::new(),
        securing: Securing::SdJwt(crate::claims::plain(token.jws().alg())),
        form: Form::SdJwt { token: Box::new(token), document, withheld, refused },
        format,
        sealed: None,
        inner: Inner::Apart(credential),
        notes,
    })
}

fn read_address(text: &str, mut notes: Vec<Note>) -> Result<Credential, ReadError> {
    let url = address::public(text)?;
    if url.scheme() == "http" {
        notes.push(Note::new("address.http").with("host", url.host_str().unwrap_or_default()));
    }
    Ok(Credential {
        payload: text.as_bytes().to_vec(),
        form: Form::Address(url),
        format: Format::Unknown,
        securing: Securing::Hosted,
        sealed: None,
        inner: Inner::Whole,
        notes,
    })
}

fn recognise(document: &Value) -> Result<Format, ReadError> {
    // A presentation has no format.
    detect::format_of(document).ok_or_else(|| match detect::is_presentation(document) {
        true => ReadError::Presentation,
        false => ReadError::NotOne(detect::kind(document)),
    })
}
