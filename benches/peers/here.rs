//! Verifying on this side.

use std::hint::black_box;
use std::time::{Duration, Instant};

use openbadges::Credential;
use strict_json::Value;
use verification::{CheckId, Documents, Pins, Registries, Terms, Verdict};
use wallet_benches::{NOW, known};

pub(crate) struct Here {
    files: Vec<Vec<u8>>,
    documents: Documents,
    pins: Pins,
    registries: Registries,
}

impl Here {
    pub(crate) fn new(files: &[Vec<u8>], published: &[(String, Value)]) -> Here {
        Here {
            files: files.to_vec(),
            documents: known(published),
            pins: Pins::new(),
            registries: Registries::new(),
        }
    }

    fn terms(&self) -> Terms<'_> {
        Terms {
            now: NOW.parse().expect("a moment"),
            recipients: &[],
            pins: &self.pins,
            registries: &self.registries,
            held_since: None,
        }
    }

    /// Reads and verifies each file once; each has to be valid.
    pub(crate) fn turn(&self) -> Duration {
        let terms = self.terms();
        let began = Instant::now();
        for file in &self.files {
            let credential = Credential::read(black_box(file)).expect("a badge");
            let report = verification::verify(&credential, &self.documents, &terms).report;
            assert_eq!(report.verdict, Verdict::Valid, "{:?}", report.checks);
        }
        began.elapsed()
    }

    /// What is said of the proof of the first file, and the median of how long that takes.
    pub(crate) fn refused(&self, turns: usize) -> (String, Duration) {
        let terms = self.terms();
        let file = self.files.first().expect("a file");
        let mut code = String::new();
        let took: Vec<Duration> = (0..turns)
            .map(|_| {
                let began = Instant::now();
                let credential = Credential::read(black_box(file)).expect("a badge");
                let report = verification::verify(&credential, &self.documents, &terms).report;
                let took = began.elapsed();
                assert_ne!(report.verdict, Verdict::Valid);
                code = report.check(CheckId::Proof).map_or_else(String::new, |check| check.code.to_string());
                took
            })
            .collect();
        (code, crate::table::median(&took))
    }
}
