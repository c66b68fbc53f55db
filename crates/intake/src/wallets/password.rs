//! The password a person typed for what another wallet locked, and what comes of it.

use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::key_wrap::{AES_256, AesKek, KeyWrap as _};
use aws_lc_rs::pbkdf2::{PBKDF2_HMAC_SHA512, derive};
use secrecy::{ExposeSecret as _, SecretString};
use std::num::NonZeroU32;
use zeroize::Zeroizing;

/// Why something stays locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lock {
    /// No password was given.
    NeedsPassword,
    /// The password given does not open it.
    WrongPassword,
    /// Locked in a way that we do not open, or that would take longer than anybody waits.
    Unknown,
}

impl Lock {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Lock::NeedsPassword => "passed.needs-password",
            Lock::WrongPassword => "input.wrong-password",
            Lock::Unknown => "passed.unknown-lock",
        }
    }
}

/// What one look at an input knows of passwords.
#[derive(Debug, Default)]
pub(crate) struct Unlocking {
    /// What the person typed.
    pub(crate) password: Option<SecretString>,
    /// How many locks it opened.
    opened: usize,
    /// How many it did not open.
    wrong: usize,
    /// What stretching has cost so far, in KiB that were gone over.
    cost: u64,
}

/// Rounds of PBKDF2 beyond which nothing is tried; the wallet that locks this way used 120,000.
const ROUNDS: u32 = 2_000_000;
/// Memory and passes of one Argon2, in KiB and times; the wallet that locks this way uses 65,536 and 3.
const MEMORY: u32 = 1024 * 1024;
const PASSES: u32 = 16;
/// All of Argon2 for one input: five hundred credentials as that wallet locks them, each with a salt of its own.
const COST: u64 = 500 * 3 * 65_536;

impl Unlocking {
    pub(crate) fn with(password: SecretString) -> Self {
        Unlocking { password: Some(password), ..Unlocking::default() }
    }

    /// Whether there was something to open, and the password opened none of it.
    pub(crate) fn is_wrong(&self) -> bool {
        self.wrong > 0 && self.opened == 0
    }

    pub(super) fn refused(&mut self, lock: Lock) {
        if lock == Lock::WrongPassword {
            self.wrong += 1;
        }
    }

    pub(super) fn opened(&mut self) {
        self.opened += 1;
    }

    fn bytes(&self) -> Result<&[u8], Lock> {
        self.password.as_ref().map(|text| text.expose_secret().as_bytes()).ok_or(Lock::NeedsPassword)
    }

    /// A key by PBKDF2 with HMAC-SHA-512 over the salt as it is, and with it the wrapped key (AES key wrap, RFC 3394).
    pub(super) fn unwrap_key(
        &self,
        salt: &[u8],
        rounds: u64,
        wrapped: &[u8],
    ) -> Result<Zeroizing<[u8; 32]>, Lock> {
        let rounds = u32::try_from(rounds).ok().filter(|rounds| *rounds <= ROUNDS).and_then(NonZeroU32::new);
        let rounds = rounds.ok_or(Lock::Unknown)?;
        if wrapped.len() != 40 || salt.len() > 1024 {
            return Err(Lock::Unknown);
        }
        let mut outer = Zeroizing::new([0u8; 32]);
        derive(PBKDF2_HMAC_SHA512, rounds, salt, self.bytes()?, outer.as_mut_slice());
        let kek = AesKek::new(&AES_256, outer.as_slice()).map_err(|_| Lock::Unknown)?;
        let mut key = Zeroizing::new([0u8; 40]);
        let unwrapped = kek.unwrap(wrapped, key.as_mut_slice()).map_err(|_| Lock::WrongPassword)?;
        Ok(Zeroizing::new(<[u8; 32]>::try_from(&*unwrapped).map_err(|_| Lock::Unknown)?))
    }

    /// A key by Argon2id, version 1.3. Memory in KiB.
    pub(super) fn argon2id(
        &mut self,
        salt: &[u8],
        memory: u64,
        passes: u64,
        lanes: u64,
    ) -> Result<Zeroizing<[u8; 32]>, Lock> {
        let bound = |number: u64, most: u32| u32::try_from(number).ok().filter(|number| *number <= most);
        let (memory, passes) = bound(memory, MEMORY).zip(bound(passes, PASSES)).ok_or(Lock::Unknown)?;
        let lanes = bound(lanes, 64).ok_or(Lock::Unknown)?;
        let cost = self.cost.saturating_add(u64::from(memory) * u64::from(passes));
        if cost > COST {
            return Err(Lock::Unknown);
        }
        let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| Lock::Unknown)?;
        let password = self.bytes()?;
        let mut key = Zeroizing::new([0u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password, salt, key.as_mut_slice())
            .map_err(|_| Lock::Unknown)?;
        self.cost = cost;
        Ok(key)
    }
}

/// Opens AES-256-GCM; `sealed` ends with the tag.
pub(super) fn open(key: &[u8; 32], iv: &[u8], sealed: Vec<u8>) -> Result<Zeroizing<Vec<u8>>, Lock> {
    let nonce = Nonce::try_assume_unique_for_key(iv).map_err(|_| Lock::Unknown)?;
    let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| Lock::Unknown)?;
    let mut sealed = Zeroizing::new(sealed);
    let length = LessSafeKey::new(key)
        .open_in_place(nonce, Aad::empty(), sealed.as_mut_slice())
        .map_err(|_| Lock::WrongPassword)?
        .len();
    sealed.truncate(length);
    Ok(sealed)
}
