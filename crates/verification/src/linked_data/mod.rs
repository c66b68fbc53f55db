//! Signed JSON-LD to canonical bytes: expansion by ssi's JSON-LD over our own document source, conversion by oxjsonld,
//! canonicalisation by RDFC-1.0; bounded before each step.
//!
//! What no definition covers is refused, since no signature would cover it either.

mod canonical;
mod disguise;
mod expand;
mod inline;
mod loader;
mod shape;

pub(crate) use canonical::{CanonicalError, canonicalize};
pub(crate) use disguise::disguised;
pub(crate) use expand::{ExpandError, expand};
pub(crate) use inline::{has_inline, odd_definition};
pub(crate) use loader::Contexts;
