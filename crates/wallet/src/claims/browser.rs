//! Signing in with the person's own browser.

use std::time::Duration;

use url::Url;

use crate::views::Failure;

/// How long the person may take to sign in.
const PATIENCE: Duration = Duration::from_secs(600);

/// The person's browser.
pub trait Browser: Sync {
    /// Opens an `https` address in it; false where that cannot be done.
    fn open(&self, address: &str) -> bool;

    /// Whether the person does not want to wait any more; asked often.
    fn given_up(&self) -> bool {
        false
    }

    /// What they read in the browser when they are back: plain text in their language.
    fn page(&self) -> String {
        String::new()
    }
}

/// The way to the browser and back.
pub(super) struct Way<'a> {
    browser: &'a dyn Browser,
    loopback: fetch::Loopback,
}

impl<'a> Way<'a> {
    /// Begins to listen for the way back; none where this machine gives no port.
    pub(super) fn new(browser: &'a dyn Browser) -> Option<Way<'a>> {
        Some(Way { browser, loopback: fetch::Loopback::bind().ok()? })
    }

    pub(super) fn redirect(&self) -> Url {
        self.loopback.address().clone()
    }

    /// Opens the address and waits until the browser is back.
    pub(super) fn sign_in(&self, address: &Url) -> Result<Url, Failure> {
        let about = |code: &str| {
            let host = address.host().map(|host| host.to_string()).unwrap_or_default();
            Failure::new(code).with("host", host)
        };
        if !self.browser.open(address.as_str()) {
            return Err(about("claim.no-browser"));
        }
        let began = std::time::Instant::now();
        let stop = || self.browser.given_up() || began.elapsed() > PATIENCE;
        self.loopback.wait(&self.browser.page(), &stop).ok_or_else(|| about("claim.given-up"))
    }
}
