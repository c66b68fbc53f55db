//! For whom a badge is: identities, hashed or plain, and whether one of the learner's own is meant.

use md5::Md5;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// One of the learner's own identities.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "lowercase")]
pub enum Identity {
    /// An e-mail address.
    Email(String),
    /// A decentralised identifier.
    Did(String),
    /// A web address.
    Url(String),
    /// A telephone number.
    Telephone(String),
    /// Anything else.
    Other(String),
}

impl Identity {
    /// Tells the kind from the text: `did:`, `http(s):`, `tel:`, `mailto:` or an `@`.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        if text.starts_with("did:") {
            Identity::Did(text.to_owned())
        } else if text.starts_with("https://") || text.starts_with("http://") {
            Identity::Url(text.to_owned())
        } else if let Some(number) = text.strip_prefix("tel:") {
            Identity::Telephone(number.to_owned())
        } else if let Some(address) = text.strip_prefix("mailto:") {
            Identity::Email(address.to_owned())
        } else if text.contains('@') {
            Identity::Email(text.to_owned())
        } else {
            Identity::Other(text.to_owned())
        }
    }

    /// The address, DID or number itself.
    pub fn value(&self) -> &str {
        match self {
            Identity::Email(value)
            | Identity::Did(value)
            | Identity::Url(value)
            | Identity::Telephone(value)
            | Identity::Other(value) => value,
        }
    }

    /// Its kind, in the words of [`RecipientId::kind`].
    pub fn kind(&self) -> &'static str {
        match self {
            Identity::Email(_) => "email",
            Identity::Did(_) => "did",
            Identity::Url(_) => "url",
            Identity::Telephone(_) => "telephone",
            Identity::Other(_) => "other",
        }
    }
}

/// What a badge says about its recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecipientId {
    /// `email`, `did`, `url`, `telephone` or `other`.
    pub kind: String,
    /// The identity, or its hash as `sha256$…` or `md5$…`.
    pub value: String,
    /// Whether `value` is a hash.
    pub hashed: bool,
    /// What was put after the identity before hashing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
}

/// Whether a badge is for one of the given identities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecipientMatch {
    /// For this one.
    Match(Identity),
    /// It names a recipient of a kind that was given, and it is none of those.
    Mismatch,
    /// It names nobody, or nobody of a kind that was given, or by a hash we do not know.
    Unknown,
}

/// Compares what a badge says with the learner's identities (Open Badges 2.0 `IdentityObject`, 3.0 8.4).
///
/// Hashes are tried over the identity as it is, in lower case, in UPPER case and Capitalised, with the salt and
/// without it: issuers differ in which they hash.
pub fn matches(named: &[RecipientId], own: &[Identity]) -> RecipientMatch {
    let mut comparable = false;
    for recipient in named {
        for identity in own {
            match compare(recipient, identity) {
                Some(true) => return RecipientMatch::Match(identity.clone()),
                Some(false) => comparable = true,
                None => {}
            }
        }
    }
    if comparable { RecipientMatch::Mismatch } else { RecipientMatch::Unknown }
}

/// `None`: of another kind, or by a hash we do not know.
fn compare(recipient: &RecipientId, identity: &Identity) -> Option<bool> {
    if recipient.kind != "other" && recipient.kind != identity.kind() {
        return None;
    }
    if !recipient.hashed {
        let same = if identity.kind() == "email" {
            recipient.value.trim().to_lowercase() == identity.value().to_lowercase()
        } else {
            recipient.value == identity.value()
        };
        return Some(same);
    }
    let (algorithm, digest) = recipient.value.split_once('$')?;
    let digest = digest.to_ascii_lowercase();
    let hash: fn(&str) -> String = match algorithm.to_ascii_lowercase().as_str() {
        "sha256" => |text| hex::encode(Sha256::digest(text)),
        "md5" => |text| hex::encode(Md5::digest(text)),
        _ => return None,
    };
    let salt = recipient.salt.as_deref().unwrap_or_default();
    let same = spellings(identity.value()).iter().any(|spelling| {
        hash(&format!("{spelling}{salt}")) == digest || (!salt.is_empty() && hash(spelling) == digest)
    });
    // Of what kind it is is not said (edubadges hashes its own account names): another hash tells nothing.
    if !same && recipient.kind == "other" { None } else { Some(same) }
}

fn spellings(value: &str) -> [String; 4] {
    let lower = value.to_lowercase();
    let mut letters = lower.chars();
    let capitalised =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    [value.to_owned(), lower, value.to_uppercase(), capitalised]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashed(value: String, salt: Option<&str>) -> [RecipientId; 1] {
        [RecipientId { kind: "email".into(), value, hashed: true, salt: salt.map(str::to_owned) }]
    }

    fn sha(text: &str) -> String {
        format!("sha256${}", hex::encode(Sha256::digest(text)))
    }

    #[test]
    fn hashes_match_in_every_spelling_with_and_without_salt() {
        let own = [Identity::parse("other@mail.example"), Identity::parse("Mira@Post.example")];
        let me = RecipientMatch::Match(own[1].clone());
        for spelled in ["Mira@Post.example", "mira@post.example", "MIRA@POST.EXAMPLE", "Mira@post.example"] {
            assert_eq!(matches(&hashed(sha(spelled), None), &own), me, "{spelled}");
            assert_eq!(matches(&hashed(sha(&format!("{spelled}s4lt")), Some("s4lt")), &own), me, "{spelled}");
            assert_eq!(matches(&hashed(sha(spelled), Some("s4lt")), &own), me, "unsalted: {spelled}");
        }
        assert_eq!(matches(&hashed(sha("mira@post.example").to_uppercase(), None), &own), me);
        let md5 = format!("md5${}", hex::encode(Md5::digest("mira@post.examplex")));
        assert_eq!(matches(&hashed(md5, Some("x")), &own), me);
        assert_eq!(matches(&hashed(sha("miRA@post.example"), None), &own), RecipientMatch::Mismatch);
        assert_eq!(matches(&hashed(sha("someone@post.example"), None), &own), RecipientMatch::Mismatch);
        assert_eq!(matches(&hashed("sha999$00".into(), None), &own), RecipientMatch::Unknown);
    }

    #[test]
    fn a_hash_of_an_unnamed_kind_can_match_but_not_mismatch() {
        let mut named = hashed(sha("mira@post.example"), None);
        named[0].kind = "other".into();
        let own = [Identity::parse("mira@post.example")];
        assert_eq!(matches(&named, &own), RecipientMatch::Match(own[0].clone()));
        named[0].value = sha("eduid-1234");
        assert_eq!(matches(&named, &own), RecipientMatch::Unknown);
    }

    #[test]
    fn kinds_that_cannot_be_compared_are_unknown_not_mismatched() {
        let did = RecipientId { kind: "did".into(), value: "did:key:z6Mk".into(), hashed: false, salt: None };
        let mail = Identity::parse("mira@post.example");
        let mine = Identity::parse("did:key:z6Mk");
        assert_eq!(matches(std::slice::from_ref(&did), std::slice::from_ref(&mail)), RecipientMatch::Unknown);
        assert_eq!(matches(std::slice::from_ref(&did), &[]), RecipientMatch::Unknown);
        assert_eq!(matches(&[], std::slice::from_ref(&mail)), RecipientMatch::Unknown);
        assert_eq!(matches(std::slice::from_ref(&did), &[mail, mine.clone()]), RecipientMatch::Match(mine));
    }
}
