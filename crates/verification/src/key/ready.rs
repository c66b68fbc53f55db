//! Keys made ready for checking signatures.

use std::sync::{Arc, OnceLock};

use aws_lc_rs::signature::{ParsedPublicKey, VerificationAlgorithm};

use super::public::{Algorithm, PublicKey, is_small_order};
use crate::remembered::Remembered;

/// What checking signatures needs of a key beside its bytes. An issuer signs many badges with one key, so this is worked
/// out once for each.
pub(super) struct Ready {
    /// See [`PublicKey::fingerprint`].
    pub(super) fingerprint: String,
    /// So weak that a signature under it proves nothing.
    pub(super) weak: bool,
    /// For each algorithm that goes together with the key.
    parsed: Vec<(Algorithm, OnceLock<Option<ParsedPublicKey>>)>,
    key: PublicKey,
}

impl Ready {
    /// A key, ready.
    pub(super) fn of(key: &PublicKey) -> Arc<Ready> {
        static REMEMBERED: Remembered<PublicKey, Arc<Ready>> = Remembered::new(256);
        REMEMBERED.get(key, || Arc::new(Ready::new(key)))
    }

    fn new(key: &PublicKey) -> Ready {
        let weak = match key {
            PublicKey::Ed25519(point) => is_small_order(point),
            // RFC 7518 §3.3: 2048 bits or more.
            PublicKey::Rsa(der) => {
                aws_lc_rs::rsa::PublicKey::from_der(der).is_ok_and(|key| key.modulus_len() < 256)
            }
            _ => false,
        };
        let fitting = Algorithm::ALL.into_iter().filter(|algorithm| algorithm.implementation(key).is_some());
        Ready {
            fingerprint: key.fingerprint_worked_out(),
            weak,
            parsed: fitting.map(|algorithm| (algorithm, OnceLock::new())).collect(),
            key: key.clone(),
        }
    }

    /// Does the algorithm go together with the kind of key?
    pub(super) fn fits(&self, algorithm: Algorithm) -> bool {
        self.parsed.iter().any(|(fitting, _)| *fitting == algorithm)
    }

    /// The key as the library holds it; `None` if it is no key, or the algorithm does not fit.
    pub(super) fn parsed(&self, algorithm: Algorithm) -> Option<&ParsedPublicKey> {
        let (_, parsed) = self.parsed.iter().find(|(fitting, _)| *fitting == algorithm)?;
        let parse = || -> Option<ParsedPublicKey> {
            let implementation: &'static dyn VerificationAlgorithm = algorithm.implementation(&self.key)?;
            ParsedPublicKey::new(implementation, self.key.bytes()).ok()
        };
        parsed.get_or_init(parse).as_ref()
    }
}
