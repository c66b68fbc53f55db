//! A wallet that knows the server of the test by its names.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use ::wallet::ports::{FixedClock, Mailboxes, SystemRandom};
use ::wallet::views::{AccountLogin, AccountView, ChangeSet, Failure, NewAccount};
use ::wallet::{Gathered, ImportTerms, Imported, Ports, Progress, SecretString, Unwatched, Wallet, Watch};
use backpack::MemoryKeyring;
use fetch::Policy;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use tempfile::TempDir;
use wallet_tests::dovecot::{Dovecot, EXPIRED, GOOD, PASSWORD, UNPROVED};

/// A wallet with an open backpack.
pub(crate) struct World {
    pub(crate) folder: TempDir,
    pub(crate) keyring: Arc<MemoryKeyring>,
    pub(crate) wallet: Wallet,
}

impl World {
    /// Addresses on this machine are allowed, by a policy that nothing that ships can make.
    pub(crate) fn new(dovecot: &Dovecot) -> World {
        World::with(
            dovecot,
            Policy::strict().with_loopback_for_tests().with_time_limit(Duration::from_secs(60)),
        )
    }

    pub(crate) fn with(dovecot: &Dovecot, policy: Policy) -> World {
        let names = |name: &str| -> Vec<IpAddr> {
            let address = match name {
                GOOD | "other.test" => "127.0.0.1",
                EXPIRED => "127.0.0.2",
                UNPROVED => "127.0.0.3",
                _ => return Vec::new(),
            };
            vec![address.parse().unwrap()]
        };
        let (folder, keyring) = (tempfile::tempdir().unwrap(), Arc::new(MemoryKeyring::new()));
        let ports = Ports {
            fetch: None,
            call: None,
            mailboxes: Some(Mailboxes::for_tests(policy, names, der(&dovecot.authority))),
            keyring: Arc::<MemoryKeyring>::clone(&keyring),
            clock: Arc::new(FixedClock("2026-11-21T09:00:00Z".parse().unwrap())),
            random: Arc::new(SystemRandom),
        };
        let wallet = Wallet::new(folder.path().join("backpack"), ports);
        let _ = wallet.create_backpack(Some(secret("Zwölf Kisten"))).unwrap();
        World { folder, keyring, wallet }
    }

    pub(crate) fn add(&self, new: &NewAccount) -> AccountView {
        self.wallet.add_account(new, &secret(PASSWORD)).unwrap().value
    }

    pub(crate) fn scan(&self, id: &str) -> Gathered {
        self.scan_watched(id, &Unwatched)
    }

    pub(crate) fn scan_watched(&self, id: &str, watch: &dyn Watch) -> Gathered {
        let mut failed: Vec<Failure> = Vec::new();
        let mut each = |came: Result<Imported, Failure>, _: &ChangeSet| failed.extend(came.err());
        let done = self.wallet.scan_account(id, &ImportTerms::default(), watch, &mut each).unwrap();
        assert!(failed.is_empty(), "{failed:?}");
        done.value
    }

    pub(crate) fn badges(&self) -> u32 {
        self.wallet.status().badges
    }
}

/// An authority as whoever believes it needs it.
fn der(authority: &str) -> Vec<u8> {
    CertificateDer::from_pem_slice(authority.as_bytes()).unwrap().to_vec()
}

/// The inbox of a user.
pub(crate) fn mailbox(user: &str, host: &str, port: u16) -> NewAccount {
    NewAccount::Imap {
        host: host.to_owned(),
        port: Some(port),
        user: user.to_owned(),
        login: AccountLogin::Password,
        folder: None,
        since: None,
        before: None,
    }
}

pub(crate) fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

/// Stops after so many badges.
pub(crate) struct Enough {
    after: u32,
    found: AtomicU32,
}

impl Enough {
    pub(crate) fn after(badges: u32) -> Enough {
        Enough { after: badges, found: AtomicU32::new(0) }
    }
}

impl Watch for Enough {
    fn step(&self, progress: &Progress) {
        self.found.store(progress.found, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.found.load(Ordering::Relaxed) >= self.after
    }
}
