use std::collections::BTreeSet;

/// Whether a host may be asked. Nothing leaves the machine without a consent that named the host.
pub trait Consent: Send + Sync {
    /// Whether this host may be asked.
    ///
    /// `dns:DOMAIN` stands for the system's name server, asked for the key of this domain for its mails.
    fn may_ask(&self, host: &str) -> bool;
}

/// The domain, if it is its key for mails that is to be looked up: the host that a consent names is not asked then.
pub fn looks_up(host: &str) -> Option<&str> {
    host.strip_prefix(LOOK_UP)
}

const LOOK_UP: &str = "dns:";

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
        // Who may be asked itself may be asked about: its name is looked up then, too. Not the other way round.
        self.0.contains(&normal(host))
            || looks_up(host).is_some_and(|domain| self.0.contains(&normal(domain)))
    }
}

/// A host as it is compared and kept: lower case, Punycode, no trailing dot.
pub(crate) fn normal(host: &str) -> String {
    let host = host.trim().trim_end_matches('.');
    if let Some(domain) = looks_up(host) {
        return format!("{LOOK_UP}{}", normal(domain));
    }
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
        assert!(hosts.may_ask("dns:issuer.example") && hosts.may_ask("dns:xn--bcher-kva.example"));
        assert!(!hosts.may_ask("dns:www.issuer.example"));
        let looked_up = Hosts::new(["dns:Issuer.example."]);
        assert!(looked_up.may_ask("dns:issuer.example") && !looked_up.may_ask("issuer.example"));
        assert!(!NoHosts.may_ask("issuer.example"));
    }
}
