//! Addresses that only count who clicked, and then send on.

use url::Url;

/// Senders' services whose addresses are nothing else.
const HOSTS: [&str; 19] = [
    "awstrack.me",
    "sendgrid.net",
    "list-manage.com",
    "mandrillapp.com",
    "hubspotlinks.com",
    "hubspotemail.net",
    "pstmrk.it",
    "mjt.lu",
    "mlsend.com",
    "cmail19.com",
    "cmail20.com",
    "createsend.com",
    "exct.net",
    "klclick.com",
    "sendibt2.com",
    "sendibt3.com",
    "rs6.net",
    "customeriomail.com",
    "mailgun.org",
];

/// How such an address begins its host or its path on a sender's own domain.
const LABELS: [&str; 9] = ["click", "clicks", "ct", "trk", "track", "tracking", "links", "link", "email"];
const PATHS: [&str; 7] = ["/ls/click", "/wf/click", "/track/click", "/CL0/", "/e3t/", "/click/", "/f/a/"];

/// Whether an address is one of a click tracker: whoever asks it tells the sender that this very person did.
pub fn is_tracker(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let service = HOSTS.iter().any(|known| host == *known || host.ends_with(&format!(".{known}")));
    let path = PATHS.iter().any(|known| url.path().starts_with(known));
    let label = host.split('.').any(|label| LABELS.contains(&label)) && host.matches('.').count() >= 2;
    let long = |text: &str| text.len() >= 40;
    let opaque = url.query_pairs().any(|(_, value)| long(&value))
        || url.path_segments().is_some_and(|mut all| all.any(long));
    service || path || label && opaque
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trackers_are_told_from_pages() {
        let is = |text: &str| is_tracker(&Url::parse(text).unwrap());
        for tracker in [
            "https://u1.ct.sendgrid.example/ls/click?upn=x",
            "https://abc.awstrack.me/L0/https:%2F%2Fa.example/1/x",
            "https://x.us1.list-manage.com/track/click?u=1",
            "https://links.school.example/a/0123456789012345678901234567890123456789",
        ] {
            assert!(is(tracker), "{tracker}");
        }
        for page in [
            "https://badges.school.example/b/1",
            "https://links.school.example/our-badges",
            "https://example.org/0123456789012345678901234567890123456789",
        ] {
            assert!(!is(page), "{page}");
        }
    }
}
