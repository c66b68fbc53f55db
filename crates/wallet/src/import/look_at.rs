//! A link that a person gave by itself: said what it is, and not followed.

use intake::links;
use url::Url;

use crate::given::Given;
use crate::telling;
use crate::views::{AddView, ChangeSet, Failure, InputView, LinkKind, LinkView};
use crate::wallet::{Done, Wallet};

impl Wallet {
    /// Says what a link is. Of one that is no known platform's nothing is known but its host: whoever gives it by itself
    /// means that a badge is there. What is no link is looked at as if it had been pasted.
    ///
    /// # Errors
    /// When the backpack itself fails.
    pub fn look_at_link(&self, link: &str) -> Result<Done<AddView>, Failure> {
        match said(link.trim()) {
            Some(link) => {
                let input = InputView::link(link);
                Ok(Done::new(AddView { inputs: vec![input], address_offer: None }, ChangeSet::none()))
            }
            None => self.add(&[Given::paste(link)]),
        }
    }
}

fn said(link: &str) -> Option<LinkView> {
    let known = links::of(link)?;
    let told = telling::link(&known);
    if told.kind == LinkKind::Page && told.platform.is_none() { page(link) } else { Some(told) }
}

/// A page of which nothing is known. Its parameters are not shown: they may be meant for the person alone.
fn page(link: &str) -> Option<LinkView> {
    let url = Url::parse(link.trim()).ok().filter(|url| url.scheme() == "https")?;
    let host = url.host_str()?.to_owned();
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    // Whoever writes a name before the host wants another host to be read.
    if !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    Some(LinkView {
        kind: LinkKind::Page,
        platform: None,
        host,
        url: shown.to_string(),
        opens: url.to_string(),
        login: false,
    })
}

#[cfg(test)]
mod tests {
    use super::{page, said};
    use crate::views::LinkKind;

    #[test]
    fn what_a_link_is_shows_in_the_link_and_an_address_alone_is_no_badge() {
        for (link, kind, host) in [
            ("https://badges.example/public/assertions/3", LinkKind::Page, "badges.example"),
            (
                "https://api.openbadges.education/public/assertions/abc",
                LinkKind::Assertion,
                "api.openbadges.education",
            ),
            (
                "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2F1",
                LinkKind::Offer,
                "issuer.example",
            ),
        ] {
            let told = said(link).unwrap();
            assert_eq!((told.kind, told.host.as_str(), told.opens.as_str()), (kind, host, link));
        }
        assert!(said("javascript:alert(1)").is_none() && said("https://10.0.0.1/").is_none());
    }

    #[test]
    fn of_an_unknown_page_the_host_is_known_and_what_is_personal_is_not_shown() {
        let link = page(" https://Badges.Example/b/1?key=secret#x ").unwrap();
        assert_eq!((link.host.as_str(), link.url.as_str()), ("badges.example", "https://badges.example/b/1"));
        assert_eq!(link.opens, "https://badges.example/b/1?key=secret#x");
        for other in
            ["http://badges.example/", "https://", "javascript:x", "https://badges.example@evil.example/"]
        {
            assert!(page(other).is_none(), "{other}");
        }
    }
}
