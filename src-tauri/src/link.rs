//! Links that the system hands to the app: an offer of a badge, clicked in a browser or a mail.
//!
//! Anybody can make such a link and have it opened. It is read as text, within bounds, and shown; what it asks for is
//! done only when the person says so in the window.

use tauri::Url;
use wallet::views::Failure;

/// The kinds of links that are registered with the system (`tauri.conf.json`, `badgefolio.desktop.hbs`).
pub(crate) const SCHEMES: &[&str] = &["openid-credential-offer", "dccrequest", "org.dcconsortium", OWN];

/// The app's own kind: `badgefolio://add?url=…` holds a link to look at.
const OWN: &str = "badgefolio";

/// The longest link that is taken, in bytes. An offer may hold all of itself, which is a few thousand.
const LONGEST: usize = 16 * 1024;

/// A link to a badge, not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link(String);

impl Link {
    /// Whether an argument is meant as a link; everything else is taken for the name of a file.
    pub(crate) fn is_meant(argument: &str) -> bool {
        scheme(argument).is_some_and(|scheme| scheme == "https" || SCHEMES.contains(&scheme.as_str()))
    }

    /// Reads it.
    ///
    /// # Errors
    /// `shell.link-too-long`, `shell.link-odd`.
    pub(crate) fn read(argument: &str) -> Result<Link, Failure> {
        if argument.len() > LONGEST {
            return Err(Failure::new("shell.link-too-long"));
        }
        let odd = || Failure::new("shell.link-odd");
        if !Link::is_meant(argument) || argument.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(odd());
        }
        let url: Url = argument.parse().map_err(|_| odd())?;
        if url.scheme() != OWN {
            return Ok(Link(argument.to_owned()));
        }
        // One wrapping, no more: what is inside may not be of our own kind again.
        let inside = url.query_pairs().find(|(name, _)| name == "url").ok_or_else(odd)?.1;
        if url.host_str() != Some("add") || scheme(&inside).as_deref() == Some(OWN) {
            return Err(odd());
        }
        Link::read(&inside)
    }

    /// Its text.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// What stands before the first colon, in lower case, if it can be a scheme and is no letter of a drive.
fn scheme(text: &str) -> Option<String> {
    let (scheme, _) = text.split_once(':')?;
    let fits = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    fits.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        Link::read(text).map(Link::into_text).map_err(|failure| failure.code)
    }

    #[test]
    fn what_is_registered_is_taken_as_text() {
        for link in [
            "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1",
            "OpenID-Credential-Offer://?credential_offer=%7B%7D",
            "dccrequest://request?issuer=x&vc_request_url=https://issuer.example/exchange/1",
            "org.dcconsortium://request?vc_request_url=https://issuer.example/exchange/1",
            "https://badges.example/claim/1",
        ] {
            assert_eq!(read(link).as_deref(), Ok(link));
        }
        let wrapped = "badgefolio://add?url=https%3A%2F%2Fbadges.example%2Fclaim%2F1%3Fa%3Db";
        assert_eq!(read(wrapped).as_deref(), Ok("https://badges.example/claim/1?a=b"));
    }

    /// ATTACKS.md, deeplink-inject.
    #[test]
    fn what_is_smuggled_into_a_link_is_refused_or_stays_text() {
        for link in [
            "badgefolio://add?url=javascript:alert(1)",
            "badgefolio://add?url=file:///etc/passwd",
            "badgefolio://add?url=badgefolio://add?url=https://a.example/",
            "badgefolio://run?url=https://a.example/",
            "badgefolio://add",
            "badgefolio:add",
            "openid-credential-offer://?x=1\n--flag",
            "openid-credential-offer://?x=1 --flag /etc/passwd",
            "dccrequest://\u{0}",
            "https://",
        ] {
            assert_eq!(read(link), Err("shell.link-odd".to_owned()), "{link}");
        }
        for other in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "C:/a.eml", "-a:b", "a.eml"]
        {
            assert!(!Link::is_meant(other), "{other}");
        }
        let marked_up = "openid-credential-offer://?credential_offer=%3Cscript%3Ealert(1)%3C/script%3E";
        assert_eq!(read(marked_up).as_deref(), Ok(marked_up), "text, and shown as text");
    }

    /// ATTACKS.md, deeplink-huge.
    #[test]
    fn a_huge_link_is_refused_unread() {
        let huge = format!("openid-credential-offer://?credential_offer={}", "A".repeat(LONGEST));
        assert_eq!(read(&huge), Err("shell.link-too-long".to_owned()));
        let nested = "badgefolio://add?url=".repeat(500);
        assert_eq!(read(&nested), Err("shell.link-odd".to_owned()));
    }
}
