//! The Learner Credential Wallet's locked backup, as it was made in 2022 and 2023: a credential of the type `EncryptedWallet` around
//! a JWE (RFC 7516) of its own kind. Read in the wallet's source (`app/lib/lockedWallet.ts`): base64 is the standard one, the salt
//! goes into PBKDF2 as it is (RFC 7518 §4.8.1.1 puts the algorithm's name before it), nothing is authenticated beside the text,
//! and the text is a JSON string that holds the JSON.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use strict_json::Value;
use zeroize::Zeroizing;

use super::password::{Lock, open as unseal};
use super::refuse;
use crate::look::{Part, Scanner};

/// The locked wallet in a credential, if it is one.
pub(crate) fn jwe(document: &Value) -> Option<&Value> {
    let types = document.get("type")?;
    let named = types.as_array().map_or_else(
        || types.as_str() == Some("EncryptedWallet"),
        |all| all.iter().any(|one| one.as_str() == Some("EncryptedWallet")),
    );
    document.get("credentialSubject").filter(|_| named)?.get("jwe")
}

/// Opens it with the password, if there is one.
pub(super) fn open(scanner: &mut Scanner, part: &Part<'_>, path: &str, jwe: &Value) {
    let here = Part { path: path.to_owned(), ..*part };
    match plain(scanner, jwe) {
        Ok(text) => {
            scanner.unlocking.opened();
            let inside = Part {
                bytes: &text,
                path: here.inside("unlocked"),
                name: "",
                media_type: None,
                depth: part.depth + 1,
            };
            // Only a message that is the whole input is ever refused.
            let _ = scanner.look(inside);
        }
        Err(lock) => refuse(scanner, &here, lock),
    }
}

fn plain(scanner: &Scanner, jwe: &Value) -> Result<Zeroizing<Vec<u8>>, Lock> {
    let recipient = jwe.get("recipients").and_then(|all| all.as_array()?.first()).ok_or(Lock::Unknown)?;
    let header = recipient.get("header").ok_or(Lock::Unknown)?;
    let says = |name: &str| header.get(name).and_then(Value::as_str).unwrap_or_default();
    if says("alg") != "PBES2-HS512+A256KW" || says("enc") != "A256GCM" {
        return Err(Lock::Unknown);
    }
    let salt = decode(header.get("p2s"))?;
    let rounds = header.get("p2c").and_then(Value::as_u64).ok_or(Lock::Unknown)?;
    let wrapped = decode(recipient.get("encrypted_key"))?;
    let iv = decode(jwe.get("iv"))?;
    let mut sealed = decode(jwe.get("ciphertext"))?;
    sealed.extend(decode(jwe.get("tag"))?);
    let key = scanner.unlocking.unwrap_key(&salt, rounds, &wrapped)?;
    let text = unseal(&key, &iv, sealed)?;
    // Once more: a JSON string whose text is the wallet.
    // Not by the strict reader, which would leave a second copy in memory; what comes out is read strictly after this.
    match serde_json::from_slice::<String>(&text) {
        Ok(inner) => Ok(Zeroizing::new(inner.into_bytes())),
        Err(_) => Ok(text),
    }
}

/// Base64 in the standard's letters; padding may lack.
pub(super) fn decode(value: Option<&Value>) -> Result<Vec<u8>, Lock> {
    let text = value.and_then(Value::as_str).ok_or(Lock::Unknown)?;
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(&STANDARD, config).decode(text).map_err(|_| Lock::Unknown)
}
