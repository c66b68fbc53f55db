use serde::{Deserialize, Serialize};
use specta::Type;

/// A piece of evidence that the learner attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its name.
    pub name: String,
    /// What the learner says of it.
    pub caption: String,
    /// Its media type, of a file or text.
    pub media_type: Option<String>,
    /// Its size in bytes, of a file or text.
    #[specta(type = Option<u32>)]
    pub bytes: Option<u64>,
    /// Its address, of a link.
    pub url: Option<String>,
    /// When it was attached.
    pub added_at: String,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A file.
    File,
    /// A link.
    Link,
    /// A text written here.
    Text,
}

/// What of a piece of evidence can be looked at inside the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EvidenceContent {
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// A picture, made into pixels here.
    Picture {
        /// A `data:` address holding a PNG.
        url: String,
    },
    /// Something that can only be saved as a copy.
    Opaque,
}
