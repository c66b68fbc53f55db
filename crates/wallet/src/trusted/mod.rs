//! Whom the learner believes about who an issuer is: registers of issuers and lists of certificate authorities, which the
//! learner has added. They lie in the backpack.

mod kept;
mod registries;
mod trust_lists;

use std::sync::Arc;

use backpack::{Backpack, Query};
use verification::{Registries, VerificationReport};

pub use self::registries::read_registry;
pub use self::trust_lists::read_trust_list;
use crate::import::{ImportTerms, StoredReport};
use crate::views::{ChangeSet, Failure};
use crate::wallet::Wallet;

/// All that was added, in the order in which it was added.
pub(crate) fn all(backpack: &Backpack) -> Result<Registries, Failure> {
    let mut all = Registries::new();
    for registry in kept::registries(backpack)? {
        match registry.what {
            kept::What::Issuers { issuers } => {
                all.add_issuers(&registry.name, &verification::IssuerList { issuers });
            }
            kept::What::Federation { federation } => all.add_federation(*federation),
        }
    }
    for kept in kept::trust_lists(backpack)? {
        all.add_trust_list(kept.list);
    }
    Ok(all)
}

impl Wallet {
    /// Checks the badges anew whose last report says that it may come out otherwise now. Nobody is asked.
    fn check_touched(
        &self,
        backpack: &Arc<Backpack>,
        touched: &dyn Fn(&VerificationReport) -> bool,
    ) -> Result<ChangeSet, Failure> {
        let every = Query { limit: u32::MAX, ..Query::default() };
        let mut changes = ChangeSet::settings();
        for row in backpack.badges(&every)?.rows {
            let record = backpack.badge(&row.id)?;
            let reads = |json: &str| StoredReport::read(json).is_ok_and(|stored| touched(&stored.report));
            if record.copies.iter().any(|copy| reads(&copy.report.json)) {
                self.check_badge(backpack, &row.id, &ImportTerms::default())?;
                changes = changes.and(ChangeSet::badges([row.id.as_str()])).and(ChangeSet::inbox());
            }
        }
        Ok(changes)
    }
}
