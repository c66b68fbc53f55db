//! What a credential says, in the same shape for every format.

mod clr1;
mod elm;
mod extensions;
mod ob2;
mod text;
mod vc;

use serde::{Deserialize, Serialize};

use crate::IssuerTime;
use crate::recipient::RecipientId;

pub(crate) use text::has_type;
pub use text::plain;

/// What a credential says. Plain data: who says it, and whether it is true, stands in the report.
///
/// Texts are as written, without control characters; in several languages, the one the credential names as its
/// own, else the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Claims {
    /// The credential's own id (for Open Badges 1.0 the assertion's address or `uid`).
    pub id: Option<String>,
    /// The name of the badge.
    pub name: Option<String>,
    /// Who gives it.
    pub issuer: Issuer,
    /// From when it holds; for Open Badges up to 2.0 when it was issued.
    pub valid_from: Option<IssuerTime>,
    /// Until when it holds; `None`: no end is named.
    pub valid_until: Option<IssuerTime>,
    /// Open Badges 3.0 `achievementType`.
    pub achievement_type: Option<String>,
    /// What had to be done, in words.
    pub criteria: Option<String>,
    /// The address where that is described.
    pub criteria_url: Option<String>,
    /// The frameworks' entries it is aligned to.
    pub alignments: Vec<Alignment>,
    /// The issuer's evidence.
    pub evidence: Vec<Evidence>,
    /// Grades and the like.
    pub results: Vec<ResultClaim>,
    /// What the badge stands for.
    pub description: Option<String>,
    /// The picture it names: an address or a `data:` URI.
    pub image: Option<String>,
    /// The id of the achievement (2.0: badge class).
    pub achievement_id: Option<String>,
    /// For whom it is.
    pub recipient: Vec<RecipientId>,
    /// The recipient's name, where the issuer wrote it.
    pub recipient_name: Option<String>,
    /// The issuer's key words.
    pub tags: Vec<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// OEB: `participation`, `competency` or `learningpath`.
    pub category: Option<String>,
    /// OEB: `a1` … `c2`; else the level the credential names.
    pub level: Option<String>,
    /// The work it took, in minutes, as the issuer states it.
    pub study_load_minutes: Option<u64>,
    /// What the recipient can now do or knows.
    pub competencies: Vec<Competency>,
    /// Credit points of the European Credit Transfer System, only as stated by the issuer.
    pub ects: Option<f64>,
}

/// Who gives a badge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Issuer {
    /// A DID, or the address of its profile.
    pub id: Option<String>,
    /// Its name, as the credential writes it.
    pub name: Option<String>,
    /// Its web site.
    pub url: Option<String>,
    /// Its picture: an address or a `data:` URI.
    pub image: Option<String>,
}

/// An entry of a framework that a badge is aligned to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Alignment {
    /// `targetName`.
    pub name: Option<String>,
    /// `targetUrl`.
    pub url: Option<String>,
    /// `targetDescription`.
    pub description: Option<String>,
    /// `targetFramework`.
    pub framework: Option<String>,
    /// `targetCode`.
    pub code: Option<String>,
    /// `targetType`.
    pub kind: Option<String>,
}

/// The issuer's evidence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Evidence {
    /// Its address.
    pub url: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What was done, in words.
    pub narrative: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Of what kind.
    pub genre: Option<String>,
}

/// A grade, score or level that was reached.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ResultClaim {
    /// What was measured.
    pub name: Option<String>,
    /// What came out.
    pub value: Option<String>,
    /// `Completed`, `Enrolled`, `Failed` …
    pub status: Option<String>,
    /// The level reached.
    pub level: Option<String>,
}

/// Something the recipient can now do or knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Competency {
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// The work it took, in minutes.
    pub minutes: Option<u64>,
    /// Its entry in a framework (ESCO).
    pub uri: Option<String>,
    /// `skill` or `knowledge`.
    pub kind: Option<String>,
}

#[cfg(test)]
mod tests;
