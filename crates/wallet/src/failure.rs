//! From the other rooms' errors to what the wallet tells.

use crate::views::Failure;

impl From<backpack::Error> for Failure {
    fn from(error: backpack::Error) -> Failure {
        let mut failure = Failure::new(error.code());
        failure.args = error.args();
        failure
    }
}

impl From<backpack::KeyringError> for Failure {
    fn from(error: backpack::KeyringError) -> Failure {
        Failure::new(error.code())
    }
}

impl From<openbadges::Note> for Failure {
    fn from(note: openbadges::Note) -> Failure {
        let mut failure = Failure::new(note.code);
        failure.args = note.args;
        failure
    }
}

impl From<crate::picture::PictureError> for Failure {
    fn from(error: crate::picture::PictureError) -> Failure {
        Failure::new(error.code())
    }
}
