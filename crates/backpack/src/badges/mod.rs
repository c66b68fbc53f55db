//! Badges, their copies, and everything that came with them.

mod decide;
mod document;
mod fields;
mod leading;
mod new_copy;
mod picture;
mod put;
mod query;
mod record;
mod report;
mod row;
mod state_changes;
mod together;
mod words;

pub use decide::{Decision, Known, Lookup};
pub use document::StoredDocument;
pub use fields::BadgeFields;
pub use new_copy::{NewCopy, Picture, Put, Report, Source};
pub use picture::{PictureBytes, Size};
pub use query::{Count, Page, Query, Sort};
pub use record::{BadgeRecord, CopyRecord, Held, ReportLine, SourceRecord};
pub use report::Standing;
pub use row::{BadgeRow, BadgeState};
pub use together::Together;
