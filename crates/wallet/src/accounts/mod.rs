//! Accounts that badges are fetched from: mailboxes elsewhere, badge platforms.
//!
//! What was chosen and how far each was looked through stands in the encrypted store; the secret stands in the system's
//! keyring under a name of its own and nowhere else. Naming a host for an account is the consent to ask it.

mod choose;
mod listed;
mod mailbox;
mod place;
mod platform;
mod runtime;
mod scan;
mod secret;

use backpack::{Account, AccountFields, AccountId};
use secrecy::SecretString;

use place::Place;
pub use scan::AccountSupply;

use crate::checking::normal_host;
use crate::views::{AccountKind, AccountView, ChangeSet, Failure, NewAccount};
use crate::wallet::{Done, Wallet};

impl Wallet {
    /// All accounts, in the order in which they were added.
    pub fn accounts(&self) -> Result<Vec<AccountView>, Failure> {
        self.backpack()?.accounts()?.iter().map(view).collect()
    }

    /// Adds an account, with its secret for the keyring. Nobody is asked anything yet.
    ///
    /// # Errors
    /// `account.no-host`, `account.no-user`, `account.no-secret`, `account.date`, `account.period`,
    /// `account.exists`; those of the keyring, and then nothing was added.
    pub fn add_account(&self, new: &NewAccount, secret: &SecretString) -> Result<Done<AccountView>, Failure> {
        let backpack = self.backpack()?;
        let (fields, place) = chosen(new)?;
        secret::check(secret)?;
        let known = backpack.accounts()?;
        if known.iter().any(|one| one.fields == fields) {
            return Err(Failure::new("account.exists").with("host", &fields.host));
        }
        let mut random = self.ports.random.source();
        let id = backpack.add_account(&fields, random.as_mut(), self.now())?;
        if let Err(failure) = secret::set(self.ports.keyring.as_ref(), &id, secret) {
            backpack.remove_account(&id)?;
            return Err(failure);
        }
        if place.kind() == AccountKind::Oeb {
            // Its badges are checked at the same host.
            backpack.give_consent(&fields.host, self.now())?;
        }
        Ok(Done::new(view(&self.account(id.as_str())?)?, ChangeSet::settings()))
    }

    /// Puts another secret in the place of an account's: a new password, a fresh token.
    pub fn set_account_secret(&self, id: &str, secret: &SecretString) -> Result<Done<()>, Failure> {
        secret::check(secret)?;
        secret::set(self.ports.keyring.as_ref(), &self.account(id)?.id, secret)?;
        Ok(Done::new((), ChangeSet::settings()))
    }

    /// Forgets an account and its secret. The badges that came from it stay.
    ///
    /// # Errors
    /// Those of the keyring, and then the account is still there: a secret that nobody knows of any more could never be
    /// taken away.
    pub fn remove_account(&self, id: &str) -> Result<Done<()>, Failure> {
        let account = self.account(id)?;
        secret::delete(self.ports.keyring.as_ref(), &account.id)?;
        self.backpack()?.remove_account(&account.id)?;
        Ok(Done::new((), ChangeSet::settings()))
    }

    /// The account with this id, or the only one whose id begins so.
    pub(crate) fn account(&self, id: &str) -> Result<Account, Failure> {
        let all = self.backpack()?.accounts()?;
        if let Some(account) = all.iter().find(|account| account.id.as_str() == id) {
            return Ok(account.clone());
        }
        let mut alike = all.into_iter().filter(|one| id.len() >= 4 && one.id.as_str().starts_with(id));
        match (alike.next(), alike.next()) {
            (Some(account), None) => Ok(account),
            _ => Err(Failure::new("backpack.unknown-account").with("id", id)),
        }
    }

    pub(crate) fn account_secret(&self, id: &AccountId) -> Result<SecretString, Failure> {
        secret::get(self.ports.keyring.as_ref(), id)
    }
}

/// What is stored of a choice, and the choice as it was understood.
pub(crate) fn chosen(new: &NewAccount) -> Result<(AccountFields, Place), Failure> {
    let place = Place::of(new)?;
    let (host, user) = match new {
        NewAccount::Imap { host, user, .. } => (host.as_str(), user),
        NewAccount::Oeb { host, client } => (host.as_deref().unwrap_or(place::OEB), client),
    };
    let host = normal_host(host);
    if url::Host::parse(&host).is_err() || host.contains(['/', ':', '@']) {
        return Err(Failure::new("account.no-host").with("host", &host));
    }
    let user = user.trim();
    if user.is_empty() || user.contains(char::is_control) {
        return Err(Failure::new("account.no-user"));
    }
    let fields =
        AccountFields { kind: place.word().to_owned(), host, user: user.to_owned(), place: place.written() };
    Ok((fields, place))
}

fn view(account: &Account) -> Result<AccountView, Failure> {
    let place = Place::read(account)?;
    let imap = place.imap();
    Ok(AccountView {
        id: account.id.0.clone(),
        kind: place.kind(),
        host: account.fields.host.clone(),
        user: account.fields.user.clone(),
        port: imap.map(|imap| imap.port),
        login: imap.map(|imap| imap.login),
        folder: imap.map(|imap| imap.folder.clone()),
        since: imap.and_then(|imap| imap.since).map(|day| day.to_string()),
        before: imap.and_then(|imap| imap.before).map(|day| day.to_string()),
        added_at: account.added_at.to_string(),
        scanned_at: account.scanned_at.map(|at| at.to_string()),
        unfinished: place::unfinished(&account.reached),
    })
}
