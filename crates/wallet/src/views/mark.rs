use serde::{Deserialize, Serialize};
use specta::Type;

/// The one word a badge wears: the verdict and who says so, folded into what a person wants to know first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Genuine and still good, by an issuer somebody vouches for.
    Verified,
    /// Unaltered and still good, under a key that nobody knows.
    SignedUnknown,
    /// Unaltered and still good, but under another key than the one the learner remembers of this issuer.
    KeyChanged,
    /// It could not be seen whether it is genuine.
    Inconclusive,
    /// It was genuine; its time ended.
    Expired,
    /// It is genuine and counts from a later day on.
    NotYetValid,
    /// The issuer has put it on hold.
    Suspended,
    /// The issuer has withdrawn it.
    Revoked,
    /// Somebody changed it after it was signed, or somebody else signed it.
    NotGenuine,
    /// Something that a badge needs is missing in it.
    Damaged,
}

impl Mark {
    /// All marks, best first.
    pub const ALL: [Mark; 10] = [
        Mark::Verified,
        Mark::SignedUnknown,
        Mark::KeyChanged,
        Mark::Inconclusive,
        Mark::Expired,
        Mark::NotYetValid,
        Mark::Suspended,
        Mark::Revoked,
        Mark::NotGenuine,
        Mark::Damaged,
    ];

    /// The word as it stands in JSON and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Mark::Verified => "verified",
            Mark::SignedUnknown => "signed-unknown",
            Mark::KeyChanged => "key-changed",
            Mark::Inconclusive => "inconclusive",
            Mark::Expired => "expired",
            Mark::NotYetValid => "not-yet-valid",
            Mark::Suspended => "suspended",
            Mark::Revoked => "revoked",
            Mark::NotGenuine => "not-genuine",
            Mark::Damaged => "damaged",
        }
    }

    /// The verdict that it stands for, as in the command line's JSON.
    pub fn verdict(self) -> &'static str {
        match self {
            Mark::Verified | Mark::SignedUnknown | Mark::KeyChanged => "valid",
            Mark::NotGenuine | Mark::Damaged => "invalid",
            other => other.as_str(),
        }
    }

    /// The mark with that word.
    pub fn from_word(word: &str) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_in_the_store_is_the_word_in_json() {
        for mark in Mark::ALL {
            assert_eq!(serde_json::to_value(mark).unwrap(), mark.as_str());
            assert_eq!(Mark::from_word(mark.as_str()), Some(mark));
        }
    }
}
