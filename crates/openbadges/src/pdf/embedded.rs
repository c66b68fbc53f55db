//! Files inside a PDF (ISO 32000-2, 7.11.4 and 14.13).

use std::collections::BTreeSet;

use super::Pdf;
use super::info::text_string;
use super::objects::Objects;
use super::value::{Dictionary, Value};
use crate::{Note, limits};

/// A file inside a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbeddedFile {
    /// Its name as written: never a path, and not yet fit to be shown.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Adds the files: those that the document names, those that belong to it, those that hang on its pages (`attached`).
pub(super) fn collect(objects: &mut Objects<'_>, catalog: &Dictionary, attached: &[Value], pdf: &mut Pdf) {
    let mut specifications = named(objects, catalog);
    specifications.extend(objects.array(catalog, b"AF"));
    specifications.extend_from_slice(attached);
    let (mut seen, mut specified) = (BTreeSet::new(), BTreeSet::new());
    for specification in specifications {
        if let Value::Reference(number) = specification
            && !specified.insert(number)
        {
            continue;
        }
        let Some(Value::Dictionary(specification)) = objects.resolve(specification) else { continue };
        let Some(streams) = objects.dictionary(&specification, b"EF") else { continue };
        let stream = [&b"UF"[..], b"F"].iter().find_map(|key| streams.get(*key));
        let Some(Value::Reference(number)) = stream else { continue };
        if !seen.insert(*number) {
            continue;
        }
        if seen.len() > limits::PDF_FILES {
            return objects.say("pdf.too-many-files");
        }
        // A file may take all that is left: what is handed out holds evidence.
        match objects.data_within(*number, limits::PDF_INFLATED) {
            Some(Ok(bytes)) => pdf.files.push(EmbeddedFile { name: name(objects, &specification), bytes }),
            Some(Err(why)) => {
                let name = crate::claims::plain(&name(objects, &specification));
                pdf.unbaked.failed.push(Note::new(why.code()).with("file", name));
            }
            None => {}
        }
    }
}

/// What the name tree `EmbeddedFiles` leads to. No node is looked at twice, so that a circle ends.
fn named(objects: &mut Objects<'_>, catalog: &Dictionary) -> Vec<Value> {
    let Some(names) = objects.dictionary(catalog, b"Names") else { return Vec::new() };
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<Value> = names.get(&b"EmbeddedFiles"[..]).cloned().into_iter().collect();
    while let Some(node) = waiting.pop() {
        if let Value::Reference(number) = node
            && !seen.insert(number)
        {
            continue;
        }
        if seen.len() > limits::PDF_NODES || found.len() > limits::PDF_NODES {
            objects.say("pdf.too-many-files");
            break;
        }
        let Some(Value::Dictionary(node)) = objects.resolve(node) else { continue };
        // Names and what they name, in turns.
        let pairs = objects.array(&node, b"Names");
        found.extend(pairs.into_iter().skip(1).step_by(2));
        let mut kids = objects.array(&node, b"Kids");
        kids.reverse();
        // A node within a node has no number by which a circle could be seen, and none can come of it.
        waiting.extend(kids);
    }
    found
}

fn name(objects: &mut Objects<'_>, specification: &Dictionary) -> String {
    for key in [&b"UF"[..], b"F", b"Desc"] {
        if let Some(Value::Text(text)) = objects.member(specification, key) {
            return String::from_utf8_lossy(&text_string(&text).0).into_owned();
        }
    }
    String::new()
}
