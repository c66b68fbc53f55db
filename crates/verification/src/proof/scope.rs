//! Under which addresses an issuer of Open Badges 2.0 keeps its badges (§ HostedBadge): by default its own origin, else
//! what its profile says. Addresses are compared as addresses, never as text: a bare prefix fits `uni.example.evil`, too.

use strict_json::{Value, each};
use url::Url;

/// Is a badge at `address` within the scope of the issuer `id`, whose profile is `profile`?
pub(crate) fn within(profile: &Value, id: &Url, address: &Url) -> bool {
    if !address.username().is_empty() || address.password().is_some() {
        return false;
    }
    let policy = profile.get("verification");
    let texts = |name: &str| -> Vec<&str> {
        policy.map(|policy| each(policy.get(name)).filter_map(Value::as_str).collect()).unwrap_or_default()
    };
    let (hosts, starts) = (texts("allowedOrigins"), texts("startsWith"));
    if !starts.is_empty() && !starts.iter().any(|start| begins(address, start)) {
        return false;
    }
    if !hosts.is_empty() {
        return hosts.iter().any(|host| is_host(address, host));
    }
    !starts.is_empty() || address.origin() == id.origin()
}

/// `allowedOrigins` names hosts, exactly; some issuers write whole origins.
fn is_host(address: &Url, allowed: &str) -> bool {
    match Url::parse(allowed) {
        Ok(allowed) if allowed.host_str().is_some() => allowed.origin() == address.origin(),
        _ => {
            let (host, port) = match allowed.rsplit_once(':') {
                Some((host, port)) => (host, port.parse::<u16>().ok()),
                None => (allowed, None),
            };
            address.host_str().is_some_and(|own| own.eq_ignore_ascii_case(host)) && address.port() == port
        }
    }
}

/// Does an address lie under another? The text after the common part has to begin a new part.
fn begins(address: &Url, start: &str) -> bool {
    let Ok(start) = Url::parse(start) else { return false };
    if address.origin() != start.origin() || !start.username().is_empty() {
        return false;
    }
    let whole = |url: &Url| match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let (own, start) = (whole(address), whole(&start));
    own.strip_prefix(&start)
        .is_some_and(|rest| rest.is_empty() || start.ends_with('/') || rest.starts_with(['/', '?']))
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    fn scope(policy: Value, address: &str) -> bool {
        let id = Url::parse("https://uni.example/issuer").unwrap();
        within(&json!({ "verification": policy }), &id, &Url::parse(address).unwrap())
    }

    #[test]
    fn by_default_the_issuers_own_origin() {
        assert!(scope(Value::Null, "https://uni.example/badges/1"));
        assert!(!scope(Value::Null, "https://evil.example/badges/1"));
        assert!(!scope(Value::Null, "http://uni.example/badges/1"));
        assert!(!scope(Value::Null, "https://uni.example:8443/badges/1"));
    }

    #[test]
    fn allowed_origins_are_exact_hosts() {
        let policy = json!({ "allowedOrigins": ["badges.uni.example"] });
        assert!(scope(policy.clone(), "https://badges.uni.example/1"));
        assert!(!scope(policy.clone(), "https://evil.badges.uni.example/1"));
        assert!(!scope(policy.clone(), "https://badges.uni.example.evil.example/1"));
        assert!(!scope(policy, "https://badges.uni.example@evil.example/1"));
    }

    #[test]
    fn a_start_ends_where_a_part_of_the_address_ends() {
        let policy = json!({ "startsWith": "https://uni.example/badges" });
        assert!(scope(policy.clone(), "https://uni.example/badges/1"));
        assert!(!scope(policy.clone(), "https://uni.example/badges-of-evil/1"));
        let bare = json!({ "startsWith": "https://uni.example" });
        assert!(scope(bare.clone(), "https://uni.example/badges/1"));
        assert!(!scope(bare.clone(), "https://uni.example.evil.example/badges/1"));
        assert!(!scope(bare, "https://uni.example@evil.example/badges/1"));
    }
}
