//! A portfolio as a PDF: the words of the page ([`portfolio::sheet`]) on paper, tagged for screen readers (PDF/UA-1), fit
//! to be kept (PDF/A-3a), with the shared profile inside as the file `shared-profile.json`.
//!
//! Typst sets it, as a library, in a world that has nothing but one template of ours and our typefaces: no file, no
//! network, no packages, no clock. What strangers wrote comes in as values and is set as text; it is never read as markup.
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

mod error;
mod fonts;
mod render;
mod signs;
mod world;

pub use error::{NOT_MADE, PdfError};
pub use render::render_pdf;

#[cfg(test)]
mod tests;
