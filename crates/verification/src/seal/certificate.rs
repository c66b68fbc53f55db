//! The certificate of a seal (RFC 5280), read as far as a seal needs it.

use jiff::Timestamp;
use openbadges::claims::plain;
use x509_parser::prelude::{FromDer as _, KeyUsage, X509Certificate, X509Name};

use crate::key::PublicKey;

/// `organizationIdentifier` (ITU-T X.520; ETSI EN 319 412-1 §5.1.4): the number an organisation is registered by.
const ORGANIZATION_IDENTIFIER: &str = "2.5.4.97";

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// As it came.
    pub(crate) der: Vec<u8>,
    /// Whom it names: the organisation, else the common name.
    pub(crate) subject: String,
    /// The number under which the organisation is registered, e.g. `VATES-A00000000`.
    pub(crate) identifier: Option<String>,
    /// Who gave it: the organisation, else the common name.
    pub(crate) authority: String,
    /// From when it counts.
    pub(crate) from: Timestamp,
    /// Until when it counts.
    pub(crate) until: Timestamp,
    /// May its key sign documents (RFC 5280 §4.2.1.3: `digitalSignature` or `nonRepudiation`, or no such extension)?
    pub(crate) may_sign: bool,
    /// Its key, if of a kind that is checked here.
    pub(crate) key: Option<PublicKey>,
}

impl Certificate {
    /// Reads a certificate; `None` if it is none.
    pub(crate) fn read(der: &[u8]) -> Option<Certificate> {
        let (rest, read) = X509Certificate::from_der(der).ok()?;
        if !rest.is_empty() {
            return None;
        }
        let usage = read.key_usage().ok()?;
        Some(Certificate {
            der: der.to_vec(),
            subject: shown(read.subject()),
            identifier: attribute(read.subject(), ORGANIZATION_IDENTIFIER),
            authority: shown(read.issuer()),
            from: Timestamp::from_second(read.validity().not_before.timestamp()).ok()?,
            until: Timestamp::from_second(read.validity().not_after.timestamp()).ok()?,
            may_sign: usage.is_none_or(|usage| signs(usage.value)),
            key: crate::key::spki(read.public_key().raw),
        })
    }

    /// Whom the certificate at the top of a list names, for sentences.
    pub(crate) fn name_of(der: &[u8]) -> Option<String> {
        Certificate::read(der).map(|certificate| certificate.subject)
    }

    /// Does it count at this moment (both ends included)?
    pub(crate) fn counts_at(&self, moment: Timestamp) -> bool {
        self.from <= moment && moment <= self.until
    }
}

fn signs(usage: &KeyUsage) -> bool {
    usage.digital_signature() || usage.non_repudiation()
}

fn attribute(name: &X509Name<'_>, oid: &str) -> Option<String> {
    let found = name.iter_attributes().find(|one| one.attr_type().to_id_string() == oid)?;
    found.as_str().ok().map(|text| plain(text.trim())).filter(|text| !text.is_empty())
}

fn shown(name: &X509Name<'_>) -> String {
    ["2.5.4.10", "2.5.4.3"]
        .iter()
        .find_map(|oid| attribute(name, oid))
        .unwrap_or_else(|| plain(&name.to_string()))
}
