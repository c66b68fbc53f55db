//! `did:pkh`: an issuer named by an account of a public ledger (CAIP-10).

use super::public::PublicKey;

/// The key in an account's name, where there is one. Of Solana the address is the key; of others (`eip155`, `bip122`, `tezos`)
/// it is a hash of the key, from which no key can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Account {
    /// The address is an Ed25519 key.
    Key(PublicKey),
    /// The address of an account in this ledger (`eip155:1`).
    Hash(String),
}

/// Takes what follows on `did:pkh:` apart; `None` if it breaks the rules of CAIP-10.
pub(super) fn account(rest: &str) -> Option<Account> {
    let parts: Vec<&str> = rest.splitn(4, ':').collect();
    let &[namespace, reference, address] = parts.as_slice() else { return None };
    let plain = |part: &str, most: usize| {
        !part.is_empty()
            && part.len() <= most
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'%'))
    };
    if !plain(namespace, 8) || !plain(reference, 32) || !plain(address, 128) {
        return None;
    }
    if namespace == "solana" {
        let key: [u8; 32] = bs58::decode(address).into_vec().ok()?.try_into().ok()?;
        return Some(Account::Key(PublicKey::Ed25519(key)));
    }
    Some(Account::Hash(format!("{namespace}:{reference}")))
}
