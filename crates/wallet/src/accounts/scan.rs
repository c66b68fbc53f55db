//! Going through an account: asked of the person who watches, as one thing after another.

use std::sync::Arc;

use backpack::Account;
use fetch::imap::{Login, Mailboxes, Period, Session};
use secrecy::SecretString;

use super::mailbox::MailboxSupply;
use super::place::{self, Mailbox, Place};
use super::platform::PlatformSupply;
use super::runtime::Runtime;
use crate::import::Imported;
use crate::views::{AccountLogin, ChangeSet, Failure, FolderView, NewAccount};
use crate::wallet::{Done, Wallet};
use crate::{Gathered, ImportTerms, Step, Supply, Watch};

/// What is new in an account, one thing after another: for [`Wallet::import_all`] and [`Wallet::gather`].
pub struct AccountSupply(Box<dyn Supply>);

impl std::fmt::Debug for AccountSupply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccountSupply")
    }
}

impl Supply for AccountSupply {
    fn step(&mut self) -> Step {
        self.0.step()
    }

    fn ahead(&self) -> usize {
        self.0.ahead()
    }

    fn taken(&mut self, imported: &Imported) -> Result<(), Failure> {
        self.0.taken(imported)
    }

    fn far(&self) -> (u32, Option<u32>) {
        self.0.far()
    }
}

impl Wallet {
    /// Logs in to an account that is not added yet, and lists its folders; a platform has none. Stores nothing.
    ///
    /// # Errors
    /// As [`Wallet::add_account`]; why nobody could be asked, or why the login was not taken.
    pub fn try_account(&self, new: &NewAccount, secret: &SecretString) -> Result<Vec<FolderView>, Failure> {
        let (fields, place) = super::chosen(new)?;
        super::secret::check(secret)?;
        match place {
            Place::Imap(mailbox) => self.folders(&fields.host, &fields.user, &mailbox, secret.clone()),
            Place::Oeb => {
                self.token(&Runtime::new()?, &fields, secret)?;
                Ok(Vec::new())
            }
        }
    }

    /// The folders of an account; a platform has none.
    ///
    /// # Errors
    /// Why nobody could be asked, or why the login was not taken.
    pub fn account_folders(&self, id: &str) -> Result<Vec<FolderView>, Failure> {
        let account = self.account(id)?;
        match Place::read(&account)? {
            Place::Imap(mailbox) => {
                let secret = self.account_secret(&account.id)?;
                self.folders(&account.fields.host, &account.fields.user, &mailbox, secret)
            }
            Place::Oeb => Ok(Vec::new()),
        }
    }

    fn folders(
        &self,
        host: &str,
        user: &str,
        mailbox: &Mailbox,
        secret: SecretString,
    ) -> Result<Vec<FolderView>, Failure> {
        let runtime = Runtime::new()?;
        let mut session =
            connect(&self.mailboxes()?, &runtime, host, &login(user, mailbox, secret), mailbox.port)?;
        let found = runtime.wait(session.folders())?;
        runtime.end(session.leave());
        let one =
            |folder: fetch::imap::Folder| FolderView { name: folder.name, selectable: folder.selectable };
        Ok(found.into_iter().map(one).collect())
    }

    /// Connects to an account and gives what is new in it since the last time, one thing after another. How far one is,
    /// is stored as each is taken in, so the next time goes on from there, however this one ends.
    ///
    /// # Errors
    /// Why nobody could be asked, or why the login was not taken.
    pub fn account_supply(&self, id: &str) -> Result<AccountSupply, Failure> {
        let account = self.account(id)?;
        let supply: Box<dyn Supply> = match Place::read(&account)? {
            Place::Imap(mailbox) => Box::new(self.mailbox_supply(&account, mailbox)?),
            Place::Oeb => Box::new(self.platform_supply(&account)?),
        };
        Ok(AccountSupply(supply))
    }

    /// Takes in what is new in an account; see [`Wallet::account_supply`] and [`Wallet::import_all`].
    ///
    /// # Errors
    /// Why it could not begin; and when the backpack itself fails. What ends it half-way is in [`Gathered::broken`].
    pub fn scan_account(
        &self,
        id: &str,
        terms: &ImportTerms<'_>,
        watch: &dyn Watch,
        each: &mut dyn FnMut(Result<Imported, Failure>, &ChangeSet),
    ) -> Result<Done<Gathered>, Failure> {
        let mut supply = self.account_supply(id)?;
        let done = self.import_all(&mut supply, terms, watch, each)?;
        Ok(Done { value: done.value, changes: done.changes.and(ChangeSet::settings()) })
    }

    fn mailbox_supply(&self, account: &Account, mailbox: Mailbox) -> Result<MailboxSupply, Failure> {
        let (host, port) = (account.fields.host.clone(), mailbox.port);
        let login = login(&account.fields.user, &mailbox, self.account_secret(&account.id)?);
        let mailboxes = self.mailboxes()?;
        MailboxSupply::open(
            Runtime::new()?,
            Box::new(move |runtime| connect(&mailboxes, runtime, &host, &login, port)),
            mailbox.folder,
            Period { since: mailbox.since, before: mailbox.before },
            place::reached(account),
            (self.backpack()?, Arc::clone(&self.ports.clock), account.id.clone()),
        )
    }

    fn platform_supply(&self, account: &Account) -> Result<PlatformSupply, Failure> {
        let runtime = Runtime::new()?;
        let secret = self.account_secret(&account.id)?;
        let token = self.token(&runtime, &account.fields, &secret)?;
        PlatformSupply::open(self, runtime, account, token)
    }

    fn mailboxes(&self) -> Result<Mailboxes, Failure> {
        self.ports.mailboxes.clone().ok_or_else(|| Failure::new("account.no-network"))
    }
}

fn login(user: &str, mailbox: &Mailbox, secret: SecretString) -> Login {
    let user = user.to_owned();
    match mailbox.login {
        AccountLogin::Password => Login::Password { user, password: secret },
        AccountLogin::Token => Login::Token { user, token: secret },
    }
}

/// Whoever adds an account names its host and agrees to it by that; no other host is asked.
fn connect(
    mailboxes: &Mailboxes,
    runtime: &Runtime,
    host: &str,
    login: &Login,
    port: u16,
) -> Result<Session, Failure> {
    Ok(runtime.wait(mailboxes.connect(host, port, login, &|asked| asked == host))?)
}
