//! Putting the disclosures in their places (RFC 9901 §7.1, step 3). Strict, and on a stack of its own.

use std::collections::{BTreeMap, BTreeSet};

use std::vec::IntoIter;
use strict_json::{Map, Text, Value};

use super::SdJwtError;
use super::disclosure::{Algorithm, Disclosed};
use crate::limits;

const DIGESTS: &str = "_sd";
const ITEM: &str = "...";
const ALGORITHM: &str = "_sd_alg";

/// Claims that a reader needs in order to judge at all: SD-JWT VC §2.2.2.3 forbids to leave them to choice, and a
/// disclosure that names one is refused in every token.
const RESERVED: [&str; 8] = ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", ALGORITHM];

/// The payload with what was disclosed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Revealed {
    pub(super) payload: Value,
    /// Digests for which nothing was disclosed: parts that were left out, or decoys.
    pub(super) withheld: usize,
}

/// An object or a list that is still open.
enum Open {
    Object { rest: IntoIter<(Text, Value)>, done: Map, name: Text },
    List { rest: std::vec::IntoIter<Value>, done: Vec<Value> },
}

/// Puts `disclosures` (as they travel) into `payload`.
pub(super) fn reveal(payload: Value, disclosures: &[&str]) -> Result<Revealed, SdJwtError> {
    let algorithm = Algorithm::of(&payload)?;
    let Value::Object(mut top) = payload else { return Err(SdJwtError::Digests) };
    top.remove(ALGORITHM);
    let mut places = Places { given: BTreeMap::new(), seen: BTreeSet::new(), withheld: 0 };
    for text in disclosures {
        if places.given.insert(algorithm.digest(text), Disclosed::read(text)?).is_some() {
            return Err(SdJwtError::Repeated);
        }
    }
    let payload = places.walk(top)?;
    // Step 5: what nothing signed refers to was added by somebody else.
    if !places.given.is_empty() {
        return Err(SdJwtError::Unreferenced);
    }
    Ok(Revealed { payload, withheld: places.withheld })
}

struct Places {
    /// Disclosures that have not found their place, by digest.
    given: BTreeMap<String, Disclosed>,
    /// Every digest met so far, disclosed or not.
    seen: BTreeSet<String>,
    withheld: usize,
}

impl Places {
    fn walk(&mut self, top: Map) -> Result<Value, SdJwtError> {
        let top = self.members(top, true)?;
        let mut open = vec![Open::Object { rest: top.into_iter(), done: Map::new(), name: Text::default() }];
        loop {
            if open.len() > limits::JSON_DEPTH {
                return Err(SdJwtError::TooDeep);
            }
            let next = match open.last_mut() {
                None => return Ok(Value::Null),
                Some(Open::Object { rest, name, .. }) => rest.next().map(|(next, value)| {
                    *name = next;
                    value
                }),
                Some(Open::List { rest, .. }) => rest.next(),
            };
            let value = match next {
                Some(Value::Object(map)) => match self.item(&open, map)? {
                    None => continue,
                    Some(Value::Object(map)) => {
                        let map = self.members(map, false)?;
                        open.push(Open::Object {
                            rest: map.into_iter(),
                            done: Map::new(),
                            name: Text::default(),
                        });
                        continue;
                    }
                    Some(Value::Array(items)) => {
                        open.push(Open::List { rest: items.into_iter(), done: Vec::new() });
                        continue;
                    }
                    Some(plain) => plain,
                },
                Some(Value::Array(items)) => {
                    open.push(Open::List { rest: items.into_iter(), done: Vec::new() });
                    continue;
                }
                Some(plain) => plain,
                // Nothing more in it: it is whole.
                None => match open.pop() {
                    Some(Open::Object { done, .. }) => Value::Object(done),
                    Some(Open::List { done, .. }) => Value::Array(done),
                    None => return Ok(Value::Null),
                },
            };
            match open.last_mut() {
                None => return Ok(value),
                Some(Open::Object { done, name, .. }) => {
                    done.insert(std::mem::take(name), value);
                }
                Some(Open::List { done, .. }) => done.push(value),
            }
        }
    }

    /// An object that stands in a list may hold the place of an item: then that item, or `None` if it was left out.
    fn item(&mut self, open: &[Open], map: Map) -> Result<Option<Value>, SdJwtError> {
        let Some(digest) = map.get(ITEM) else { return Ok(Some(Value::Object(map))) };
        let in_list = matches!(open.last(), Some(Open::List { .. }));
        let (true, 1, Value::String(digest)) = (in_list, map.len(), digest) else {
            return Err(SdJwtError::Digests);
        };
        match self.meet(digest)? {
            None => Ok(None),
            Some(Disclosed::Item(value)) => match value {
                // A place within a place: an item is a value, not a place.
                Value::Object(map) if map.contains_key(ITEM) => Err(SdJwtError::Digests),
                value => Ok(Some(value)),
            },
            Some(Disclosed::Member(..)) => Err(SdJwtError::Misplaced),
        }
    }

    /// The members of an object with those disclosed among them.
    fn members(&mut self, mut map: Map, top: bool) -> Result<Map, SdJwtError> {
        let digests = map.remove(DIGESTS);
        // Names that only the standard itself may use.
        if map.contains_key(ITEM) || map.contains_key(ALGORITHM) {
            return Err(SdJwtError::Digests);
        }
        let digests = match digests {
            None => return Ok(map),
            Some(Value::Array(digests)) => digests,
            Some(_) => return Err(SdJwtError::Digests),
        };
        for digest in digests {
            let Value::String(digest) = digest else { return Err(SdJwtError::Digests) };
            match self.meet(&digest)? {
                None => {}
                Some(Disclosed::Item(_)) => return Err(SdJwtError::Misplaced),
                Some(Disclosed::Member(name, _)) if matches!(name.as_str(), DIGESTS | ITEM) => {
                    return Err(SdJwtError::Reserved(name.into()));
                }
                Some(Disclosed::Member(name, _)) if top && RESERVED.contains(&name.as_str()) => {
                    return Err(SdJwtError::Reserved(name.into()));
                }
                Some(Disclosed::Member(name, _)) if map.contains_key(&name) => {
                    return Err(SdJwtError::Collision(name.into()));
                }
                Some(Disclosed::Member(name, value)) => {
                    map.insert(name, value);
                }
            }
        }
        Ok(map)
    }

    /// A digest is met: once only (step 4). What it discloses, if that was disclosed.
    fn meet(&mut self, digest: &str) -> Result<Option<Disclosed>, SdJwtError> {
        if !self.seen.insert(digest.to_owned()) {
            return Err(SdJwtError::Repeated);
        }
        let disclosed = self.given.remove(digest);
        if disclosed.is_none() {
            self.withheld += 1;
        }
        Ok(disclosed)
    }
}
