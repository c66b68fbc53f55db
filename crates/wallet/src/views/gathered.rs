use serde::{Deserialize, Serialize};
use specta::Type;

use super::{AddView, Failure};
use crate::Progress;

/// What came of many things given one after another: a mailbox, a folder, an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GatheredView {
    /// How far it came, and what was found.
    pub progress: Progress,
    /// Whether the person stopped it. What was found until then is kept.
    pub cancelled: bool,
    /// Why it could not go on to its end, for example because the connection broke off. What was found is kept.
    pub broken: Option<Failure>,
    /// The things worth telling one by one, as far as there is room for them.
    pub told: AddView,
    /// Things that are not told one by one: nothing new was in them, or there were too many.
    pub untold: u32,
}
