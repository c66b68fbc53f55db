//! What a source states, as something an answer can agree with.

use crate::answer::Answer;
use crate::manifest::Row;

/// A stated outcome.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Verifies: our verdict has to be one of these.
    Verdict(&'static [&'static str]),
    /// Speaks of the data model alone (the file is not signed): our `structure` has to pass, or to fail.
    Model(bool),
    /// Has to be read as a credential; nothing is said of its proof.
    Read,
}

const NOT_GOOD: &[&str] = &["invalid", "revoked", "suspended", "expired", "not-yet-valid"];

impl Stated {
    /// Reads the manifest's words. `None`: nothing is stated, or of something that is no credential.
    pub(crate) fn of(row: &Row) -> Option<Stated> {
        let text = row.stated.as_str();
        // The RDF samples of the 2.0 suite are of no kind the manifest could name, but their outcome is stated.
        if !(row.is_credential() || text.contains("OB20Tests") || text.contains("data model")) {
            return None;
        }
        if text.contains("data model") {
            return Some(Stated::Model(!text.starts_with("invalid")));
        }
        if let Some(why) = text.strip_prefix("invalid: ") {
            return Some(Stated::Verdict(match why {
                why if why.starts_with("status list") => &["inconclusive", "expired"],
                why if why.contains("revoked") => &["revoked"],
                why if why.contains("expired") => &["expired"],
                why if why.contains("tampered") => &["invalid"],
                _ => NOT_GOOD,
            }));
        }
        if text.starts_with("invalid (") {
            return Some(Stated::Verdict(NOT_GOOD));
        }
        if text.contains("must say \"unknown suite\"") {
            // Among them are unsigned inputs; they have no proof to be unknown.
            return Some(Stated::Verdict(if row.proof.is_empty() {
                &["invalid"]
            } else {
                &["inconclusive"]
            }));
        }
        if text.starts_with("valid") && text != "valid baked" {
            return Some(Stated::Verdict(&["valid"]));
        }
        let read = [
            "valid baked",
            "parse",
            "baked",
            "unbaked",
            "unsigned",
            "proof chain",
            "seal signature",
            "source calls",
        ];
        read.iter().any(|start| text.starts_with(start)).then_some(Stated::Read)
    }

    /// Does the answer say the same?
    pub(crate) fn agrees(&self, answer: &Answer) -> bool {
        match self {
            Stated::Verdict(verdicts) => verdicts.contains(&answer.verdict.as_str()),
            Stated::Model(good) => {
                answer.was_read() && answer.has_structure == *good || !answer.was_read() && !good
            }
            Stated::Read => answer.was_read(),
        }
    }
}
