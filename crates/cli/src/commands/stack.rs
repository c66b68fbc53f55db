//! `stack`: badges that belong together.

use serde_json::json;

use super::Came;
use crate::app::App;
use crate::args::StackAction;
use crate::exit::Exit;
use crate::report::{cell, name_cell, table};
use wallet::say;

pub(crate) fn run(app: &App, action: &StackAction) -> Came {
    let words = app.words;
    let wallet = app.open(None)?;
    match action {
        StackAction::Create { name, description } => {
            let done = wallet.create_stack(name, description)?;
            if app.out.json {
                app.out.line(&json!({ "id": done.value, "title": name }))?;
            } else {
                app.out.aside(&words.cli_done_stack_created(&done.value));
            }
        }
        StackAction::Add { stack, ids } => {
            let _ = wallet.add_to_stack(stack, ids)?;
            changed(app, &wallet, stack)?;
        }
        StackAction::Remove { stack, ids } => {
            for id in ids {
                let _ = wallet.remove_from_stack(stack, id)?;
            }
            changed(app, &wallet, stack)?;
        }
        StackAction::Show { stack } => {
            let view = wallet.stack(stack)?;
            if app.out.json {
                app.out.line(&view)?;
            } else {
                app.out.text(&cell(&view.title))?;
                if !view.description.is_empty() {
                    app.out.text(&cell(&view.description))?;
                }
                if view.items.is_empty() {
                    app.out.text(&words.cli_stack_empty())?;
                } else {
                    let mut table =
                        table([words.cli_id(), words.cli_badge(), words.cli_issuer(), words.cli_state()]);
                    for card in &view.items {
                        let mark = say::mark_word(words, card.mark);
                        table.add_row([
                            card.id.clone(),
                            name_cell(words, &card.name),
                            cell(&card.issuer),
                            mark,
                        ]);
                    }
                    app.out.text(&table.to_string())?;
                }
            }
        }
        StackAction::List => {
            let stacks = wallet.stacks()?;
            if app.out.json {
                app.out.line(&json!({ "stacks": stacks }))?;
            } else if stacks.is_empty() {
                app.out.text(&words.cli_stacks_empty())?;
            } else {
                let mut table =
                    table([words.cli_id(), words.cli_title(), words.cli_badges(), words.cli_work()]);
                for stack in &stacks {
                    let work = words.for_data().work(u64::from(stack.minutes));
                    table.add_row([stack.id.clone(), cell(&stack.title), stack.badges.to_string(), work]);
                }
                app.out.text(&table.to_string())?;
            }
        }
        // Answered before the backpack is opened.
        StackAction::Rule(_) => {}
    }
    Ok(Exit::Good)
}

fn changed(app: &App, wallet: &wallet::Wallet, stack: &str) -> Result<(), crate::app::Ending> {
    let view = wallet.stack(stack)?;
    if app.out.json {
        app.out.line(&view)?;
    } else {
        app.out.aside(&app.words.cli_done_stack_changed(view.items.len(), &view.title));
    }
    Ok(())
}
