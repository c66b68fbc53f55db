//! A list of bits: a credential itself, with a proof, an issuer and a time of its own. What it says counts only if all
//! of that holds.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use openbadges::Form;
use strict_json::{Value, each};

use super::bits::{BitsError, MIN_ENTRIES};
use super::entry::{BitEntry, Kind};
use super::list::{List, has_type};
use super::{check, undecided};
use crate::check::{Check, Outcome};
use crate::checks::validity::Period;
use crate::codes::{self, Code};
use crate::document::Document;
use crate::look::Look;
use crate::proof::bind::same_document;
use crate::proof::{Finding, data_integrity, issuer_id, jwt};

/// A list that was read, with what its proof came to.
pub(super) struct ListCredential {
    inner: Option<Inner>,
}

struct Inner {
    list: Arc<List>,
    period: Period,
    finding: Finding,
}

impl ListCredential {
    /// Reads the credential at a list's address and checks its own proof.
    pub(super) fn read(look: &Look<'_>, document: &Document) -> ListCredential {
        ListCredential { inner: document.list().map(|list| Inner::read(look, list)) }
    }

    /// Until when the list speaks.
    pub(super) fn until(&self) -> Option<Timestamp> {
        self.inner.as_ref().and_then(|inner| inner.period.until)
    }

    /// `ttl`, milliseconds (Bitstring Status List 1.0 §2.2).
    pub(super) fn ttl(&self) -> Option<SignedDuration> {
        let subject = self.inner.as_ref()?.list.subject()?;
        let millis = subject.get("ttl")?.as_i64().filter(|millis| *millis > 0)?;
        Some(SignedDuration::from_millis(millis))
    }

    /// Bitstring Status List 1.0 §3.2, for one entry of a credential whose issuer is `issuer`.
    pub(super) fn judge(&self, look: &Look<'_>, entry: &BitEntry, issuer: Option<&str>) -> Check {
        let Some(inner) = &self.inner else { return undecided(codes::STATUS_LIST_UNREADABLE) };
        match inner.believed(look, entry, issuer) {
            Ok(notes) => inner.said(entry, notes),
            Err(problem) => {
                let mut problem = *problem;
                // Not relied on, but not kept quiet either.
                if inner.finding.good() && inner.withdrawn(entry) {
                    problem.add_note(codes::STATUS_LIST_SAYS_WITHDRAWN.note());
                }
                problem
            }
        }
    }
}

impl Inner {
    fn read(look: &Look<'_>, list: Arc<List>) -> Inner {
        let vc = &list.vc;
        let (finding, period) = match list.credential.form() {
            Form::Jws { jws, document } => {
                (jwt::verify(look, jws, document, vc), Period::of_vc(vc, Some(document)))
            }
            _ => (data_integrity::verify(look, vc), Period::of_vc(vc, None)),
        };
        Inner { list, period, finding }
    }

    /// Everything that has to hold before the list is asked. Notes on what was tolerated, or the problem.
    fn believed(
        &self,
        look: &Look<'_>,
        entry: &BitEntry,
        issuer: Option<&str>,
    ) -> Result<Vec<openbadges::Note>, Box<Check>> {
        let problem = |code: Code| Err(Box::new(undecided(code)));
        let mut notes = Vec::new();
        // §3.2, step 4: "ensure that all proofs verify successfully".
        if self.finding.bad() {
            return problem(codes::STATUS_LIST_UNPROVED);
        }
        if !self.finding.good() {
            return problem(codes::STATUS_LIST_UNDECIDED);
        }
        let (credential_type, subject_type) = match entry.kind {
            Kind::Bitstring => ("BitstringStatusListCredential", "BitstringStatusList"),
            Kind::StatusList2021 => ("StatusList2021Credential", "StatusList2021"),
            Kind::RevocationList2020 => ("RevocationList2020Credential", "RevocationList2020"),
        };
        let Some(subject) = self.list.subject() else { return problem(codes::STATUS_LIST_UNREADABLE) };
        if !has_type(&self.list.vc, credential_type) || !has_type(subject, subject_type) {
            return problem(codes::STATUS_LIST_UNREADABLE);
        }
        let theirs = issuer_id(&self.list.vc);
        if theirs.is_none() || theirs != issuer {
            let theirs = theirs.unwrap_or_default();
            if !self.trusted(look, theirs) {
                return Err(Box::new(undecided(codes::STATUS_LIST_FOREIGN).with("issuer", theirs)));
            }
            notes.push(codes::STATUS_LIST_OTHER_ISSUER.note().with("issuer", theirs));
        }
        let time = self.period.check(look.terms.now);
        if time.outcome != Outcome::Passed {
            return problem(match time.code.as_ref() {
                code if code == codes::VALIDITY_PERIOD_EXPIRED.as_str() => codes::STATUS_LIST_EXPIRED,
                code if code == codes::VALIDITY_PERIOD_NOT_YET_VALID.as_str() => {
                    codes::STATUS_LIST_NOT_YET_VALID
                }
                _ => codes::STATUS_LIST_UNREADABLE,
            });
        }
        // §2.2: the id, where there is one, "matches the value specified in `statusListCredential`". A good list of the
        // same issuer for other badges would say that nothing is withdrawn.
        if let Some(id) = self.list.vc.get("id").and_then(Value::as_str)
            && !same_document(id, entry.list.as_str())
        {
            return Err(Box::new(undecided(codes::STATUS_LIST_OTHER).with("address", id)));
        }
        // Step 5. Revocation List 2020 knows one purpose only.
        let for_this = |purpose: &Value| purpose.as_str() == Some(entry.purpose.as_str());
        if entry.kind != Kind::RevocationList2020 && !each(subject.get("statusPurpose")).any(for_this) {
            return Err(Box::new(
                undecided(codes::STATUS_LIST_PURPOSE).with("purpose", entry.purpose.clone()),
            ));
        }
        let bits = match &self.list.bits {
            Ok(bits) => bits,
            Err(BitsError::TooLarge) => return problem(codes::STATUS_LIST_TOO_LARGE),
            Err(BitsError::Unreadable) => return problem(codes::STATUS_LIST_UNREADABLE),
        };
        if bits.places(entry.size) < MIN_ENTRIES {
            // Step 9 of the standard refuses the list; the two drafts ask whoever makes one for the length, and nobody
            // who reads one.
            if entry.kind == Kind::Bitstring {
                return problem(codes::STATUS_LIST_SHORT);
            }
            notes.push(codes::STATUS_LIST_SMALL.note());
        }
        if bits.loose {
            notes.push(codes::STATUS_LIST_LOOSE.note());
        }
        Ok(notes)
    }

    /// "Issuers of these credentials might differ"; then the reader has to trust that one, too (§3.2, last paragraph).
    fn trusted(&self, look: &Look<'_>, issuer: &str) -> bool {
        let key = self.finding.key.as_ref().map(crate::key::PublicKey::fingerprint);
        look.terms.registries.get(issuer).is_some() || look.terms.pins.knows(issuer, key.as_deref())
    }

    fn value(&self, entry: &BitEntry) -> Option<u64> {
        self.list.bits.as_ref().ok()?.value(entry.index?, entry.size)
    }

    fn withdrawn(&self, entry: &BitEntry) -> bool {
        matches!(entry.purpose.as_str(), "revocation" | "suspension")
            && self.value(entry).is_some_and(|value| value != 0)
    }

    /// What the list says about a place.
    fn said(&self, entry: &BitEntry, notes: Vec<openbadges::Note>) -> Check {
        let Some(value) = self.value(entry) else { return undecided(codes::STATUS_INDEX_OUT_OF_RANGE) };
        let passed = || check(Outcome::Passed, codes::STATUS_OK);
        let said = match (value, entry.purpose.as_str()) {
            (0, _) => passed(),
            (_, "revocation") => super::revoked(""),
            (_, "suspension") => check(Outcome::Failed, codes::STATUS_SUSPENDED),
            // "This status does not invalidate the verifiable credential" (§2.1, `refresh`).
            (_, "refresh") => passed().note(codes::STATUS_REFRESH.note()),
            // The text of a message is for programmers and "SHOULD NOT be displayed to end users" (§2.1).
            (value, "message") => {
                passed().note(codes::STATUS_MESSAGE.note().with("value", format!("0x{value:x}")))
            }
            (_, purpose) => undecided(codes::STATUS_PURPOSE_UNKNOWN).with("purpose", purpose),
        };
        notes.into_iter().fold(said, Check::note)
    }
}
