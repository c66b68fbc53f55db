//! Taking in what is in a folder, a mailbox or an archive of mailboxes.

use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;

use wallet::views::Failure;
use wallet::{Files, Imported, Progress, Watch};

use super::Came;
use super::checking::something;
use super::following::Following;
use super::import::{Sum, offer, write};
use crate::app::{App, Ending};
use crate::exit::Exit;
use crate::failing;
use crate::inputs::{Input, What, nothing_in};
use crate::stopping::Stopping;

/// Takes in everything there is, side by side, and tells of each thing with a badge or a link in it. The others are counted.
pub(super) fn run(
    app: &App,
    following: &Following<'_>,
    (input, path): (&Input, &Path),
    stopping: &Stopping,
    sum: &mut Sum,
) -> Came {
    let telling = Watching { app, stopping, ended: Mutex::new(None) };
    let mut exit = Exit::Good;
    let mut any = false;
    app.out.progress_of_bytes(&app.words.cli_progress_reading());
    let gathered =
        following.wallet.import_all(&mut Files::at(path), following.terms, &telling, &mut |came, _| {
            if telling.is_over() {
                return;
            }
            match tell(app, following, input, came, sum) {
                Ok(Some(one)) => {
                    any = true;
                    exit = exit.and(one);
                }
                Ok(None) => {}
                // Where nobody reads any more, what was found is stored, and nothing more is looked for.
                Err(ending) => telling.end(ending),
            }
        });
    app.out.progress_done();
    if let Some(ending) = telling.ended.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(ending);
    }
    let gathered = gathered?.value;
    if let Some(failure) = &gathered.broken {
        app.tell(failure);
    }
    if !app.out.json {
        app.out.aside(&app.words.cli_import_looked(gathered.progress.looked_at, &input.name));
    }
    if any || gathered.cancelled {
        return Ok(exit);
    }
    let failure = nothing_in(&input.name);
    if app.out.json {
        app.out.line(&failing::object(&input.name, &failure, app.data))?;
    } else {
        app.tell(&failure);
    }
    Ok(failing::exit(&failure))
}

/// Tells what came of one thing. `None`: there was nothing in it.
fn tell(
    app: &App,
    following: &Following<'_>,
    input: &Input,
    came: Result<Imported, Failure>,
    sum: &mut Sum,
) -> Result<Option<Exit>, Ending> {
    let imported = match came {
        Ok(imported) => imported,
        Err(failure) => {
            // A file passed over in a folder is no error; that something is missing from a mailbox is worth a word.
            if failure.code.starts_with("mailbox.") || failure.code.starts_with("archive.") {
                app.tell(&failure);
            }
            return Ok(None);
        }
    };
    if !app.out.json {
        offer(app, following.wallet, &imported)?;
    }
    let (imported, followed) = following.links(imported)?;
    let records = imported.records();
    if !something(&records) {
        return Ok(None);
    }
    let one = Input { name: imported.examined.name, what: What::Nothing, folder: Some(input.name.clone()) };
    Ok(Some(followed.and(write(app, &one, &records, sum)?)))
}

/// Shows how far it is, and stops it on Ctrl-C or where nobody reads any more.
struct Watching<'a> {
    app: &'a App,
    stopping: &'a Stopping,
    ended: Mutex<Option<Ending>>,
}

impl Watching<'_> {
    fn is_over(&self) -> bool {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn end(&self, ending: Ending) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(ending);
    }
}

impl Watch for Watching<'_> {
    fn step(&self, progress: &Progress) {
        let bytes = |kib: u32| u64::from(kib) * 1024;
        let found = self.app.words.for_data().cli_progress_found(progress.found + progress.known);
        self.app.out.at(bytes(progress.done), progress.total.map(bytes), found);
    }

    fn cancelled(&self) -> bool {
        self.stopping.wanted() || self.is_over()
    }
}
