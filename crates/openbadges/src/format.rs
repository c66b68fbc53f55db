//! Which standard, in which version, a credential claims to follow.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The standard and version a credential claims to follow. (Open Badges 2.1 is an API; its badges are 2.0.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Mozilla's first shape: recipient as a bare string, badge inline.
    #[serde(rename = "open-badges-0.5")]
    OpenBadges05,
    /// `uid`, `recipient`, `verify`, no `@context`.
    #[serde(rename = "open-badges-1.0")]
    OpenBadges10,
    /// `@context` `https://w3id.org/openbadges/v1`.
    #[serde(rename = "open-badges-1.1")]
    OpenBadges11,
    /// `@context` `https://w3id.org/openbadges/v2`.
    #[serde(rename = "open-badges-2.0")]
    OpenBadges20,
    /// A Verifiable Credential of type `OpenBadgeCredential` / `AchievementCredential`.
    #[serde(rename = "open-badges-3.0")]
    OpenBadges30,
    /// Comprehensive Learner Record 1.0.
    #[serde(rename = "clr-1.0")]
    Clr10,
    /// Comprehensive Learner Record 2.0 (`ClrCredential`).
    #[serde(rename = "clr-2.0")]
    Clr20,
    /// European Learning Model 3 (European Digital Credentials).
    #[serde(rename = "elm-3")]
    Elm3,
    /// Any other Verifiable Credential, data model 1.1.
    #[serde(rename = "w3c-vc-1.1")]
    Vc11,
    /// Any other Verifiable Credential, data model 2.0.
    #[serde(rename = "w3c-vc-2.0")]
    Vc20,
    /// An SD-JWT VC (IETF) that is no W3C credential: its claims stand in the token itself, under a type `vct`.
    #[serde(rename = "sd-jwt-vc")]
    SdJwtVc,
    /// Not known yet (an address that was not read) or not recognised.
    #[serde(rename = "unknown")]
    Unknown,
}

impl Format {
    /// Every format, oldest first.
    pub const ALL: [Format; 12] = [
        Format::OpenBadges05,
        Format::OpenBadges10,
        Format::OpenBadges11,
        Format::OpenBadges20,
        Format::OpenBadges30,
        Format::Clr10,
        Format::Clr20,
        Format::Elm3,
        Format::Vc11,
        Format::Vc20,
        Format::SdJwtVc,
        Format::Unknown,
    ];

    /// The stable name, as in `--json` and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::OpenBadges05 => "open-badges-0.5",
            Format::OpenBadges10 => "open-badges-1.0",
            Format::OpenBadges11 => "open-badges-1.1",
            Format::OpenBadges20 => "open-badges-2.0",
            Format::OpenBadges30 => "open-badges-3.0",
            Format::Clr10 => "clr-1.0",
            Format::Clr20 => "clr-2.0",
            Format::Elm3 => "elm-3",
            Format::Vc11 => "w3c-vc-1.1",
            Format::Vc20 => "w3c-vc-2.0",
            Format::SdJwtVc => "sd-jwt-vc",
            Format::Unknown => "unknown",
        }
    }

    /// A Verifiable Credential of either data model (Open Badges 3.0, CLR 2.0 and ELM 3 are such), or one of the IETF.
    pub fn is_vc(self) -> bool {
        matches!(
            self,
            Format::OpenBadges30
                | Format::Clr20
                | Format::Elm3
                | Format::Vc11
                | Format::Vc20
                | Format::SdJwtVc
        )
    }

    /// An Open Badges assertion of the years before Verifiable Credentials.
    pub fn is_assertion(self) -> bool {
        matches!(
            self,
            Format::OpenBadges05 | Format::OpenBadges10 | Format::OpenBadges11 | Format::OpenBadges20
        )
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a format")]
pub struct FormatError;

impl FromStr for Format {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, FormatError> {
        Format::ALL.into_iter().find(|format| format.as_str() == text).ok_or(FormatError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_and_is_what_serde_writes() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
            assert_eq!(serde_json::to_value(format).unwrap(), format.as_str());
        }
        assert_eq!("open-badges-2.1".parse::<Format>(), Err(FormatError));
    }
}
