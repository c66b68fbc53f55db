//! The tables of `docs/corpus.md`.

use std::cell::Cell;

use jiff::Timestamp;

use crate::answer::Answer;
use crate::manifest::Row;

/// What the page explains.
pub(crate) struct Explained {
    clocks: Vec<Clock>,
    entries: Vec<Entry>,
}

struct Clock {
    files: Vec<String>,
    at: Timestamp,
    used: Cell<bool>,
}

/// A line of the tables "Decided otherwise" and "Waiting": `| files | answer | code | number | why |`.
struct Entry {
    files: Vec<String>,
    answer: String,
    code: String,
    number: usize,
    waits: bool,
}

impl Explained {
    /// Reads the page's three tables. Fails on a line that is none of them, on an empty reason, on an unknown heading.
    pub(crate) fn read(page: &str) -> Explained {
        let (mut clocks, mut entries) = (Vec::new(), Vec::new());
        let mut heading = "";
        for line in page.lines() {
            if let Some(text) = line.strip_prefix("## ") {
                heading = text.trim();
            }
            let Some(cells) = cells(line) else { continue };
            match (heading, cells.as_slice()) {
                (_, [first, ..]) if first == "files" || first.starts_with("---") => {}
                ("Clocks", [files, at, why]) => {
                    assert!(!why.is_empty(), "a clock without a reason: {line}");
                    let at = at.trim_matches('`').parse().expect("a moment of the table of clocks");
                    clocks.push(Clock { files: patterns(files), at, used: Cell::new(false) });
                }
                ("Decided otherwise" | "Waiting", [files, answer, code, number, why]) => {
                    assert!(!why.is_empty(), "a line without a reason: {line}");
                    entries.push(Entry {
                        files: patterns(files),
                        answer: answer.trim_matches('`').into(),
                        code: code.trim_matches('`').into(),
                        number: number.parse().expect("a number of files"),
                        waits: heading == "Waiting",
                    });
                }
                ("Clocks" | "Decided otherwise" | "Waiting", _) => panic!("a line of another form: {line}"),
                _ => {}
            }
        }
        Explained { clocks, entries }
    }

    /// The moment a file is to be judged at, if the page names one.
    pub(crate) fn clock(&self, path: &str) -> Option<Timestamp> {
        let clock = self.clocks.iter().find(|clock| clock.files.iter().any(|pattern| fits(pattern, path)))?;
        clock.used.set(true);
        Some(clock.at)
    }

    /// How many files are decided otherwise.
    pub(crate) fn decided(&self) -> usize {
        self.entries.iter().filter(|entry| !entry.waits).map(|entry| entry.number).sum()
    }

    /// How many files wait.
    pub(crate) fn waiting(&self) -> usize {
        self.entries.iter().filter(|entry| entry.waits).map(|entry| entry.number).sum()
    }

    /// Disagreements without a line, lines without a disagreement, lines with another number.
    pub(crate) fn problems(&self, disagreements: &[(&Row, Answer)]) -> Vec<String> {
        let mut problems = Vec::new();
        let mut found = vec![0; self.entries.len()];
        for (row, answer) in disagreements {
            match self.entries.iter().position(|entry| entry.explains(row, answer)) {
                Some(index) => found[index] += 1,
                None => problems.push(format!(
                    "not explained: {} | {} | {} | source: {} | proof: {}",
                    row.path, answer.verdict, answer.code, row.stated, row.proof
                )),
            }
        }
        for (entry, found) in self.entries.iter().zip(found) {
            if found != entry.number {
                problems.push(format!(
                    "stale: {} | {} | {}: {} files, the page says {}",
                    entry.files.join(", "),
                    entry.answer,
                    entry.code,
                    found,
                    entry.number
                ));
            }
        }
        for clock in self.clocks.iter().filter(|clock| !clock.used.get()) {
            problems.push(format!("stale: the clock of {}", clock.files.join(", ")));
        }
        problems
    }
}

impl Entry {
    fn explains(&self, row: &Row, answer: &Answer) -> bool {
        self.answer == answer.verdict
            && self.code == answer.code
            && self.files.iter().any(|pattern| fits(pattern, &row.path))
    }
}

/// The cells of a line of a table.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(|cell| cell.trim().to_owned()).collect())
}

/// Several patterns stand in one cell, each in backticks.
fn patterns(cell: &str) -> Vec<String> {
    let patterns: Vec<String> = cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!patterns.is_empty(), "no file named in backticks: {cell}");
    patterns
}

/// `*` stands for anything, a slash too.
fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[test]
fn patterns_fit_as_a_reader_expects() {
    assert!(fits("a/*.json", "a/b/c.json"));
    assert!(fits("a/*/c-*.json", "a/b/c-1.json"));
    assert!(fits("a/b.json", "a/b.json"));
    assert!(!fits("a/b.json", "a/b.jsonx"));
    assert!(!fits("a/*.json", "b/a/c.json"));
    assert!(!fits("ab*bc", "abc"));
}

#[test]
fn the_page_is_read_by_its_tables() {
    let page = "## Clocks\n| files | at | why |\n|---|---|---|\n| `x/*` | `2024-01-01T00:00:00Z` | old |\n\
                ## Waiting\n| files | answer | code | number | why |\n|---|---|---|---|---|\n\
                | `y/a`, `y/b` | `inconclusive` | `proof.later` | 2 | later |\n";
    let explained = Explained::read(page);
    assert_eq!(explained.clock("x/1"), Some("2024-01-01T00:00:00Z".parse().unwrap()));
    assert_eq!(explained.clock("z"), None);
    assert_eq!(explained.problems(&[]).len(), 1, "the waiting line explains nothing");
}
