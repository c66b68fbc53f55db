//! Names of keys: `did:key`, `did:jwk`, `did:web`, `did:webvh` and https addresses, resolved exactly as their methods say.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::Value;
use url::Url;

use super::account::{self, Account};
use super::jwk;
use super::multikey::{self, MultikeyError};
use super::public::PublicKey;
use super::{resolver, webvh};
use crate::remembered::Remembered;

/// Who stands behind the name of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Controller {
    /// The key itself is the name (`did:key`, `did:jwk`).
    Itself(PublicKey),
    /// A document at this address lists the key.
    Document(Url),
    /// A log at this address proves each version of the document that lists the key (`did:webvh`).
    History(Url),
    /// A host reads the document that lists the key out of a ledger for us (`did:ebsi`, `did:cheqd`).
    Resolver(Url),
}

/// The name of a key, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The name without its fragment: the DID, or the document's address as it was written.
    pub(crate) base: String,
    /// Who answers for it.
    pub(crate) controller: Controller,
}

/// Why a name leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DidError {
    /// It breaks the rules of its method.
    Malformed,
    /// A method or kind of key that is not looked up here.
    NotBuiltYet(String),
    /// An account in this ledger, whose name holds no key.
    Account(String),
    /// A name that can lead to no key: `urn:uuid:…`, no URL at all.
    NoLookup,
}

/// The same as [`named`], remembered: an issuer signs many badges under one name.
pub(crate) fn named_again(name: &str) -> Result<Arc<Named>, DidError> {
    /// Longer names are few, and are not kept.
    const LENGTH: usize = 1024;
    static REMEMBERED: Remembered<String, Result<Arc<Named>, DidError>> = Remembered::new(256);
    let take_apart = || named(name).map(Arc::new);
    if name.len() > LENGTH { take_apart() } else { REMEMBERED.get(name, take_apart) }
}

/// Takes the name of a key, or of an issuer, apart.
pub(crate) fn named(name: &str) -> Result<Named, DidError> {
    let (base, fragment) = match name.split_once('#') {
        Some((base, fragment)) => (base, Some(fragment)),
        None => (name, None),
    };
    let controller = if let Some(key) = base.strip_prefix("did:key:") {
        // did:key §: the fragment is the key again; another one would name a key that the DID does not have.
        if fragment.is_some_and(|fragment| fragment != key) {
            return Err(DidError::Malformed);
        }
        let decoded = jwk_key(key).unwrap_or_else(|| multikey::decode(key));
        Controller::Itself(decoded.map_err(|error| match error {
            MultikeyError::Malformed => DidError::Malformed,
            MultikeyError::OtherKind => DidError::NotBuiltYet("did:key".to_owned()),
        })?)
    } else if let Some(encoded) = base.strip_prefix("did:jwk:") {
        if fragment.is_some_and(|fragment| fragment != "0") || encoded.len() > 8192 {
            return Err(DidError::Malformed);
        }
        let bytes = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| DidError::Malformed)?;
        let value = openbadges::json::read(&bytes).map_err(|_| DidError::Malformed)?;
        if value.get("d").is_some() || !value.is_object() {
            // A private key in a public name.
            return Err(DidError::Malformed);
        }
        match jwk::read(&value) {
            Some(key) => Controller::Itself(key),
            None if value.get("kty").is_some_and(Value::is_string) => {
                return Err(DidError::NotBuiltYet("did:jwk".to_owned()));
            }
            None => return Err(DidError::Malformed),
        }
    } else if let Some(rest) = base.strip_prefix("did:web:") {
        Controller::Document(did_web(rest).ok_or(DidError::Malformed)?)
    } else if base.starts_with("did:webvh:") {
        // A query names a version of the document (`?versionId=`), not another DID.
        let did = base.split('?').next().unwrap_or(base);
        let log = webvh::name(did).ok_or(DidError::Malformed)?.log;
        return Ok(Named { base: did.to_owned(), controller: Controller::History(log) });
    } else if base.starts_with("did:ebsi:") {
        Controller::Resolver(resolver::ebsi(base).ok_or(DidError::Malformed)?)
    } else if base.starts_with("did:cheqd:") {
        Controller::Resolver(resolver::cheqd(base).ok_or(DidError::Malformed)?)
    } else if let Some(rest) = base.strip_prefix("did:pkh:") {
        match account::account(rest).ok_or(DidError::Malformed)? {
            Account::Hash(ledger) => return Err(DidError::Account(ledger)),
            Account::Key(_) if fragment.is_some_and(|fragment| fragment != "controller") => {
                return Err(DidError::Malformed);
            }
            Account::Key(key) => Controller::Itself(key),
        }
    } else if let Some(rest) = base.strip_prefix("did:") {
        let method = rest.split(':').next().unwrap_or_default();
        return Err(DidError::NotBuiltYet(format!("did:{method}")));
    } else if base.starts_with("https:") || base.starts_with("http:") {
        let url = Url::parse(base).map_err(|_| DidError::Malformed)?;
        if !url.username().is_empty() || url.password().is_some() || url.host_str().is_none() {
            return Err(DidError::Malformed);
        }
        Controller::Document(url)
    } else {
        return Err(DidError::NoLookup);
    };
    Ok(Named { base: base.to_owned(), controller })
}

/// A key as a JWK in a `did:key` (multicodec `jwk_jcs-pub`), as EBSI has it for natural persons: canonical, so that there is
/// one name for one key. `None`: the DID holds something else.
fn jwk_key(encoded: &str) -> Option<Result<PublicKey, MultikeyError>> {
    const JWK_JCS: [u8; 3] = [0xd1, 0xd6, 0x03];
    // Shorter is every other kind of key but RSA.
    let encoded = encoded.strip_prefix('z').filter(|encoded| (100..=2048).contains(&encoded.len()))?;
    let bytes = bs58::decode(encoded).into_vec().ok()?;
    let text = bytes.strip_prefix(&JWK_JCS)?;
    let value = openbadges::json::read(text).ok().filter(|value| openbadges::json::canonical(value) == text);
    Some(match value {
        Some(value) if value.get("d").is_none() => jwk::read(&value).ok_or(MultikeyError::OtherKind),
        _ => Err(MultikeyError::Malformed),
    })
}

/// did:web §3.2 (read): the colons of the method-specific id become slashes, `%3A` in the host is the port, and
/// `/.well-known` is the path where there is none. No other encoded character: a slash or a dot-dot would lead elsewhere
/// than the name says.
fn did_web(rest: &str) -> Option<Url> {
    let mut parts = rest.split(':');
    let host = parts.next()?;
    let (host, port) = match host.split_once("%3A").or_else(|| host.split_once("%3a")) {
        Some((host, port)) => (host, Some(port)),
        None => (host, None),
    };
    let host_good = !host.is_empty()
        && host.len() <= 253
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
        && !host.starts_with('.')
        && !host.contains("..");
    let port_good = port.is_none_or(|port| {
        !port.is_empty() && port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !host_good || !port_good {
        return None;
    }
    let mut address = format!("https://{host}");
    if let Some(port) = port {
        address.push(':');
        address.push_str(port);
    }
    let mut path = false;
    for part in parts {
        let good = !part.is_empty()
            && part != "."
            && part != ".."
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~'));
        if !good {
            return None;
        }
        address.push('/');
        address.push_str(part);
        path = true;
    }
    address.push_str(if path { "/did.json" } else { "/.well-known/did.json" });
    let url = Url::parse(&address).ok()?;
    // Hosts in numbers are read in many ways (0x7f.1); a DID names a domain.
    matches!(url.host(), Some(url::Host::Domain(_))).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn web(did: &str) -> Option<String> {
        match named(did).ok()?.controller {
            Controller::Document(url) => Some(url.into()),
            _ => None,
        }
    }

    #[test]
    fn did_web_is_resolved_exactly_as_the_method_says() {
        assert_eq!(web("did:web:uni.example").as_deref(), Some("https://uni.example/.well-known/did.json"));
        assert_eq!(web("did:web:uni.example:a:b#k").as_deref(), Some("https://uni.example/a/b/did.json"));
        assert_eq!(
            web("did:web:uni.example%3A8443:a").as_deref(),
            Some("https://uni.example:8443/a/did.json")
        );
        for bad in [
            "did:web:",
            "did:web:uni.example%2Fevil",
            "did:web:uni.example:%2e%2e",
            "did:web:uni.example:..:a",
            "did:web:uni.example:a%2Fb",
            "did:web:uni.example:",
            "did:web:user@uni.example",
            "did:web:uni.example%3A",
            "did:web:uni.example%3A99999",
            "did:web:127.0.0.1",
            "did:web:0x7f.1",
            "did:web:uni.example/evil",
            "did:web:uni.example?evil",
        ] {
            assert_eq!(named(bad), Err(DidError::Malformed), "{bad}");
        }
    }

    #[test]
    fn a_did_key_has_one_key_only() {
        let key = multikey::encode(&PublicKey::Ed25519([7; 32])).unwrap();
        let other = multikey::encode(&PublicKey::Ed25519([8; 32])).unwrap();
        assert!(named(&format!("did:key:{key}#{key}")).is_ok());
        assert_eq!(named(&format!("did:key:{key}#{other}")), Err(DidError::Malformed));
    }

    /// A key of EBSI's examples, and the name that other people's libraries give it.
    #[test]
    fn a_did_key_may_hold_a_jwk() {
        let jwk = strict_json::json!({
            "kty": "EC", "crv": "P-256",
            "x": "ngy44T1vxAT6Di4nr-UaM9K3Tlnz9pkoksDokKFkmNc", "y": "QCRfOKlSM31GTkb4JHx3nXB4G_jSPMsbdjzlkT_UpPc"
        });
        let did = |text: &[u8]| {
            let bytes = [&[0xd1, 0xd6, 0x03][..], text].concat();
            let key = bs58::encode(bytes).into_string();
            named(&format!("did:key:z{key}#z{key}")).map(|name| name.controller)
        };
        let canonical = openbadges::json::canonical(&jwk);
        assert_eq!(did(&canonical), Ok(Controller::Itself(jwk::read(&jwk).unwrap())));
        let published = "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsEYvdrjxMjQ4tpnje9BDBTzuNDP3knn6qLZErz\
                         d4bJ5go2CChoPjd5GAH3zpFJP5fuwSk66U5Pq6EhF4nKnHzDnznEP8fX99nZGgwbAh1o7Gj1X52Tdhf7U4KTk66xsA5r";
        assert_eq!(named(published).map(|name| name.controller), did(&canonical));
        // Another spelling would be another name for the same key.
        assert_eq!(did(jwk.to_string().as_bytes()), Err(DidError::Malformed));
        assert_eq!(did(&canonical[1..]), Err(DidError::Malformed));
        let other = br#"{"crv":"P-521","kty":"EC","x":"AA","y":"AA"}"#;
        assert_eq!(did(other), Err(DidError::NotBuiltYet("did:key".to_owned())));
    }

    #[test]
    fn accounts_hold_a_key_in_one_ledger_only() {
        let address = bs58::encode([7; 32]).into_string();
        let solana = format!("did:pkh:solana:4sGjMW1sUnHzSxGspuhpqLDx6wiyjNtZ:{address}");
        assert_eq!(named(&solana).unwrap().controller, Controller::Itself(PublicKey::Ed25519([7; 32])));
        assert!(named(&format!("{solana}#controller")).is_ok());
        assert_eq!(named(&format!("{solana}#other")), Err(DidError::Malformed));
        let ledger = |did: &str| named(did).map(|_| ());
        assert_eq!(
            ledger("did:pkh:eip155:1:0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb#blockchainAccountId"),
            Err(DidError::Account("eip155:1".to_owned()))
        );
        for bad in
            ["did:pkh:", "did:pkh:eip155:1", "did:pkh:solana:x:0", "did:pkh:eip155:1:a:b", "did:pkh:a b:1:x"]
        {
            assert_eq!(ledger(bad), Err(DidError::Malformed), "{bad}");
        }
    }

    #[test]
    fn other_names_are_said() {
        assert_eq!(named("did:ion:abc"), Err(DidError::NotBuiltYet("did:ion".to_owned())));
        assert_eq!(named("did:ebsi:abc"), Err(DidError::Malformed));
        assert_eq!(named("urn:uuid:1"), Err(DidError::NoLookup));
        assert_eq!(named("https://user@uni.example/i"), Err(DidError::Malformed));
    }
}
