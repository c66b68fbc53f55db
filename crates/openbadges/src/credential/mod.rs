//! A credential as it was found: its bytes, what they are, and what they say.

mod detect;
mod jwt;
mod read;
mod sd_jwt;

use strict_json::Value;
use url::Url;

use crate::{Claims, Digest, Form, Format, Note, Seal, SealError, Securing, json};

pub(crate) use detect::{format_of, is_elm, is_presentation, sealed_payload};
pub use read::ReadError;

/// A credential as it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The bytes; of a token nothing, since it holds its own text.
    payload: Vec<u8>,
    form: Form,
    format: Format,
    securing: Securing,
    /// The payload of a JAdES seal, which has no place in [`Form`].
    sealed: Option<Value>,
    inner: Inner,
    notes: Vec<Note>,
}

/// Where the credential is, that a document holds or is.
#[derive(Clone, Debug, PartialEq)]
enum Inner {
    /// The document is it.
    Whole,
    /// The claim `vc` is it, and lacks nothing that only the registered claims say.
    Claim,
    /// It was put together.
    Apart(Value),
}

impl Credential {
    /// The credential's bytes as they were taken out of the container; a JWS or an address without the white space
    /// around it, JSON as it stands.
    pub fn payload(&self) -> &[u8] {
        match &self.form {
            Form::Jws { jws, .. } => jws.text().as_bytes(),
            Form::SdJwt { token, .. } => token.text().as_bytes(),
            Form::Json(_) | Form::Address(_) => &self.payload,
        }
    }

    /// The digest of [`Credential::payload`]: which copy this is.
    pub fn digest(&self) -> Digest {
        Digest::of(self.payload())
    }

    /// Equal for the same JSON in another spelling (RFC 8785); for all else [`Credential::digest`].
    pub fn content_digest(&self) -> Digest {
        match &self.form {
            Form::Json(document) => Digest::of(&json::canonical(document)),
            Form::Jws { .. } | Form::SdJwt { .. } | Form::Address(_) => self.digest(),
        }
    }

    /// The shape of the bytes.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The standard it claims to follow; [`Format::Unknown`] for an address.
    pub fn format(&self) -> Format {
        self.format
    }

    /// How it is secured, as far as its shape says.
    pub fn securing(&self) -> &Securing {
        &self.securing
    }

    /// What the securing covers: the JSON itself, the payload of the JWS or seal, that of an SD-JWT with what was
    /// disclosed. `Null` for an address.
    pub fn document(&self) -> &Value {
        if let Some(sealed) = &self.sealed {
            return sealed;
        }
        match &self.form {
            Form::Json(document) | Form::Jws { document, .. } | Form::SdJwt { document, .. } => document,
            Form::Address(_) => &Value::Null,
        }
    }

    /// The credential itself: of a JWT of data model 1.1 its `vc` claim, with what only the registered claims say
    /// (`iss`, `jti`, `sub`, `nbf`, `exp`) filled in, and so of an SD-JWT in every form; else
    /// [`Credential::document`].
    pub fn credential(&self) -> &Value {
        let document = self.document();
        match &self.inner {
            Inner::Whole => document,
            Inner::Claim => document.get("vc").unwrap_or(document),
            Inner::Apart(credential) => credential,
        }
    }

    /// What it says, by itself: of a hosted badge what this copy holds.
    pub fn claims(&self) -> Claims {
        match &self.form {
            Form::Address(url) => Claims { id: Some(url.to_string()), ..Claims::default() },
            _ if self.format.is_vc() => Claims::from_vc(self.credential()),
            _ if self.format == Format::Clr10 => Claims::from_clr1(self.document()),
            _ => Claims::from_ob2(self.document(), None, None),
        }
    }

    /// The seal it stands under; `None` if it is secured otherwise.
    pub fn seal(&self) -> Option<Result<Seal, SealError>> {
        match &self.form {
            Form::Json(document) if self.securing == Securing::Jades => Some(Seal::read(document)),
            _ => None,
        }
    }

    /// What was tolerated or is odd.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The address of a hosted badge: the baked one, or the one its assertion names as its own. Only public ones.
    pub fn address(&self) -> Option<&Url> {
        match &self.form {
            Form::Address(url) => Some(url),
            _ => None,
        }
    }

    /// Where the issuer's own copy of a hosted badge lies; `None` if it is not hosted or names no public address.
    pub fn hosted_at(&self) -> Option<Url> {
        match &self.form {
            Form::Address(url) => Some(url.clone()),
            _ if self.securing == Securing::Hosted => crate::address::public(&self.claims().id?).ok(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
