//! Making, opening and closing the backpack.

use std::sync::Arc;

use backpack::{Backpack, BadgeState, NewSlot, SlotKind as Slot, State, Unlock};
use secrecy::SecretString;

use crate::views::{AppStatus, BackpackState, ChangeSet, Failure, SlotKind};
use crate::wallet::{Done, Wallet};

/// The version of this app.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Wallet {
    /// How everything stands. Never fails: what cannot be asked is said to be locked, damaged or not there.
    pub fn status(&self) -> AppStatus {
        let (state, slots) = self.backpack_state();
        let look = self.look();
        let opened = self.opened();
        let of = |state| {
            let counts = opened.as_ref().and_then(|backpack| backpack.counts(state).ok()).unwrap_or_default();
            count(counts.iter().map(|one| one.count).fold(0, u64::saturating_add))
        };
        let stacks = opened.as_ref().and_then(|backpack| backpack.stacks().ok()).map_or(0, |all| all.len());
        AppStatus {
            backpack: state,
            keyring: self.ports.keyring.available().is_ok(),
            slots,
            locale: look.locale,
            theme: look.theme,
            contrast: look.contrast,
            version: VERSION.to_owned(),
            inbox: of(BadgeState::Waiting),
            badges: of(BadgeState::Kept),
            stacks: count(stacks),
        }
    }

    /// Makes a backpack and opens it: with this passphrase, or with the system's keyring.
    pub fn create_backpack(&self, passphrase: Option<SecretString>) -> Result<Done<AppStatus>, Failure> {
        let slot = match passphrase {
            Some(passphrase) => NewSlot::Passphrase(passphrase),
            None => NewSlot::Keyring { label: computer() },
        };
        let mut random = self.ports.random.source();
        let made = Backpack::create(
            self.folder(),
            &[slot],
            self.ports.keyring.as_ref(),
            random.as_mut(),
            self.now(),
        )?;
        self.look_into(&made)?;
        self.set_opened(Some(Arc::new(made)));
        Ok(Done::new(self.status(), ChangeSet::all()))
    }

    /// Opens the backpack: with this passphrase or recovery code, or with the system's keyring.
    pub fn unlock(&self, passphrase: Option<&SecretString>) -> Result<Done<AppStatus>, Failure> {
        if self.opened().is_none() {
            let unlock = passphrase.map_or(Unlock::Keyring, Unlock::Typed);
            let opened = Backpack::open(self.folder(), unlock, self.ports.keyring.as_ref())?;
            self.look_from(&opened);
            self.set_opened(Some(Arc::new(opened)));
        }
        Ok(Done::new(self.status(), ChangeSet::all()))
    }

    /// At the start: opens the backpack where the keyring does so without a question; else leaves it as it is.
    pub fn unlock_quietly(&self) -> AppStatus {
        let (state, slots) = self.backpack_state();
        if state == BackpackState::Locked && slots.contains(&SlotKind::Keyring) {
            // Why it did not open is told when the person asks for it.
            let _ = self.unlock(None);
        }
        self.status()
    }

    /// Closes the backpack.
    pub fn lock(&self) -> Done<AppStatus> {
        self.set_opened(None);
        Done::new(self.status(), ChangeSet::all())
    }

    /// The state of the backpack and the kinds of its keys. Asks no keyring.
    pub fn backpack_state(&self) -> (BackpackState, Vec<SlotKind>) {
        let kinds = |slots: Vec<backpack::SlotInfo>| slots.iter().map(|slot| slot.kind.into()).collect();
        if let Some(opened) = self.opened() {
            return (BackpackState::Open, opened.slots().map(kinds).unwrap_or_default());
        }
        match backpack::state(self.folder()) {
            Ok(State::None) => (BackpackState::None, Vec::new()),
            Ok(State::Locked { slots }) => (BackpackState::Locked, kinds(slots)),
            Ok(State::Damaged(_)) | Err(_) => (BackpackState::Damaged, Vec::new()),
        }
    }
}

impl From<Slot> for SlotKind {
    fn from(kind: Slot) -> SlotKind {
        match kind {
            Slot::Keyring => SlotKind::Keyring,
            Slot::Passphrase => SlotKind::Passphrase,
            Slot::Recovery => SlotKind::Recovery,
        }
    }
}

/// What a slot in the keyring is called: the name of this computer, where it says it.
pub(crate) fn computer() -> String {
    ["HOSTNAME", "COMPUTERNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// A count as it crosses to the window.
pub(crate) fn count<N: TryInto<u32>>(n: N) -> u32 {
    n.try_into().unwrap_or(u32::MAX)
}
