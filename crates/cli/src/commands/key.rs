//! `key`: the keys to the backpack.

use serde_json::json;
use wallet::ExposeSecret as _;
use wallet::Wallet;
use wallet::views::{Failure, SlotKind};

use super::Came;
use crate::app::{App, passphrase_in, same};
use crate::args::{KeyAction, KeyKind};
use crate::exit::Exit;
use crate::out::Out;
use crate::report::{cell, moment, table};

pub(crate) fn run(app: &App, action: &KeyAction) -> Came {
    let words = app.words;
    let wallet = app.open(None)?;
    match action {
        KeyAction::Add { kind, new_passphrase_file } => {
            let done = match (kind, new_passphrase_file) {
                (KeyKind::Recovery, _) => return recovery(app, &wallet),
                (KeyKind::Keyring, _) => wallet.add_keyring()?,
                (KeyKind::Passphrase, Some(file)) => wallet.add_passphrase(passphrase_in(file)?)?,
                (KeyKind::Passphrase, None) if Out::can_ask() => {
                    let first = app.ask(&words.cli_ask_new_passphrase())?;
                    if !same(&first, &app.ask(&words.cli_ask_again())?) {
                        return Err(Failure::new("cli.passphrases-differ").into());
                    }
                    wallet.add_passphrase(first)?
                }
                (KeyKind::Passphrase, None) => {
                    let name = "--new-passphrase-file";
                    return Err(Failure::new("cli.passphrase-file").with("name", name).into());
                }
            };
            if app.out.json {
                app.out.line(&json!({ "id": done.value }))?;
            } else {
                app.out.aside(&words.cli_done_key_added(&done.value));
            }
        }
        KeyAction::Remove { id } => {
            let _ = wallet.remove_slot(id)?;
            if app.out.json {
                app.out.line(&json!({ "removed": id }))?;
            } else {
                app.out.aside(&words.cli_done_key_removed());
            }
        }
        KeyAction::List => {
            let slots = wallet.settings()?.slots;
            if app.out.json {
                app.out.line(&json!({ "keys": slots }))?;
            } else {
                let mut table = table([words.cli_id(), words.cli_kind(), words.cli_name(), words.cli_made()]);
                for slot in &slots {
                    let kind = match slot.kind {
                        SlotKind::Keyring => words.cli_slot_keyring(),
                        SlotKind::Passphrase => words.cli_slot_passphrase(),
                        SlotKind::Recovery => words.cli_slot_recovery(),
                    };
                    let made = moment(words, &slot.created_at);
                    table.add_row([slot.id.clone(), kind, cell(&slot.label), made]);
                }
                app.out.text(&table.to_string())?;
            }
        }
    }
    Ok(Exit::Good)
}

/// Adds a recovery code and shows it: on standard output, since it is what was asked for.
fn recovery(app: &App, wallet: &Wallet) -> Came {
    let (id, code) = wallet.add_recovery_code()?.value;
    if app.out.json {
        app.out.line(&json!({ "id": id, "recoveryCode": code.expose_secret() }))?;
    } else {
        app.out.aside(&app.words.cli_done_recovery_added(&id));
        app.out.text(code.expose_secret())?;
    }
    Ok(Exit::Good)
}
