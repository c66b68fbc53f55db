//! Data Integrity proofs (VC Data Integrity 1.0) and the proofs before them, in sets and chains.

mod base_proof;
mod bbs;
mod canonical;
#[cfg(test)]
mod former_tests;
mod options;
mod secured;
mod selective;
mod signature;
mod suite;
#[cfg(test)]
mod vector_tests;

use strict_json::{Value, each, first};

use self::secured::{Secured, resting_on};
use super::bind::check;
use super::{Finding, failed};
use crate::check::Outcome;
use crate::codes;
use crate::look::Look;

pub(crate) use canonical::{plain, shown};
pub(crate) use options::proof_options;
pub(crate) use secured::{jcs, with_proofs};
pub(crate) use signature::signing_input;
pub(crate) use suite::{Form, Manner, Suite, name as suite_name};

/// Proofs of one credential that are looked at.
const MAX_PROOFS: usize = 16;

/// Checks the proofs of a credential. One that is good and the issuer's is enough; each other becomes a note.
pub(crate) fn verify(look: &Look<'_>, credential: &Value) -> Finding {
    let proofs: Vec<&Value> = match credential.get("proof") {
        Some(Value::Array(proofs)) => proofs.iter().take(MAX_PROOFS).collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(proof) => vec![proof],
    };
    if proofs.is_empty() {
        let mut finding = Finding::proof_only(failed(codes::PROOF_NONE));
        finding.issuer_key = check(Outcome::NotApplicable, codes::ISSUER_KEY_NONE);
        return finding;
    }
    best(judge_each(look, credential, &proofs))
}

/// Of several proofs, each with its suite's name, the one that decides; what the others came to is noted on it.
pub(crate) fn best(mut findings: Vec<(String, Finding)>) -> Finding {
    // The proof that decides: a good one; else one that more documents could make good; else the first bad one.
    let rank = |finding: &Finding| match finding {
        good if good.good() => 0,
        bad if bad.bad() => 3,
        unbound if unbound.proof.outcome == Outcome::Passed => 1,
        _ => 2,
    };
    let leading = findings
        .iter()
        .enumerate()
        .min_by_key(|(_, (_, finding))| rank(finding))
        .map_or(0, |(index, _)| index);
    let (_, mut chosen) = findings.remove(leading);
    for (suite, other) in findings {
        let code = if other.good() {
            codes::PROOF_OTHER_OK
        } else if other.bad() {
            codes::PROOF_OTHER_FAILED
        } else {
            codes::PROOF_OTHER_UNDECIDED
        };
        let reason = [&other.proof, &other.issuer_key]
            .into_iter()
            .find(|check| check.outcome != Outcome::Passed)
            .map_or_else(String::new, |check| check.code.to_string());
        chosen.proof.add_note(code.note().with("suite", suite).with("reason", reason));
    }
    chosen
}

/// The first proof of a presentation, as its holder's.
pub(crate) fn of_holder(look: &Look<'_>, presentation: &Value, holder: &str) -> Finding {
    match first(presentation.get("proof")) {
        Some(proof) => Secured::of_holder(look, presentation, holder).one(proof, &[]),
        None => Finding::proof_only(failed(codes::PROOF_NONE)),
    }
}

/// Each proof with its suite's name. A proof of a chain is looked at after those that it rests on.
fn judge_each(look: &Look<'_>, credential: &Value, proofs: &[&Value]) -> Vec<(String, Finding)> {
    let mut secured = Secured::new(look, credential);
    let mut findings: Vec<Option<Finding>> = proofs.iter().map(|_| None).collect();
    let resting: Vec<Option<Vec<usize>>> = proofs.iter().map(|proof| previous(proof, proofs)).collect();
    // As many rounds as a chain can be long; a circle never comes to its turn.
    for _ in 0..proofs.len() {
        for (index, proof) in proofs.iter().enumerate() {
            if findings.get(index).is_none_or(Option::is_some) {
                continue;
            }
            let found = match resting.get(index).and_then(Option::as_ref) {
                None => Finding::proof_only(failed(codes::PROOF_PREVIOUS_MISSING)),
                Some(before) => {
                    let done: Vec<&Finding> =
                        before.iter().filter_map(|index| findings.get(*index)?.as_ref()).collect();
                    if done.len() < before.len() {
                        continue;
                    }
                    let problem = resting_on(&done);
                    let before: Vec<&Value> =
                        before.iter().filter_map(|index| proofs.get(*index).copied()).collect();
                    let mut finding = secured.one(proof, &before);
                    if let Some(problem) = problem.filter(|_| finding.proof.outcome == Outcome::Passed) {
                        finding.proof = problem;
                    }
                    finding
                }
            };
            if let Some(place) = findings.get_mut(index) {
                *place = Some(found);
            }
        }
    }
    let circle = || Finding::proof_only(failed(codes::PROOF_PREVIOUS_BAD));
    proofs
        .iter()
        .zip(findings)
        .map(|(proof, finding)| (suite_name(proof), finding.unwrap_or_else(circle)))
        .collect()
}

/// VC Data Integrity 1.0 §4.5: which proofs this one says it rests on; `None` if one of them is not there.
fn previous(proof: &Value, all: &[&Value]) -> Option<Vec<usize>> {
    each(proof.get("previousProof"))
        .map(|name| {
            let name = name.as_str()?;
            all.iter().position(|other| other.get("id").and_then(Value::as_str) == Some(name))
        })
        .collect()
}
