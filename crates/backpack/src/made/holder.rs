//! The learner's own key: one a backpack, made on first need, never outside the encrypted store.

use rusqlite::{OptionalExtension, Transaction, params};
use zeroize::Zeroizing;

use crate::{Backpack, Entropy, Error, entropy};

/// The kind and the value of the row that holds it; both are no address.
const HOLDER: &str = "holder";

impl Backpack {
    /// The 32 bytes an Ed25519 key is made of; made now if there were none.
    ///
    /// # Errors
    /// [`Error::Randomness`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn holder_seed(&self, entropy: &mut dyn Entropy) -> Result<Zeroizing<[u8; 32]>, Error> {
        if let Some(seed) = self.pool.read(seed)? {
            return Ok(seed);
        }
        let id = entropy::uuid(entropy)?;
        let mut fresh = Zeroizing::new([0; 32]);
        entropy.fill(fresh.as_mut_slice())?;
        self.pool.write(|tx| {
            // Somebody else may have made one meanwhile: then theirs counts.
            tx.execute(
                "INSERT INTO identities(id, kind, value, secret) VALUES(?1, ?2, ?2, ?3)
                 ON CONFLICT(value) DO NOTHING",
                params![id, HOLDER, fresh.as_slice()],
            )?;
            seed(tx)?.ok_or(Error::Database("holder key"))
        })
    }

    /// The same, `None` while none was needed.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn holder_seed_if_made(&self) -> Result<Option<Zeroizing<[u8; 32]>>, Error> {
        self.pool.read(seed)
    }
}

fn seed(tx: &Transaction<'_>) -> Result<Option<Zeroizing<[u8; 32]>>, Error> {
    let secret: Option<Vec<u8>> = tx
        .prepare_cached("SELECT secret FROM identities WHERE kind = ?1 AND value = ?1")?
        .query_row([HOLDER], |row| row.get(0))
        .optional()?;
    let Some(secret) = secret.map(Zeroizing::new) else { return Ok(None) };
    let mut seed = Zeroizing::new([0; 32]);
    if secret.len() != seed.len() {
        return Err(Error::Database("holder key"));
    }
    seed.copy_from_slice(&secret);
    Ok(Some(seed))
}
