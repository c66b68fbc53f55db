//! Issuers the learner has marked as known.

use std::sync::Arc;

use backpack::Backpack;
use openbadges::award::normalise;
use verification::{CheckId, Outcome, VerificationReport};

use crate::badges::badge_id;
use crate::import::{ImportTerms, StoredReport};
use crate::views::{BadgeView, ChangeSet, Failure, KnownIssuer};
use crate::wallet::{Done, Wallet};

impl Wallet {
    /// Issuers the learner has marked as known, by their ids.
    pub fn known_issuers(&self) -> Result<Vec<KnownIssuer>, Failure> {
        let pins = self.backpack()?.pins()?;
        let view = |pin: backpack::Pin| KnownIssuer {
            issuer: pin.issuer,
            name: pin.name,
            since: pin.pinned_at.to_string(),
        };
        Ok(pins.into_iter().map(view).collect())
    }

    /// Marks the issuer of this badge as known, by the key that signed it. Only where signature and key were seen to be
    /// good: else it would be the mark of whoever wrote the name. Its badges are then checked anew with what is at
    /// hand; nobody is asked.
    pub fn mark_issuer(&self, badge: &str) -> Result<Done<BadgeView>, Failure> {
        let backpack = self.backpack()?;
        let id = badge_id(&backpack, badge)?;
        let record = backpack.badge(&id)?;
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let report = StoredReport::read(&leading.report.json)?.report;
        let issuer = proved(&report).ok_or_else(|| Failure::new("issuer.not-proved"))?;
        let key = report.check(CheckId::IssuerKey).and_then(|check| check.args.get("key"));
        let name = report.claims.issuer.name.as_deref().unwrap_or_default();
        backpack.pin(issuer, name, key.map_or("", String::as_str), self.now())?;
        let changes = self.check_badges_of(&backpack, issuer)?;
        Ok(Done::new(self.badge(id.as_str())?, changes))
    }

    /// Takes the mark of an issuer back, by the issuer's id.
    pub fn unmark_issuer(&self, issuer: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        if !backpack.unpin(issuer)? {
            return Err(Failure::new("issuer.not-marked").with("issuer", issuer));
        }
        Ok(Done::new((), self.check_badges_of(&backpack, issuer)?))
    }

    fn check_badges_of(&self, backpack: &Arc<Backpack>, issuer: &str) -> Result<ChangeSet, Failure> {
        let badges = backpack.of_issuer(&normalise(issuer))?;
        for badge in &badges {
            self.check_badge(backpack, badge, &ImportTerms::default())?;
        }
        Ok(ChangeSet::badges(badges.iter().map(|id| id.as_str())).and(ChangeSet::inbox()))
    }
}

/// The issuer's id, if signature and key were seen to be good.
fn proved(report: &VerificationReport) -> Option<&str> {
    let passed = |id| report.check(id).is_some_and(|check| check.outcome == Outcome::Passed);
    let issuer = report.claims.issuer.id.as_deref()?;
    (passed(CheckId::Proof) && passed(CheckId::IssuerKey)).then_some(issuer)
}
