//! The record in which a domain has a key for its mails.

use crate::wanted::DocUrl;

/// Octets of a name in the DNS, without its last dot (RFC 1035 §2.3.4).
const NAME: usize = 253;
/// Octets of one of its labels.
const LABEL: usize = 63;

/// The record `SELECTOR._domainkey.DOMAIN` (RFC 6376 §3.6.2.1), as a document `dns:NAME?type=TXT`. No other record of the
/// DNS is a document that may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailKey {
    name: String,
    domain: String,
}

impl MailKey {
    /// Reads the address of a record; `None` if it is another, or no name that may stand in the DNS.
    pub fn of(url: &DocUrl) -> Option<MailKey> {
        let rest = url.as_str().strip_prefix("dns:")?;
        let name = rest.strip_suffix("?type=TXT")?.to_ascii_lowercase();
        let (selector, domain) = name.split_once("._domainkey.")?;
        let labels = |text: &str| text.split('.').all(is_label);
        let fits = name.len() <= NAME && labels(selector) && labels(domain) && domain.contains('.');
        fits.then(|| MailKey { domain: domain.to_owned(), name: name.clone() })
    }

    /// The whole name of the record, without its last dot.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The domain whose mails it is for.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// What a consent to look it up is called: `dns:DOMAIN`.
    pub fn consent(&self) -> String {
        format!("dns:{}", self.domain)
    }
}

/// Letters, digits and hyphens (RFC 5321 `sub-domain`), and the low line that selectors have in practice.
fn is_label(label: &str) -> bool {
    (1..=LABEL).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_record_with_a_key_for_mails_is_one() {
        let of = |text: &str| DocUrl::parse(text).and_then(|url| MailKey::of(&url));
        let key = of("dns:s2026.a._domainkey.Uni.example?type=TXT").unwrap();
        assert_eq!(key.name(), "s2026.a._domainkey.uni.example");
        assert_eq!((key.domain(), &*key.consent()), ("uni.example", "dns:uni.example"));
        let long = "a".repeat(64);
        for other in [
            "dns:uni.example?type=TXT",
            "dns:s._domainkey.uni.example",
            "dns:s._domainkey.uni.example?type=A",
            "dns:s._domainkey.localhost?type=TXT",
            "dns:._domainkey.uni.example?type=TXT",
            "dns:s._domainkey..example?type=TXT",
            "dns:s._domainkey.uni.example.?type=TXT",
            "dns:s%20a._domainkey.uni.example?type=TXT",
            "dns:s/a._domainkey.uni.example?type=TXT",
            "dns://192.0.2.1/s._domainkey.uni.example?type=TXT",
            "https://s._domainkey.uni.example/?type=TXT",
            &format!("dns:{long}._domainkey.uni.example?type=TXT"),
            &format!("dns:s._domainkey.{}example?type=TXT", "aaaaaaaaaaaaa.".repeat(18)),
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
