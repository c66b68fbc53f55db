//! Tokens with parts to choose from: SD-JWT and SD-JWT+KB in compact form (RFC 9901).

mod disclosure;
mod error;
mod reveal;

use strict_json::Value;

use self::disclosure::Algorithm;
use self::reveal::Revealed;
use crate::{Jws, limits};

pub use error::SdJwtError;

/// An SD-JWT, taken apart but not verified: the part the issuer signed, disclosures, perhaps the holder's own part.
#[derive(Clone, Debug, PartialEq)]
pub struct SdJwt {
    text: String,
    jws: Jws,
    /// Where the part ends that the holder's own signature is over.
    cut: usize,
    key_binding: Option<Jws>,
}

impl SdJwt {
    /// Takes a text apart; white space around it is no part of it. Disclosures are looked at by [`SdJwt::reveal`].
    pub fn parse(text: &str) -> Result<SdJwt, SdJwtError> {
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
        let not_compact = || SdJwtError::Jws(crate::JwsError::NotCompact);
        let (first, _) = text.split_once('~').ok_or_else(not_compact)?;
        let (_, last) = text.rsplit_once('~').ok_or_else(not_compact)?;
        let cut = text.len() - last.len();
        if text.bytes().filter(|byte| *byte == b'~').count() > limits::DISCLOSURES + 1 {
            return Err(SdJwtError::TooMany);
        }
        let key_binding = if last.is_empty() { None } else { Some(Jws::parse(last)?) };
        Ok(SdJwt { jws: Jws::parse(first)?, cut, key_binding, text: text.to_owned() })
    }

    /// The text as it was found, trimmed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the issuer signed.
    pub fn jws(&self) -> &Jws {
        &self.jws
    }

    /// The holder's own signature over what is shown (RFC 9901 §4.3), if there is one.
    pub fn key_binding(&self) -> Option<&Jws> {
        self.key_binding.as_ref()
    }

    /// What the holder's own signature has to name as `sd_hash`, by the digest that `payload`, the issuer's, asks for.
    pub fn sd_hash(&self, payload: &Value) -> Result<String, SdJwtError> {
        Ok(Algorithm::of(payload)?.digest(self.text.get(..self.cut).unwrap_or_default()))
    }

    /// The disclosures as they travel.
    fn disclosures(&self) -> Vec<&str> {
        let shown = self.text.get(..self.cut.saturating_sub(1)).unwrap_or_default();
        shown.split('~').skip(1).collect()
    }

    /// The issuer's payload with what was disclosed in its places, and how many digests nothing was disclosed for (parts
    /// left out, or decoys). All disclosures have to be the issuer's, each once (RFC 9901 §7.1).
    pub fn reveal(&self, payload: Value) -> Result<(Value, usize), SdJwtError> {
        let Revealed { payload, withheld } = reveal::reveal(payload, &self.disclosures())?;
        Ok((payload, withheld))
    }
}

#[cfg(test)]
mod tests;
