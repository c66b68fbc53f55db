//! The peers as child processes: jobs in, answers out, in one run each.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use strict_json::{Value, json};
use wallet_tests::{repository, tell};

/// A peer's answer to one job: its members, or the words of its error.
pub(crate) type Answer = Result<Value, String>;

/// `BADGEFOLIO_INTEROP=skip` leaves these tests out where the peers cannot be installed; nothing else does.
pub(crate) fn left_out() -> bool {
    let out = std::env::var("BADGEFOLIO_INTEROP").is_ok_and(|value| value == "skip");
    if out {
        tell("skipped: badges exchanged with foreign implementations (BADGEFOLIO_INTEROP=skip)");
    }
    out
}

/// Runs jobs with the JavaScript peer.
pub(crate) fn javascript(jobs: Vec<Value>) -> Vec<Answer> {
    javascript_of("digitalbazaar.mjs", jobs)
}

/// Runs jobs with another script of the JavaScript peers.
pub(crate) fn javascript_of(script: &str, jobs: Vec<Value>) -> Vec<Answer> {
    let script = repository().join("tests/interop/peers").join(script);
    assert!(repository().join("tests/interop/node_modules").exists(), "run scripts/interop-setup.sh first");
    let mut command = Command::new("node");
    command.arg(script);
    run(command, jobs)
}

/// Runs jobs with the Python peers.
pub(crate) fn python(jobs: Vec<Value>) -> Vec<Answer> {
    let cache = std::env::var_os("BADGEFOLIO_CACHE").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".cache/badgefolio"),
        PathBuf::from,
    );
    let python = cache.join("interop-venv/bin/python");
    assert!(python.exists(), "run scripts/interop-setup.sh first");
    let mut command = Command::new(python);
    command.arg(repository().join("tests/interop/peers/python_peer.py"));
    run(command, jobs)
}

fn run(command: Command, jobs: Vec<Value>) -> Vec<Answer> {
    let number = jobs.len();
    run_with(command, &json!({ "jobs": jobs }), number)
}

/// Gives a peer its input, whatever else that holds than jobs, and takes one answer for each of so many jobs.
pub(crate) fn run_with(mut command: Command, input: &Value, number: usize) -> Vec<Answer> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the peer starts");
    let input = input.to_string();
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the peer reads");
    let output = child.wait_with_output().expect("the peer ends");
    assert!(output.status.success(), "the peer failed as a whole: {}", output.status);
    let answers: Value = serde_json::from_slice(&output.stdout).expect("the peer answers in JSON");
    let answers = answers["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), number, "an answer a job");
    answers
        .iter()
        .map(|answer| match answer["ok"].as_bool() {
            Some(true) => Ok(answer.clone()),
            _ => Err(answer["error"].as_str().unwrap_or("no words").to_owned()),
        })
        .collect()
}
