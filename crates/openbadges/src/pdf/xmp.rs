//! The element of the XMP metadata (ISO 32000-2, 14.3.2).

use super::objects::Objects;
use super::value::{Dictionary, Value};
use crate::svg::elements::{self, Document};
use crate::{Note, Unbaked};

/// Adds what the metadata carries.
pub(super) fn collect(objects: &mut Objects<'_>, catalog: &Dictionary, found: &mut Unbaked) {
    let Some(Value::Reference(number)) = catalog.get(&b"Metadata"[..]) else { return };
    let metadata = match objects.data(*number) {
        Some(Ok(metadata)) => metadata,
        Some(Err(why)) => return objects.say(why.code()),
        None => return,
    };
    let walked = elements::text(&metadata).and_then(|text| {
        elements::walk(text, Document::Xmp, |element| elements::collect(element, Document::Xmp, found))
    });
    if walked.is_err() {
        found.notes.push(Note::new("pdf.damaged-part"));
    }
}
