//! Which copies are the same award, and what it is called here.

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::{Claims, Credential, platform};

/// Equal for copies of the same award: the issuer's authority and the award's id, both normalised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AwardKey(String);

impl AwardKey {
    /// The key as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key that was stored.
    pub fn from_stored(text: impl Into<String>) -> Self {
        AwardKey(text.into())
    }
}

impl std::fmt::Display for AwardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a badge: 80 bits of the award key's digest, in base32. The same on every computer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BadgeId(String);

/// Not 16 letters of base32.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a badge")]
pub struct BadgeIdError;

impl BadgeId {
    /// The id of the badge that was born with this key.
    pub fn of(key: &AwardKey) -> Self {
        let digest: [u8; 32] = Sha256::digest(key.0.as_bytes()).into();
        let head: Vec<u8> = digest.into_iter().take(10).collect();
        BadgeId(BASE32_NOPAD.encode(&head).to_ascii_lowercase())
    }

    /// 16 lower-case letters and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for BadgeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for BadgeId {
    type Err = BadgeIdError;

    fn from_str(text: &str) -> Result<Self, BadgeIdError> {
        let good = text.len() == 16 && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
        if good { Ok(BadgeId(text.to_owned())) } else { Err(BadgeIdError) }
    }
}

/// The award a credential is a copy of.
///
/// On a known platform `platform:ID`, but only if the hosts of the credential's id *and* of its issuer are that
/// platform's (a hosted assertion that only names the address of its badge class: the host of that address).
/// Else authority and id, joined by a blank. Without an id: the digest of the payload.
pub fn award_key(credential: &Credential, claims: &Claims) -> AwardKey {
    let address = credential.address().map(Url::as_str);
    let Some(id) = claims.id.as_deref().filter(|id| !id.trim().is_empty()).or(address) else {
        return AwardKey(format!("payload:{}", credential.digest()));
    };
    let issuer = claims.issuer.id.as_deref().filter(|id| !id.trim().is_empty());
    let second = issuer.or(claims.achievement_id.as_deref()).or(address);
    let authority = issuer.map(normalise).or_else(|| origin(second?)).or_else(|| origin(id));
    if let Some(key) = platform_key(id, second) {
        return AwardKey(key);
    }
    match authority {
        Some(authority) => AwardKey(format!("{authority} {}", normalise(id))),
        None => AwardKey(format!("payload:{}", credential.digest())),
    }
}

fn platform_key(id: &str, second: Option<&str>) -> Option<String> {
    let url = Url::parse(id).ok()?;
    let platform = platform::of_host(url.host_str()?)?;
    let other = Url::parse(&did_web_as_https(second?)).ok()?;
    if platform::of_host(other.host_str()?) != Some(platform) {
        return None;
    }
    Some(format!("{}:{}", platform.name, platform.award_id(&url)?))
}

fn origin(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    url.host_str()?;
    Some(url.origin().ascii_serialization())
}

/// An id without what differs between copies of the same thing: fragment, `?v=`, `.json`, `identity__*`,
/// the case of UUIDs; `did:web` as its https form.
pub fn normalise(id: &str) -> String {
    let id = did_web_as_https(id.trim());
    let Ok(mut url) = Url::parse(&id) else {
        return uuids_lower(&id);
    };
    if !matches!(url.scheme(), "https" | "http") {
        // In a DID or URN a fragment names a part of it, never another award.
        url.set_fragment(None);
        return uuids_lower(url.as_str());
    }
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| name != "v" && !name.starts_with("identity__"))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(kept);
    }
    if let Some(path) = url.path().strip_suffix(".json").map(str::to_owned) {
        url.set_path(&path);
    }
    let text = uuids_lower(url.as_str());
    // `https://a.example` and `https://a.example/` are one.
    match text.strip_suffix('/') {
        Some(bare) if url.path() == "/" && url.query().is_none() => bare.to_owned(),
        _ => text,
    }
}

/// `did:web:a.example:b` is `https://a.example/b` (did:web 2.1); a port is percent-encoded there.
pub fn did_web_as_https(id: &str) -> String {
    let Some(rest) = id.strip_prefix("did:web:") else {
        return id.to_owned();
    };
    let rest = rest.split(['#', '?']).next().unwrap_or_default();
    let mut parts = rest.split(':');
    let host = parts.next().unwrap_or_default().replace("%3A", ":").replace("%3a", ":");
    let path: String = parts.flat_map(|part| ["/", part]).collect();
    format!("https://{host}{path}")
}

/// UUIDs in lower case, all else untouched.
pub(crate) fn uuids_lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() || c == '-' {
            word.push(c);
            continue;
        }
        if is_uuid(&word) {
            word.make_ascii_lowercase();
        }
        out.push_str(&word);
        word.clear();
        out.push(c);
    }
    out.pop(); // the blank that ended the last word
    out
}

fn is_uuid(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: &str, issuer: &str) -> String {
        let document = strict_json::json!({
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "id": id, "issuer": issuer, "credentialSubject": {}
        });
        let credential = Credential::read(document.to_string().as_bytes()).unwrap();
        award_key(&credential, &credential.claims()).as_str().to_owned()
    }

    #[test]
    fn copies_of_one_award_have_one_key() {
        let oeb = "https://api.openbadges.education/public/issuers/i?v=3_0";
        let one = key("https://api.openbadges.education/public/assertions/fxA?v=3_0", oeb);
        assert_eq!(one, "oeb:fxA");
        for other in [
            "https://api.openbadges.education/public/assertions/fxA.json?v=2_0#x",
            "https://openbadges.education/public/assertions/fxA?identity__email=m%40p.example",
        ] {
            assert_eq!(key(other, oeb), one, "{other}");
        }
        let credly = "did:web:www.credly.com:api:v1:obi:v3:issuers:1";
        assert_eq!(
            key(
                "https://www.credly.com/api/v1/obi/v3/open_badge_credentials/AAAAAAAA-0000-4000-8000-00000000000A",
                credly
            ),
            "credly:aaaaaaaa-0000-4000-8000-00000000000a"
        );
    }

    #[test]
    fn an_id_on_a_platform_counts_only_with_its_issuer_there() {
        assert_eq!(
            key("https://api.openbadges.education/public/assertions/fxA", "did:web:evil.example:i"),
            "https://evil.example/i https://api.openbadges.education/public/assertions/fxA"
        );
    }

    #[test]
    fn the_issuer_is_the_authority_not_its_host() {
        let id = "urn:uuid:AAAAAAAA-0000-4000-8000-00000000000A";
        assert_eq!(
            key(id, "https://a.example/one"),
            "https://a.example/one urn:uuid:aaaaaaaa-0000-4000-8000-00000000000a"
        );
        assert_ne!(key(id, "https://a.example/one"), key(id, "https://a.example/two"));
        assert_eq!(key(id, "did:web:a.example%3A8443:one"), key(id, "https://a.example:8443/one?v=2_0"));
        assert_eq!(key(id, "did:web:a.example"), key(id, "https://a.example/"));
    }

    #[test]
    fn parameters_that_name_the_award_stay() {
        let moodle = |hash: &str| {
            normalise(&format!("https://m.example/badges/assertion.php?obversion=2&b={hash}&v=1"))
        };
        assert_eq!(moodle("f00d"), "https://m.example/badges/assertion.php?obversion=2&b=f00d");
        assert_ne!(moodle("f00d"), moodle("beef"));
    }

    #[test]
    fn without_an_id_the_payload_names_it() {
        let bytes =
            br#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","badge":{},"recipient":{}}"#;
        let credential = Credential::read(bytes).unwrap();
        let key = award_key(&credential, &credential.claims());
        assert_eq!(key.as_str(), format!("payload:{}", credential.digest()));
    }

    #[test]
    fn the_id_of_a_badge_is_80_bits_of_base32() {
        let id = BadgeId::of(&AwardKey::from_stored("oeb:fxA"));
        assert_eq!(id.as_str().len(), 16);
        assert_eq!(id.as_str().parse(), Ok(id.clone()));
        assert_eq!("0000".parse::<BadgeId>(), Err(BadgeIdError));
        insta::assert_snapshot!(id, @"6hlcbboacowovhu2");
    }
}
