//! Lists of certificate authorities that the person trusts to say whose a seal is.

mod etsi;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::seal::Certificate;

/// Authorities of one list that are kept.
const MAX_AUTHORITIES: usize = 5_000;

/// A list of authorities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrustList {
    /// What the person or its publisher calls it.
    pub name: String,
    /// Those in it.
    pub authorities: Vec<Authority>,
    /// When its publisher meant to have replaced it, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_update: Option<Timestamp>,
}

/// An authority: whoever gives out certificates for seals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// Its certificate, in DER.
    #[serde(serialize_with = "write_base64", deserialize_with = "read_base64")]
    pub certificate: Vec<u8>,
}

/// Why a file is no list of authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustListError {
    /// Neither certificates nor a trusted list.
    #[error("neither certificates in PEM nor a trusted list")]
    Unrecognised,
    /// A trusted list that cannot be read.
    #[error("a trusted list that cannot be read")]
    Unreadable,
    /// Nobody in it.
    #[error("no authority that could vouch for seals is in it")]
    Empty,
    /// A list of lists, which names nobody itself.
    #[error("a list of lists")]
    ListOfLists,
}

impl TrustListError {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            TrustListError::Unrecognised => "trust-list.unrecognised",
            TrustListError::Unreadable => "trust-list.unreadable",
            TrustListError::Empty => "trust-list.empty",
            TrustListError::ListOfLists => "trust-list.list-of-lists",
        }
    }
}

impl TrustList {
    /// Reads a list: certificates in PEM (RFC 7468), one certificate in DER, or a trusted list in XML (ETSI TS 119 612), of
    /// which the authorities for qualified certificates count that are granted. `name` is used where the file has none.
    ///
    /// Who publishes a list is not checked: the signature on a trusted list is not looked at. The person who adds the file
    /// answers for it.
    pub fn read(bytes: &[u8], name: &str) -> Result<TrustList, TrustListError> {
        let start = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes).trim_ascii_start();
        if start.starts_with(b"<") {
            return etsi::read(bytes, name);
        }
        let ders: Vec<Vec<u8>> = if start.first() == Some(&0x30) {
            vec![bytes.to_vec()]
        } else {
            let mut ders = Vec::new();
            for der in CertificateDer::pem_slice_iter(bytes).take(MAX_AUTHORITIES) {
                ders.push(der.map_err(|_| TrustListError::Unrecognised)?.to_vec());
            }
            ders
        };
        let mut authorities: Vec<Authority> = Vec::new();
        for certificate in ders {
            let name = Certificate::name_of(&certificate).ok_or(TrustListError::Unrecognised)?;
            if !authorities.iter().any(|known| known.certificate == certificate) {
                authorities.push(Authority { name, certificate });
            }
        }
        if authorities.is_empty() {
            return Err(TrustListError::Unrecognised);
        }
        Ok(TrustList { name: openbadges::claims::plain(name), authorities, next_update: None })
    }
}

fn write_base64<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&STANDARD.encode(bytes))
}

fn read_base64<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(from)?;
    STANDARD.decode(text).map_err(serde::de::Error::custom)
}
