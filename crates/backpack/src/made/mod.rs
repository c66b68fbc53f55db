//! What the learner makes: evidence, stacks, identities, decisions, and what went out.

mod accounts;
mod consents;
mod evidence;
mod evidence_read;
mod holder;
mod identities;
mod pins;
mod settings;
mod shares;
mod stack_items;
mod stacks;

pub use accounts::{Account, AccountFields};
pub use evidence::{Evidence, EvidenceKind, NewEvidence};
pub use identities::{Identity, IdentityKind};
pub use pins::Pin;
pub use shares::{NewShare, Share};
pub use stacks::{Stack, StackFields};
