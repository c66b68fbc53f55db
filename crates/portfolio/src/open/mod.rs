//! Opens what somebody handed out. Nothing is believed yet: digests are compared here, signatures and credentials are
//! checked by the caller, and [`crate::fold`] puts it all together.

mod html;
mod opened;
mod outer;
mod pdf;

use openbadges::{Jws, Note, limits};

use crate::codes;
use crate::error::OpenError;
use crate::profile::{MANIFEST_TYP, Manifest};

pub use opened::{
    BlobState, OpenedBadge, OpenedCredential, OpenedDocument, OpenedEvidence, OpenedProfile, OpenedStatement,
};

/// Opens a page, PDF or JSON file that holds a SharedProfile.
///
/// [`OpenError::NotOne`] says that these bytes are something else, perhaps a badge.
pub fn open(bytes: &[u8]) -> Result<OpenedProfile, OpenError> {
    if bytes.len() > limits::FILE {
        return Err(OpenError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => of_json(bytes, false),
        Some(b'<') => {
            let text = std::str::from_utf8(bytes).map_err(|_| OpenError::NotOne)?;
            let script = html::profile_script(text)?;
            of_json(script.as_bytes(), true)
        }
        _ if openbadges::pdf::is_pdf(bytes) => of_json(&pdf::profile_file(bytes)?, true),
        _ => Err(OpenError::NotOne),
    }
}

/// `claimed`: it stood where a profile stands, so anything else is damage rather than something else.
fn of_json(bytes: &[u8], claimed: bool) -> Result<OpenedProfile, OpenError> {
    let outer = outer::read(bytes, claimed)?;
    let mut notes = Vec::new();
    if outer.version.1 > 0 {
        let version = format!("{}.{}", outer.version.0, outer.version.1);
        notes.push(Note::new(codes::REVIEW_NEWER_MINOR).with("version", version));
    }
    if outer.further_manifests {
        notes.push(Note::new(codes::REVIEW_SECOND_MANIFEST));
    }
    let jws = Jws::parse(&outer.manifest).map_err(|error| OpenError::Manifest(error.to_string()))?;
    if jws.header().get("typ").and_then(|typ| typ.as_str()) != Some(MANIFEST_TYP) {
        return Err(OpenError::Manifest(format!("typ is not {MANIFEST_TYP}")));
    }
    // Strict first (no member twice, bounded depth), then by shape.
    let value =
        openbadges::json::read(jws.payload()).map_err(|error| OpenError::Manifest(error.to_string()))?;
    let manifest: Manifest =
        serde_json::from_value(value.into()).map_err(|error| OpenError::Manifest(error.to_string()))?;
    Ok(opened::opened(jws, manifest, outer.blobs, notes))
}
