//! Pictures that were looked at before and show no code: the logo of a newsletter comes with each of its letters.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use openbadges::Digest;

/// Digests that are kept. A mailbox has few pictures that come again and again; when it has more, all are forgotten.
const KEPT: usize = 1_024;

static BLANK: Mutex<BTreeSet<Digest>> = Mutex::new(BTreeSet::new());

fn blank() -> MutexGuard<'static, BTreeSet<Digest>> {
    BLANK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether these very bytes were looked through to the end, and no code was seen.
pub(super) fn is_known(picture: &Digest) -> bool {
    blank().contains(picture)
}

/// Keeps in mind that there is none in them.
pub(super) fn remember(picture: Digest) {
    let mut blank = blank();
    if blank.len() >= KEPT {
        blank.clear();
    }
    blank.insert(picture);
}
