//! Contexts: what terms mean at a place of a document (JSON-LD 1.1 API §4).

mod active;
mod cache;
mod define;
mod definition;
mod entries;
mod expand_iri;
mod object;
mod process;
mod source;
mod survey;

pub(crate) use active::Active;
pub(crate) use definition::{Definition, Direction, Name, TypeMapping};
pub(crate) use expand_iri::{Against, Expanded};
pub(crate) use process::{Manner, Processor};
pub use source::{Contexts, Loaded};
pub(crate) use survey::unknown;
