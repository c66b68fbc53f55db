//! `issuer`: issuers the learner has marked as known.

use serde_json::json;
use wallet::say;

use super::Came;
use crate::app::App;
use crate::args::IssuerAction;
use crate::exit::Exit;
use crate::report::{cell, moment, table};

pub(crate) fn run(app: &App, action: &IssuerAction) -> Came {
    let words = app.words;
    let wallet = app.open(None)?;
    match action {
        IssuerAction::Add { id, new_key } => {
            let done = if *new_key { wallet.accept_key(id)? } else { wallet.mark_issuer(id)? };
            let badge = done.value;
            if app.out.json {
                let issuer = json!({ "id": badge.issuer.id, "name": badge.issuer.name });
                app.out.line(&json!({ "added": issuer, "badge": badge.card.id, "mark": badge.card.mark }))?;
            } else {
                let mark = say::mark_word(words, badge.card.mark);
                app.out.aside(&words.cli_done_issuer_added(&badge.card.name, &badge.issuer.name, &mark));
            }
        }
        IssuerAction::List => {
            let issuers = wallet.known_issuers()?;
            if app.out.json {
                app.out.line(&json!({ "issuers": issuers }))?;
            } else if issuers.is_empty() {
                app.out.text(&words.cli_issuers_empty())?;
            } else {
                let mut table = table([words.cli_issuer(), words.cli_id(), words.cli_issuer_since()]);
                for one in &issuers {
                    table.add_row([cell(&one.name), cell(&one.issuer), moment(words, &one.since)]);
                }
                app.out.text(&table.to_string())?;
            }
        }
        IssuerAction::Remove { issuer } => {
            let _ = wallet.unmark_issuer(issuer)?;
            if app.out.json {
                app.out.line(&json!({ "removed": issuer }))?;
            } else {
                app.out.aside(&words.cli_done_issuer_removed(issuer));
            }
        }
    }
    Ok(Exit::Good)
}
