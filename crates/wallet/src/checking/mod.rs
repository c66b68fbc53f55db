//! The rounds of a verification: verify, have fetched what would decide more, verify again from the start.

mod archive_folder;
mod ask;
mod carrier;
mod consent;
mod judge;
mod mailed;
mod rounds;

pub use archive_folder::{ArchiveWriter, Recorded, read as read_archive};
pub use ask::{Ask, Held, Nobody, Online};
pub(crate) use consent::normal as normal_host;
pub use consent::{AllHosts, Consent, Hosts, NoHosts, looks_up};
pub use judge::Judge;
pub(crate) use mailed::keep as keep_mail;
pub use rounds::{Archive, Checked, NoArchive, check};
pub use verification::{Answered, DocUrl, Documents};
