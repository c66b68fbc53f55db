//! Who the learner is: addresses, DIDs, profile pages that badges may be given to.

use rusqlite::OptionalExtension;

use crate::{Backpack, Entropy, Error, entropy};

/// What an identity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdentityKind {
    /// An e-mail address.
    Email,
    /// A DID.
    Did,
    /// A web address.
    Url,
}

impl IdentityKind {
    fn as_str(self) -> &'static str {
        match self {
            IdentityKind::Email => "email",
            IdentityKind::Did => "did",
            IdentityKind::Url => "url",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "email" => Some(IdentityKind::Email),
            "did" => Some(IdentityKind::Did),
            "url" => Some(IdentityKind::Url),
            _ => None,
        }
    }
}

/// One of the learner's identities.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: IdentityKind,
    /// The address itself.
    pub value: String,
}

impl std::fmt::Debug for Identity {
    /// Without the address: it is the learner's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({}, {:?})", self.id, self.kind)
    }
}

impl Backpack {
    /// Adds an identity; one that is there stays as it is. Answers its id.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_identity(
        &self,
        kind: IdentityKind,
        value: &str,
        entropy: &mut dyn Entropy,
    ) -> Result<String, Error> {
        let id = entropy::uuid(entropy)?;
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO identities(id, kind, value) VALUES(?1, ?2, ?3) ON CONFLICT(value) DO NOTHING",
            )?
            .execute([id.as_str(), kind.as_str(), value])?;
            Ok(tx
                .prepare_cached("SELECT id FROM identities WHERE value = ?1")?
                .query_row([value], |row| row.get(0))?)
        })
    }

    /// All identities, in the order they were added. The holder key is none of them.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn identities(&self) -> Result<Vec<Identity>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached("SELECT id, kind, value FROM identities ORDER BY n")?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let kind: String = row.get(1)?;
                if let Some(kind) = IdentityKind::parse(&kind) {
                    found.push(Identity { id: row.get(0)?, kind, value: row.get(2)? });
                }
            }
            Ok(found)
        })
    }

    /// Removes an identity, named by its id or by the address itself.
    ///
    /// # Errors
    /// [`Error::UnknownIdentity`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn remove_identity(&self, id_or_value: &str) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.prepare_cached(
                "DELETE FROM identities WHERE (id = ?1 OR value = ?1) AND kind IN ('email', 'did', 'url')
                 RETURNING n",
            )?
            .query_row([id_or_value], |row| row.get::<_, i64>(0))
            .optional()?
            .map(|_| ())
            .ok_or(Error::UnknownIdentity)
        })
    }
}
