//! Names of `did:webvh`, and where their log lies (§Method-Specific Identifier, §The DID to HTTPS Transformation).

use url::Url;

/// A DID taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The hash of the first entry, which makes the DID.
    pub(crate) scid: String,
    /// Where the log lies: `…/did.jsonl`.
    pub(crate) log: Url,
}

/// Takes a DID, without path, query and fragment, apart; `None` if it breaks the rules.
pub(crate) fn name(did: &str) -> Option<Name> {
    let rest = did.strip_prefix("did:webvh:").filter(|_| did.len() <= 2048)?;
    let mut parts = rest.split(':');
    let scid = parts.next()?;
    // 46 characters of base58btc: a SHA-256 as multihash.
    bs58::decode(scid).into_vec().ok().filter(|hash| scid.len() == 46 && hash.starts_with(&[0x12, 0x20]))?;
    let mut address = format!("https://{}", host(parts.next()?)?);
    let mut path = false;
    for part in parts {
        address.push('/');
        address.push_str(&segment(part)?);
        path = true;
    }
    address.push_str(if path { "/did.jsonl" } else { "/.well-known/did.jsonl" });
    let log = Url::parse(&address).ok()?;
    // "The domain MUST NOT be an IPv4 or IPv6 address, including a non-canonical textual representation".
    match log.host() {
        Some(url::Host::Domain(domain)) if domain.contains('.') && good_labels(domain) => {}
        _ => return None,
    }
    Some(Name { scid: scid.to_owned(), log })
}

/// The file with the witnesses' signatures, beside the log.
pub(crate) fn witness_url(log: &Url) -> Option<Url> {
    log.join("did-witness.json").ok()
}

fn good_labels(domain: &str) -> bool {
    domain.len() <= 253 && domain.split('.').all(|label| !label.is_empty() && label.len() <= 63)
}

/// Host and port. Percent signs are undone once, then nothing may be left that means something in an address.
fn host(encoded: &str) -> Option<String> {
    let decoded = decode(encoded)?;
    let (host, port) = match decoded.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (decoded.as_str(), None),
    };
    // Only the port may have been separated by an encoded colon.
    let plain = encoded.to_ascii_lowercase();
    if plain.matches("%3a").count() != usize::from(port.is_some()) {
        return None;
    }
    let good = |c: char| c.is_alphanumeric() && (c.is_ascii() || c.len_utf8() > 1) || matches!(c, '-' | '.');
    if host.is_empty() || !host.chars().all(good) {
        return None;
    }
    match port {
        None => Some(host.to_owned()),
        Some(port) => {
            let digits =
                !port.is_empty() && port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
            let number: u16 = port.parse().ok().filter(|number| digits && *number > 0)?;
            Some(format!("{host}:{number}"))
        }
    }
}

/// One part of the path, decoded once, looked at, and encoded anew.
fn segment(encoded: &str) -> Option<String> {
    let decoded = decode(encoded)?;
    let good = !decoded.is_empty()
        && decoded != "."
        && decoded != ".."
        && !decoded.contains(['/', '\\', '\0', '?', '#', '%'])
        && !decoded.chars().any(char::is_control)
        && decoded.trim() == decoded;
    if !good {
        return None;
    }
    let mut out = String::new();
    for byte in decoded.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

/// Percent-decoding, exactly once; `None` where it is not valid. What may stand in a DID undecoded is a letter, a digit or
/// one of `-._`; letters beyond ASCII, as an example of the standard has them, are taken.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '%' => {
                let digits = [rest.next()?, rest.next()?];
                let value =
                    digits.iter().try_fold(0u32, |value, digit| Some(value * 16 + digit.to_digit(16)?))?;
                bytes.push(u8::try_from(value).ok()?);
            }
            c if c.is_alphanumeric() || matches!(c, '-' | '.' | '_') => {
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCID: &str = "QmZEmV4tPDCfzr5xb62SpKZWoJinQG81ZBaZXBQuEosD1C";

    fn log(rest: &str) -> Option<String> {
        name(&format!("did:webvh:{SCID}:{rest}")).map(|name| name.log.into())
    }

    #[test]
    fn a_did_becomes_an_address_as_the_method_says() {
        assert_eq!(log("uni.example").as_deref(), Some("https://uni.example/.well-known/did.jsonl"));
        assert_eq!(
            log("uni.example:dids:issuer").as_deref(),
            Some("https://uni.example/dids/issuer/did.jsonl")
        );
        assert_eq!(
            log("uni.example%3A3000:dids:issuer").as_deref(),
            Some("https://uni.example:3000/dids/issuer/did.jsonl")
        );
        assert_eq!(
            log("jp納豆.例.jp:用户").as_deref(),
            Some("https://xn--jp-cd2fp15c.xn--fsq.jp/%E7%94%A8%E6%88%B7/did.jsonl")
        );
        let witnesses = witness_url(&name(&format!("did:webvh:{SCID}:uni.example:a")).unwrap().log).unwrap();
        assert_eq!(witnesses.as_str(), "https://uni.example/a/did-witness.json");
    }

    #[test]
    fn what_would_lead_elsewhere_is_no_name() {
        for bad in [
            "127.0.0.1",
            "127.0.0.1%3a8080",
            "127%2E0%2E0%2E1",
            "169%2e254%2e169%2e254",
            "0x7f.1",
            "2130706433",
            "%5B::1%5D",
            "localhost",
            "",
            "uni.example:",
            "uni.example:..:admin",
            "uni.example:%2E%2E:admin",
            "uni.example:%2e%2e:admin",
            "uni.example:a%2Fb",
            "uni.example:a%5Cb",
            "uni.example:a%00b",
            "uni.example:%20a",
            "uni.example:a%252Fb",
            "uni.example:%zz",
            "uni.example%2Fevil",
            "user%40uni.example",
            "uni.example%3A",
            "uni.example%3A0",
            "uni.example%3A99999",
            "uni.example%3A1%3A2",
            "uni.example%23",
            "uni.example/evil",
            "uni.example?evil",
            "uni..example",
        ] {
            assert_eq!(log(bad), None, "{bad}");
        }
        assert_eq!(name("did:webvh:{SCID}:uni.example"), None);
        assert_eq!(name("did:webvh:QmShort:uni.example"), None);
    }
}
