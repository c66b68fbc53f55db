//! Adding and removing slots of an open backpack.

use jiff::Timestamp;

use super::Backpack;
use super::backpack::add;
use crate::keys::{AddedSlot, Keyring, Keyslots, NewSlot};
use crate::{Entropy, Error};

impl Backpack {
    /// Adds a way to open it. The slot is tried before it counts.
    ///
    /// # Errors
    /// [`Error::InUse`] while somebody else has the backpack open, [`Error::Keyring`], [`Error::EmptyPassphrase`],
    /// [`Error::SlotNotProven`], [`Error::Folder`].
    pub fn add_slot(
        &self,
        new: &NewSlot,
        keyring: &dyn Keyring,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<AddedSlot, Error> {
        self.lock.alone(|| {
            let mut file = Keyslots::read(&self.folder)?;
            let added = add(&mut file, new, self.pool.key(), keyring, entropy, now)?;
            file.write(&self.folder)?;
            Ok(added)
        })
    }

    /// Takes a way to open it away; the last one stays. The file's last good copy forgets the slot, too.
    ///
    /// # Errors
    /// [`Error::LastSlot`], [`Error::UnknownSlot`], [`Error::InUse`], [`Error::Folder`].
    pub fn remove_slot(&self, id: &str, keyring: &dyn Keyring) -> Result<(), Error> {
        self.lock.alone(|| {
            let mut file = Keyslots::read(&self.folder)?;
            let slot = file.remove(id)?;
            file.write(&self.folder)?;
            file.settle(&self.folder)?;
            if let Some(account) = &slot.account {
                // Without the slot the entry opens nothing, so a keyring that is locked now is no failure.
                let _ = keyring.delete(account);
            }
            Ok(())
        })
    }
}
