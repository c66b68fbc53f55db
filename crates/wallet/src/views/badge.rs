use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BadgeCard, CheckView, EvidenceView, MailView, Mark};

/// A badge with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BadgeView {
    /// What the list shows.
    pub card: BadgeCard,
    /// What it is for, in the issuer's words.
    pub description: Option<String>,
    /// What had to be done for it, in the issuer's words.
    pub criteria: Option<String>,
    /// Where the criteria stand.
    pub criteria_url: Option<String>,
    /// Who gave it.
    pub issuer: IssuerView,
    /// To whom, by name, where it says so.
    pub recipient_name: Option<String>,
    /// The level it names.
    pub level: Option<String>,
    /// The language it is in.
    pub language: Option<String>,
    /// The issuer's tags.
    pub tags: Vec<String>,
    /// The competences it names.
    pub competencies: Vec<CompetencyView>,
    /// Evidence the issuer put into it.
    pub issuer_evidence: Vec<IssuerEvidenceView>,
    /// What it is aligned to.
    pub alignments: Vec<AlignmentView>,
    /// When the checks below were made.
    pub checked_at: String,
    /// What was checked.
    pub checks: Vec<CheckView>,
    /// Hosts whose documents would decide more.
    pub wanted_hosts: Vec<String>,
    /// Evidence the learner attached.
    pub evidence: Vec<EvidenceView>,
    /// Stacks it is in.
    pub stacks: Vec<StackName>,
    /// The copies there are of it.
    pub copies: Vec<CopyView>,
    /// Where it came from.
    pub sources: Vec<SourceView>,
    /// Every time it was checked, latest first.
    pub reports: Vec<ReportView>,
    /// Badges that are perhaps the same: name, issuer, day and recipient agree, the ids do not. For the person to say.
    pub perhaps_same: Vec<BadgeCard>,
}

/// Who gave a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IssuerView {
    /// The issuer's id as the badge writes it.
    pub id: String,
    /// The name they give themselves.
    pub name: String,
    /// Their page.
    pub url: Option<String>,
    /// The host that vouches for them, where one does.
    pub vouched_by: Option<String>,
    /// Whether the learner has marked them as known.
    pub marked: bool,
}

/// A competence a badge names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompetencyView {
    /// Its name.
    pub name: String,
    /// Study load in minutes.
    pub minutes: Option<u32>,
    /// Its address in a framework.
    pub uri: Option<String>,
    /// `skill` or `knowledge`, where it says so.
    pub kind: Option<String>,
}

/// Evidence that the issuer put into a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IssuerEvidenceView {
    /// Its name.
    pub name: Option<String>,
    /// Where it lies.
    pub url: Option<String>,
    /// What it says.
    pub narrative: Option<String>,
}

/// What a badge is aligned to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AlignmentView {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: Option<String>,
}

/// A stack, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StackName {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A copy of a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// SHA-256 of its bytes, in hex.
    pub digest: String,
    /// Which standard, e.g. `open-badges-3.0`.
    pub format: String,
    /// How it is secured, e.g. `vc-jwt/ES256`.
    pub securing: String,
    /// What it came in, e.g. `baked-png`.
    pub container: String,
    /// Whether it is the one whose fields are shown.
    pub leading: bool,
    /// The issuer's bytes as text.
    pub raw: String,
    /// How this copy stands.
    pub mark: Mark,
}

/// Where a copy came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// `mail`, `file`, `paste`, `address` or `sample`.
    pub kind: String,
    /// The name of the file or the subject of the mail.
    pub name: String,
    /// The mail, if it came in one.
    pub mail: Option<MailView>,
    /// When it was seen.
    pub at: String,
}

/// A time at which a badge was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// When.
    pub at: String,
    /// What came out then.
    pub mark: Mark,
}
