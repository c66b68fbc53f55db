//! Links: those that were named, and those that an import found. Followed as far as hosts were allowed, by name or on the
//! terminal; a click tracker only where its very host was.

use wallet::views::Failure;
use wallet::{Followed, ImportTerms, Imported, Unwatched, Wallet, may_follow, tracks};

use crate::app::App;
use crate::args::Checking;
use crate::exit::Exit;
use crate::out::Out;

/// What links are followed with.
pub(super) struct Following<'a> {
    pub(super) app: &'a App,
    pub(super) wallet: &'a Wallet,
    pub(super) terms: &'a ImportTerms<'a>,
    pub(super) checking: &'a Checking,
}

impl Following<'_> {
    /// Takes in what is behind an address that was named.
    pub(super) fn address(&self, address: &str) -> Result<(Imported, Exit), Failure> {
        let followed = self.wallet.import_address(address, self.terms, &Unwatched)?.value;
        let something = !followed.imported.is_empty();
        let exit = if something { self.tell(address, &followed) } else { Exit::Good };
        Ok((followed.into_imported(address, ""), exit))
    }

    /// Follows the links of something that was taken in. Those that are not followed stay links.
    pub(super) fn links(&self, mut imported: Imported) -> Result<(Imported, Exit), Failure> {
        if self.checking.offline || self.checking.allow.is_empty() && !Out::can_ask() {
            return Ok((imported, Exit::Good));
        }
        let mut exit = Exit::Good;
        for link in std::mem::take(&mut imported.examined.links) {
            if !may_follow(&link) || tracks(&link) && !self.may_track(&link.host) {
                imported.examined.links.push(link);
                continue;
            }
            if Out::can_ask() {
                let words = self.app.words;
                self.app.out.aside(&words.cli_follow(&link.host, &link.url));
                if tracks(&link) {
                    self.app.out.aside(&words.cli_follow_tracker(&link.host));
                }
            }
            let followed = self.wallet.follow(&link, self.terms, &Unwatched)?.value;
            let nothing = followed.imported.is_empty();
            // That nobody may be asked for a link is said by the link itself.
            if !nothing || followed.asks.is_empty() {
                exit = exit.and(self.tell(&link.url, &followed));
            }
            let path = if link.path.is_empty() { "link".to_owned() } else { format!("{}/link", link.path) };
            let more = followed.into_imported(&imported.examined.name, &path);
            if nothing {
                imported.examined.links.push(link);
            }
            imported.examined.found.extend(more.examined.found);
            imported.examined.presentations.extend(more.examined.presentations);
            imported.examined.notes.extend(more.examined.notes);
            imported.kept.extend(more.kept);
        }
        Ok((imported, exit))
    }

    /// A yes to everything was not meant for those who only count who clicked.
    fn may_track(&self, host: &str) -> bool {
        Out::can_ask() || self.checking.allow.iter().any(|named| named.eq_ignore_ascii_case(host))
    }

    /// Says what of a link could not be had, and why.
    fn tell(&self, url: &str, followed: &Followed) -> Exit {
        let app = self.app;
        for ask in &followed.asks {
            app.tell(
                &Failure::new("input.address-refused").with("address", &ask.url).with("host", &ask.host),
            );
        }
        for failure in &followed.failures {
            let reason = app.words.code(&failure.code, &failure.args).message;
            app.out.trouble(&app.words.cli_follow_failed(url, &reason));
        }
        let whole = followed.asks.is_empty() && followed.failures.is_empty();
        if whole { Exit::Good } else { Exit::Undecided }
    }
}
