use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why something did not happen: a stable code, its arguments, and whether there is a next step to tell.
///
/// The wallet never sends a sentence: whoever shows it words the code from the catalogues in `locales/`.
/// Arguments hold no secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{code}")]
pub struct Failure {
    /// Stable and dotted, e.g. `backpack.locked`. All of the wallet's own stand in [`crate::codes::ALL`].
    pub code: String,
    /// What the sentence needs to name: a file, a host, a number.
    pub args: BTreeMap<String, String>,
    /// Whether the code's sentence has a second line that says what to do.
    pub next: bool,
}

impl Failure {
    /// A failure without arguments.
    pub fn new(code: impl Into<String>) -> Failure {
        let code = code.into();
        let next = crate::codes::has_next(&code);
        Failure { code, args: BTreeMap::new(), next }
    }

    /// The same failure with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Failure {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Whether this failure has that code.
    pub fn is(&self, code: &str) -> bool {
        self.code == code
    }
}
