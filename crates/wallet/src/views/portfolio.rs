use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What is to go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioRequest {
    /// Its title.
    pub title: String,
    /// What the learner writes at its head.
    pub text: String,
    /// The learner's name as it is to stand there; may be empty.
    pub name: String,
    /// The language of the page's own words.
    pub language: Language,
    /// The badges, in this order.
    pub badges: Vec<String>,
    /// A stack; its badges in its order stand where `badges` is empty, and it is shown as a section.
    pub stack: Option<String>,
    /// Whether the learner's evidence goes with them.
    pub include_evidence: bool,
}

/// A language the catalogues have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

/// The page as the other person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioPreview {
    /// The whole page.
    pub html: String,
    /// How large the file is, in bytes.
    #[specta(type = u32)]
    pub bytes: u64,
    /// What to look at before it goes out.
    pub warnings: Vec<WarningView>,
}

/// Something to look at before a portfolio goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WarningView {
    /// Worded from the catalogue.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its name, without its folder.
    pub name: String,
    /// Its size in bytes.
    #[specta(type = u32)]
    pub bytes: u64,
}

/// Something that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShareView {
    /// When.
    pub at: String,
    /// `html` or `json`.
    pub format: String,
    /// Its title.
    pub title: String,
    /// How many badges were in it.
    pub badges: u32,
}
