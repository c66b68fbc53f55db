//! Links rewritten by mail filters and web mailers, as far as the original stands in them.

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use url::Url;

/// The original of a rewritten link; any other link as it is. No request is made for it: an opaque tracker stays.
pub fn unwrap(link: &str) -> String {
    let mut link = link.trim().to_owned();
    for _ in 0..5 {
        match original(&link) {
            Some(inner) => link = inner,
            None => break,
        }
    }
    link
}

fn original(link: &str) -> Option<String> {
    let url = Url::parse(link).ok().filter(|url| matches!(url.scheme(), "https" | "http"))?;
    let host = url.host_str()?;
    let value = |names: &[&str]| {
        let found = url.query_pairs().find(|(name, _)| names.contains(&name.as_ref()))?;
        Some(found.1.into_owned())
    };
    let inner =
        if host.ends_with(".safelinks.protection.outlook.com") || host == "statics.teams.cdn.office.net" {
            value(&["url"])
        } else if host == "urldefense.proofpoint.com" {
            if url.path().starts_with("/v1/") { value(&["u"]) } else { proofpoint2(&value(&["u"])?) }
        } else if host == "urldefense.com" || host == "urldefense.us" {
            proofpoint3(link)
        } else if matches!(host, "www.google.com" | "google.com" | "www.google.de") && url.path() == "/url" {
            value(&["q", "url"])
        } else if matches!(
            host,
            "deref-gmx.net" | "deref-gmx.com" | "deref-web.de" | "deref-web-02.de" | "deref-mail.com"
        ) {
            value(&["redirectUrl"])
        } else if host == "linkprotect.cudasvc.com" {
            value(&["a"])
        } else if matches!(host, "l.facebook.com" | "lm.facebook.com") && url.path() == "/l.php" {
            value(&["u"])
        } else {
            None
        }?;
    // Only an address inside an address is unwrapped, nothing that would run.
    let known = ["https://", "http://", "openid-credential-offer://", "dccrequest:", "interaction:"];
    known.iter().any(|scheme| inner.starts_with(scheme)).then_some(inner)
}

/// Version 2: `-` for `%` and `_` for `/`.
fn proofpoint2(text: &str) -> Option<String> {
    let text = text.replace('-', "%").replace('_', "/");
    // The query parser decodes percent signs.
    url::form_urlencoded::parse(format!("u={}", text.replace('+', "%2B").replace('&', "%26")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
}

/// Version 3: `/v3/__ADDRESS__;BYTES!!…`; each `*` in the address stands for one of the bytes, `**X` for a run of them.
fn proofpoint3(link: &str) -> Option<String> {
    let (_, after) = link.split_once("/v3/__")?;
    let (address, rest) = after.rsplit_once("__;")?;
    let (coded, _) = rest.split_once("!!").unwrap_or((rest, ""));
    // `https://` is written `https:/` by some gateways.
    let address = match address.strip_prefix("https:/").filter(|tail| !tail.starts_with('/')) {
        Some(tail) => format!("https://{tail}"),
        None => address.to_owned(),
    };
    if !address.contains('*') {
        return Some(address);
    }
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let bytes = GeneralPurpose::new(&URL_SAFE, config).decode(coded).ok()?;
    let replaced = String::from_utf8(bytes).ok()?;
    let mut letters = replaced.chars();
    let mut out = String::new();
    let mut chars = address.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '*' {
            out.push(c);
            continue;
        }
        if chars.next_if_eq(&'*').is_some() {
            const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            let run = ALPHABET.find(chars.next()?)? + 2;
            out.extend(letters.by_ref().take(run));
        } else {
            out.push(letters.next()?);
        }
    }
    Some(out)
}
