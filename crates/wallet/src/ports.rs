//! What comes in from outside: the network, the keyring, the clock, randomness. Tests give their own.

use std::sync::Arc;

use futures::future::LocalBoxFuture;
use jiff::Timestamp;
use openbadges::Note;
use verification::{Answer, Document, Wanted};

pub use backpack::{Entropy, Keyring};
pub use fetch::imap::Mailboxes;
pub use fetch::{Method, Request, Response};

/// The network, seen from here: one document for one want.
pub trait Fetch: Send + Sync {
    /// Fetches what is wanted. `allow` is asked for every host before it is contacted, at redirects again; a refusal
    /// is an answer, too.
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer>;

    /// The same where a version is here already: if the host says that it is unchanged, it is the answer, as of now.
    fn renew<'a>(
        &'a self,
        wanted: &'a Wanted,
        held: &'a Document,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        let _ = held;
        self.get(wanted, allow)
    }
}

/// The network, for what is more than one document: a request with a token or a body, and what was answered.
pub trait Call: Send + Sync {
    /// Sends a request. `allow` is asked for every host before it is contacted; why there is no answer is a code.
    fn send<'a>(
        &'a self,
        request: &'a Request,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Result<Response, Note>>;
}

/// The clock.
pub trait Clock: Send + Sync {
    /// The moment to judge at.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still: `--at`, and tests.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Makes sources of randomness, one for each use.
pub trait Random: Send + Sync {
    /// A source of randomness.
    fn source(&self) -> Box<dyn Entropy>;
}

/// The machine's own randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn source(&self) -> Box<dyn Entropy> {
        Box::new(backpack::SystemEntropy)
    }
}

/// Everything a wallet needs from outside.
#[derive(Clone)]
pub struct Ports {
    /// The network; none: nothing is ever fetched.
    pub fetch: Option<Arc<dyn Fetch>>,
    /// The network for accounts and claims; none: none of them is asked.
    pub call: Option<Arc<dyn Call>>,
    /// Mailboxes elsewhere; none: none of them is asked.
    pub mailboxes: Option<Mailboxes>,
    /// The system's keyring.
    pub keyring: Arc<dyn Keyring + Send + Sync>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
}

impl Ports {
    /// The machine's own: its network, keyring, clock and randomness.
    pub fn system() -> Ports {
        let network = Arc::new(crate::network::System::new());
        Ports {
            fetch: Some(Arc::<crate::network::System>::clone(&network)),
            call: Some(network),
            mailboxes: Some(Mailboxes::new()),
            keyring: Arc::new(backpack::SystemKeyring),
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
        }
    }
}
