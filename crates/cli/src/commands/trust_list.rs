//! `trust-list`: lists of certificate authorities to believe about seals.

use serde_json::json;

use super::Came;
use super::checking::file;
use crate::app::App;
use crate::args::TrustListAction;
use crate::exit::Exit;
use crate::report::{cell, moment, table};

pub(crate) fn run(app: &App, action: &TrustListAction) -> Came {
    let words = app.words;
    match action {
        TrustListAction::Add { file: path } => {
            let (name, bytes) = file(path)?;
            let list = app.open_or_make(None)?.add_trust_list(&name, &bytes)?.value;
            if app.out.json {
                app.out.line(&json!({ "added": list }))?;
            } else {
                app.out.aside(&words.cli_done_trust_list_added(list.authorities, &list.name));
            }
        }
        TrustListAction::List => {
            let lists = app.open(None)?.trust_lists()?;
            if app.out.json {
                app.out.line(&json!({ "trustLists": lists }))?;
            } else if lists.is_empty() {
                app.out.text(&words.cli_trust_lists_empty())?;
            } else {
                let head =
                    [words.cli_id(), words.cli_trust_list(), words.cli_authorities(), words.cli_added()];
                let mut table = table(head);
                for one in &lists {
                    let count = one.authorities.to_string();
                    table.add_row([
                        cell(&one.id),
                        cell(&one.name),
                        cell(&count),
                        moment(words, &one.added_at),
                    ]);
                }
                app.out.text(&table.to_string())?;
            }
        }
        TrustListAction::Remove { id } => {
            let _ = app.open(None)?.remove_trust_list(id)?;
            if app.out.json {
                app.out.line(&json!({ "removed": id }))?;
            } else {
                app.out.aside(&words.cli_done_trust_list_removed(id));
            }
        }
    }
    Ok(Exit::Good)
}
