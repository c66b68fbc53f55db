//! Names of keys: `did:key`, `did:jwk`, `did:web`, `did:webvh` and https addresses, resolved exactly as their methods say.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use url::Url;

use super::jwk;
use super::multikey::{self, MultikeyError};
use super::public::PublicKey;
use super::webvh;

/// Who stands behind the name of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Controller {
    /// The key itself is the name (`did:key`, `did:jwk`).
    Itself(PublicKey),
    /// A document at this address lists the key.
    Document(Url),
    /// A log at this address proves each version of the document that lists the key (`did:webvh`).
    History(Url),
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
    /// A name that can lead to no key: `urn:uuid:…`, no URL at all.
    NoLookup,
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
        Controller::Itself(multikey::decode(key).map_err(|error| match error {
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

    #[test]
    fn other_names_are_said() {
        assert_eq!(named("did:ebsi:abc"), Err(DidError::NotBuiltYet("did:ebsi".to_owned())));
        assert_eq!(named("urn:uuid:1"), Err(DidError::NoLookup));
        assert_eq!(named("https://user@uni.example/i"), Err(DidError::Malformed));
    }
}
