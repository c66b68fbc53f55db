//! What is personal in an address.

use url::Url;

/// Parameters that name or authorise a person, or only count clicks.
const PERSONAL: [&str; 21] = [
    "key",
    "k",
    "t",
    "e",
    "token",
    "access_token",
    "auth",
    "email",
    "mail",
    "user",
    "recipient",
    "code",
    "pin",
    "secret",
    "signature",
    "sig",
    "challenge",
    "pre-authorized_code",
    "ref",
    "action",
    "upn",
];

fn is_personal(name: &str) -> bool {
    PERSONAL.contains(&name)
        || name.starts_with("identity__")
        || name.starts_with("utm_")
        || name.starts_with("mc_")
}

/// The address without personal parameters and fragment.
pub(super) fn address(url: &Url) -> String {
    bare(url).to_string()
}

/// As [`address()`], as an address.
pub(super) fn bare(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !is_personal(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    url.set_query(None);
    if !kept.is_empty() {
        url.query_pairs_mut().extend_pairs(kept);
    }
    url
}

/// The address without any parameter.
pub(super) fn path_only(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url.set_query(None);
    url
}
