//! Documents, made by chance and by changing real ones, through both.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::setting::{left_out, shared, tell};
use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::{Options, RdfDirection, to_rdf};
use strict_json::{Value, json};

use super::chance::Chance;
use super::decided;
use super::peer::{self, Said};
use super::sample_badges::sample_badges;
use super::seeds::{self, Contexts};
use super::{generate, mutate};

/// How many documents are compared; `BADGEFOLIO_ORACLE` may name another number. 10,000 were, and take four times as long.
const DOCUMENTS: usize = 2_500;

struct Job {
    /// Where it comes from.
    name: String,
    text: String,
    direction: RdfDirection,
}

#[test]
fn the_same_bytes_or_refused_by_both() {
    if left_out() {
        return;
    }
    let contexts = Contexts::bundled();
    let jobs = jobs(&contexts);
    let lines: Vec<Value> = jobs.iter().map(Job::line).collect();
    let theirs = peer::ask(&contexts.theirs, &lines);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut open = String::new();
    for (job, theirs) in jobs.iter().zip(theirs) {
        let ours = job.ours(&contexts);
        let counted = match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) if ours == theirs => "same bytes".to_owned(),
            (Err(_), Err(_)) => "refused by both".to_owned(),
            _ => match decided::decision(&job.text, &ours, &theirs) {
                Some(why) => format!("decided: {why}"),
                None => {
                    let _ = writeln!(open, "{}", job.disagreement(&ours, &theirs));
                    "disagreements".to_owned()
                }
            },
        };
        *counts.entry(counted).or_default() += 1;
    }
    let mut said = format!("{} documents against jsonld and rdf-canonize:", jobs.len());
    for (what, count) in &counts {
        let _ = write!(said, "\n  {count:6} {what}");
    }
    tell(&said);
    if let Some(file) = std::env::var_os("BADGEFOLIO_ORACLE_LOG") {
        std::fs::write(file, &open).expect("written");
    }
    assert!(open.is_empty(), "{said}\n{}", open.chars().take(4_000).collect::<String>());
    let same = counts.get("same bytes").copied().unwrap_or_default();
    assert!(same * 3 > jobs.len(), "too few documents were in order: {said}");
}

/// The real ones as they are first; then by turns one made by chance from nothing, and a real one changed.
fn jobs(contexts: &Contexts) -> Vec<Job> {
    let number =
        std::env::var("BADGEFOLIO_ORACLE").ok().map_or(DOCUMENTS, |number| number.parse().expect("a number"));
    let mut seeds = sample_badges();
    if let Some(folder) = shared("corpus", "documents of the public test suites against jsonld") {
        seeds.extend(seeds::corpus(&folder));
    }
    let mut jobs: Vec<Job> =
        seeds.iter().map(|(name, document)| Job::new(name.clone(), document, 0)).collect();
    // To change what is refused as it is would mostly show that it still is.
    let fit: Vec<&(String, Value)> =
        jobs.iter().zip(&seeds).filter(|(job, _)| job.ours(contexts).is_ok()).map(|(_, seed)| seed).collect();
    for seed in 0..(number.saturating_sub(jobs.len()) as u64) {
        let mut chance = Chance::new(seed);
        jobs.push(if seed % 2 == 0 {
            Job::new(format!("made, {seed}"), &generate::document(&mut chance), seed)
        } else {
            let (name, document) = *chance.pick(&fit);
            Job::new(format!("{name}, changed, {seed}"), &mutate::mutate(&mut chance, document), seed)
        });
    }
    jobs
}

impl Job {
    fn new(name: String, document: &Value, seed: u64) -> Job {
        // The newer suites keep the direction of texts, the older ones refuse it.
        let direction = if seed % 5 == 4 { RdfDirection::None } else { RdfDirection::I18nDatatype };
        Job { name, text: document.to_string(), direction }
    }

    fn line(&self) -> Value {
        let direction = matches!(self.direction, RdfDirection::I18nDatatype).then_some("i18n-datatype");
        json!({ "document": self.text, "direction": direction, "work": 3 })
    }

    fn ours(&self, contexts: &Contexts) -> Said {
        let document: Value = serde_json::from_str(&self.text).map_err(|error| error.to_string())?;
        let options = Options { direction: self.direction, ..Options::signed(20_000) };
        let dataset = to_rdf(&document, &contexts.ours, &options)
            .map_err(|error| format!("{}: {error}", error.code()))?;
        canonicalize(&dataset, HashAlgorithm::Sha256).map_err(|error| error.to_string())
    }

    fn disagreement(&self, ours: &Said, theirs: &Said) -> String {
        let mut text = format!("== {}\n{}\n", self.name, self.text.chars().take(6_000).collect::<String>());
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                let (ours, theirs): (Vec<&str>, Vec<&str>) =
                    (ours.lines().collect(), theirs.lines().collect());
                ours.iter()
                    .filter(|line| !theirs.contains(line))
                    .for_each(|line| _ = writeln!(text, "ours   {line}"));
                theirs
                    .iter()
                    .filter(|line| !ours.contains(line))
                    .for_each(|line| _ = writeln!(text, "theirs {line}"));
            }
            (Err(error), Ok(_)) => _ = writeln!(text, "refused here only: {error}"),
            (Ok(_), Err(error)) => _ = writeln!(text, "refused there only: {error}"),
            _ => {}
        }
        text
    }
}
