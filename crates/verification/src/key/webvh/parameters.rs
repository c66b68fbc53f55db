//! The parameters in force (§did:webvh DID Method Parameters). What is not what it may be ends the log; nothing is
//! guessed, and nothing unknown passed over, since it might take rights away.

use std::collections::BTreeSet;

use strict_json::{Map, Value};

use super::Rule;
use super::entry::multihash;
use crate::key::PublicKey;

/// Keys, hashes or witnesses in one list.
const MAX_LIST: usize = 64;

/// All that the entries up to one say together.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    /// `scid` of the first entry.
    pub(super) scid: String,
    /// `updateKeys`, as multikeys.
    pub(super) keys: Vec<String>,
    /// `nextKeyHashes`.
    pub(super) next: Vec<String>,
    /// `witness`.
    pub(super) witnesses: Option<Witnesses>,
    /// `portable`.
    pub(super) portable: bool,
    /// `deactivated`.
    pub(super) ended: bool,
}

/// Who has to agree to changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Witnesses {
    /// How many of them.
    pub(super) threshold: usize,
    /// Their keys, as multikeys.
    pub(super) keys: BTreeSet<String>,
}

impl Parameters {
    /// The parameters after an entry that says `said`.
    pub(super) fn after(before: Option<&Parameters>, said: &Map) -> Result<Parameters, Rule> {
        const KNOWN: [&str; 9] = [
            "method",
            "scid",
            "updateKeys",
            "nextKeyHashes",
            "witness",
            "watchers",
            "portable",
            "deactivated",
            "ttl",
        ];
        if said.keys().any(|name| !KNOWN.contains(&name.as_str())) {
            return Err(Rule::Form);
        }
        match said.get("method") {
            Some(Value::String(method)) if method == "did:webvh:1.0" => {}
            None if before.is_some() => {}
            _ => return Err(Rule::Form),
        }
        let scid = match (said.get("scid"), before) {
            (Some(Value::String(scid)), None) => scid.to_string(),
            (None, Some(before)) => before.scid.clone(),
            _ => return Err(Rule::Form),
        };
        let keys = match (texts(said, "updateKeys")?, before) {
            (Some(keys), _) => keys,
            // Inherited, unless the entry before announced keys: then they have to be named.
            (None, Some(before)) if before.next.is_empty() => before.keys.clone(),
            (None, Some(_)) => return Err(Rule::Rotation),
            (None, None) => return Err(Rule::Form),
        };
        let next = match (texts(said, "nextKeyHashes")?, before) {
            (Some(next), _) => next,
            (None, Some(before)) if !before.next.is_empty() => return Err(Rule::Rotation),
            (None, _) => Vec::new(),
        };
        if let Some(before) = before.filter(|before| !before.next.is_empty())
            && !keys.iter().all(|key| before.next.contains(&multihash(key.as_bytes())))
        {
            return Err(Rule::Rotation);
        }
        let portable = match (flag(said, "portable")?, before) {
            (Some(portable), None) => portable,
            (Some(false), Some(_)) => false,
            // Only the first entry may allow it.
            (Some(true), Some(_)) => return Err(Rule::Move),
            (None, before) => before.is_some_and(|before| before.portable),
        };
        let ended = flag(said, "deactivated")?.unwrap_or_else(|| before.is_some_and(|before| before.ended));
        let witnesses = match said.get("witness") {
            None => before.and_then(|before| before.witnesses.clone()),
            Some(value) => witnesses(value)?,
        };
        Ok(Parameters { scid, keys, next, witnesses, portable, ended })
    }
}

/// A list of texts. `null`, which early implementations wrote, is the empty list, as the standard advises.
fn texts(said: &Map, name: &str) -> Result<Option<Vec<String>>, Rule> {
    match said.get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(Vec::new())),
        Some(Value::Array(items)) if items.len() <= MAX_LIST => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned).ok_or(Rule::Form))
            .collect::<Result<_, _>>()
            .map(Some),
        Some(_) => Err(Rule::Form),
    }
}

fn flag(said: &Map, name: &str) -> Result<Option<bool>, Rule> {
    match said.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(_) => Err(Rule::Form),
    }
}

/// §The `witness` Parameter. A broken one is never "no witnesses".
fn witnesses(value: &Value) -> Result<Option<Witnesses>, Rule> {
    let members = match value {
        Value::Null => return Ok(None),
        Value::Object(members) if members.is_empty() => return Ok(None),
        Value::Object(members) => members,
        _ => return Err(Rule::Form),
    };
    let threshold = members.get("threshold").and_then(Value::as_u64).ok_or(Rule::Form)?;
    let listed = members.get("witnesses").and_then(Value::as_array).ok_or(Rule::Form)?;
    let mut keys = BTreeSet::new();
    for witness in listed.iter().take(MAX_LIST + 1) {
        let id = witness.get("id").and_then(Value::as_str).ok_or(Rule::Form)?;
        // An early program wrote the key alone where its did:key belongs; it can mean nothing else.
        let key = id.strip_prefix("did:key:").unwrap_or(id);
        if !matches!(crate::key::multikey(key), Some(PublicKey::Ed25519(_))) {
            return Err(Rule::Form);
        }
        if !keys.insert(key.to_owned()) {
            return Err(Rule::Form);
        }
    }
    let threshold = usize::try_from(threshold).map_err(|_| Rule::Form)?;
    if threshold == 0 || threshold > keys.len() || keys.len() > MAX_LIST {
        return Err(Rule::Form);
    }
    Ok(Some(Witnesses { threshold, keys }))
}
