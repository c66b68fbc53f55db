//! Bounds on what an issuer may make a wallet do.

/// Characters of an offer given as text.
pub const OFFER: usize = 64 * 1024;
/// Requests for one claim.
pub const REQUESTS: usize = 64;
/// Credentials that one offer may name.
pub const OFFERED: usize = 16;
/// Credentials of which an authorization server may name several of one kind.
pub const IDENTIFIERS: usize = 32;
/// Bytes of all credentials of one claim together.
pub const CLAIMED: usize = 32 * 1024 * 1024;
/// Times a deferred credential is asked for.
pub const DEFERRED: u32 = 6;
/// Seconds that are waited for a deferred credential, all times together.
pub const DEFERRED_SECONDS: u64 = 60;
/// Times a credential request is made anew, with a fresh nonce or in another spelling.
pub const ATTEMPTS: u32 = 4;
/// Messages of one exchange.
pub const ROUNDS: u32 = 8;
/// Characters of a code that a person types in.
pub const PIN: usize = 64;
/// Characters of foreign text that is shown.
pub const SHOWN: usize = 300;
/// Characters of a token, code or nonce.
pub const TOKEN: usize = 64 * 1024;
