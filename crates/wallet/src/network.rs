//! The machine's network as a port.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use openbadges::Note;
use verification::{Answer, Document, Wanted};

use crate::checking::{Hosts, Online, normal_host};
use crate::ports::{Call, Fetch, Request, Response};
use crate::views::Failure;
use crate::wallet::Wallet;

/// The machine's network: https only, bounded, no inner address.
pub(crate) struct System(fetch::Client);

impl System {
    pub(crate) fn new() -> System {
        System(fetch::Client::new())
    }
}

impl Fetch for System {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        self.0.get(wanted, allow).boxed_local()
    }

    fn renew<'a>(
        &'a self,
        wanted: &'a Wanted,
        held: &'a Document,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        self.0.renew(wanted, held, allow).boxed_local()
    }
}

impl Call for System {
    fn send<'a>(
        &'a self,
        request: &'a Request,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Result<Response, Note>> {
        self.0.send(request, allow).boxed_local()
    }
}

impl Wallet {
    /// The network behind the consents of the open backpack and these hosts; none where there is no network or nobody
    /// may be asked.
    pub(crate) fn online(&self, allow: &[String]) -> Result<Option<Online>, Failure> {
        let Some(fetch) = &self.ports.fetch else {
            return Ok(None);
        };
        let mut hosts: Vec<String> = allow.iter().map(|host| normal_host(host)).collect();
        if let Some(backpack) = self.opened() {
            hosts.extend(backpack.consents()?);
        }
        if hosts.is_empty() {
            return Ok(None);
        }
        Ok(Some(Online::new(Arc::clone(fetch), Arc::new(Hosts::new(hosts)))))
    }
}
