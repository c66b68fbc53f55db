//! DIDs whose documents stand in a ledger that only a host of its operators reads for others: `did:ebsi` and `did:cheqd`.
//! The address is that of the method's own resolver; what it answers proves that it says so (docs/adr/0012).

use strict_json::Value;
use url::Url;

/// EBSI, DID method for legal entities (version 1): `z`, base58btc of a 1 and 16 bytes. The register is that of the pilot,
/// in which diplomas are issued; the one for conformance tests proves nothing.
const EBSI: &str = "https://api-pilot.ebsi.eu/did-registry/v5/identifiers/";
/// The resolver that the makers of cheqd run for both of its networks.
const CHEQD: &str = "https://resolver.cheqd.net/1.0/identifiers/";

/// Where the document of a `did:ebsi` lies; `None` if it is no name of a legal entity.
pub(super) fn ebsi(did: &str) -> Option<Url> {
    let encoded = did.strip_prefix("did:ebsi:z").filter(|encoded| encoded.len() <= 32)?;
    let bytes = bs58::decode(encoded).into_vec().ok()?;
    matches!(bytes.as_slice(), [1, id @ ..] if id.len() == 16)
        .then(|| Url::parse(&format!("{EBSI}{did}")).ok())?
}

/// Where the document of a `did:cheqd` lies; `None` if it is none.
pub(super) fn cheqd(did: &str) -> Option<Url> {
    let (network, id) = did.strip_prefix("did:cheqd:")?.split_once(':')?;
    // A UUID, or 16 bytes (of old also 32) in base58.
    let good = matches!(network, "mainnet" | "testnet")
        && (16..=44).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    good.then(|| Url::parse(&format!("{CHEQD}{did}")).ok())?
}

/// The DID document in what a resolver answers: bare, or with what is said about it (DID Resolution §DID Resolution
/// Result). `None` if there is none, or if the DID has ended.
pub(crate) fn answered(answer: &Value) -> Option<&Value> {
    let document = match answer.get("didDocument") {
        None => Some(answer),
        Some(document) => {
            let about = |part: &str, name: &str| answer.get(part).and_then(|about| about.get(name));
            let ended = about("didDocumentMetadata", "deactivated") == Some(&Value::Bool(true));
            let failed = about("didResolutionMetadata", "error").is_some_and(|error| !error.is_null());
            (!ended && !failed).then_some(document)
        }
    };
    document.filter(|document| document.get("id").is_some_and(Value::is_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_legal_entities_are_looked_up_at_ebsi() {
        let id = |version: u8, length: usize| {
            let bytes = [vec![version], vec![7; length]].concat();
            ebsi(&format!("did:ebsi:z{}", bs58::encode(bytes).into_string()))
        };
        assert!(id(1, 16).is_some_and(|url| url.as_str().starts_with(EBSI)));
        assert_eq!(
            (id(2, 32), id(1, 15), ebsi("did:ebsi:abc"), ebsi("did:ebsi:z1/../x")),
            (None, None, None, None)
        );
    }

    #[test]
    fn names_of_cheqd() {
        let good = cheqd("did:cheqd:testnet:90d5c141-724f-47ad-9ae7-a7c33a9e5643").unwrap();
        assert_eq!(good.as_str(), format!("{CHEQD}did:cheqd:testnet:90d5c141-724f-47ad-9ae7-a7c33a9e5643"));
        for bad in [
            "mainnet:",
            "othernet:Ps1ysXP2Ae6GBfxNhNQNKN",
            "mainnet:../../../../../../evil",
            "Ps1ysXP2Ae6GBfxNhNQNKN",
        ] {
            assert_eq!(cheqd(&format!("did:cheqd:{bad}")), None, "{bad}");
        }
    }
}
