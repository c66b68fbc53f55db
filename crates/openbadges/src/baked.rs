//! What was baked into an image, PNG or SVG, or put into a PDF.

use crate::{Container, Note, limits};

/// A text that was baked into an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baked {
    /// Where in the image: chunk and keyword of a PNG, attribute or text of an SVG.
    pub container: Container,
    /// The credential's bytes: for [`crate::Credential::read`].
    pub text: Vec<u8>,
    /// What was tolerated. PNG: `png.several`, `png.compressed`, `png.damaged`, `png.repaired`, `png.latin-1`; SVG:
    /// `svg.several`, `svg.base64-json`, `svg.two-parts`; PDF: `pdf.latin-1`, `pdf.base64-json`, `pdf.two-parts`.
    pub notes: Vec<Note>,
}

/// What an image holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unbaked {
    /// Every badge text, in the order of the file.
    pub baked: Vec<Baked>,
    /// Places for a badge that could not be read, each with its reason.
    pub failed: Vec<Note>,
    /// What is odd about the image as a whole.
    pub notes: Vec<Note>,
}

impl Unbaked {
    /// Whether there was no place for a badge at all.
    pub fn is_empty(&self) -> bool {
        self.baked.is_empty() && self.failed.is_empty()
    }

    /// Whether there is room for one more text; if not, `too_many` is said once.
    pub(crate) fn has_room(&mut self, too_many: &'static str) -> bool {
        let room = self.baked.len() + self.failed.len() < limits::IMAGE_TEXTS;
        if !room && self.notes.is_empty() {
            self.notes.push(Note::new(too_many));
        }
        room
    }

    /// An image may hold one badge (Open Badges 3.0, 5.3.1 and 5.3.2): where it holds more, each says so.
    pub(crate) fn tell_several(&mut self, code: &'static str) {
        if self.baked.len() > 1 {
            let count = self.baked.len().to_string();
            for baked in &mut self.baked {
                baked.notes.insert(0, Note::new(code).with("count", count.clone()));
            }
        }
    }
}
