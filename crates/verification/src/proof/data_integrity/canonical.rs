//! From a document to its canonical bytes: the one place where linked data is asked for.

use openbadges::Note;
use strict_json::Value;

use super::super::{failed, undecided};
use super::suite::Manner;
use crate::check::Check;
use crate::codes;
use crate::linked_data::{
    Contexts, ExpandError, TooSymmetric, canonicalize, disguised, expand, has_inline, odd_definition,
};
use crate::look::Look;

/// Canonical statements with what is odd about the contexts, or the check to give.
pub(crate) type Lines = Result<(String, Vec<Note>), Box<Check>>;

/// The canonical statements of a document that is shown: what could be read in two ways is refused.
pub(crate) fn shown(look: &Look<'_>, document: &Value, manner: Manner) -> Lines {
    let contexts = Contexts::new(look.known);
    let expanded = expand(document, &contexts, manner.writing).map_err(|error| {
        look.used_contexts(&contexts);
        Box::new(expansion_check(error))
    })?;
    look.used_contexts(&contexts);
    if let Some(term) = odd_definition(document, &contexts) {
        return Err(Box::new(failed(codes::PROOF_DISGUISED).with("term", term)));
    }
    if let Some(found) = disguised(document, &expanded, &contexts) {
        let check = if found.hidden { failed } else { undecided };
        return Err(Box::new(check(codes::PROOF_DISGUISED).with("term", found.term)));
    }
    let mut notes = Vec::new();
    if has_inline(document) {
        notes.push(codes::PROOF_INLINE_CONTEXT.note());
    }
    for url in contexts.used().iter().filter(|url| contexts.known_document(url).is_some()) {
        notes.push(codes::PROOF_CONTEXT_FETCHED.note().with("address", url.clone()));
    }
    let lines = canonicalize(&expanded, manner.hash.for_names()).map_err(too_symmetric)?;
    Ok((lines, notes))
}

/// The canonical statements of something that is not shown: the options of a proof, a document with former proofs.
pub(crate) fn plain(look: &Look<'_>, document: &Value, manner: Manner) -> Result<String, Box<Check>> {
    let contexts = Contexts::new(look.known);
    let expanded = expand(document, &contexts, manner.writing).map_err(|error| {
        look.used_contexts(&contexts);
        Box::new(expansion_check(error))
    })?;
    look.used_contexts(&contexts);
    canonicalize(&expanded, manner.hash.for_names()).map_err(too_symmetric)
}

fn expansion_check(error: ExpandError) -> Check {
    match error {
        ExpandError::TooDeep => undecided(codes::PROOF_TOO_DEEP),
        ExpandError::TooLarge => undecided(codes::PROOF_TOO_LARGE),
        ExpandError::UnknownContexts(urls) => undecided(codes::PROOF_CONTEXT_UNKNOWN)
            .with("address", urls.first().cloned().unwrap_or_default())
            .with("count", urls.len().to_string()),
        ExpandError::Undefined(term) => failed(codes::PROOF_UNDEFINED_TERM).with("term", term),
        // The reason is not a sentence for a person.
        ExpandError::LinkedData(reason) => undecided(codes::PROOF_LINKED_DATA).with("reason", reason),
    }
}

fn too_symmetric(_: TooSymmetric) -> Box<Check> {
    Box::new(undecided(codes::PROOF_TOO_SYMMETRIC))
}
