//! Our canonical bytes against those of npm jsonld and rdf-canonize, which issuers sign with.

mod chance;
mod decided;
mod documents;
mod features;
mod generate;
mod graphs;
mod mutate;
mod peer;
mod sample_badges;
mod second;
mod seeds;
mod setting;
mod values;

pub(crate) use chance::Chance;
