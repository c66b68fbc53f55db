//! What somebody handed out, while it is looked at. It is kept in memory and nowhere else.

use std::{path::Path, sync::Arc};

use wallet::views::{Failure, ReviewView};

use crate::{opened, shell::Shell};

/// A file under review. Cloning it does not copy its bytes.
#[derive(Clone)]
pub(crate) struct Reviewed {
    name: String,
    bytes: Arc<[u8]>,
}

impl Reviewed {
    /// A file that was dropped.
    pub(crate) fn dropped(name: String, bytes: Vec<u8>) -> Reviewed {
        Reviewed { name, bytes: bytes.into() }
    }

    /// A file the person chose.
    ///
    /// # Errors
    /// `shell.cannot-read`.
    pub(crate) fn chosen(path: &Path) -> Result<Reviewed, Failure> {
        Ok(Reviewed { name: opened::file_name(path), bytes: opened::read(path)?.into() })
    }

    /// Checks it, asking only the hosts that are allowed, and keeps it in mind for [`again`].
    pub(crate) async fn check(self, shell: &Shell, allow_hosts: Vec<String>) -> Result<ReviewView, Failure> {
        shell.reviewed(|reviewed| *reviewed = Some(self.clone()));
        shell.ask(move |wallet| wallet.review(&self.name, &self.bytes, &allow_hosts)).await
    }
}

/// Checks once more what was checked last.
///
/// # Errors
/// `shell.nothing-reviewed` when it has been forgotten.
pub(crate) async fn again(shell: &Shell, allow_hosts: Vec<String>) -> Result<ReviewView, Failure> {
    let last = shell.reviewed(|reviewed| reviewed.clone());
    last.ok_or_else(|| Failure::new("shell.nothing-reviewed"))?.check(shell, allow_hosts).await
}
