//! The learner's own archive of documents, inside the backpack.

use std::sync::Arc;

use backpack::Backpack;
use verification::{Answer, Answered, DocUrl, Document, Origin, Pin, Pins};

use crate::checking::Archive;
use crate::views::Failure;

/// The archive of an open backpack.
pub(crate) struct BackpackArchive(pub(crate) Arc<Backpack>);

impl Archive for BackpackArchive {
    fn versions(&self, url: &DocUrl) -> Vec<Answered> {
        // An archive that cannot be read answers nothing: then the check says what it could not have.
        let stored = self.0.documents(&[url.as_str()]).unwrap_or_default();
        stored.into_iter().filter_map(|document| answered(url, document)).collect()
    }
}

fn answered(url: &DocUrl, stored: backpack::StoredDocument) -> Option<Answered> {
    // What a sender supplied stays the sender's, however it came into the store.
    let origin = if stored.origin == Origin::Sender.as_str() { Origin::Sender } else { Origin::Archive };
    // The moment it was last seen: then it still said so.
    let at = stored.seen_at;
    let answer = match (stored.status, stored.bytes) {
        (410, _) => Answer::Gone,
        (404, _) => Answer::Missing,
        (_, Some(bytes)) => {
            let mut document = Document::new(url.clone(), stored.media_type, bytes, at, origin);
            document.etag = stored.etag;
            if let Some(final_url) = stored.final_url.as_deref().and_then(DocUrl::parse) {
                document.final_url = final_url;
            }
            Answer::Got(document)
        }
        (_, None) => return None,
    };
    Some(Answered { answer, at, origin })
}

/// The learner's own marks.
pub(crate) fn pins(backpack: &Backpack) -> Result<Pins, Failure> {
    let pins = backpack.pins()?.into_iter().map(|pin| {
        let key = Some(pin.key).filter(|key| !key.is_empty());
        Pin { issuer: pin.issuer, name: pin.name, key, at: pin.pinned_at }
    });
    Ok(pins.collect())
}
