//! Offers of badges: what one is, and taking it.

use tauri::State;
use wallet::{
    Browser, ClaimTerms, SecretString,
    views::{ClaimState, ClaimView, Failure},
};

use super::app::open_in_browser;
use crate::shell::Shell;

/// The person's own browser, for signing in at an issuer.
struct System;

impl Browser for System {
    fn open(&self, url: &str) -> bool {
        open_in_browser(url).is_ok()
    }
}

/// What an offer is, as far as it says so itself. Nobody is asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_claim(shell: State<'_, Shell>, offer: String) -> Result<ClaimView, Failure> {
    shell.ask(move |wallet| wallet.claim_look(&offer)).await
}

/// Takes what is offered; asks the hosts the person allowed, and no others. What comes goes into the Inbox.
#[tauri::command]
#[specta::specta]
pub(crate) async fn claim(
    shell: State<'_, Shell>,
    offer: String,
    pin: Option<String>,
    allow_hosts: Vec<String>,
) -> Result<ClaimState, Failure> {
    shell
        .change(move |wallet| {
            let pin = pin.map(SecretString::from);
            let terms = ClaimTerms {
                pin,
                allow: allow_hosts,
                hold: true,
                browser: Some(&System),
                ..Default::default()
            };
            wallet.claim(&offer, &terms)
        })
        .await
}
