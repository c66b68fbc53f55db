//! What was odd but tolerated.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strict_json::JsonError;

/// Something that was tolerated, is weak, or is odd: a stable code and the arguments its sentence needs.
///
/// The sentence itself stands in `locales/`, under `code-` and the code with dashes for dots.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Note {
    /// Stable, dotted, e.g. `png.several`.
    pub code: Cow<'static, str>,
    /// Arguments of the sentence, by name; never secrets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Note {
    /// A note without arguments.
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Note { code: code.into(), args: BTreeMap::new() }
    }

    /// The same note with one argument more.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }
}

/// Code and arguments (`at` a byte, `name` a member).
impl From<&JsonError> for Note {
    fn from(error: &JsonError) -> Note {
        let note = Note::new(error.code());
        match error {
            JsonError::Duplicate(name) => note.with("name", crate::claims::plain(name)),
            JsonError::NotUtf8(at)
            | JsonError::LoneSurrogate(at)
            | JsonError::Number(at)
            | JsonError::Control(at)
            | JsonError::Syntax(at) => note.with("at", at.to_string()),
            _ => note,
        }
    }
}
