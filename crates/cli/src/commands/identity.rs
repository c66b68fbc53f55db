//! `identity`: whose badges these are.

use serde_json::json;

use super::Came;
use crate::app::App;
use crate::args::IdentityAction;
use crate::exit::Exit;
use crate::report::cell;

pub(crate) fn run(app: &App, action: &IdentityAction) -> Came {
    let words = app.words;
    match action {
        IdentityAction::Add { address } => {
            // The first thing somebody may want to say: there need not be a backpack yet.
            let _ = app.open_or_make(None)?.add_address(address)?;
            if app.out.json {
                app.out.line(&json!({ "added": address }))?;
            } else {
                app.out.aside(&words.cli_done_identity_added(address));
            }
        }
        IdentityAction::List => {
            let addresses = app.open(None)?.addresses()?;
            if app.out.json {
                app.out.line(&json!({ "addresses": addresses }))?;
            } else if addresses.is_empty() {
                app.out.text(&words.cli_identities_empty())?;
            } else {
                for address in &addresses {
                    app.out.text(&cell(address))?;
                }
            }
        }
        IdentityAction::Remove { address } => {
            let _ = app.open(None)?.remove_address(address)?;
            if app.out.json {
                app.out.line(&json!({ "removed": address }))?;
            } else {
                app.out.aside(&words.cli_done_identity_removed(address));
            }
        }
    }
    Ok(Exit::Good)
}
