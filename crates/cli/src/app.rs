//! One run of the program: what was typed, how it speaks, and the wallet it works on.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use wallet::ports::FixedClock;
use wallet::views::{BackpackState, Failure, SlotKind};
use wallet::{Ports, SecretString, Wallet};
use words::{Locale, Words};

use crate::args::Global;
use crate::exit::Exit;
use crate::out::{Out, Stop};

/// Why a command ends before its end.
#[derive(Debug)]
pub(crate) enum Ending {
    /// It failed; to be told.
    Failed(Box<Failure>),
    /// It has been told, or there is nobody to tell.
    Over(Exit),
}

impl From<Failure> for Ending {
    fn from(failure: Failure) -> Ending {
        Ending::Failed(Box::new(failure))
    }
}

impl From<Stop> for Ending {
    fn from(stop: Stop) -> Ending {
        Ending::Over(stop.0)
    }
}

/// One run of the program.
pub(crate) struct App {
    pub(crate) global: Global,
    pub(crate) out: Out,
    /// For people.
    pub(crate) words: Words,
    /// For JSON: English unless a language was named, never by the environment.
    pub(crate) data: Words,
}

impl App {
    pub(crate) fn new(global: Global) -> Result<App, Failure> {
        let named = match &global.locale {
            Some(tag) => {
                let unknown = || Failure::new("cli.locale-unknown").with("locale", tag);
                Some(Locale::parse(tag).ok_or_else(unknown)?)
            }
            None => None,
        };
        let read = named.unwrap_or_else(environment);
        Ok(App {
            out: Out::new(global.json, global.quiet),
            words: Words::new(read).for_reading(),
            data: Words::new(named.unwrap_or(Locale::En)).for_data(),
            global,
        })
    }

    /// The words of what is written to standard output.
    pub(crate) fn spoken(&self) -> Words {
        if self.out.json { self.data } else { self.words }
    }

    /// The wallet, over its folder, by this clock.
    pub(crate) fn wallet(&self, at: Option<Timestamp>) -> Result<Wallet, Failure> {
        let folder =
            wallet::folder(self.global.backpack.as_deref()).ok_or_else(|| Failure::new("folder.none"))?;
        let mut ports = Ports::system();
        if let Some(at) = at {
            ports.clock = Arc::new(FixedClock(at));
        }
        Ok(Wallet::new(folder, ports))
    }

    /// The wallet, opened: with the passphrase file, else by the keyring, else with a passphrase that is asked for.
    pub(crate) fn open(&self, at: Option<Timestamp>) -> Result<Wallet, Failure> {
        let wallet = self.wallet(at)?;
        self.unlock(&wallet)?;
        Ok(wallet)
    }

    /// The wallet, opened, or made where there is none.
    pub(crate) fn open_or_make(&self, at: Option<Timestamp>) -> Result<Wallet, Failure> {
        let wallet = self.wallet(at)?;
        if wallet.backpack_state().0 != BackpackState::None {
            self.unlock(&wallet)?;
            return Ok(wallet);
        }
        let folder = wallet.folder().display().to_string();
        if let Some(file) = &self.global.passphrase_file {
            let _ = wallet.create_backpack(Some(passphrase_in(file)?))?;
            self.out.aside(&self.words.cli_made_passphrase(&folder));
            return Ok(wallet);
        }
        match wallet.create_backpack(None) {
            Ok(_) => self.out.aside(&self.words.cli_made_keyring(&folder)),
            Err(failure) if Out::can_ask() => {
                self.tell(&failure);
                let first = self.ask(&self.words.cli_ask_new_passphrase())?;
                let again = self.ask(&self.words.cli_ask_again())?;
                if !same(&first, &again) {
                    return Err(Failure::new("cli.passphrases-differ"));
                }
                let _ = wallet.create_backpack(Some(first))?;
                self.out.aside(&self.words.cli_made_passphrase(&folder));
            }
            Err(failure) => return Err(failure),
        }
        Ok(wallet)
    }

    fn unlock(&self, wallet: &Wallet) -> Result<(), Failure> {
        let (state, slots) = wallet.backpack_state();
        if state == BackpackState::None {
            return Err(Failure::new("backpack.none"));
        }
        if let Some(file) = &self.global.passphrase_file {
            let _ = wallet.unlock(Some(&passphrase_in(file)?))?;
            return Ok(());
        }
        let mut failure = Failure::new("backpack.locked");
        if slots.contains(&SlotKind::Keyring) || slots.is_empty() {
            match wallet.unlock(None) {
                Ok(_) => return Ok(()),
                Err(why) => failure = why,
            }
        }
        let typed = slots.contains(&SlotKind::Passphrase) || slots.contains(&SlotKind::Recovery);
        if typed && Out::can_ask() {
            let passphrase = self.ask(&self.words.cli_ask_passphrase())?;
            let _ = wallet.unlock(Some(&passphrase))?;
            return Ok(());
        }
        Err(failure)
    }

    /// Asks for a passphrase; what is typed is not shown.
    pub(crate) fn ask(&self, question: &str) -> Result<SecretString, Failure> {
        let typed = self.out.suspended(|| rpassword::prompt_password(question));
        typed.map(SecretString::from).map_err(|_| Failure::new("backpack.locked"))
    }

    /// Tells a failure: what happened, and what to do.
    pub(crate) fn tell(&self, failure: &Failure) {
        let sentence = self.words.code(&failure.code, &failure.args);
        self.out.trouble(&sentence.message);
        if let Some(next) = sentence.next {
            self.out.trouble(&next);
        }
    }
}

/// The language that the environment asks for (POSIX: the first of these that is set).
fn environment() -> Locale {
    let wish = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Locale::negotiate(wish.as_deref())
}

/// The first line of a file, without its line end.
pub(crate) fn passphrase_in(file: &Path) -> Result<SecretString, Failure> {
    let failed = || Failure::new("cli.passphrase-file").with("name", file.display().to_string());
    let text = std::fs::read_to_string(file).map_err(|_| failed())?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(SecretString::from(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}

pub(crate) fn same(a: &SecretString, b: &SecretString) -> bool {
    use wallet::ExposeSecret as _;
    a.expose_secret() == b.expose_secret()
}
