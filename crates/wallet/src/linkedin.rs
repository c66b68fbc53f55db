//! LinkedIn's add-to-profile link for a badge.

use portfolio::{LinkedInFieldId as Id, LinkedInOptions};

use crate::badges::badge_id;
use crate::import::StoredReport;
use crate::telling;
use crate::views::{Failure, LinkedInField, LinkedInFieldId, LinkedInView};
use crate::wallet::Wallet;

impl Wallet {
    /// The link and its fields, dates in this language. Nothing is sent: the person opens it, or copies the fields.
    pub fn linkedin(&self, id: &str, words: words::Words) -> Result<LinkedInView, Failure> {
        let backpack = self.backpack()?;
        let record = backpack.badge(&badge_id(&backpack, id)?)?;
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let report = StoredReport::read(&leading.report.json)?.report;
        let linkedin = portfolio::linkedin(&report.claims, &LinkedInOptions::default(), words);
        Ok(LinkedInView {
            url: linkedin.url,
            fields: linkedin
                .fields
                .into_iter()
                .map(|field| LinkedInField {
                    id: match field.id {
                        Id::Name => LinkedInFieldId::Name,
                        Id::Organization => LinkedInFieldId::Organization,
                        Id::IssueDate => LinkedInFieldId::IssueDate,
                        Id::ExpirationDate => LinkedInFieldId::ExpirationDate,
                        Id::CredentialId => LinkedInFieldId::CredentialId,
                        Id::CredentialUrl => LinkedInFieldId::CredentialUrl,
                    },
                    value: field.value,
                })
                .collect(),
            notes: linkedin.notes.iter().map(telling::note).collect(),
        })
    }
}
