//! `inbox`: what was found and waits for a yes.

use serde_json::json;
use wallet::views::Decision;
use wallet::{Examined, ImportTerms, Imported};

use super::Came;
use super::checking::{Means, moment};
use super::following::Following;
use super::import::{Sum, write};
use crate::app::App;
use crate::args::{Checking, InboxAction};
use crate::exit::Exit;
use crate::inputs::{Input, What};
use crate::lines;
use crate::report::{cell, name_cell, table};
use wallet::say;

pub(crate) fn run(app: &App, action: &InboxAction) -> Came {
    if let InboxAction::Fetch { ids, checking } = action {
        return fetch(app, ids, checking);
    }
    let wallet = app.open(None)?;
    let words = app.words;
    match action {
        InboxAction::List => {
            let items = wallet.inbox()?;
            let links = wallet.waiting_links()?;
            if app.out.json {
                for item in &items {
                    app.out.line(&lines::waiting(item, app.data))?;
                }
                for one in &links {
                    app.out.line(&lines::waiting_link(one))?;
                }
                return Ok(Exit::Good);
            }
            if items.is_empty() && links.is_empty() {
                app.out.text(&words.cli_inbox_empty())?;
            }
            if !items.is_empty() {
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
            if !links.is_empty() {
                let mut table = table([words.cli_id(), words.cli_link(), words.cli_found_where()]);
                for one in &links {
                    let waits = match one.tracker {
                        true => words.cli_waits_for_tracker(&one.asks),
                        false => words.cli_waits_for(&one.asks),
                    };
                    let found = one.mail.as_ref().map_or(&one.input, |mail| &mail.subject);
                    table.add_row([one.id.clone(), waits, cell(found)]);
                }
                app.out.text(&table.to_string())?;
            }
        }
        InboxAction::Fetch { .. } => {}
        InboxAction::Keep { ids } => {
            let done = wallet.keep(ids)?;
            if app.out.json {
                app.out.line(&json!({ "kept": done.value }))?;
            } else {
                app.out.aside(&words.cli_done_kept(done.value));
            }
        }
        InboxAction::Dismiss { ids } => {
            let waiting = wallet.waiting_links()?;
            let is_link = |id: &&String| waiting.iter().any(|one| one.id == **id);
            let (links, badges): (Vec<&String>, Vec<&String>) = ids.iter().partition(is_link);
            let of = |ids: Vec<&String>| ids.into_iter().cloned().collect::<Vec<_>>();
            // Badges first: an id that is none is refused before anything goes.
            let mut gone = 0;
            if !badges.is_empty() {
                gone += wallet.dismiss(&of(badges))?.value;
            }
            if !links.is_empty() {
                gone += wallet.dismiss_links(&of(links))?.value;
            }
            if app.out.json {
                app.out.line(&json!({ "dismissed": gone }))?;
            } else {
                app.out.aside(&words.cli_done_dismissed(gone));
            }
        }
    }
    Ok(Exit::Good)
}

/// Fetches what is behind links that wait, as far as their hosts are allowed.
fn fetch(app: &App, ids: &[String], checking: &Checking) -> Came {
    let wallet = app.open(moment(checking)?)?;
    let known = wallet.settings()?.consents;
    let means = Means::remembering(app, checking, &[], &known)?;
    let terms = ImportTerms {
        hold: true,
        recipients: checking.recipient.clone(),
        documents: means.documents.clone(),
        ask: Some(means.ask.as_ref()),
        ..ImportTerms::default()
    };
    let following = Following { app, wallet: &wallet, terms: &terms, checking };
    let all = match ids {
        [] => wallet.waiting_links()?.into_iter().map(|one| one.id).collect(),
        ids => ids.to_vec(),
    };
    let mut exit = Exit::Good;
    let mut sum = Sum::default();
    for id in &all {
        let (waiting, link) = wallet.waiting_link(id)?;
        let examined = Examined { name: waiting.input.clone(), links: vec![link], ..Examined::default() };
        let (imported, followed) = following.links(Imported { examined, kept: Vec::new() })?;
        let input = Input { name: waiting.input, what: What::Nothing, folder: None };
        exit = exit.and(followed).and(write(app, &input, &imported.records(), &mut sum)?);
    }
    wallet.allow(&means.answers.yes())?;
    if !app.out.json {
        sum.tell(app);
    }
    Ok(exit)
}
