//! Who sent a mail, by its signature (DKIM, RFC 6376). What needs the message is worked out while it is at hand; the key comes
//! later, from whoever has the record of the domain. Nobody is asked here: the library's resolver is never made.

use std::future::Future as _;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use jiff::Timestamp;
use mail_auth::common::crypto::{Algorithm, HashAlgorithm};
use mail_auth::common::parse::TxtRecordParser as _;
use mail_auth::common::verify::DomainKey;
use mail_auth::dkim::{DkimError, Signature};
use mail_auth::{AuthenticatedMessage, Error};
use memchr::memmem;
use serde::{Deserialize, Serialize};

/// Signatures of one mail that are looked at.
const MAX_SIGNATURES: usize = 8;
/// The header of a mail; a longer one is no letter.
const MAX_HEADER: usize = 512 * 1024;
/// RFC 8301 §3.2: verifiers have to consider shorter keys as not good.
const MIN_RSA_BITS: usize = 1024;

/// The signatures of one mail, without their keys: enough to judge them when the mail itself is no longer there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailSeal {
    signed: Vec<Signed>,
    /// The addresses in every `From`.
    senders: Vec<String>,
    /// How often `From` stands there.
    from_fields: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Signed {
    domain: String,
    selector: String,
    agent: String,
    algorithm: Option<Strong>,
    /// The bytes under the signature, canonical.
    #[serde(with = "base64_bytes")]
    input: Vec<u8>,
    #[serde(with = "base64_bytes")]
    signature: Vec<u8>,
    until: Option<Timestamp>,
    covers: Covers,
}

/// The algorithms that count (RFC 8301 §3.1: SHA-1 counts for nothing).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Strong {
    #[serde(rename = "rsa-sha256")]
    RsaSha256,
    #[serde(rename = "ed25519-sha256")]
    Ed25519Sha256,
}

/// What came of looking for the record with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyRecord {
    /// Its text.
    Text(Vec<u8>),
    /// There is none.
    Absent,
    /// Whoever would have it was asked, and gave no answer.
    Unanswered,
    /// Nobody was asked.
    NotHad,
}

/// What a signature covers of the mail as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Covers {
    All,
    /// Not all of the text (`l=`), or not the sender.
    Part,
    /// The text is another than was signed.
    Other,
}

/// What the signatures of a mail came to. None of it says anything about a badge in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The domain of the sender's address signed this very mail.
    Signed {
        /// The domain.
        domain: String,
    },
    /// Another domain than that of the sender's address signed it.
    OtherDomain {
        /// The domain that signed.
        domain: String,
        /// The sender's.
        from: String,
    },
    /// Only part of it is under the signature.
    PartOnly {
        /// The domain that signed.
        domain: String,
    },
    /// The signature says that it counted until a moment that has passed.
    Expired {
        /// The domain that signed.
        domain: String,
        /// Until when.
        until: Timestamp,
    },
    /// The key is not at hand.
    KeyNotHad {
        /// The domain that would have it.
        domain: String,
    },
    /// Whoever would have the key was asked, and gave no answer.
    KeyUnanswered {
        /// The domain that would have it.
        domain: String,
    },
    /// The domain has taken the key away, or what it says is no key.
    KeyGone {
        /// The domain.
        domain: String,
    },
    /// A key or algorithm too weak to prove anything.
    KeyWeak {
        /// The domain.
        domain: String,
    },
    /// It is another than was signed.
    Altered {
        /// The domain that is said to have signed.
        domain: String,
    },
    /// It names several senders, or none: a signature could be meant for either.
    SeveralSenders,
    /// Nobody signed it.
    Unsigned,
}

impl MailSeal {
    /// Works out what is signed in a message. `None` if nothing is.
    pub(crate) fn read(raw: &[u8]) -> Option<MailSeal> {
        let end = header_end(raw)?;
        let head = raw.get(..end.min(MAX_HEADER))?;
        if end > MAX_HEADER || memmem::find(&head.to_ascii_lowercase(), b"dkim-signature:").is_none() {
            return None;
        }
        // Files kept with bare line feeds: what was signed had both (RFC 6376 §3.4.3, RFC 5321 §2.3.8).
        let wired;
        let raw = if head.contains(&b'\r') {
            raw
        } else {
            wired = with_line_ends(raw);
            &wired
        };
        let message = AuthenticatedMessage::parse(raw)?;
        let from_fields = message
            .headers
            .iter()
            .filter(|(name, _)| name.trim_ascii().eq_ignore_ascii_case(b"from"))
            .count();
        let mut signed: Vec<Signed> = message
            .errors
            .iter()
            .filter_map(|header| match &header.header {
                Error::Dkim(DkimError::SignatureLength) => Some(Signed::partial(header.value)),
                _ => None,
            })
            .collect();
        for at in 0..message.dkim_headers.len() {
            signed.extend(one(&message, at));
        }
        signed.truncate(MAX_SIGNATURES);
        Some(MailSeal { signed, senders: message.from.clone(), from_fields })
    }

    /// The addresses of the records that hold the keys: `dns:NAME?type=TXT`.
    pub fn keys(&self) -> impl Iterator<Item = String> + '_ {
        self.signed.iter().filter(|one| one.covers == Covers::All).map(Signed::key)
    }

    /// Bytes that it takes to keep it, about.
    pub fn size(&self) -> usize {
        self.signed.iter().map(|one| one.input.len() + one.signature.len()).sum()
    }

    /// Judges the signatures at a moment. `key` says what came of looking for a record of [`MailSeal::keys`].
    pub fn judge(&self, key: &dyn Fn(&str) -> KeyRecord, now: Timestamp) -> Sender {
        if self.signed.is_empty() {
            return Sender::Unsigned;
        }
        // RFC 6376 §8.15, RFC 5322 §3.6: several senders, and each reader shows another one.
        let (1, [sender]) = (self.from_fields, self.senders.as_slice()) else {
            return Sender::SeveralSenders;
        };
        let from = sender.rsplit_once('@').map_or("", |(_, domain)| domain);
        let from = in_dns(from);
        let rank = |sender: &Sender| match sender {
            Sender::Signed { .. } => 0,
            Sender::OtherDomain { .. } => 1,
            Sender::Altered { .. } => 9,
            Sender::PartOnly { .. } => 2,
            _ => 3,
        };
        let all = self.signed.iter().map(|one| one.judge(key, now, &from));
        all.min_by_key(rank).unwrap_or(Sender::Unsigned)
    }
}

impl From<Strong> for Algorithm {
    fn from(strong: Strong) -> Algorithm {
        match strong {
            Strong::RsaSha256 => Algorithm::RsaSha256,
            Strong::Ed25519Sha256 => Algorithm::Ed25519Sha256,
        }
    }
}

/// A domain as it stands in the DNS (RFC 8616 §4: what is written with other letters than ASCII is meant so).
fn in_dns(domain: &str) -> String {
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(domain)) => domain,
        _ => domain.to_ascii_lowercase(),
    }
}

/// Bytes as text, for where they are kept.
mod base64_bytes {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl Signed {
    /// A signature over only the beginning of the text (`l=`): whatever was put behind it is not covered.
    fn partial(value: &[u8]) -> Signed {
        let text = String::from_utf8_lossy(value);
        let tag = |name: &str| {
            let tags = text.split(';').filter_map(|tag| tag.split_once('='));
            tags.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned()).next()
        };
        Signed {
            domain: tag("d").unwrap_or_default().to_ascii_lowercase(),
            selector: String::new(),
            agent: String::new(),
            algorithm: None,
            input: Vec::new(),
            signature: Vec::new(),
            until: None,
            covers: Covers::Part,
        }
    }

    fn key(&self) -> String {
        format!("dns:{}._domainkey.{}?type=TXT", self.selector, self.domain)
    }

    fn judge(&self, key: &dyn Fn(&str) -> KeyRecord, now: Timestamp, from: &str) -> Sender {
        let domain = self.domain.clone();
        match self.covers {
            Covers::All => {}
            Covers::Part => return Sender::PartOnly { domain },
            Covers::Other => return Sender::Altered { domain },
        }
        let Some(algorithm) = self.algorithm else { return Sender::KeyWeak { domain } };
        let record = match key(&self.key()) {
            KeyRecord::Text(record) => record,
            KeyRecord::Absent => return Sender::KeyGone { domain },
            KeyRecord::Unanswered => return Sender::KeyUnanswered { domain },
            KeyRecord::NotHad => return Sender::KeyNotHad { domain },
        };
        let Ok(key) = DomainKey::parse(record.trim_ascii()) else { return Sender::KeyGone { domain } };
        let tags = Tags::read(&record);
        if !tags.for_mail || !self.speaks_for(tags.strict) {
            return Sender::KeyGone { domain };
        }
        if key.p.public_key_bits() < MIN_RSA_BITS {
            return Sender::KeyWeak { domain };
        }
        if key.p.verify_bytes(&self.input, &self.signature, algorithm.into()).is_err() {
            return Sender::Altered { domain };
        }
        if let Some(until) = self.until.filter(|until| *until < now) {
            return Sender::Expired { domain, until };
        }
        // A domain speaks for the addresses below it, never for its neighbours or those above.
        let aligned = from == domain || from.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'));
        match aligned {
            true => Sender::Signed { domain },
            false => Sender::OtherDomain { domain, from: from.to_owned() },
        }
    }

    /// RFC 6376 §6.1.2: the agent (`i=`) is of the domain, or below it where the record allows that.
    fn speaks_for(&self, strict: bool) -> bool {
        if self.agent.is_empty() {
            return true;
        }
        let of = in_dns(self.agent.rsplit_once('@').map_or("", |(_, domain)| domain));
        of == self.domain || !strict && of.strip_suffix(&self.domain).is_some_and(|rest| rest.ends_with('.'))
    }
}

/// What a record says beside its key (RFC 6376 §3.6.1).
struct Tags {
    strict: bool,
    for_mail: bool,
}

impl Tags {
    fn read(record: &[u8]) -> Tags {
        let text = String::from_utf8_lossy(record);
        let mut tags = Tags { strict: false, for_mail: true };
        for (name, value) in text.split(';').filter_map(|tag| tag.split_once('=')) {
            let mut values = value.split(':').map(str::trim);
            match name.trim() {
                "t" => tags.strict = values.any(|value| value == "s"),
                "s" => tags.for_mail = values.any(|value| matches!(value, "*" | "email")),
                _ => {}
            }
        }
        tags
    }
}

fn one(message: &AuthenticatedMessage<'_>, at: usize) -> Option<Signed> {
    let header = message.dkim_headers.get(at)?;
    let signature: &Signature = &header.header;
    let hash = HashAlgorithm::from(signature.a);
    let body = message
        .body_hashes
        .iter()
        .find(|(form, kind, length, _)| *form == signature.cb && *kind == hash && *length == signature.l)?;
    let sender_signed = signature.h.iter().any(|name| name.eq_ignore_ascii_case("from"));
    let covers = match (body.3 == signature.bh, sender_signed && signature.l == 0) {
        (false, _) => Covers::Other,
        (true, true) => Covers::All,
        (true, false) => Covers::Part,
    };
    // The library makes the canonical bytes of the first signature of a message.
    let alone = AuthenticatedMessage {
        headers: message.headers.clone(),
        raw_message: message.raw_message,
        body_hashes: message.body_hashes.clone(),
        dkim_headers: vec![header.clone()],
        ..AuthenticatedMessage::default()
    };
    let until = i64::try_from(signature.x).ok().filter(|until| *until > 0);
    Some(Signed {
        domain: in_dns(&signature.d),
        selector: signature.s.to_ascii_lowercase(),
        agent: signature.i.clone(),
        algorithm: match signature.a {
            Algorithm::RsaSha1 => None,
            Algorithm::RsaSha256 => Some(Strong::RsaSha256),
            Algorithm::Ed25519Sha256 => Some(Strong::Ed25519Sha256),
        },
        input: canonical(&alone)?,
        signature: signature.b.clone(),
        until: until.and_then(|until| Timestamp::from_second(until).ok()),
        covers,
    })
}

/// It waits for nothing: one poll is all.
fn canonical(message: &AuthenticatedMessage<'_>) -> Option<Vec<u8>> {
    let mut made = pin!(message.get_canonicalized_header());
    match made.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(bytes)) => Some(bytes),
        _ => None,
    }
}

/// Where the header of a message ends.
fn header_end(raw: &[u8]) -> Option<usize> {
    let head = raw.get(..raw.len().min(MAX_HEADER + 4))?;
    [memmem::find(head, b"\r\n\r\n"), memmem::find(head, b"\n\n")].into_iter().flatten().min()
}

fn with_line_ends(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 32);
    for (at, line) in raw.split(|byte| *byte == b'\n').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\r\n");
        }
        out.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
    }
    out
}
