//! `inbox`: what was found and waits for a yes.

use serde_json::json;
use wallet::views::Decision;

use super::Came;
use crate::app::App;
use crate::args::InboxAction;
use crate::exit::Exit;
use crate::lines;
use crate::report::{cell, name_cell, table};
use wallet::say;

pub(crate) fn run(app: &App, action: &InboxAction) -> Came {
    let wallet = app.open(None)?;
    let words = app.words;
    match action {
        InboxAction::List => {
            let items = wallet.inbox()?;
            if app.out.json {
                for item in &items {
                    app.out.line(&lines::waiting(item, app.data))?;
                }
            } else if items.is_empty() {
                app.out.text(&words.cli_inbox_empty())?;
            } else {
                let mut table = table([
                    words.cli_id(),
                    words.cli_badge(),
                    words.cli_issuer(),
                    words.cli_state(),
                    words.cli_kind(),
                ]);
                for item in &items {
                    let decision = match item.decision {
                        Decision::New => words.cli_decision_new(),
                        Decision::Copy => words.cli_decision_copy(),
                        Decision::Renewal => words.cli_decision_renewal(),
                    };
                    let card = &item.card;
                    let mark = say::mark_word(words, card.mark);
                    table.add_row([
                        card.id.clone(),
                        name_cell(words, &card.name),
                        cell(&card.issuer),
                        mark,
                        decision,
                    ]);
                }
                app.out.text(&table.to_string())?;
                for item in &items {
                    for same in &item.perhaps_same {
                        let offer = words.cli_perhaps_same(&same.id, &same.name);
                        app.out.text(&format!("{}  {offer}", item.card.id))?;
                    }
                }
            }
        }
        InboxAction::Keep { ids } => {
            let done = wallet.keep(ids)?;
            if app.out.json {
                app.out.line(&json!({ "kept": done.value }))?;
            } else {
                app.out.aside(&words.cli_done_kept(done.value));
            }
        }
        InboxAction::Dismiss { ids } => {
            let done = wallet.dismiss(ids)?;
            if app.out.json {
                app.out.line(&json!({ "dismissed": done.value }))?;
            } else {
                app.out.aside(&words.cli_done_dismissed(done.value));
            }
        }
    }
    Ok(Exit::Good)
}
