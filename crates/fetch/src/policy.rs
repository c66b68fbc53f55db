//! What may be asked at all, consent or not.

use std::net::IpAddr;
use std::time::Duration;

use crate::address;

/// What may be asked at all. Made only by naming what is meant.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    pub(crate) plain_http: bool,
    loopback: bool,
    pub(crate) whole: Duration,
    pub(crate) connect: Duration,
}

impl Policy {
    /// HTTPS only, public addresses only.
    pub fn strict() -> Self {
        Policy {
            plain_http: false,
            loopback: false,
            whole: Duration::from_secs(30),
            connect: Duration::from_secs(10),
        }
    }

    /// Plain HTTP as well: for old hosted badges whose address is `http:`. What comes that way can be changed by
    /// anybody on the way; whoever verifies has to say so. A host asked by HTTPS still may not send on to HTTP.
    #[must_use]
    pub fn with_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Lets tests ask a server on this machine, by plain HTTP. Nothing that ships calls this.
    #[doc(hidden)]
    #[must_use]
    pub fn with_loopback_for_tests(mut self) -> Self {
        self.plain_http = true;
        self.loopback = true;
        self
    }

    /// Another time limit for a whole document, redirects included.
    #[must_use]
    pub fn with_time_limit(mut self, limit: Duration) -> Self {
        self.whole = limit;
        self
    }

    pub(crate) fn permits(&self, address: IpAddr) -> bool {
        address::is_public(address) || self.loopback && address.is_loopback()
    }
}
