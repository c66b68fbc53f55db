//! RDF datasets (RDF 1.1 Concepts §4), kept compact: every term is written out once, as canonical N-Quads.

mod dataset;
mod escape;
mod term;
mod texts;

pub(crate) use dataset::Quad;
pub use dataset::{Dataset, TooLarge};
pub use escape::Escapes;
pub use term::TermId;
pub(crate) use term::{Kind, RDF_LANG_STRING, XSD_STRING};

#[cfg(test)]
mod tests;
