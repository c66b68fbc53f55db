//! Whatever strangers send: answered, and never believed for what the issuer did not sign.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use strict_json::{Value, json};
use verification::sign::{check_jws, jwt};
use verification::{Document, Documents, Origin, Verdict};

use crate::common::*;

const ISSUER: &str = "https://uni.example/issuer";
const LIST: &str = "https://status.example/1";

static GENUINE: LazyLock<String> = LazyLock::new(|| signed(1, |_| {}).to_string());

/// A badge as a token of a key that is its own name, which is quicker than canonical bytes.
fn token(claims: &Value) -> String {
    let key = key(1);
    jwt(claims.clone(), "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).unwrap()
}

fn with_document(address: &str, bytes: &[u8]) -> Documents {
    let mut known = Documents::bundled();
    known.insert(Document::new(url(address), None, bytes.to_vec(), now(), Origin::Fetched));
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_badge_with_a_changed_byte_says_the_same_or_is_not_valid(
        at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = GENUINE.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(credential) = openbadges::Credential::read(&bytes) {
            let genuine: Value = serde_json::from_str(&GENUINE).unwrap();
            let same = *credential.document() == genuine;
            prop_assert!(same || ask_bytes(&bytes, &Documents::bundled()).verdict() != Verdict::Valid);
        }
    }

    #[test]
    fn any_document_of_an_issuer_is_answered(
        name in "(https://uni.example/issuer)?#?[a-z0-9]{0,4}",
        member in "publicKey(Multibase|Pem|Base58|Hex)", text in "(z|z6Mk|u|-----BEGIN PUBLIC KEY-----\n)?[A-Za-z0-9+/=]{0,60}",
        alg in "(EdDSA|ES256|ES384|ES256K|RS256|PS512)"
    ) {
        let document = json!({
            "id": ISSUER, "assertionMethod": [name], "verificationMethod": [{ "id": name, "type": "Multikey", member: text }]
        });
        let header = json!({ "alg": alg, "kid": format!("{ISSUER}#a") });
        let encode = |text: String| URL_SAFE_NO_PAD.encode(text);
        let token = format!("{}.{}.{}", encode(header.to_string()), encode(badge(ISSUER).to_string()), encode(text));
        let asked = ask_bytes(token.as_bytes(), &with_document(ISSUER, document.to_string().as_bytes()));
        prop_assert_ne!(asked.verdict(), Verdict::Valid);
    }

    #[test]
    fn any_list_is_answered(
        encoded in "(u?H4sI|eJ)?[A-Za-z0-9_-]{0,60}", kind in "(BitstringStatusList|StatusList2021|RevocationList2020)",
        index in "[0-9]{1,20}", size in any::<i64>()
    ) {
        let issuer = key(1).did_key();
        let mut list = badge(&issuer);
        list["credentialSubject"] = json!({ "type": kind, "statusPurpose": "revocation", "encodedList": encoded });
        let mut badge = badge(&issuer);
        badge["credentialStatus"] = json!({
            "type": format!("{kind}Entry"), "statusPurpose": "revocation", "statusListIndex": index, "statusSize": size,
            "statusListCredential": LIST
        });
        let known = with_document(LIST, token(&list).as_bytes());
        // 60 letters hold no list of the length that the standards ask for.
        prop_assert_ne!(ask_bytes(token(&badge).as_bytes(), &known).verdict(), Verdict::Valid);
    }

    #[test]
    fn any_name_of_a_key_is_answered(kid in "(did:(key:z|jwk:ey|web:)|https://)?[A-Za-z0-9:#%./_-]{0,60}") {
        let header = URL_SAFE_NO_PAD.encode(json!({ "alg": "EdDSA", "kid": kid }).to_string());
        let token = format!("{header}.e30.{}", URL_SAFE_NO_PAD.encode([7; 64]));
        prop_assert!(check_jws(&token).is_err());
    }
}
