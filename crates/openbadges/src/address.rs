//! Addresses that a badge or a mail names: which of them may be spoken to at all.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::{Note, limits};

/// Why an address is not one that a wallet would ever open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// No address.
    #[error("not an address")]
    Malformed,
    /// Neither `https:` nor `http:`.
    #[error("scheme {0:?}")]
    Scheme(String),
    /// User name or password in it: what stands before the `@` only looks like the host.
    #[error("a user name before the host")]
    UserInfo,
    /// This machine, this network, or no public name.
    #[error("inner host {0:?}")]
    InnerHost(String),
}

impl AddressError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            AddressError::Malformed => "address.malformed",
            AddressError::Scheme(_) => "address.scheme",
            AddressError::UserInfo => "address.user-info",
            AddressError::InnerHost(_) => "address.inner-host",
        }
    }

    /// Code and arguments (`scheme`, `host`) as a note.
    pub fn note(&self) -> Note {
        let note = Note::new(self.code());
        match self {
            AddressError::Scheme(scheme) => note.with("scheme", scheme.clone()),
            AddressError::InnerHost(host) => note.with("host", host.clone()),
            _ => note,
        }
    }
}

/// Reads the address of a public document: `https:` or `http:`, no user name, no inner host.
pub fn public(text: &str) -> Result<Url, AddressError> {
    let text = text.trim();
    if text.len() > limits::ADDRESS {
        return Err(AddressError::Malformed);
    }
    let url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(AddressError::Scheme(url.scheme().to_owned()));
    }
    // `https://trusted.example@evil.example/`, also with an empty name.
    let authority = text.split("//").nth(1).and_then(|rest| rest.split(['/', '?', '#', '\\']).next());
    if !url.username().is_empty() || url.password().is_some() || authority.is_some_and(|a| a.contains('@')) {
        return Err(AddressError::UserInfo);
    }
    let host = url.host().ok_or(AddressError::Malformed)?;
    if is_inner(&host) {
        return Err(AddressError::InnerHost(host.to_string()));
    }
    Ok(url)
}

/// Whether a host is this machine, this network, or no public name. Numbers are never taken: no issuer
/// signs for one. (`url` has already turned decimal, octal and short forms into dotted numbers.)
///
/// Names that point inward are caught again by the network client, after it has resolved them.
pub fn is_inner<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Ipv4(v4) => !is_public_v4(*v4),
        Host::Ipv6(v6) => !is_public_v6(*v6),
        Host::Domain(name) => {
            let name = name.as_ref().trim_end_matches('.').to_ascii_lowercase();
            let last = name.rsplit('.').next().unwrap_or_default();
            !name.contains('.')
                || matches!(last, "localhost" | "local" | "internal" | "lan" | "home" | "corp" | "intranet")
                || name.ends_with(".home.arpa")
        }
    }
}

/// Whether an IPv4 address is one of the public internet (IANA special-purpose registry).
pub fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !(ip.is_unspecified()
        || a == 0
        || ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_multicast()
        || (a == 100 && (64..128).contains(&b)) // shared address space
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b)) // benchmarking
        || a >= 240)
}

/// Whether an IPv6 address is one of the public internet, also seen through mapping and translation.
pub fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, _, _, _, _, g, h] = ip.segments();
    let embedded = || {
        let [high, low] = [g.to_be_bytes(), h.to_be_bytes()];
        let ([w, x], [y, z]) = (high, low);
        Ipv4Addr::new(w, x, y, z)
    };
    if let Some(v4) = ip.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    if a == 0x64 && b == 0xff9b {
        return is_public_v4(embedded()); // NAT64
    }
    // Only global unicast 2000::/3, without documentation, Teredo and 6to4.
    (a & 0xe000) == 0x2000
        && !(a == 0x2001 && (b == 0xdb8 || b == 0 || (0x10..0x30).contains(&b)))
        && a != 0x2002
        && a != 0x3fff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_documents_are_addresses() {
        let code = |text: &str| public(text).err().map_or("ok", |error| error.code());
        for good in ["https://badges.example/a?v=2_0#x", "http://issuer.example.org/1", "https://8.8.8.8/"] {
            assert_eq!(code(good), "ok", "{good}");
        }
        for (bad, expected) in [
            ("", "address.malformed"),
            ("badge", "address.malformed"),
            ("file:///etc/passwd", "address.scheme"),
            ("javascript:alert(1)", "address.scheme"),
            ("ftp://a.example/", "address.scheme"),
            ("https://good.example@evil.example/", "address.user-info"),
            ("https://@evil.example/", "address.user-info"),
            ("https://u:p@evil.example/", "address.user-info"),
            ("http://localhost/", "address.inner-host"),
            ("http://a.localhost./", "address.inner-host"),
            ("http://intranet/", "address.inner-host"),
            ("http://printer.local/", "address.inner-host"),
            ("http://127.0.0.1/", "address.inner-host"),
            ("http://2130706433/", "address.inner-host"),
            ("http://0177.0.0.1/", "address.inner-host"),
            ("http://127.1/", "address.inner-host"),
            ("http://0x7f000001/", "address.inner-host"),
            ("http://169.254.169.254/latest", "address.inner-host"),
            ("http://10.0.0.1/", "address.inner-host"),
            ("http://100.64.0.1/", "address.inner-host"),
            ("http://[::1]/", "address.inner-host"),
            ("http://[::ffff:10.0.0.1]/", "address.inner-host"),
            ("http://[64:ff9b::a00:1]/", "address.inner-host"),
            ("http://[fd00::1]/", "address.inner-host"),
            ("http://[fe80::1]/", "address.inner-host"),
            ("http://[::]/", "address.inner-host"),
        ] {
            assert_eq!(code(bad), expected, "{bad}");
        }
    }
}
