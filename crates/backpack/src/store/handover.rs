//! Handing the key to SQLCipher without putting it into SQL text, which nobody could wipe afterwards.

use rusqlite::{Connection, ffi};

use crate::Error;
use crate::keys::Key;

/// Sets the key of a connection that was just opened and has not been used.
#[allow(unsafe_code)]
pub(crate) fn hand_over(connection: &Connection, key: &Key) -> Result<(), Error> {
    let literal = key.blob_literal();
    let length = i32::try_from(literal.len()).map_err(|_| Error::Database("key"))?;
    // SAFETY: the handle belongs to `connection`, which is borrowed for the whole call and used by no other
    // thread meanwhile (`Connection` is not `Sync`); pointer and length describe `literal`, which lives until
    // after the call; SQLCipher copies the bytes and keeps no pointer to them.
    let code = unsafe { ffi::sqlite3_key(connection.handle(), literal.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(Error::Database("key")) }
}
