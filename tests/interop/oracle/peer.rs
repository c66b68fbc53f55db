//! npm jsonld and rdf-canonize, asked in two processes at once.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use super::setting::repository;
use strict_json::{Value, json};

/// Canonical N-Quads, or why there are none.
pub(crate) type Said = Result<String, String>;

const PROCESSES: usize = 2;

/// Asks the peers. The answers are in the order of the jobs.
pub(crate) fn ask(contexts: &Value, jobs: &[Value]) -> Vec<Said> {
    let share = jobs.len().div_ceil(PROCESSES).max(1);
    std::thread::scope(|scope| {
        let running: Vec<_> =
            jobs.chunks(share).map(|jobs| scope.spawn(|| ask_one(contexts, jobs))).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a peer answers")).collect()
    })
}

fn ask_one(contexts: &Value, jobs: &[Value]) -> Vec<Said> {
    assert!(repository().join("tests/interop/node_modules").exists(), "run scripts/interop-setup.sh first");
    let mut child = Command::new("node")
        .arg(repository().join("tests/interop/peers/linked-data.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the peer starts");
    let mut input = child.stdin.take().expect("a pipe");
    let output = BufReader::new(child.stdout.take().expect("a pipe"));
    let answers = std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut send = |value: &Value| writeln!(input, "{value}").expect("the peer reads");
            send(&json!({ "contexts": contexts }));
            jobs.iter().for_each(send);
        });
        output.lines().map(|line| said(&line.expect("text"))).collect::<Vec<Said>>()
    });
    assert!(child.wait().expect("the peer ends").success(), "the peer failed as a whole");
    assert_eq!(answers.len(), jobs.len(), "an answer a job");
    answers
}

fn said(line: &str) -> Said {
    let answer: Value = serde_json::from_str(line).expect("the peer answers in JSON");
    match answer["canonical"].as_str() {
        Some(canonical) => Ok(canonical.to_owned()),
        None => Err(answer["error"].as_str().unwrap_or("no words").to_owned()),
    }
}
