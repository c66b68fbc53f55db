//! Digests by which a credential names what lies elsewhere: `digestSRI` and `digestMultibase` (VC Data Model 2.0 §5.3), and
//! hashlinks. Whose the bytes are does not matter then: the digest is the issuer's word.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use strict_json::{Value, each};
use url::Url;

/// Digests of one object that are looked at.
const MAX_DIGESTS: usize = 8;

/// A kind of digest, the weakest first: of several in one `digestSRI` the strongest counts (Subresource Integrity §3.3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Algorithm {
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    const ALL: [Algorithm; 3] = [Algorithm::Sha256, Algorithm::Sha384, Algorithm::Sha512];

    fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Algorithm::Sha256 => Sha256::digest(bytes).to_vec(),
            Algorithm::Sha384 => Sha384::digest(bytes).to_vec(),
            Algorithm::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }
}

type Hash = (Algorithm, Vec<u8>);

/// The digests of bytes that are at hand without an address.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attached(BTreeSet<Hash>);

impl Attached {
    pub(crate) fn insert(&mut self, bytes: &[u8]) {
        self.0.extend(Algorithm::ALL.map(|algorithm| (algorithm, algorithm.of(bytes))));
    }

    pub(crate) fn extend(&mut self, other: Attached) {
        self.0.extend(other.0);
    }
}

/// What an object says its bytes hash to: each inner list is one member, of which one digest has to fit. An empty one is of a
/// kind that is not known here.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Digests(Vec<Vec<Hash>>);

impl Digests {
    /// The digests of an object with an `id`; `None` if it names none.
    pub(crate) fn of(object: &Value) -> Option<Digests> {
        let texts = |member| each(object.get(member)).take(MAX_DIGESTS).map(Value::as_str);
        let mut all: Vec<Vec<Hash>> =
            texts("digestSRI").map(|text| text.map_or_else(Vec::new, sri)).collect();
        all.extend(texts("digestMultibase").map(|text| text.and_then(multibase).into_iter().collect()));
        let id = match object {
            Value::String(id) => Some(id.as_str()),
            _ => object.get("id").and_then(Value::as_str),
        };
        if let Some(link) = id.and_then(hashlink) {
            all.push(multibase(&link).into_iter().collect());
        }
        (!all.is_empty()).then_some(Digests(all))
    }

    /// Whether these bytes are the ones; `None` where nobody here can say: a digest of a kind that is not known.
    pub(crate) fn fit(&self, bytes: &[u8]) -> Option<bool> {
        self.every(|(algorithm, expected)| algorithm.of(bytes) == *expected)
    }

    /// Whether bytes that are at hand without an address are the ones.
    pub(crate) fn attached(&self, attached: &Attached) -> bool {
        self.every(|hash| attached.0.contains(hash)) == Some(true)
    }

    fn every(&self, fits: impl Fn(&Hash) -> bool) -> Option<bool> {
        let one = |digests: &Vec<Hash>| (!digests.is_empty()).then(|| digests.iter().any(&fits));
        let found: Vec<Option<bool>> = self.0.iter().map(one).collect();
        match found.contains(&Some(false)) {
            true => Some(false),
            false if found.contains(&None) => None,
            false => Some(true),
        }
    }
}

/// The strongest digests of `sha256-… sha512-…`.
fn sri(text: &str) -> Vec<Hash> {
    let mut hashes: Vec<Hash> = text
        .split_ascii_whitespace()
        .take(MAX_DIGESTS)
        .filter_map(|one| {
            let (name, digest) = one.split_once('-')?;
            let algorithm = match name {
                "sha256" => Algorithm::Sha256,
                "sha384" => Algorithm::Sha384,
                "sha512" => Algorithm::Sha512,
                _ => return None,
            };
            // Options may stand behind a question mark.
            let digest = digest.split('?').next().unwrap_or_default();
            Some((algorithm, STANDARD.decode(digest).ok()?))
        })
        .collect();
    let strongest = hashes.iter().map(|(algorithm, _)| *algorithm).max();
    hashes.retain(|(algorithm, _)| Some(*algorithm) == strongest);
    hashes
}

/// A multihash in multibase (VC Data Integrity 1.0 §2.4, §2.5).
fn multibase(text: &str) -> Option<Hash> {
    let mut characters = text.chars();
    let base = characters.next()?;
    let encoded = characters.as_str();
    let bytes = match base {
        'z' if encoded.len() <= 128 => bs58::decode(encoded).into_vec().ok()?,
        'u' => URL_SAFE_NO_PAD.decode(encoded).ok()?,
        'm' => STANDARD_NO_PAD.decode(encoded).ok()?,
        'f' => hex::decode(encoded).ok()?,
        _ => return None,
    };
    match bytes.split_first_chunk::<2>()? {
        ([0x12, 0x20], digest) if digest.len() == 32 => Some((Algorithm::Sha256, digest.to_vec())),
        ([0x20, 0x30], digest) if digest.len() == 48 => Some((Algorithm::Sha384, digest.to_vec())),
        ([0x13, 0x40], digest) if digest.len() == 64 => Some((Algorithm::Sha512, digest.to_vec())),
        _ => None,
    }
}

/// The multihash of a hashlink: `hl:MULTIHASH`, with or without a second part, or an address with the parameter `hl`.
fn hashlink(id: &str) -> Option<String> {
    if let Some(rest) = id.strip_prefix("hl:") {
        return rest.split(':').next().map(str::to_owned);
    }
    if !id.contains("hl=") {
        return None;
    }
    let url = Url::parse(id).ok()?;
    url.query_pairs().find(|(name, _)| name == "hl").map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    fn multihash(bytes: &[u8]) -> Vec<u8> {
        [vec![0x12, 0x20], Algorithm::Sha256.of(bytes)].concat()
    }

    fn fit(object: Value, bytes: &[u8]) -> Option<bool> {
        Digests::of(&object).expect("a digest").fit(bytes)
    }

    #[test]
    fn each_way_to_write_a_digest_is_read() {
        let sri =
            |algorithm: Algorithm, name: &str| format!("{name}-{}", STANDARD.encode(algorithm.of(b"{}")));
        let hash = multihash(b"{}");
        let z = format!("z{}", bs58::encode(&hash).into_string());
        for object in [
            json!({ "digestSRI": sri(Algorithm::Sha256, "sha256") }),
            json!({ "digestSRI": sri(Algorithm::Sha384, "sha384") }),
            json!({ "digestSRI": format!("md5-AA {}?x", sri(Algorithm::Sha512, "sha512")) }),
            json!({ "digestMultibase": z }),
            json!({ "digestMultibase": format!("u{}", URL_SAFE_NO_PAD.encode(&hash)) }),
            json!({ "digestMultibase": format!("f{}", hex::encode(&hash)) }),
            json!({ "id": format!("hl:{z}:zmeta") }),
            json!({ "id": format!("https://a.example/e?hl={z}") }),
            json!({ "digestSRI": sri(Algorithm::Sha256, "sha256"), "digestMultibase": z }),
        ] {
            assert_eq!(fit(object.clone(), b"{}"), Some(true), "{object}");
            assert_eq!(fit(object.clone(), b"{ }"), Some(false), "{object}");
        }
        assert_eq!(Digests::of(&json!({ "id": "https://a.example/e" })), None);
    }

    #[test]
    fn what_is_not_known_decides_nothing_and_what_contradicts_fails() {
        let good = format!("sha256-{}", STANDARD.encode(Algorithm::Sha256.of(b"{}")));
        for object in [
            json!({ "digestSRI": "md5-AAAA" }),
            json!({ "digestMultibase": "zzzz" }),
            json!({ "digestMultibase": 7 }),
            json!({ "digestSRI": good, "digestMultibase": "k1" }),
        ] {
            assert_eq!(fit(object.clone(), b"{}"), None, "{object}");
        }
        // Both members have to fit; and of several in one the strongest counts, though a weaker one fits.
        let other = format!("u{}", URL_SAFE_NO_PAD.encode(multihash(b"other")));
        assert_eq!(fit(json!({ "digestSRI": good, "digestMultibase": other }), b"{}"), Some(false));
        let strong = format!("sha512-{}", STANDARD.encode(Algorithm::Sha512.of(b"other")));
        assert_eq!(fit(json!({ "digestSRI": format!("{good} {strong}") }), b"{}"), Some(false));
        assert_eq!(fit(json!({ "digestSRI": format!("{strong} {good}") }), b"other"), Some(true));
    }

    #[test]
    fn attached_bytes_are_known_by_every_kind_of_digest() {
        let mut attached = Attached::default();
        attached.insert(b"{}");
        let digests = |object: Value| Digests::of(&object).unwrap();
        let good = digests(
            json!({ "digestSRI": format!("sha384-{}", STANDARD.encode(Algorithm::Sha384.of(b"{}"))) }),
        );
        assert!(good.attached(&attached) && !good.attached(&Attached::default()));
        assert!(!digests(json!({ "digestSRI": "md5-AA" })).attached(&attached));
    }
}
