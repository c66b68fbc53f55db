//! A link that a person gave by itself: said what it is, and not followed.

use url::Url;

use crate::given::Given;
use crate::views::{AddView, Failure, LinkKind, LinkView};
use crate::wallet::{Done, Wallet};

impl Wallet {
    /// Says what a link is, as if it had been pasted. Of one that is no known platform's nothing is known but its host:
    /// whoever gives it by itself means that a badge is there.
    ///
    /// # Errors
    /// When the backpack itself fails.
    pub fn look_at_link(&self, link: &str) -> Result<Done<AddView>, Failure> {
        let mut done = self.add(&[Given::paste(link)])?;
        if let [input] = done.value.inputs.as_mut_slice()
            && input.links.is_empty()
            && input.found.is_empty()
            && input.known.is_empty()
            && let Some(page) = page(link)
        {
            input.links.push(page);
            input.passed.clear();
            input.failure = None;
            input.web_mail_paste = false;
        }
        Ok(done)
    }
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
    use super::page;

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
