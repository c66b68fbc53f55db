//! What would decide more: documents by address and role. Verification asks, it does not fetch.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::mail_key::MailKey;
use crate::report::VerificationReport;

/// The address of a document: an absolute URL without fragment, in the normal form of the URL standard.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocUrl(Url);

impl DocUrl {
    /// Reads an address; `None` if it is no absolute URL.
    pub fn parse(text: &str) -> Option<DocUrl> {
        Url::parse(text.trim()).ok().map(|url| DocUrl::from(&url))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address, taken apart.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The host that would be asked, if the address has one.
    pub fn host(&self) -> Option<String> {
        self.0.host_str().map(str::to_owned)
    }

    /// Is it `https:`?
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }
}

impl From<&Url> for DocUrl {
    fn from(url: &Url) -> DocUrl {
        let mut url = url.clone();
        url.set_fragment(None);
        DocUrl(url)
    }
}

impl TryFrom<String> for DocUrl {
    type Error = String;

    fn try_from(text: String) -> Result<DocUrl, String> {
        DocUrl::parse(&text).ok_or_else(|| format!("no absolute address: {text}"))
    }
}

impl From<DocUrl> for String {
    fn from(url: DocUrl) -> String {
        url.0.into()
    }
}

impl fmt::Display for DocUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a document is wanted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The hosted assertion (Open Badges up to 2.0).
    Assertion,
    /// The badge class of an assertion.
    BadgeClass,
    /// The issuer's profile.
    Issuer,
    /// A key document or key set.
    Key,
    /// A DID document.
    Did,
    /// A status or revocation list.
    Status,
    /// A JSON Schema.
    Schema,
    /// A JSON-LD context.
    Context,
    /// An endorsement.
    Endorsement,
    /// A newer version of the credential.
    Refresh,
    /// A picture.
    Image,
    /// A page for people, behind which a badge may be. No check wants one.
    Page,
    /// Evidence, or another resource that is named by its digest.
    Evidence,
    /// A DNS record.
    Dns,
    /// A register of issuers, or what one says of somebody.
    Registry,
}

/// One document that would decide more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    /// Where it is.
    pub url: DocUrl,
    /// What for.
    pub role: Role,
    /// Only a version newer than this would help; `None`: any version.
    pub newer_than: Option<Timestamp>,
}

impl Wanted {
    /// Whom one would have to ask for it, as a consent names them: the host; for the key of a domain for its mails
    /// `dns:DOMAIN`. `None`: nobody.
    pub fn asks(&self) -> Option<String> {
        match self.role {
            Role::Dns => MailKey::of(&self.url).map(|key| key.consent()),
            _ => self.url.host(),
        }
    }
}

/// What [`crate::verify`] gives: always a whole report, and what would decide more.
#[derive(Clone, Debug)]
pub struct Verification {
    /// What the known documents allow to say.
    pub report: VerificationReport,
    /// What is not known yet, or only in a version too old or from the sender.
    pub wanted: Vec<Wanted>,
}
