//! Lists of certificate authorities: adding, listing, taking away.

use verification::TrustList;

use super::kept::{self, KeptTrustList};
use crate::views::{Failure, TrustListView};
use crate::wallet::{Done, Wallet};

/// Reads a list of authorities from a file; `name` is the file's.
pub fn read_trust_list(name: &str, bytes: &[u8]) -> Result<TrustList, Failure> {
    TrustList::read(bytes, name).map_err(|error| Failure::new(error.code()).with("name", name))
}

impl Wallet {
    /// The lists of authorities that were added.
    pub fn trust_lists(&self) -> Result<Vec<TrustListView>, Failure> {
        let backpack = self.backpack()?;
        Ok(kept::trust_lists(&backpack)?.iter().map(view).collect())
    }

    /// Adds a list of authorities from a file; one of the same name is replaced. Badges under a seal are checked anew
    /// with what is at hand.
    pub fn add_trust_list(&self, name: &str, bytes: &[u8]) -> Result<Done<TrustListView>, Failure> {
        let backpack = self.backpack()?;
        let list = read_trust_list(name, bytes)?;
        let mut all = kept::trust_lists(&backpack)?;
        let new = KeptTrustList { id: kept::id(&list.name), added_at: self.now(), list };
        let added = view(&new);
        match all.iter_mut().find(|one| one.id == new.id) {
            Some(old) => *old = new,
            None => all.push(new),
        }
        kept::set_trust_lists(&backpack, &all)?;
        Ok(Done::new(added, self.check_touched(&backpack, &|report| report.securing == "jades")?))
    }

    /// Takes a list of authorities away, by its id. Badges under a seal are checked anew with what is at hand.
    pub fn remove_trust_list(&self, id: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let mut all = kept::trust_lists(&backpack)?;
        let before = all.len();
        all.retain(|one| one.id != id);
        if all.len() == before {
            return Err(Failure::new("trust-list.unknown").with("id", id));
        }
        kept::set_trust_lists(&backpack, &all)?;
        Ok(Done::new((), self.check_touched(&backpack, &|report| report.securing == "jades")?))
    }
}

fn view(kept: &KeptTrustList) -> TrustListView {
    TrustListView {
        id: kept.id.clone(),
        name: kept.list.name.clone(),
        authorities: u32::try_from(kept.list.authorities.len()).unwrap_or(u32::MAX),
        added_at: kept.added_at.to_string(),
        next_update: kept.list.next_update.map(|next| next.to_string()),
    }
}
