use std::collections::BTreeSet;

/// Whether a host may be asked. Nothing leaves the machine without a consent that named the host.
pub trait Consent: Send + Sync {
    /// Whether this host may be asked.
    fn may_ask(&self, host: &str) -> bool;
}

/// No host at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoHosts;

impl Consent for NoHosts {
    fn may_ask(&self, _host: &str) -> bool {
        false
    }
}

/// Every host: `--allow all`.
#[derive(Debug, Clone, Copy, Default)]
pub struct AllHosts;

impl Consent for AllHosts {
    fn may_ask(&self, _host: &str) -> bool {
        true
    }
}

/// These hosts, exactly: a host below one of them is another host.
#[derive(Debug, Clone, Default)]
pub struct Hosts(BTreeSet<String>);

impl Hosts {
    /// These hosts.
    pub fn new<S: AsRef<str>>(hosts: impl IntoIterator<Item = S>) -> Hosts {
        Hosts(hosts.into_iter().map(|host| normal(host.as_ref())).collect())
    }
}

impl Consent for Hosts {
    fn may_ask(&self, host: &str) -> bool {
        self.0.contains(&normal(host))
    }
}

/// A host as it is compared and kept: lower case, Punycode, no trailing dot.
pub(crate) fn normal(host: &str) -> String {
    let host = host.trim().trim_end_matches('.');
    match url::Host::parse(host) {
        Ok(host) => host.to_string(),
        Err(_) => host.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consent_names_one_host() {
        let hosts = Hosts::new(["Issuer.Example", "bücher.example"]);
        assert!(hosts.may_ask("issuer.example"));
        assert!(hosts.may_ask("issuer.example."));
        assert!(hosts.may_ask("xn--bcher-kva.example"));
        assert!(!hosts.may_ask("www.issuer.example"));
        assert!(!hosts.may_ask("issuer.example.evil.example"));
        assert!(!NoHosts.may_ask("issuer.example"));
    }
}
