//! Whose badges these are: the learner's addresses.

use backpack::{Backpack, IdentityKind};
use openbadges::recipient::Identity;

use crate::examine::Examined;
use crate::views::{ChangeSet, Failure};
use crate::wallet::{Done, Wallet};

/// Where it is remembered which addresses were offered: each is offered once.
const OFFERED: &str = "addresses-offered";

impl Wallet {
    /// The learner's addresses.
    pub fn addresses(&self) -> Result<Vec<String>, Failure> {
        Ok(self.backpack()?.identities()?.into_iter().map(|identity| identity.value).collect())
    }

    /// This address is the learner's. Whose a badge is, is asked anew whenever it is shown, so that nothing need be
    /// checked again.
    pub fn add_address(&self, address: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let (kind, value) = identity(address)?;
        let mut random = self.ports.random.source();
        backpack.add_identity(kind, &value, random.as_mut())?;
        Ok(Done::new((), changed()))
    }

    /// This address is not the learner's.
    pub fn remove_address(&self, address: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        // An address is found in the spelling it was added in, or in the one it is kept in.
        if backpack.remove_identity(address.trim()).is_err() {
            let (_, value) = identity(address)?;
            backpack
                .remove_identity(&value)
                .map_err(|error| Failure::from(error).with("address", address))?;
        }
        Ok(Done::new((), changed()))
    }

    /// An address that a mail was sent to, if it is none of the learner's and was not offered before.
    pub fn offer_address(&self, examined: &Examined) -> Result<Option<String>, Failure> {
        let mut found = examined.found.iter();
        let Some((mail, _)) = found.find_map(|found| examined.came_in(&found.path)) else {
            return Ok(None);
        };
        let backpack = self.backpack()?;
        let mut offered: Vec<String> =
            backpack.setting(OFFERED)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let own = self.addresses()?;
        let new = intake::addresses(mail).into_iter().map(|address| address.to_lowercase()).find(|address| {
            !own.iter().any(|own| own.eq_ignore_ascii_case(address)) && !offered.contains(address)
        });
        if let Some(address) = &new {
            offered.push(address.clone());
            backpack.set_setting(OFFERED, &serde_json::to_string(&offered).unwrap_or_default())?;
        }
        Ok(new)
    }
}

/// Whose badges these are may show in every one of them.
fn changed() -> ChangeSet {
    ChangeSet { stacks: false, shares: false, reviews: false, ..ChangeSet::all() }
}

/// The learner's identities, as verification takes them: what they named, and the ids of their own keys, by which a badge
/// that was claimed names them.
pub(crate) fn known(backpack: &Backpack) -> Result<Vec<Identity>, Failure> {
    let named = backpack.identities()?.into_iter().map(|identity| identity.value);
    let own = crate::claims::dids(backpack)?;
    Ok(named.chain(own).map(|value| Identity::parse(&value)).collect())
}

fn identity(text: &str) -> Result<(IdentityKind, String), Failure> {
    let wrong = || Failure::new("identity.not-an-address").with("address", text);
    match Identity::parse(text) {
        Identity::Email(address) => {
            let (name, host) = address.split_once('@').ok_or_else(wrong)?;
            let plain = !name.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !address.chars().any(|c| c.is_whitespace() || c.is_control());
            // The host's case never matters; the name's is kept, hashes may depend on it.
            if plain {
                Ok((IdentityKind::Email, format!("{name}@{}", host.to_lowercase())))
            } else {
                Err(wrong())
            }
        }
        Identity::Did(did) => Ok((IdentityKind::Did, did)),
        Identity::Url(url) => Ok((IdentityKind::Url, url)),
        Identity::Telephone(_) | Identity::Other(_) => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_dids_are_told_from_the_rest() {
        assert_eq!(identity(" Mira@Post.Example ").unwrap().1, "Mira@post.example");
        assert_eq!(identity("did:key:z6Mk").unwrap().0, IdentityKind::Did);
        for bad in ["", "mira", "@post.example", "mira@", "mira@post", "a b@post.example", "a@b@c.example"] {
            assert!(identity(bad).unwrap_err().is("identity.not-an-address"), "{bad:?}");
        }
    }
}
