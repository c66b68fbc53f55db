//! Badges in PDF files: the entry `openbadges` of the document information dictionary and the element
//! `openbadges:assertion` of the XMP metadata (as Open Badge Factory and Open Badge Passport do it), and embedded files
//! (ISO 32000-2, 7.11.4 and 14.13). No standard of Open Badges speaks of PDF.
//!
//! Objects are found by looking through the file once, not by its table of places: what is looked at and kept stays bounded
//! whatever the file claims, and files whose table was damaged on the way are read all the same. Nothing is drawn, run or
//! decrypted. Why no library reads it: `docs/adr/0011-pdf-by-one-pass.md`.

mod boxes;
mod embedded;
mod fax;
mod filters;
mod info;
mod links;
mod objects;
mod pictures;
mod scan;
mod value;
mod xmp;

use crate::{Note, Unbaked};

pub use boxes::FilledBox;
pub use embedded::EmbeddedFile;

use objects::Objects;

/// Why nothing was read from a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// No `%PDF-` near its beginning.
    #[error("not a PDF")]
    NotPdf,
    /// Its texts and streams are encrypted, perhaps only against printing.
    #[error("encrypted")]
    Encrypted,
    /// Cut off, or without anything that says where its document begins.
    #[error("the file is damaged")]
    Damaged,
    /// More than [`crate::limits::PDF_OBJECTS`] objects.
    #[error("too many objects")]
    TooManyObjects,
}

impl PdfError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            PdfError::NotPdf => "pdf.not-pdf",
            PdfError::Encrypted => "pdf.encrypted",
            PdfError::Damaged => "pdf.damaged",
            PdfError::TooManyObjects => "pdf.too-many-objects",
        }
    }
}

/// What a PDF holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pdf {
    /// The texts in its information dictionary and its metadata, and the places for one that could not be read.
    pub unbaked: Unbaked,
    /// The files in it, badges or not.
    pub files: Vec<EmbeddedFile>,
    /// The addresses that its links lead to, each once.
    pub links: Vec<String>,
}

/// Whether bytes begin as a PDF does; some programs write a few bytes before its header.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|five| five == b"%PDF-"))
}

/// Takes a PDF apart. One without a badge is no error.
pub fn open(file: &[u8]) -> Result<Pdf, PdfError> {
    if !is_pdf(file) {
        return Err(PdfError::NotPdf);
    }
    let mut objects = Objects::read(file)?;
    let mut pdf = Pdf::default();
    info::collect(&mut objects, &mut pdf.unbaked);
    if let Some(catalog) = objects.catalog() {
        xmp::collect(&mut objects, &catalog, &mut pdf.unbaked);
        let pages = links::pages(&mut objects, &catalog);
        pdf.links = pages.links;
        embedded::collect(&mut objects, &catalog, &pages.attached, &mut pdf);
    }
    for code in objects.said() {
        pdf.unbaked.notes.push(Note::new(code));
    }
    Ok(pdf)
}

/// What can be seen on the pages of a PDF and may be a square code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Pictures, as PNG and JPEG files that nobody has looked into: what they say of themselves is a stranger's word.
    pub pictures: Vec<Vec<u8>>,
    /// The boxes that each of the first pages fills, in that order.
    pub boxes: Vec<Vec<FilledBox>>,
}

/// What may be a code on the pages of a PDF. Costs as much again as [`open`], and has its own bounds.
pub fn seen(file: &[u8]) -> Result<Seen, PdfError> {
    if !is_pdf(file) {
        return Err(PdfError::NotPdf);
    }
    let mut objects = Objects::read(file)?;
    let boxes = match objects.catalog() {
        Some(catalog) => boxes::collect(&mut objects, &catalog),
        None => Vec::new(),
    };
    Ok(Seen { pictures: pictures::collect(&mut objects), boxes })
}

#[cfg(test)]
mod tests;
