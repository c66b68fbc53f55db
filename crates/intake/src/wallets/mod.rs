//! What other wallets give out: lists of credentials as JSON, and what they lock with a password.

mod continuity;
mod encrypted;
mod export;
mod legacy;
mod password;

pub(crate) use continuity::{Bundle, manifest};
pub(crate) use encrypted::jwe as locked_wallet;
pub(crate) use export::open as open_export;
pub(crate) use password::{Lock, Unlocking};

use openbadges::{Credential, Note};

use crate::look::{Part, Scanner};

/// Says that something is locked: that a password is needed, or that the one given does not open it.
fn refuse(scanner: &mut Scanner, part: &Part<'_>, lock: Lock) {
    scanner.unlocking.refused(lock);
    scanner.pass(part, Note::new(lock.code()));
}

/// A credential without the credential of another wallet's around it, which says nothing of the badge.
pub(crate) fn bare(credential: Credential, mut notes: Vec<Note>) -> (Credential, Vec<Note>) {
    match legacy::unwrap(&credential) {
        Some(inner) => {
            notes.push(Note::new("input.unwrapped-legacy"));
            (inner, notes)
        }
        None => (credential, notes),
    }
}

/// Says that private keys lie in there and were left behind.
fn keys_left(scanner: &mut Scanner, part: &Part<'_>, path: &str, count: usize) {
    if count > 0 {
        let note = Note::new("passed.private-keys").with("count", count.to_string());
        scanner.pass_at(path.to_owned(), part.name, note);
    }
}

#[cfg(test)]
mod tests;
