//! What the shell keeps while the window is open.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use tauri::AppHandle;
use tauri_specta::Event as _;
use wallet::{Done, Ports, Wallet, views::Failure};
use words::{Locale, Words};

use crate::{events::Changes, jobs::Jobs, reviewed::Reviewed, sealed::AllSealed, waiting::Waiting};

/// The wallet, and the files that were given to the app and wait to be looked at.
pub(crate) struct Shell {
    app: AppHandle,
    wallet: Arc<Wallet>,
    waiting: Mutex<Waiting>,
    reviewed: Mutex<Option<Reviewed>>,
    jobs: Jobs,
    sealed: Mutex<AllSealed>,
}

impl Shell {
    /// Makes the wallet over the system's own keyring, clock and network, in the learner's data folder. Opens
    /// nothing yet. `None` where the system names no such folder.
    pub(crate) fn start(app: AppHandle, arguments: Vec<PathBuf>) -> Option<Shell> {
        let wallet = Wallet::new(wallet::folder(None)?, Ports::system());
        Some(Shell {
            app,
            wallet: Arc::new(wallet),
            waiting: Mutex::new(Waiting::new(arguments.into_iter())),
            reviewed: Mutex::new(None),
            jobs: Jobs::default(),
            sealed: Mutex::default(),
        })
    }

    /// Asks the wallet on a thread of its own, so that the window never stands still. A panic below becomes a
    /// failure that says it is our fault.
    pub(crate) async fn ask<T, F>(&self, question: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&Wallet) -> Result<T, Failure> + Send + 'static,
    {
        let wallet = Arc::clone(&self.wallet);
        match tauri::async_runtime::spawn_blocking(move || question(&wallet)).await {
            Ok(answer) => answer,
            Err(_) => Err(Failure::new("shell.broken")),
        }
    }

    /// Has the wallet change something, likewise, and tells the window what is stale now.
    pub(crate) async fn change<T, F>(&self, change: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&Wallet) -> Result<Done<T>, Failure> + Send + 'static,
    {
        let Done { value, changes } = self.ask(change).await?;
        if !changes.is_empty() {
            // A window that is closing hears nothing; what it would show is on disk already.
            let _ = Changes(changes).emit(&self.app);
        }
        Ok(value)
    }

    /// Our words in the person's language, for what the system shows in our name.
    pub(crate) async fn words(&self) -> Words {
        let chosen = self.ask(|wallet| Ok(wallet.status().locale)).await.ok().flatten();
        Words::new(chosen.as_deref().and_then(Locale::parse).unwrap_or_else(of_the_system))
    }

    /// What is being reviewed, so that it can be looked at again with more hosts allowed. In memory only.
    pub(crate) fn reviewed<T>(&self, with: impl FnOnce(&mut Option<Reviewed>) -> T) -> T {
        with(&mut self.reviewed.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is being worked on.
    pub(crate) fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Exports that wait for their password.
    pub(crate) fn sealed<T>(&self, with: impl FnOnce(&mut AllSealed) -> T) -> T {
        with(&mut self.sealed.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The files that wait.
    pub(crate) fn waiting<T>(&self, with: impl FnOnce(&mut Waiting) -> T) -> T {
        with(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The language the system speaks.
fn of_the_system() -> Locale {
    let wishes = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default());
    Locale::negotiate(wishes.iter().map(String::as_str).filter(|wish| !wish.is_empty()).take(1))
}
