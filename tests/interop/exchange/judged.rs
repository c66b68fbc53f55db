//! Both sides' words on each of the 500.

use jiff::Timestamp;
use openbadges::Credential;
use strict_json::{Value, json};
use verification::{Answer, DocUrl, Document, Documents, Origin, Outcome, Pins, Registries, Terms, Verdict};

use super::secured::{Case, Secured};
use super::securings::{Form, Peer};
use super::signed::served;
use crate::here::NOW;
use crate::peers::{javascript, python};

/// What is said of one case.
pub(super) struct Judged {
    pub(super) ours: Ours,
    /// By each peer that knows the securing.
    pub(super) theirs: Vec<(Peer, Result<(), String>)>,
}

/// Our verdict, and the codes of what is not in order.
pub(super) struct Ours {
    pub(super) verdict: Option<Verdict>,
    pub(super) codes: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl Ours {
    pub(super) fn accepts(&self) -> bool {
        self.verdict == Some(Verdict::Valid)
    }
}

pub(super) fn all(cases: &[Case]) -> Vec<Judged> {
    let python_jobs = |case: &Case, peer: Peer| (peer == Peer::Openbadgeslib).then(|| job(case, peer));
    let javascript_jobs = |case: &Case, peer: Peer| (peer != Peer::Openbadgeslib).then(|| job(case, peer));
    let jobs = |of: &dyn Fn(&Case, Peer) -> Option<Value>| -> Vec<Value> {
        cases
            .iter()
            .flat_map(|case| case.securing.verifiers.iter().filter_map(|peer| of(case, *peer)))
            .collect()
    };
    // The two peers and we at the same time.
    let (ours, of_node, of_python) = std::thread::scope(|scope| {
        let node = scope.spawn(|| javascript(jobs(&javascript_jobs)));
        let python = scope.spawn(|| python(jobs(&python_jobs)));
        let ours: Vec<Ours> = here(cases);
        (ours, node.join().expect("an answer"), python.join().expect("an answer"))
    });
    let (mut of_node, mut of_python) = (of_node.into_iter(), of_python.into_iter());
    cases
        .iter()
        .zip(ours)
        .map(|(case, ours)| {
            let mut answer = |peer: Peer| {
                let answer = if peer == Peer::Openbadgeslib { of_python.next() } else { of_node.next() };
                (peer, answer.expect("an answer").map(|_| ()))
            };
            let theirs = case.securing.verifiers.iter().map(|peer| answer(*peer)).collect();
            Judged { ours, theirs }
        })
        .collect()
}

fn job(case: &Case, peer: Peer) -> Value {
    let documents = || Value::Object(served(case));
    match (peer, case.securing.form, &case.secured) {
        (Peer::Vc, Form::Proof(suite, _), Secured::Json(credential)) => {
            json!({ "op": "verify", "suite": suite, "credential": credential, "now": NOW })
        }
        (Peer::VerifierCore, _, Secured::Json(credential)) => {
            json!({ "op": "core", "credential": credential })
        }
        (_, Form::Assertion(_), secured) => {
            json!({ "op": "ob2-verify", "text": secured.text(), "documents": documents() })
        }
        (_, Form::Hosted, secured) => {
            json!({ "op": "ob2-hosted", "text": secured.text(), "documents": documents() })
        }
        (_, _, secured) => json!({ "op": "ob3-verify", "text": secured.text(), "documents": documents() }),
    }
}

fn here(cases: &[Case]) -> Vec<Ours> {
    let now: Timestamp = NOW.parse().expect("a moment");
    let (pins, registries) = (Pins::new(), Registries::new());
    let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since: None };
    let mut known = Documents::bundled();
    for (address, document) in cases.iter().flat_map(served) {
        let url = DocUrl::parse(&address).expect("an address");
        let bytes = document.to_string().into_bytes();
        let document =
            Document::new(url.clone(), Some("application/json".into()), bytes, now, Origin::Archive);
        known.insert_answer(url, Answer::Got(document), now, Origin::Archive);
    }
    cases.iter().map(|case| one(&case.secured.text(), &known, &terms)).collect()
}

fn one(text: &str, known: &Documents, terms: &Terms<'_>) -> Ours {
    let credential = match Credential::read(text.as_bytes()) {
        Ok(credential) => credential,
        Err(error) => {
            return Ours { verdict: None, codes: vec![error.code().to_owned()], notes: Vec::new() };
        }
    };
    let report = verification::verify(&credential, known, terms).report;
    let bad = |outcome| matches!(outcome, Outcome::Failed | Outcome::Inconclusive);
    Ours {
        verdict: Some(report.verdict),
        codes: report
            .checks
            .iter()
            .filter(|check| bad(check.outcome))
            .map(|check| check.code.to_string())
            .collect(),
        notes: report
            .checks
            .iter()
            .flat_map(|check| check.notes.iter().map(|note| note.code.to_string()))
            .collect(),
    }
}
