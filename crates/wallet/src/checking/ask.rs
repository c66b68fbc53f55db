use std::sync::Arc;

use futures::StreamExt as _;
use jiff::Timestamp;
use openbadges::Note;
use verification::{Answer, DocUrl, Document, Wanted};

use super::Consent;
use crate::ports::{Clock, Fetch};

/// Documents asked for at the same time.
const AT_ONCE: usize = 6;

/// The version of an address that is here already, of the learner's own.
pub type Held<'a> = dyn Fn(&DocUrl) -> Option<Document> + 'a;

/// Where a verification turns with what it wants. Gives one answer for each want, in the same order.
pub trait Ask: Sync {
    /// Answers, one for each want.
    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer>;

    /// The same; `held` gives the version of an address that is here already, for hosts to say that it is unchanged.
    fn renew(&self, wanted: &[Wanted], held: &Held<'_>) -> Vec<Answer> {
        let _ = held;
        self.ask(wanted)
    }

    /// The moment in which somebody is asked, where it is another than the one that is judged (`--at`).
    fn asked_at(&self) -> Option<Timestamp> {
        None
    }
}

/// Nobody is asked: `--offline`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nobody;

impl Ask for Nobody {
    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        wanted.iter().map(|_| Answer::Refused(Note::new("fetch.offline"))).collect()
    }
}

/// The network, host by host as far as there is consent.
pub struct Online {
    fetch: Arc<dyn Fetch>,
    consent: Arc<dyn Consent>,
    clock: Option<Arc<dyn Clock>>,
}

impl Online {
    /// The network behind these consents.
    pub fn new(fetch: Arc<dyn Fetch>, consent: Arc<dyn Consent>) -> Online {
        Online { fetch, consent, clock: None }
    }

    /// With the clock by which answers are dated, whatever moment is judged.
    #[must_use]
    pub fn dated_by(mut self, clock: Arc<dyn Clock>) -> Online {
        self.clock = Some(clock);
        self
    }

    async fn one(&self, wanted: &Wanted, held: Option<Document>) -> Answer {
        let Some(host) = wanted.asks() else {
            return Answer::Refused(Note::new("fetch.scheme").with("scheme", wanted.url.url().scheme()));
        };
        if !self.consent.may_ask(&host) {
            return Answer::Refused(Note::new("fetch.no-consent").with("host", host));
        }
        let allow = |host: &str| self.consent.may_ask(host);
        match held {
            Some(held) => self.fetch.renew(wanted, &held, &allow).await,
            None => self.fetch.get(wanted, &allow).await,
        }
    }
}

impl Ask for Online {
    fn asked_at(&self) -> Option<Timestamp> {
        self.clock.as_ref().map(|clock| clock.now())
    }

    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        self.renew(wanted, &|_| None)
    }

    fn renew(&self, wanted: &[Wanted], held: &Held<'_>) -> Vec<Answer> {
        // The only place where the wallet is asynchronous: a runtime of its own for one round.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else {
            return Nobody.ask(wanted);
        };
        runtime.block_on(async {
            futures::stream::iter(wanted.iter().map(|wanted| self.one(wanted, held(&wanted.url))))
                .buffered(AT_ONCE)
                .collect()
                .await
        })
    }
}
