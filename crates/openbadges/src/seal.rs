//! JWS in JSON serialisation (RFC 7515 §7.2), flattened or general: the shape of the JAdES seals (ETSI TS 119 182-1) of
//! European Digital Credentials.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::{Map, Value};

use crate::json;

/// Signatures of one seal that are looked at.
const MAX_SIGNATURES: usize = 8;

/// A seal, taken apart but not verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Seal {
    payload: String,
    signatures: Vec<SealSignature>,
}

/// One signature of a seal.
#[derive(Clone, Debug, PartialEq)]
pub struct SealSignature {
    protected: String,
    header: Map,
    unprotected: Map,
    signature: Vec<u8>,
}

/// What of a seal is not as it has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} of the seal is not as it has to be")]
pub struct SealError(&'static str);

impl SealError {
    /// The member that is not as it has to be.
    pub fn member(self) -> &'static str {
        self.0
    }
}

impl Seal {
    /// Takes a seal apart: general with `signatures`, flattened with `signature`, never both (RFC 7515 §7.2.2). Of more
    /// than eight signatures the first eight.
    pub fn read(document: &Value) -> Result<Seal, SealError> {
        // RFC 7797 §4: also with `b64: false` it is a string; an object has no bytes that could be signed.
        let payload = document.get("payload").and_then(Value::as_str).ok_or(SealError("payload"))?.to_owned();
        let signatures = match (document.get("signatures"), document.get("signature")) {
            (Some(Value::Array(all)), None) if !all.is_empty() => {
                all.iter().take(MAX_SIGNATURES).map(SealSignature::read).collect::<Result<_, _>>()?
            }
            (None, Some(_)) => vec![SealSignature::read(document)?],
            _ => return Err(SealError("signatures")),
        };
        Ok(Seal { payload, signatures })
    }

    /// The payload as it stands in the document: with `b64: false` what is sealed, else base64url of it.
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// The signatures, at least one.
    pub fn signatures(&self) -> &[SealSignature] {
        &self.signatures
    }

    /// What a signature is over (RFC 7515 §5.1, RFC 7797 §3): its protected header as it stands, a dot, the payload as it
    /// stands. The same for both values of `b64`.
    pub fn signing_input(&self, signature: &SealSignature) -> Vec<u8> {
        [signature.protected.as_bytes(), b".", self.payload.as_bytes()].concat()
    }
}

impl SealSignature {
    fn read(value: &Value) -> Result<SealSignature, SealError> {
        let text = |name: &'static str| value.get(name).and_then(Value::as_str).ok_or(SealError(name));
        let decode =
            |text: &str, name: &'static str| URL_SAFE_NO_PAD.decode(text).map_err(|_| SealError(name));
        let protected = text("protected")?.to_owned();
        let header = match json::read(&decode(&protected, "protected")?) {
            Ok(Value::Object(header)) => header,
            _ => return Err(SealError("protected")),
        };
        let unprotected = match value.get("header") {
            None => Map::new(),
            Some(Value::Object(unprotected)) => unprotected.clone(),
            Some(_) => return Err(SealError("header")),
        };
        // RFC 7515 §7.2.1: the names in both have to be disjoint.
        if unprotected.keys().any(|name| header.contains_key(name)) {
            return Err(SealError("header"));
        }
        let signature = decode(text("signature")?, "signature")?;
        Ok(SealSignature { protected, header, unprotected, signature })
    }

    /// The header that is sealed, too.
    pub fn header(&self) -> &Map {
        &self.header
    }

    /// The header that anybody could have changed since.
    pub fn unprotected(&self) -> &Map {
        &self.unprotected
    }

    /// The name of the algorithm; empty if none is named.
    pub fn alg(&self) -> &str {
        self.header.get("alg").and_then(Value::as_str).unwrap_or_default()
    }

    /// The signature's bytes.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    #[test]
    fn both_serialisations_are_read_and_mixed_ones_are_not() {
        let protected = URL_SAFE_NO_PAD.encode(r#"{"alg":"ES256","b64":false,"crit":["b64"]}"#);
        let one = json!({ "protected": protected, "signature": "AA", "header": { "etsiU": [] } });
        let general = json!({ "payload": "{\r\n}", "signatures": [one] });
        let seal = Seal::read(&general).unwrap();
        let [signature] = seal.signatures() else { panic!("one") };
        assert_eq!(seal.signing_input(signature), format!("{protected}.{{\r\n}}").into_bytes());
        assert_eq!((signature.alg(), signature.signature()), ("ES256", &[0][..]));
        let mut flat = one.clone();
        flat["payload"] = json!("{\r\n}");
        assert_eq!(Seal::read(&flat).unwrap(), seal);
        let member = |change: &dyn Fn(&mut Value)| {
            let mut other = general.clone();
            change(&mut other);
            Seal::read(&other).unwrap_err().member()
        };
        assert_eq!(member(&|seal| seal["signature"] = json!("AA")), "signatures");
        assert_eq!(member(&|seal| seal["signatures"] = json!([])), "signatures");
        assert_eq!(member(&|seal| seal["payload"] = json!({})), "payload");
        assert_eq!(member(&|seal| seal["signatures"][0]["protected"] = json!("e30=")), "protected");
        assert_eq!(member(&|seal| seal["signatures"][0]["signature"] = json!("!")), "signature");
        assert_eq!(
            member(&|seal| seal["signatures"][0]["header"]["alg"] = json!("none")),
            "header",
            "in both headers"
        );
    }
}
