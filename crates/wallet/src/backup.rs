//! A copy of the whole backpack in one file, and taking it back.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use backpack::{Backpack, BackupFacts, Error, Unlock};
use secrecy::SecretString;

use crate::session::VERSION;
use crate::views::{BackupView, ChangeSet, Failure, RestoredView};
use crate::wallet::{Done, Wallet};

impl Wallet {
    /// Writes a copy of the whole backpack into a new file, encrypted as the backpack is.
    pub fn back_up(&self, to: &Path) -> Result<BackupView, Failure> {
        let app = format!("badgefolio/{VERSION}");
        self.backpack()?.back_up(to, &app, self.now()).map(view).map_err(|error| told(error, to))
    }

    /// What a backup says of itself; refused where it could not be restored here. Needs no passphrase.
    pub fn look_into_backup(&self, from: &Path) -> Result<BackupView, Failure> {
        backpack::look_into_backup(open(from)?).map(view).map_err(|error| told(error, from))
    }

    /// Puts the backpack of a backup in the place of the present one, which is set aside, and opens it. `secret`: its
    /// passphrase or recovery code. Where this computer has a keyring, that becomes a key of it again.
    ///
    /// From then on it is the learner's own with all that is in it, documents looked up at their time among them: see the
    /// decision on backups in docs/adr.
    pub fn restore(&self, from: &Path, secret: &SecretString) -> Result<Done<RestoredView>, Failure> {
        let file = open(from)?;
        // Our own hold on it would be in the way, too.
        self.set_opened(None);
        let mut random = self.ports.random.source();
        let restored = backpack::restore(self.folder(), file, secret, random.as_mut(), self.now())
            .map_err(|error| told(error, from))?;
        let opened = Backpack::open(self.folder(), Unlock::Typed(secret), self.ports.keyring.as_ref())?;
        self.look_from(&opened);
        self.set_opened(Some(Arc::new(opened)));
        // Without it the passphrase opens the backpack all the same.
        let keyring = self.ports.keyring.available().is_ok() && self.add_keyring().is_ok();
        let value = RestoredView {
            backup: view(restored.facts),
            badges: self.status().badges,
            set_aside: restored.set_aside.map(|folder| folder.display().to_string()),
            keyring,
        };
        Ok(Done::new(value, ChangeSet::all()))
    }
}

fn view(facts: BackupFacts) -> BackupView {
    BackupView {
        backpack: facts.backpack,
        created_at: facts.made_at.to_string(),
        app: facts.app,
        schema: facts.schema,
        bytes: facts.bytes,
    }
}

fn open(path: &Path) -> Result<File, Failure> {
    let failed = |code: &str| Failure::new(code).with("name", path.display().to_string());
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => failed("file.no-such"),
        _ => failed("file.unreadable"),
    })?;
    // A folder, a pipe: nothing that has an end to look at.
    if file.metadata().is_ok_and(|data| data.is_file()) { Ok(file) } else { Err(failed("file.unreadable")) }
}

/// A failure that names the file where it is about the file.
fn told(error: Error, file: &Path) -> Failure {
    let name = file.display().to_string();
    match error {
        Error::UnwritableFile(_) => Failure::new("file.cannot-write").with("name", name),
        Error::UnreadableFile(_) => Failure::new("file.unreadable").with("name", name),
        Error::Backup(_) => Failure::from(error).with("name", name),
        other => other.into(),
    }
}
