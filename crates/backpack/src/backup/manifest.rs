//! `manifest.json` of a backup, and the seal over it.

use hkdf::Hkdf;
use jiff::Timestamp;
use openbadges::Digest;
use openbadges::json::Value;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::BackupError;
use crate::Error;
use crate::keys::Key;

const TYPE: &str = "BadgefolioBackup";
const VERSION: &str = "1.0";
/// Distinguishes what is derived for the seal from everything else that is ever derived from the key.
const PURPOSE: &[u8] = b"Badgefolio backup 1";

/// What can be said of a backup without its passphrase. Until it is restored this is the word of whoever made the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFacts {
    /// The id of the backpack.
    pub backpack: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// By which program, e.g. `badgefolio/0.1.0`.
    pub app: String,
    /// The number of the database's schema.
    pub schema: u32,
    /// The size of the file.
    pub bytes: u64,
}

/// A member that the manifest names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) sha256: Digest,
}

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Manifest {
    #[serde(rename = "type")]
    kind: String,
    version: String,
    pub(super) backpack: String,
    pub(super) created_at: Timestamp,
    pub(super) app: String,
    pub(super) schema: u32,
    pub(super) members: Vec<Listed>,
}

impl Manifest {
    pub(super) fn new(
        backpack: &str,
        created_at: Timestamp,
        app: &str,
        schema: u32,
        members: Vec<Listed>,
    ) -> Manifest {
        Manifest {
            kind: TYPE.to_owned(),
            version: VERSION.to_owned(),
            backpack: backpack.to_owned(),
            created_at,
            app: app.to_owned(),
            schema,
            members,
        }
    }

    /// Reads it. The version is looked at before anything else is expected of it.
    pub(super) fn read(bytes: &[u8]) -> Result<Manifest, BackupError> {
        let value = openbadges::json::read(bytes).map_err(|_| BackupError::NotOne)?;
        if value.get("type").and_then(Value::as_str) != Some(TYPE) {
            return Err(BackupError::NotOne);
        }
        let version = value.get("version").and_then(Value::as_str).unwrap_or_default();
        if version.split('.').next() != VERSION.split('.').next() {
            return Err(BackupError::Newer { version: version.chars().take(16).collect() });
        }
        let manifest: Manifest = serde_json::from_value(value.into()).map_err(|_| BackupError::NotOne)?;
        let names = manifest.members.iter().map(|member| member.name.as_str());
        if !names.eq([super::KEYSLOTS, super::DATABASE]) {
            return Err(BackupError::Foreign);
        }
        Ok(manifest)
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec_pretty(self).map_err(|_| Error::Database("manifest"))
    }

    /// What the manifest says of a member.
    pub(super) fn of(&self, name: &str) -> Result<&Listed, BackupError> {
        self.members.iter().find(|member| member.name == name).ok_or(BackupError::Foreign)
    }

    pub(super) fn facts(&self, bytes: u64) -> BackupFacts {
        BackupFacts {
            backpack: self.backpack.clone(),
            made_at: self.created_at,
            app: self.app.clone(),
            schema: self.schema,
            bytes,
        }
    }
}

/// The seal over the bytes of a manifest: HMAC-SHA-256 as HKDF's expansion gives it (RFC 5869), under a key that only
/// whoever has the database's key can derive. With it the digests are their word, and so is the day: an older
/// database under the same key does not fit a newer manifest.
pub(super) fn seal(manifest: &[u8], key: &Key) -> Result<Digest, Error> {
    let mut seal = [0; 32];
    Hkdf::<Sha256>::new(Some(PURPOSE), key.bytes())
        .expand(manifest, &mut seal)
        .map_err(|_| Error::Database("seal"))?;
    Ok(Digest(seal))
}
