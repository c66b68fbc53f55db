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
        let mut known: Vec<KnownIssuer> = Vec::new();
        for pin in self.backpack()?.pins()? {
            match known.last_mut().filter(|last| last.issuer == pin.issuer) {
                Some(last) => last.keys += 1,
                None => known.push(KnownIssuer {
                    issuer: pin.issuer,
                    name: pin.name,
                    since: pin.pinned_at.to_string(),
                    keys: 1,
                }),
            }
        }
        Ok(known)
    }

    /// Marks the issuer of this badge as known, by the key that signed it. Only where signature and key were seen to be
    /// good: else it would be the mark of whoever wrote the name. Its badges are then checked anew with what is at
    /// hand; nobody is asked.
    ///
    /// # Errors
    /// `issuer.key-changed` where the issuer is marked already under another key: that needs [`Wallet::accept_key`].
    pub fn mark_issuer(&self, badge: &str) -> Result<Done<BadgeView>, Failure> {
        self.remember(badge, false)
    }

    /// The learner has asked and says that the other key, with which this badge is signed, is its issuer's, too. It is
    /// remembered beside those that were known.
    ///
    /// # Errors
    /// `issuer.not-marked` where the issuer is not marked at all.
    pub fn accept_key(&self, badge: &str) -> Result<Done<BadgeView>, Failure> {
        self.remember(badge, true)
    }

    fn remember(&self, badge: &str, other_key: bool) -> Result<Done<BadgeView>, Failure> {
        let backpack = self.backpack()?;
        let id = badge_id(&backpack, badge)?;
        let record = backpack.badge(&id)?;
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let report = StoredReport::read(&leading.report.json)?.report;
        let issuer = proved(&report).ok_or_else(|| Failure::new("issuer.not-proved"))?;
        let key = report.check(CheckId::IssuerKey).and_then(|check| check.args.get("key"));
        let key = key.map_or("", String::as_str);
        let name = report.claims.issuer.name.as_deref().unwrap_or_default();
        let pins = backpack.pins()?;
        let known: Vec<&str> =
            pins.iter().filter(|pin| pin.issuer == issuer).map(|pin| pin.key.as_str()).collect();
        if other_key && known.is_empty() {
            return Err(Failure::new("issuer.not-marked").with("issuer", issuer));
        }
        if !other_key && !known.is_empty() && !known.contains(&key) {
            return Err(Failure::new("issuer.key-changed").with("issuer", name));
        }
        backpack.pin(issuer, name, key, self.now())?;
        let changes = self.check_badges_of(&backpack, issuer)?;
        Ok(Done::new(self.badge(id.as_str())?, changes))
    }

    /// Takes the mark of an issuer back, by the issuer's id, with every key of it.
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
        let changes = ChangeSet::badges(badges.iter().map(|id| id.as_str()));
        Ok(changes.and(ChangeSet::inbox()).and(ChangeSet::settings()))
    }
}

/// The issuer's id, if signature and key were seen to be good.
fn proved(report: &VerificationReport) -> Option<&str> {
    let passed = |id| report.check(id).is_some_and(|check| check.outcome == Outcome::Passed);
    let issuer = report.claims.issuer.id.as_deref()?;
    (passed(CheckId::Proof) && passed(CheckId::IssuerKey)).then_some(issuer)
}
