//! Every credential of the public test suites that somebody has stated an outcome for, verified here.
//!
//! Prints a matrix format × securing × answer. Where the answer is not what the source states, `docs/corpus.md` says why:
//! by which rule, or that it waits. Those tables are read by this test: a disagreement without a row fails it, and so does
//! a row that no disagreement needs any more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answer;
mod explained;
mod manifest;
mod matrix;
mod stated;

use std::collections::BTreeMap;

use answer::Corpus;
use explained::Explained;
use matrix::Matrix;
use stated::Stated;
use wallet_tests::{repository, shared, tell};

#[test]
fn every_stated_outcome_is_met_or_explained() {
    let Some(folder) = shared("corpus", "all credentials of the public test suites") else { return };
    let page = repository().join("docs/corpus.md");
    let explained = Explained::read(&std::fs::read_to_string(&page).expect("docs/corpus.md"));
    let rows = manifest::read(&folder.join("manifest.tsv"));
    let corpus = Corpus::open(&folder);

    let mut matrix = Matrix::default();
    let mut disagreements = Vec::new();
    let mut met = 0;
    for (row, stated) in rows.iter().filter_map(|row| Some((row, Stated::of(row)?))) {
        let answer = corpus.answer(row, explained.clock(&row.path));
        let agrees = stated.agrees(&answer);
        matrix.count(row, &answer, agrees);
        if agrees { met += 1 } else { disagreements.push((row, answer)) }
    }
    assert!(met > 0, "the corpus holds nothing that we agree on");

    let problems = explained.problems(&disagreements);
    let text = format!(
        "{}\n\n{met} as stated, {} otherwise; of these {} by a rule of the standard and {} waiting.\n",
        matrix.table(),
        disagreements.len(),
        explained.decided(),
        explained.waiting()
    );
    tell(&text);
    assert!(problems.is_empty(), "{} problems with docs/corpus.md:\n{}", problems.len(), problems.join("\n"));
    matrix::compare_with_page(&page, &text);
}

#[test]
fn what_is_unsigned_is_never_called_valid() {
    let Some(folder) = shared("corpus", "unsigned credentials of the public test suites") else { return };
    let corpus = Corpus::open(&folder);
    let mut looked_at = BTreeMap::new();
    for row in manifest::read(&folder.join("manifest.tsv")).iter().filter(|row| row.is_unsigned_credential())
    {
        let answer = corpus.answer(row, None);
        assert_ne!(answer.verdict, "valid", "{}", row.path);
        *looked_at.entry(answer.verdict).or_insert(0) += 1;
    }
    assert!(looked_at.values().sum::<i32>() > 50, "too few were looked at: {looked_at:?}");
}
