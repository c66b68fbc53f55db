//! `account`: mailboxes elsewhere and badge platforms, from which badges are fetched.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use wallet::views::{AccountKind, AccountLogin, AccountView, ChangeSet, Failure, NewAccount};
use wallet::{ImportTerms, Imported, Progress, SecretString, Watch};

use super::Came;
use super::checking::Means;
use super::import::{Sum, write};
use crate::app::{App, passphrase_in};
use crate::args::{AccountAction, Checking, NewAccountArgs};
use crate::exit::Exit;
use crate::failing;
use crate::inputs::{Input, What};
use crate::report::{cell, moment, table};
use crate::stopping::Stopping;

pub(crate) fn run(app: &App, action: &AccountAction) -> Came {
    match action {
        AccountAction::Add { account } => add(app, account),
        AccountAction::List => list(app),
        AccountAction::Folders { id } => folders(app, id),
        AccountAction::Scan { id, hold, checking } => scan(app, id, *hold, checking),
        AccountAction::Secret { id, secret_file } => {
            let _ = app.open(None)?.set_account_secret(id, &secret_in(secret_file)?)?;
            done(app, &json!({ "changed": id }), &app.words.cli_done_account_secret())
        }
        AccountAction::Remove { id } => {
            let _ = app.open(None)?.remove_account(id)?;
            done(app, &json!({ "removed": id }), &app.words.cli_done_account_removed(id))
        }
    }
}

/// The first line of a file, as for a passphrase.
fn secret_in(file: &Path) -> Result<SecretString, Failure> {
    passphrase_in(file).map_err(|_| Failure::new("cli.secret-file").with("name", file.display().to_string()))
}

fn done(app: &App, object: &serde_json::Value, text: &str) -> Came {
    if app.out.json {
        app.out.line(object)?;
    } else {
        app.out.aside(text);
    }
    Ok(Exit::Good)
}

fn add(app: &App, account: &NewAccountArgs) -> Came {
    let (new, secret) = match account {
        NewAccountArgs::Imap { host, user, port, folder, since, before, password_file, token_file } => {
            let (login, file) = match (password_file, token_file) {
                (Some(file), _) => (AccountLogin::Password, file),
                (None, Some(file)) => (AccountLogin::Token, file),
                (None, None) => return Err(Failure::new("account.no-secret").into()),
            };
            let new = NewAccount::Imap {
                host: host.clone(),
                port: *port,
                user: user.clone(),
                login,
                folder: folder.clone(),
                since: since.clone(),
                before: before.clone(),
            };
            (new, file)
        }
        NewAccountArgs::Oeb { client_id, secret_file, host } => {
            (NewAccount::Oeb { host: host.clone(), client: client_id.clone() }, secret_file)
        }
    };
    let secret = secret_in(secret)?;
    let added = app.open_or_make(None)?.add_account(&new, &secret)?.value;
    done(app, &json!({ "added": added }), &app.words.cli_done_account_added(&added.host, &added.id))
}

fn list(app: &App) -> Came {
    let words = app.words;
    let accounts = app.open(None)?.accounts()?;
    if app.out.json {
        app.out.line(&json!({ "accounts": accounts }))?;
    } else if accounts.is_empty() {
        app.out.text(&words.cli_accounts_empty())?;
    } else {
        let mut table = table([
            words.cli_id(),
            words.cli_account(),
            words.cli_account_user(),
            words.cli_account_scanned(),
        ]);
        for one in &accounts {
            let scanned = match &one.scanned_at {
                Some(at) => moment(words, at),
                None => cell(&words.cli_account_never()),
            };
            table.add_row([cell(&one.id), cell(&place(one)), cell(&one.user), scanned]);
        }
        app.out.text(&table.to_string())?;
    }
    Ok(Exit::Good)
}

/// Where an account looks: the host, and the folder of a mailbox.
fn place(account: &AccountView) -> String {
    match (account.kind, &account.folder) {
        (AccountKind::Imap, Some(folder)) => format!("{} · {folder}", account.host),
        _ => account.host.clone(),
    }
}

fn folders(app: &App, id: &str) -> Came {
    let folders = app.open(None)?.account_folders(id)?;
    if app.out.json {
        app.out.line(&json!({ "folders": folders }))?;
    } else {
        for folder in folders.iter().filter(|folder| folder.selectable) {
            app.out.text(&folder.name)?;
        }
    }
    Ok(Exit::Good)
}

/// How far it is, on a terminal, and whether it goes on.
struct Shown<'a> {
    app: &'a App,
    stopping: Stopping,
    /// Nobody reads any more.
    over: AtomicBool,
}

impl Watch for Shown<'_> {
    fn step(&self, progress: &Progress) {
        self.app.out.far(progress.done, progress.total, &self.app.words.cli_progress_reading());
    }

    fn cancelled(&self) -> bool {
        self.stopping.wanted() || self.over.load(Ordering::Relaxed)
    }
}

fn scan(app: &App, id: &str, hold: bool, checking: &Checking) -> Came {
    let wallet = app.open(super::checking::moment(checking)?)?;
    let known = wallet.settings()?.consents;
    let means = Means::of(app, checking, &[], &known)?;
    let terms = ImportTerms {
        hold,
        recipients: checking.recipient.clone(),
        documents: means.documents.clone(),
        ask: Some(means.ask.as_ref()),
        ..Default::default()
    };
    let mut sum = Sum::default();
    let mut came: Came = Ok(Exit::Good);
    let shown = Shown { app, stopping: Stopping::on_interrupt(), over: AtomicBool::new(false) };
    let mut each = |one: Result<Imported, Failure>, _: &ChangeSet| {
        if let Ok(exit) = &mut came {
            match tell(app, id, one, &mut sum) {
                Ok(more) => *exit = exit.and(more),
                Err(ending) => {
                    shown.over.store(true, Ordering::Relaxed);
                    came = Err(ending);
                }
            }
        }
    };
    let gathered = wallet.scan_account(id, &terms, &shown, &mut each);
    app.out.progress_done();
    wallet.allow(&means.answers.yes())?;
    let gathered = gathered?.value;
    let mut exit = came?;
    if gathered.cancelled {
        exit = exit.and(Exit::Interrupted);
    }
    if let Some(failure) = &gathered.broken {
        exit = exit.and(failed(app, id, failure)?);
    }
    if !app.out.json {
        app.out.aside(&app.words.cli_account_looked_at(gathered.progress.looked_at));
        sum.tell(app);
    }
    Ok(exit)
}

/// What came of one thing. That nothing was in one is no news in an account.
fn tell(app: &App, id: &str, one: Result<Imported, Failure>, sum: &mut Sum) -> Came {
    match one {
        Ok(imported) => {
            let name = imported.examined.name.clone();
            let input = Input { name, what: What::StandardInput, folder: Some(id.to_owned()) };
            write(app, &input, &imported.records(), sum)
        }
        Err(failure) => failed(app, id, &failure),
    }
}

fn failed(app: &App, id: &str, failure: &Failure) -> Came {
    if app.out.json {
        app.out.line(&failing::object(id, failure, app.data))?;
    } else {
        app.tell(failure);
    }
    // Whoever was not asked, or did not answer, is no input that holds nothing.
    Ok(if failure.code.starts_with("fetch.") { Exit::Unavailable } else { failing::exit(failure) })
}
