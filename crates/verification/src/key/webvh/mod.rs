//! `did:webvh` 1.0 (DIF): a DID whose documents stand in a log, each entry of which is chained to the one before it and
//! signed by a key that the one before it names. The DID holds the hash of the first entry, so that whoever has the log
//! needs to believe nobody, except that no entry was left out at its end.

mod address;
mod entry;
mod parameters;
mod witness;

#[cfg(test)]
mod vector_tests;

use jiff::{SignedDuration, Timestamp};
use strict_json::{Value, each};

use self::entry::Entry;
use self::parameters::Parameters;
pub(crate) use address::{Name, name, witness_url};

/// Entries of one log that are looked at; each costs a signature check.
const MAX_ENTRIES: usize = 1_000;
/// §Read, step 4: "a tolerance of no more than 5 minutes".
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// Why a log proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// More entries than are looked at.
    TooLong,
    /// The log is that of another DID.
    Other,
    /// An entry, counted from 1, breaks this rule.
    Entry(usize, Rule),
}

/// A rule that an entry breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// It is no entry, or its parameters are not what they may be.
    Form,
    /// `versionId` does not follow from what stands before it.
    Chain,
    /// `versionTime` does not follow from what stands before it, or lies in the future.
    Time,
    /// The hash in the DID is not that of the first entry.
    Scid,
    /// The signature does not fit, or is by a key that may not sign here.
    Proof,
    /// A key that the entry before it did not announce (pre-rotation).
    Rotation,
    /// The DID was moved though it may not be, or without naming where it was.
    Move,
    /// Something follows on the end of the DID.
    End,
    /// Not enough witnesses.
    Witness,
}

impl Rule {
    /// A stable name, for sentences.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Rule::Form => "form",
            Rule::Chain => "chain",
            Rule::Time => "time",
            Rule::Scid => "scid",
            Rule::Proof => "proof",
            Rule::Rotation => "rotation",
            Rule::Move => "move",
            Rule::End => "end",
            Rule::Witness => "witness",
        }
    }
}

/// One version of the DID.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// `versionId`: number and hash.
    pub(crate) id: String,
    /// From when on it holds, as its controller says.
    pub(crate) at: Timestamp,
    /// The DID document.
    pub(crate) document: Value,
    /// Does the DID end here?
    pub(crate) ended: bool,
    /// Where the DID lay then, in full.
    pub(crate) did: String,
    /// Who has to have witnessed this entry.
    witnesses: Option<parameters::Witnesses>,
}

/// A log that holds together; of its witnesses nothing is said yet.
#[derive(Clone, Debug)]
pub(crate) struct History {
    versions: Vec<Version>,
}

impl History {
    /// §Read (Resolve): reads a log and checks every entry of it. `clock` is the time at which the log was had.
    pub(crate) fn read(log: &[u8], did: &str, clock: Timestamp) -> Result<History, Fault> {
        let wanted = name(did).ok_or(Fault::Other)?;
        let text = std::str::from_utf8(log).map_err(|_| Fault::Entry(1, Rule::Form))?;
        let mut versions: Vec<Version> = Vec::new();
        let mut before: Option<Parameters> = None;
        for (index, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            if index >= MAX_ENTRIES {
                return Err(Fault::TooLong);
            }
            let broken = |rule| Fault::Entry(index + 1, rule);
            let entry = Entry::read(line.trim()).ok_or(broken(Rule::Form))?;
            let now = Parameters::after(before.as_ref(), &entry.parameters).map_err(broken)?;
            if index == 0 && now.scid != wanted.scid {
                // Before anything is computed: another DID's log, however well it holds together.
                return Err(Fault::Other);
            }
            let version = follow(&entry, versions.last(), before.as_ref(), &now, &wanted, clock);
            versions.push(version.map_err(broken)?);
            before = Some(now);
        }
        if versions.is_empty() {
            return Err(Fault::Entry(1, Rule::Form));
        }
        // "At the end … `didIdMatchCount` MUST be greater than 0".
        if versions.iter().all(|version| version.did != did) {
            return Err(Fault::Other);
        }
        Ok(History { versions })
    }

    /// Do some entries need witnesses?
    pub(crate) fn is_witnessed(&self) -> bool {
        self.versions.iter().any(|version| version.witnesses.is_some())
    }

    /// §Verifying Witness Proofs During Resolution, with the bytes of `did-witness.json`.
    pub(crate) fn check_witnesses(&self, file: &[u8]) -> Result<(), Fault> {
        witness::check(&self.versions, file)
    }

    /// The version in force at a moment.
    pub(crate) fn at(&self, moment: Timestamp) -> Option<&Version> {
        let moment = moment.checked_add(TOLERANCE).unwrap_or(moment);
        self.versions.iter().rev().find(|version| version.at <= moment)
    }

    /// All versions, oldest first.
    pub(crate) fn versions(&self) -> &[Version] {
        &self.versions
    }
}

/// Checks one entry against those before it. The order is that of the standard.
fn follow(
    entry: &Entry,
    last: Option<&Version>,
    before: Option<&Parameters>,
    now: &Parameters,
    wanted: &Name,
    clock: Timestamp,
) -> Result<Version, Rule> {
    if before.is_some_and(|before| before.ended) {
        return Err(Rule::End);
    }
    let active = match before {
        // Announced keys sign their own entry (§Authorized Keys, Pre-rotation).
        Some(before) if before.next.is_empty() => &before.keys,
        _ => &now.keys,
    };
    entry.check_proofs(active)?;
    let number = last.map_or(1, |last| entry::number(&last.id).unwrap_or(0) + 1);
    entry.check_id(number, last.map_or(wanted.scid.as_str(), |last| &last.id))?;
    let latest = clock.checked_add(TOLERANCE).unwrap_or(clock);
    if last.is_some_and(|last| entry.at <= last.at) || entry.at > latest {
        return Err(Rule::Time);
    }
    if last.is_none() {
        entry.check_scid(&wanted.scid)?;
    }
    let did = entry.document.get("id").and_then(Value::as_str).ok_or(Rule::Form)?;
    if name(did).ok_or(Rule::Form)?.scid != wanted.scid {
        return Err(Rule::Scid);
    }
    if let Some(last) = last.filter(|last| last.did != did) {
        let named = each(entry.document.get("alsoKnownAs")).any(|known| known == last.did.as_str());
        if !now.portable || !named {
            return Err(Rule::Move);
        }
    }
    // Who has to agree is said by the entry before, so that nobody can do away with those who watch.
    let witnesses = before.and_then(|before| before.witnesses.clone()).or_else(|| now.witnesses.clone());
    Ok(Version {
        id: entry.id.clone(),
        at: entry.at,
        document: entry.document.clone(),
        ended: now.ended,
        did: did.to_owned(),
        witnesses,
    })
}
