//! What the wallet shows: plain data in the user's terms, one noun a file.
//!
//! Everything here may cross to the window or be printed by the command line. Nothing here is a row, a proof or
//! a piece of JSON-LD. Members are written in camelCase; times are RFC 3339 in UTC unless a member says that it
//! is written as the issuer wrote it; codes are worded by whoever shows them.

mod account;
mod add;
mod backup;
mod badge;
mod card;
mod change;
mod check;
mod claim;
mod evidence;
mod failure;
mod follow;
mod gathered;
mod inbox;
mod issuer;
mod linkedin;
mod list;
mod mark;
mod portfolio;
mod review;
mod settings;
mod stack;
mod status;
mod trusted;

pub use account::{AccountKind, AccountLogin, AccountView, FolderView, NewAccount};
pub use add::{AddView, InputView, LinkKind, LinkView, MailView, PassedView};
pub use backup::{BackupView, RestoredView};
pub use badge::{
    AlignmentView, BadgeView, CompetencyView, CopyView, IssuerEvidenceView, IssuerView, ReportView,
    SourceView, StackName,
};
pub use card::{BadgeCard, Picture};
pub use change::{All, ChangeSet, ChangedBadges};
pub use check::{CheckId, CheckView, DocumentView, NoteView, Outcome};
pub use claim::{ClaimProtocol, ClaimSends, ClaimState, ClaimView, PinView};
pub use evidence::{EvidenceContent, EvidenceKind, EvidenceView};
pub use failure::Failure;
pub use follow::{FollowView, HostAsk};
pub use gathered::GatheredView;
pub use inbox::{Decision, InboxItem, RecipientAnswer, WaitingLink};
pub use issuer::KnownIssuer;
pub use linkedin::{LinkedInField, LinkedInFieldId, LinkedInView};
pub use list::{BadgeList, BadgeQuery, MarkCount, Sort};
pub use mark::Mark;
pub use portfolio::{Language, PortfolioPreview, PortfolioRequest, SavedView, ShareView, WarningView};
pub use review::{EvidenceState, ManifestState, ReviewBadge, ReviewEvidence, ReviewProfile, ReviewView};
pub use settings::{SettingKey, SettingsView, SlotView};
pub use stack::{StackCard, StackView};
pub use status::{AppStatus, BackpackState, SlotKind, Theme};
pub use trusted::{RegistryAdded, RegistryEntryView, RegistryKind, RegistryView, TrustListView};
