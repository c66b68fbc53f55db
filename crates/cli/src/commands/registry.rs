//! `registry`: registers of issuers to believe.

use std::path::Path;

use serde_json::json;
use wallet::views::{RegistryAdded, RegistryView};

use super::Came;
use super::checking::{Means, file};
use crate::app::App;
use crate::args::{Checking, RegistryAction};
use crate::exit::Exit;
use crate::report::{cell, moment, table};

pub(crate) fn run(app: &App, action: &RegistryAction) -> Came {
    let words = app.words;
    match action {
        RegistryAction::Add { what, name, allow } => add(app, what, name.as_deref(), allow),
        RegistryAction::List => {
            let registries = app.open(None)?.registries()?;
            if app.out.json {
                app.out.line(&json!({ "registries": registries }))?;
            } else if registries.is_empty() {
                app.out.text(&words.cli_registries_empty())?;
            } else {
                let mut table =
                    table([words.cli_id(), words.cli_registry(), words.cli_issuers(), words.cli_added()]);
                for one in &registries {
                    table.add_row([
                        cell(&one.id),
                        cell(&one.name),
                        cell(&count(app, one)),
                        moment(words, &one.added_at),
                    ]);
                }
                app.out.text(&table.to_string())?;
            }
            Ok(Exit::Good)
        }
        RegistryAction::Remove { id } => {
            let _ = app.open(None)?.remove_registry(id)?;
            if app.out.json {
                app.out.line(&json!({ "removed": id }))?;
            } else {
                app.out.aside(&words.cli_done_registry_removed(id));
            }
            Ok(Exit::Good)
        }
    }
}

fn count(app: &App, registry: &RegistryView) -> String {
    registry.issuers.map_or_else(|| app.words.cli_registry_asked(), |count| count.to_string())
}

/// A register by itself; of a list of registers each that may be fetched.
fn add(app: &App, what: &str, name: Option<&str>, allow: &[String]) -> Came {
    let wallet = app.open_or_make(None)?;
    let known = wallet.settings()?.consents;
    let checking = Checking { allow: allow.to_vec(), ..Checking::default() };
    let means = Means::of(app, &checking, &[], &known)?;
    let first = if what.starts_with("https:") || what.starts_with("http:") {
        wallet.add_registry_at(what, name, means.ask.as_ref())?.value
    } else {
        let (file_name, bytes) = file(Path::new(what))?;
        wallet.add_registry(&file_name, &bytes)?.value
    };
    tell(app, &first)?;
    let mut exit = Exit::Good;
    for entry in &first.directory {
        match wallet.add_registry_at(&entry.url, Some(&entry.name), means.ask.as_ref()) {
            Ok(done) => tell(app, &done.value)?,
            Err(failure) => {
                app.tell(&failure);
                exit = Exit::Undecided;
            }
        }
    }
    Ok(exit)
}

fn tell(app: &App, added: &RegistryAdded) -> Result<(), crate::app::Ending> {
    let Some(registry) = &added.added else { return Ok(()) };
    if app.out.json {
        app.out.line(&json!({ "added": registry }))?;
    } else {
        app.out.aside(&app.words.cli_done_registry_added(&registry.name));
    }
    Ok(())
}
