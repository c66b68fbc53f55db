//! Claiming what an issuer offers: OpenID4VCI, and exchanges with DIDAuth. The room `claiming` says what comes next; here it is
//! done, behind the consent of the person, and what came goes the way of every import.

mod browser;
mod drive;
mod keys;

use std::sync::Arc;

use claiming::{Offer, Pin, Protocol, Sends};
use secrecy::SecretString;

pub use browser::Browser;
pub(crate) use keys::dids;

use crate::checking::{Ask, Consent, Hosts, Online, normal_host};
use crate::given::{Given, GivenKind};
use crate::import::{ImportTerms, Imported, input};
use crate::views::{AddView, ChangeSet, ClaimProtocol, ClaimSends, ClaimState, ClaimView, Failure, PinView};
use crate::wallet::{Done, Wallet};
use drive::Came;

/// How a claim goes about it.
#[derive(Default)]
pub struct ClaimTerms<'a> {
    /// The code that the person typed in.
    pub pin: Option<SecretString>,
    /// Hosts that were agreed to: they may be asked from now on.
    pub allow: Vec<String>,
    /// Who else says which hosts may be asked, for this time only.
    pub consent: Option<Arc<dyn Consent>>,
    /// The person's browser, to sign in with; none: where the person would have to sign in, that is the failure.
    pub browser: Option<&'a dyn Browser>,
    /// Leave what comes in the Inbox.
    pub hold: bool,
}

/// What claiming came to, with everything that was checked.
#[derive(Debug, Clone)]
pub enum ClaimOutcome {
    /// The issuer gave it.
    Given {
        /// One for each credential.
        imported: Vec<Imported>,
        /// The host that gives more later.
        later: Option<String>,
    },
    /// These hosts would have to be asked, too.
    AskHosts(Vec<String>),
    /// A code is needed.
    AskPin {
        /// Which.
        pin: PinView,
        /// One was given, and not taken.
        wrong: bool,
    },
}

impl Wallet {
    /// What an offer is, as far as it says so itself. Nobody is asked, and no backpack is needed.
    ///
    /// # Errors
    /// `claim.no-offer`, `claim.offer`, `claim.address`, `claim.login`.
    pub fn claim_look(&self, text: &str) -> Result<ClaimView, Failure> {
        let offer = Offer::read(text)?;
        let hosts = offer.hosts();
        Ok(ClaimView {
            protocol: match offer.protocol() {
                Protocol::OpenId => ClaimProtocol::OpenId4Vci,
                Protocol::Exchange => ClaimProtocol::VcApi,
            },
            host: hosts.first().cloned().unwrap_or_default(),
            hosts,
            offered: offer.offered().to_vec(),
            sends: offer.sends().into_iter().map(sends).collect(),
            pin: offer.pin().map(pin_view),
        })
    }

    /// Claims what is offered and takes it in.
    ///
    /// # Errors
    /// Those of `claiming` (`claim.…`), of the network (`fetch.…`) and of the backpack.
    pub fn claim(&self, text: &str, terms: &ClaimTerms<'_>) -> Result<Done<ClaimState>, Failure> {
        Ok(self.claim_import(text, terms)?.map(|outcome| match outcome {
            ClaimOutcome::AskHosts(hosts) => ClaimState::AskHosts { hosts },
            ClaimOutcome::AskPin { pin, wrong } => ClaimState::AskPin { pin, wrong },
            ClaimOutcome::Given { imported, later } => {
                let added = AddView { inputs: imported.iter().map(input).collect(), address_offer: None };
                match later {
                    Some(host) => ClaimState::Later { added, host },
                    None => ClaimState::Added { added },
                }
            }
        }))
    }

    /// The same, with everything that was checked.
    ///
    /// # Errors
    /// As [`Wallet::claim`].
    pub fn claim_import(&self, text: &str, terms: &ClaimTerms<'_>) -> Result<Done<ClaimOutcome>, Failure> {
        let backpack = self.backpack()?;
        let offer = Offer::read(text)?;
        for host in &terms.allow {
            backpack.give_consent(&normal_host(host), self.now())?;
        }
        let mut changes = if terms.allow.is_empty() { ChangeSet::none() } else { ChangeSet::settings() };
        // What was agreed to for looking things up was not agreed to for saying who one is.
        let consent = Allowed { named: Hosts::new(&terms.allow), more: terms.consent.clone() };
        let (credentials, later) = match self.drive(&backpack, offer, &consent, terms)? {
            Came::AskHosts(hosts) => return Ok(Done::new(ClaimOutcome::AskHosts(hosts), changes)),
            Came::AskPin(pin) => {
                let outcome = ClaimOutcome::AskPin { wrong: pin.wrong, pin: pin_view(&pin) };
                return Ok(Done::new(outcome, changes));
            }
            Came::Given(claimed, host) => (
                claimed.credentials.into_iter().map(|one| given(one, &host)).collect::<Vec<_>>(),
                claimed.later,
            ),
        };
        let consent: Arc<dyn Consent> = match &terms.consent {
            Some(consent) => Arc::clone(consent),
            None => Arc::new(Hosts::new(backpack.consents()?)),
        };
        let online = self.ports.fetch.clone().map(|fetch| Online::new(fetch, consent));
        let import = ImportTerms {
            hold: terms.hold,
            ask: online.as_ref().map(|ask| ask as &dyn Ask),
            ..Default::default()
        };
        let mut imported = Vec::new();
        for one in &credentials {
            let done = self.import(one, &import)?;
            changes = changes.and(done.changes);
            imported.push(done.value);
        }
        Ok(Done::new(ClaimOutcome::Given { imported, later }, changes))
    }
}

/// Hosts that were named, and those that somebody else agrees to.
struct Allowed {
    named: Hosts,
    more: Option<Arc<dyn Consent>>,
}

impl Consent for Allowed {
    fn may_ask(&self, host: &str) -> bool {
        self.named.may_ask(host) || self.more.as_ref().is_some_and(|more| more.may_ask(host))
    }
}

fn given(credential: claiming::Credential, host: &str) -> Given {
    let name = if credential.name.is_empty() { host.to_owned() } else { credential.name };
    Given { name, bytes: credential.bytes, kind: GivenKind::Claim }
}

fn pin_view(pin: &Pin) -> PinView {
    PinView { digits: pin.digits, length: pin.length, description: pin.description.clone() }
}

fn sends(sends: Sends) -> ClaimSends {
    match sends {
        Sends::Code => ClaimSends::Code,
        Sends::Pin => ClaimSends::Pin,
        Sends::SignIn => ClaimSends::SignIn,
        Sends::HolderId => ClaimSends::HolderId,
        Sends::Signature => ClaimSends::Signature,
    }
}

impl From<claiming::ClaimError> for Failure {
    fn from(error: claiming::ClaimError) -> Failure {
        let mut failure = Failure::new(error.code());
        failure.args = error.args();
        failure
    }
}
