//! Between column values and ours.

use jiff::Timestamp;
use openbadges::Digest;
use rusqlite::types::Type;

/// Milliseconds since 1970 in UTC, as every time is stored.
pub(crate) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// Back again. Numbers outside of jiff's years become the first moment rather than an error: one odd row must not
/// hide a whole list.
pub(crate) fn from_ms(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(crate) fn optional_ms(ms: Option<i64>) -> Option<Timestamp> {
    ms.map(from_ms)
}

/// A digest from its 32 bytes.
pub(crate) fn digest(bytes: &[u8]) -> rusqlite::Result<Digest> {
    <[u8; 32]>::try_from(bytes)
        .map(Digest)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, Box::new(error)))
}

pub(crate) fn optional_digest(bytes: Option<Vec<u8>>) -> rusqlite::Result<Option<Digest>> {
    bytes.map(|bytes| digest(&bytes)).transpose()
}
