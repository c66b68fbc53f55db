//! What hangs on the pages: links (ISO 32000-2, 12.6.4.8) and files (12.5.6.15).

use std::collections::BTreeSet;

use super::objects::Objects;
use super::value::{Dictionary, Value};
use crate::limits;

/// What hangs on the pages of a document.
#[derive(Default)]
pub(super) struct Pages {
    /// Addresses, each once.
    pub(super) links: Vec<String>,
    /// File specifications.
    pub(super) attached: Vec<Value>,
}

/// Goes through the tree of pages. No node is looked at twice.
pub(super) fn pages(objects: &mut Objects<'_>, catalog: &Dictionary) -> Pages {
    let mut found = Pages::default();
    let mut seen = BTreeSet::new();
    let mut looked_at = 0usize;
    let mut waiting: Vec<Value> = catalog.get(&b"Pages"[..]).cloned().into_iter().collect();
    while let Some(node) = waiting.pop() {
        let Value::Reference(number) = node else { continue };
        if !seen.insert(number) || seen.len() > limits::PDF_NODES {
            continue;
        }
        let Some(Value::Dictionary(node)) = objects.resolve(Value::Reference(number)) else { continue };
        let mut kids = objects.array(&node, b"Kids");
        kids.reverse();
        waiting.extend(kids);
        for annotation in objects.array(&node, b"Annots") {
            looked_at += 1;
            if looked_at > limits::PDF_NODES {
                return found;
            }
            if let Some(Value::Dictionary(annotation)) = objects.resolve(annotation) {
                found.annotation(objects, &annotation);
            }
        }
    }
    found
}

impl Pages {
    fn annotation(&mut self, objects: &mut Objects<'_>, annotation: &Dictionary) {
        if let Some(specification) = annotation.get(&b"FS"[..])
            && self.attached.len() <= limits::PDF_FILES
        {
            self.attached.push(specification.clone());
        }
        let Some(action) = objects.dictionary(annotation, b"A") else { return };
        let Some(Value::Text(address)) = objects.member(&action, b"URI") else { return };
        let Ok(address) = String::from_utf8(address) else { return };
        let fits = address.len() <= limits::ADDRESS && self.links.len() < limits::LINKS;
        if fits && !self.links.contains(&address) {
            self.links.push(address);
        }
    }
}
