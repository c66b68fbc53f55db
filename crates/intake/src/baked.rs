//! Credentials out of the texts that were baked into a file.

use openbadges::{Baked, Credential, Note, ReadError, Unbaked};

use crate::envelope;
use crate::look::{Part, Scanner};

impl Scanner {
    /// Adds what was baked into a file of this kind (`png`, `svg`, `pdf`); `picture` is the picture that carried it.
    pub(crate) fn unbaked(&mut self, part: &Part<'_>, kind: &str, unbaked: Unbaked, picture: Option<&[u8]>) {
        for note in unbaked.failed {
            self.pass_at(part.inside(kind), part.name, note);
        }
        for (index, mut baked) in unbaked.baked.into_iter().enumerate() {
            let step = format!("{}{}", baked.container.step(), again(index));
            baked.notes.extend(unbaked.notes.iter().cloned());
            self.baked(part, &step, baked, picture);
        }
    }

    fn baked(&mut self, part: &Part<'_>, step: &str, baked: Baked, picture: Option<&[u8]>) {
        let Baked { container, text, notes } = baked;
        // Some bakers end the text with a NUL.
        match Credential::read(text.strip_suffix(&[0]).unwrap_or(&text)) {
            Ok(credential) => {
                let picture = picture.map(<[u8]>::to_vec);
                self.found(part.inside(step), container, credential, picture, notes);
            }
            Err(ReadError::Presentation) if envelope::open(self, &text, &part.inside(step)) => {}
            Err(error) => {
                // If the file is known to be damaged, that is the reason.
                let damage = notes.into_iter().find(is_damage);
                self.pass_at(part.inside(step), part.name, damage.unwrap_or_else(|| error.note()));
            }
        }
    }
}

fn is_damage(note: &Note) -> bool {
    matches!(&*note.code, "png.damaged" | "svg.damaged" | "pdf.truncated")
}

/// Tells the second text of a file from its first.
fn again(index: usize) -> String {
    if index == 0 { String::new() } else { format!("[{index}]") }
}
