use backpack::{Backpack, BadgeState, Lookup, NewCopy, Source};
use jiff::Timestamp;

use super::{copy, new_copy};
use crate::examine::Examinee;
use crate::views::Failure;

/// What a credential that was found would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// A badge that is not there yet.
    New,
    /// Another copy of a badge that is.
    Copy,
    /// Exactly this copy is there.
    Known,
    /// A later award of this badge.
    Renewal(String),
    /// A badge of which only the address is known.
    NeedsFetch,
}

/// Decides what a credential would be, and puts together what would be stored. Stores nothing.
pub(crate) fn decide(
    backpack: &Backpack,
    found: &Examinee,
    source: Source,
    state: BadgeState,
    now: Timestamp,
) -> Result<(Decision, NewCopy), Failure> {
    let checked = found.checked.as_ref().ok_or_else(|| Failure::new("internal.not-checked"))?;
    let mut new = new_copy(found, checked, source, state, now);
    let lookup = Lookup {
        payload: found.credential.digest(),
        content: new.content_digest,
        award_key: &new.award_key,
        fields: &new.fields,
    };
    let decision = match backpack.decide(lookup)? {
        backpack::Decision::Known(_) => Decision::Known,
        backpack::Decision::Copy(_) => Decision::Copy,
        backpack::Decision::New if found.is_unread() => Decision::NeedsFetch,
        backpack::Decision::New => Decision::New,
        backpack::Decision::Renewal(badge) => {
            let text = badge.as_str().to_owned();
            new.renews = Some(badge);
            Decision::Renewal(text)
        }
    };
    if decision != Decision::Known {
        // A picture is made small only where it is going to be stored.
        new.image = found.image.as_deref().and_then(copy::picture);
    }
    Ok((decision, new))
}
