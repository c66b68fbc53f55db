//! Names to addresses. The connection is made to the address that was looked at here, so that a name cannot say
//! one thing when it is checked and another when it is called.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::Policy;

/// Looks a name up; tests give their own.
pub(crate) type Lookup =
    Arc<dyn Fn(String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>> + Send + Sync>;

/// The system's names.
pub(crate) fn system() -> Lookup {
    Arc::new(|name| {
        async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        }
        .boxed()
    })
}

/// Why a name gave no address to connect to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ResolveError {
    /// There is no such name.
    #[error("no such host")]
    NoSuchHost,
    /// There is, but nowhere outside.
    #[error("the name leads to inner addresses only")]
    Inner,
}

/// Gives out only addresses the policy permits.
pub(crate) struct Checked {
    pub(crate) policy: Policy,
    pub(crate) lookup: Lookup,
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let (policy, lookup) = (self.policy, Arc::clone(&self.lookup));
        async move {
            let found = lookup(name.as_str().to_owned()).await.unwrap_or_default();
            let permitted = permitted(policy, &found)?;
            Ok(Box::new(permitted.into_iter()) as Addrs)
        }
        .boxed()
    }
}

/// The addresses of a name that may be asked, and why there is none.
pub(crate) fn permitted(policy: Policy, found: &[IpAddr]) -> Result<Vec<SocketAddr>, ResolveError> {
    if found.is_empty() {
        return Err(ResolveError::NoSuchHost);
    }
    let permitted: Vec<_> = found
        .iter()
        .filter(|address| policy.permits(**address))
        .map(|address| SocketAddr::new(*address, 0))
        .collect();
    if permitted.is_empty() { Err(ResolveError::Inner) } else { Ok(permitted) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_outer_addresses_are_given_out() {
        let of = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<IpAddr>>();
        let strict = Policy::strict();
        assert_eq!(permitted(strict, &[]), Err(ResolveError::NoSuchHost));
        assert_eq!(permitted(strict, &of(&["10.0.0.1", "::1"])), Err(ResolveError::Inner));
        let mixed = permitted(strict, &of(&["10.0.0.1", "1.1.1.1", "::ffff:1.1.1.1"])).unwrap();
        assert_eq!(mixed, ["1.1.1.1:0".parse().unwrap()]);
        assert!(permitted(strict.with_plain_http(), &of(&["127.0.0.1"])).is_err());
        assert!(permitted(strict.with_loopback_for_tests(), &of(&["127.0.0.1"])).is_ok());
        assert!(permitted(strict.with_loopback_for_tests(), &of(&["10.0.0.1"])).is_err());
    }
}
