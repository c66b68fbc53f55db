//! Signed JSON-LD to canonical bytes, over our own source of contexts; bounded before each step.
//!
//! What no definition covers is refused, since no signature would cover it either.

mod canonical;
mod disguise;
mod expand;
mod inline;
mod loader;
#[cfg(test)]
mod second_opinion;
mod shape;

pub(crate) use canonical::{TooSymmetric, canonicalize};
pub(crate) use disguise::disguised;
pub(crate) use expand::{ExpandError, Writing, expand};
pub(crate) use inline::{has_inline, odd_definition};
pub(crate) use loader::Contexts;
