//! `backup` and `restore`: a copy of the whole backpack in one file, and taking it back.

use std::path::Path;

use serde_json::json;
use wallet::views::Failure;

use super::Came;
use crate::app::{App, passphrase_in};
use crate::exit::Exit;
use crate::out::Out;
use crate::report::moment;

pub(crate) fn make(app: &App, out: &Path) -> Came {
    let backup = app.open(None)?.back_up(out)?;
    let name = out.display().to_string();
    if app.out.json {
        app.out.line(&json!({ "file": name, "backup": backup }))?;
    } else {
        app.out.aside(&app.words.cli_done_written(&name, &app.words.size(backup.bytes)));
        app.out.aside(&app.words.cli_backup_keep());
    }
    Ok(Exit::Good)
}

pub(crate) fn take_back(app: &App, file: &Path) -> Came {
    let wallet = app.wallet(None)?;
    // What is no backup, or not whole, is said before anybody types a passphrase.
    let backup = wallet.look_into_backup(file)?;
    let secret = match &app.global.passphrase_file {
        Some(file) => passphrase_in(file)?,
        None if Out::can_ask() => {
            app.out.aside(&app.words.cli_restore_of(&moment(app.words, &backup.created_at)));
            app.ask(&app.words.cli_ask_backup())?
        }
        None => return Err(Failure::new("backpack.locked").into()),
    };
    let restored = wallet.restore(file, &secret)?.value;
    if app.out.json {
        let file = file.display().to_string();
        app.out.line(&json!({ "file": file, "restored": restored }))?;
        return Ok(Exit::Good);
    }
    let made = moment(app.words, &restored.backup.created_at);
    app.out.aside(&app.words.cli_done_restored(restored.badges, &made));
    if let Some(folder) = &restored.set_aside {
        app.out.aside(&app.words.cli_restore_aside(folder));
    }
    app.out.aside(&if restored.keyring {
        app.words.cli_restore_keyring()
    } else {
        app.words.cli_restore_no_keyring()
    });
    app.out.aside(&app.words.cli_restore_yours());
    Ok(Exit::Good)
}
