//! What a learner hands out, and what comes back of it.
//!
//! [`compose`] puts chosen badges together as plain data; [`shared_profile`] signs them into a SharedProfile (described
//! in docs/shared-profile.md); [`render_html`] and [`render_json`] make the file. [`open`] takes such a file apart
//! without believing any of it, and [`fold`] puts together what the reviewer's own checks found. [`linkedin`] makes
//! LinkedIn's add-to-profile link.
//!
//! No network, no store, no clock, and no verifying: reports come in, and keys are asked for through [`HolderKey`].
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout))]

pub mod codes;
mod compose;
mod content;
mod error;
mod hours;
mod json;
mod linkedin;
mod media_type;
mod open;
mod page;
mod pixels;
pub mod profile;
mod request;
mod review;
mod said;
pub mod say;
mod script;
mod sheet;
mod sign;
mod table;
mod warnings;

pub use compose::{Composed, compose};
pub use content::{
    Badge, Evidence, EvidenceContent, Payload, Portfolio, Section, SectionKind, SenderDocument,
};
pub use error::{ComposeError, OpenError};
pub use hours::{CompetenceHours, Hours, Minutes, of_badge};
pub use json::render_json;
pub use linkedin::{LinkedIn, LinkedInField, LinkedInFieldId, LinkedInOptions, linkedin};
pub use media_type::media_type_of;
pub use open::{
    BlobState, OpenedBadge, OpenedCredential, OpenedDocument, OpenedEvidence, OpenedProfile, OpenedStatement,
    open,
};
pub use page::{STYLE, render_html, style_hash};
pub use pixels::Picture;
pub use profile::SharedProfile;
pub use request::{BadgeForPortfolio, ComposeRequest, EvidenceForPortfolio, EvidenceKind, SectionRequest};
pub use review::{
    Checked, EvidenceState, ManifestState, Review, ReviewedBadge, ReviewedEvidence, ReviewedProfile, fold,
    fold_badges,
};
pub use sheet::{
    Sheet, SheetBadge, SheetBar, SheetCheck, SheetEvidence, SheetHours, SheetHow, SheetLink, SheetSection,
    SheetTag, SheetText, sheet,
};
pub use sign::{FILE_NAME, HolderKey, shared_profile};
pub use table::render_csv;

impl Picture {
    /// The picture as an address that needs no network: `data:image/png;base64,…`.
    pub fn data_url(&self) -> String {
        page::data_url(self)
    }
}

// So that the tests' sample reads the same here and in `examples/`.
#[cfg(test)]
extern crate self as portfolio;
#[cfg(test)]
mod tests;
