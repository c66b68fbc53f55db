//! From a signed JSON-LD document to its canonical bytes.
//!
//! Two steps, each pure and bounded: a JSON-LD 1.1 document to an RDF dataset (JSON-LD 1.1 API §4.1 context
//! processing, §5.1 expansion, §8.1 to RDF, in one pass), and a dataset to canonical N-Quads (RDFC-1.0). Nothing here
//! reads text, a clock, a disk or a network; contexts are given by the caller.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod canon;
pub mod rdf;

mod budget;
mod context;
mod error;
mod iri;
mod keyword;
mod language;
mod to_rdf;

pub use context::{Contexts, Loaded};
pub use error::{Dropped, Error, Syntax};
pub use to_rdf::{Options, RdfDirection, Reading, read, to_rdf};
