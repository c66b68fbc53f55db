//! Offers to a wallet: recognised and explained here; taken in the room `claiming`, with the learner's key.

use openbadges::{address, json};
use strict_json::Value;
use url::Url;

use super::clean;
use super::{Link, LinkKind};

fn offer(platform: Option<&str>, url: String, request: Url, opens: &str) -> Option<Link> {
    Some(Link {
        path: String::new(),
        kind: LinkKind::Offer,
        platform: platform.map(str::to_owned),
        host: request.host_str()?.to_owned(),
        url,
        fetch: None,
        request: Some(request),
        login: false,
        opens: opens.to_owned(),
    })
}

fn public(text: &str) -> Option<Url> {
    address::public(text).ok().filter(|url| url.scheme() == "https")
}

fn parameter(query: &str, wanted: &str) -> Option<String> {
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == wanted)
        .map(|(_, value)| value.into_owned())
}

/// Offers with a scheme of their own.
pub(super) fn by_scheme(text: &str) -> Option<Link> {
    let (scheme, rest) = text.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "openid-credential-offer" | "haip" | "openid-vc" => {
            let query = rest.split_once('?')?.1;
            openid(query, scheme, text)
        }
        "dccrequest" | "org.dcconsortium" => {
            let query = rest.split_once('?')?.1;
            dcc(query, scheme, text)
        }
        // `interaction:https://…?iuv=1`
        "interaction" => {
            let request = public(rest)?;
            offer(Some("vcapi"), format!("interaction:{}", clean::address(&request)), request, text)
        }
        _ => None,
    }
}

/// Offers behind an ordinary address.
pub(super) fn by_address(url: &Url) -> Option<Link> {
    let query = url.query().unwrap_or_default();
    if parameter(query, "credential_offer").is_some() || parameter(query, "credential_offer_uri").is_some() {
        return openid(query, "openid-credential-offer", url.as_str());
    }
    if url.host_str() == Some("lcw.app") && url.path().starts_with("/request") {
        return dcc(query, "dccrequest", url.as_str());
    }
    if parameter(query, "iuv").as_deref() == Some("1") {
        let host = url.host_str()?;
        let learncard = host == "learncard.com" || host.ends_with(".learncard.com");
        let platform = if learncard { "learncard" } else { "vcapi" };
        return offer(Some(platform), clean::address(url), url.clone(), url.as_str());
    }
    None
}

/// OpenID for Verifiable Credential Issuance 1.0, 4.1. The code in an offer by value is a secret.
fn openid(query: &str, scheme: &str, opens: &str) -> Option<Link> {
    if let Some(uri) = parameter(query, "credential_offer_uri") {
        let request = public(&uri)?;
        return offer(Some("oid4vci"), format!("{scheme}://?credential_offer_uri={request}"), request, opens);
    }
    let value = json::read(parameter(query, "credential_offer")?.as_bytes()).ok()?;
    let request = public(value.get("credential_issuer").and_then(Value::as_str)?)?;
    offer(Some("oid4vci"), format!("{scheme}://?credential_issuer={request}"), request, opens)
}

/// Deep links of the Digital Credentials Consortium; `vc_request_url` is often not escaped, so it runs to the end.
fn dcc(query: &str, scheme: &str, opens: &str) -> Option<Link> {
    let request = parameter(query, "vc_request_url").and_then(|text| public(&text)).or_else(|| {
        let value = json::read(parameter(query, "request")?.as_bytes()).ok()?;
        let protocols = value.get("protocols")?;
        ["vcapi", "OID4VCI"].iter().find_map(|name| public(protocols.get(name)?.as_str()?))
    })?;
    let shown = clean::address(&request);
    offer(Some("dcc"), format!("{scheme}://request?vc_request_url={shown}"), request, opens)
}
