//! From a name to a connection that only its owner can answer.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures::FutureExt as _;
use openbadges::Note;
use rustls_pki_types::{CertificateDer, ServerName};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;
use url::Host;

use super::guard::Guard;
use super::log_in::Login;
use super::session::Session;
use super::{trust, why};
use crate::resolver::{self, Lookup, ResolveError};
use crate::{Policy, codes};

/// A connection to a server.
pub(super) type Stream = Guard<TlsStream<TcpStream>>;

/// Opens mailboxes elsewhere. Making one asks nobody anything. Needs a tokio runtime with I/O and time to run in.
#[derive(Clone)]
pub struct Mailboxes {
    pub(super) policy: Policy,
    lookup: Lookup,
    authorities: Vec<CertificateDer<'static>>,
}

impl std::fmt::Debug for Mailboxes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailboxes")
    }
}

impl Default for Mailboxes {
    fn default() -> Self {
        Mailboxes::new()
    }
}

impl Mailboxes {
    /// At public addresses only.
    pub fn new() -> Mailboxes {
        Mailboxes { policy: Policy::strict(), lookup: resolver::system(), authorities: Vec::new() }
    }

    /// With another policy, names that a test makes up, and an authority of its own (DER). Nothing that ships calls this.
    #[doc(hidden)]
    pub fn for_tests(
        policy: Policy,
        names: impl Fn(&str) -> Vec<IpAddr> + Send + Sync + 'static,
        authority: Vec<u8>,
    ) -> Mailboxes {
        let names = Arc::new(names);
        let lookup: Lookup = Arc::new(move |name| {
            let found = names(&name);
            async move { Ok(found) }.boxed()
        });
        Mailboxes { policy, lookup, authorities: vec![CertificateDer::from(authority)] }
    }

    /// Connects to a host and logs in. `allow` is asked for the host before anything, its name included, leaves the
    /// machine.
    ///
    /// # Errors
    /// Why it could not be: a code of [`codes`] with the host.
    pub async fn connect(
        &self,
        host: &str,
        port: u16,
        login: &Login,
        allow: &(dyn Fn(&str) -> bool + Sync),
    ) -> Result<Session, Note> {
        if !allow(host) {
            return Err(crate::why::about(codes::NO_CONSENT, host));
        }
        let connector = trust::connector(&self.authorities).ok_or_else(|| Note::new(codes::UNAVAILABLE))?;
        let name =
            ServerName::try_from(host.to_owned()).map_err(|_| why::about(codes::IMAP_NO_HOST, host))?;
        let socket = self.socket(host, port).await?;
        let greeted = tokio::time::timeout(self.policy.whole, connector.connect(name, socket)).await;
        let stream = match greeted {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return Err(why::handshake(&error, host)),
            Err(_) => return Err(why::about(codes::IMAP_TIMEOUT, host)),
        };
        Session::begin(Guard::new(stream, self.policy.whole), host, login).await
    }

    /// To the addresses of the name that the policy permits, one after another.
    async fn socket(&self, host: &str, port: u16) -> Result<TcpStream, Note> {
        let found = match Host::parse(host) {
            Ok(Host::Ipv4(address)) => vec![IpAddr::from(address)],
            Ok(Host::Ipv6(address)) => vec![IpAddr::from(address)],
            _ => (self.lookup)(host.to_owned()).await.unwrap_or_default(),
        };
        let permitted = resolver::permitted(self.policy, &found).map_err(|error| match error {
            ResolveError::NoSuchHost => why::about(codes::IMAP_NO_HOST, host),
            ResolveError::Inner => why::about(codes::IMAP_INNER_ADDRESS, host),
        })?;
        for address in permitted {
            let address = SocketAddr::new(address.ip(), port);
            let trying = tokio::time::timeout(self.policy.connect, TcpStream::connect(address)).await;
            if let Ok(Ok(socket)) = trying {
                // Commands are short, and each waits for its answer.
                let _ = socket.set_nodelay(true);
                return Ok(socket);
            }
        }
        Err(why::about(codes::IMAP_CONNECT, host).with("port", port.to_string()))
    }
}
