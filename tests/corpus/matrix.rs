//! Format × securing × answer, with counts.

use std::collections::BTreeMap;
use std::path::Path;

use crate::answer::Answer;
use crate::manifest::Row;

/// Counts by format and securing: answer → (as stated, otherwise).
#[derive(Default)]
pub(crate) struct Matrix(BTreeMap<(String, String), BTreeMap<String, (usize, usize)>>);

const COLUMNS: [&str; 8] =
    ["valid", "invalid", "revoked", "suspended", "expired", "not-yet-valid", "inconclusive", "not-read"];

impl Matrix {
    /// Adds an answer.
    pub(crate) fn count(&mut self, row: &Row, answer: &Answer, agrees: bool) {
        let line = if answer.was_read() {
            (answer.format.clone(), answer.securing.clone())
        } else {
            (format!("({})", row.family), "-".into())
        };
        let cell = self.0.entry(line).or_default().entry(answer.verdict.clone()).or_default();
        if agrees { cell.0 += 1 } else { cell.1 += 1 }
    }

    /// A Markdown table; `3 + 2` = three as the source states, two otherwise.
    pub(crate) fn table(&self) -> String {
        let columns: Vec<&str> = COLUMNS
            .into_iter()
            .filter(|column| self.0.values().any(|cells| cells.contains_key(*column)))
            .collect();
        let mut lines = vec![
            format!("| format | securing | {} |", columns.join(" | ")),
            format!("|---|---|{}", "---|".repeat(columns.len())),
        ];
        for ((format, securing), cells) in &self.0 {
            let counts: Vec<String> = columns.iter().map(|column| cell(cells.get(*column))).collect();
            lines.push(format!("| {format} | {securing} | {} |", counts.join(" | ")));
        }
        lines.join("\n")
    }
}

fn cell(count: Option<&(usize, usize)>) -> String {
    match count {
        None => String::new(),
        Some((met, 0)) => met.to_string(),
        Some((met, otherwise)) => format!("{met} + {otherwise}"),
    }
}

/// The page shows the matrix of the last run; a stale one fails, `BADGEFOLIO_BLESS=1` writes it.
pub(crate) fn compare_with_page(page: &Path, text: &str) {
    const START: &str = "<!-- matrix: written by the test -->\n";
    const END: &str = "<!-- end of the matrix -->";
    let old = std::fs::read_to_string(page).expect("docs/corpus.md");
    let start = old.find(START).expect("the place of the matrix in docs/corpus.md") + START.len();
    let end = old[start..].find(END).expect("the end of the matrix in docs/corpus.md") + start;
    let wanted = format!("\n{text}\n");
    if old[start..end] == wanted {
        return;
    }
    assert!(
        std::env::var_os("BADGEFOLIO_BLESS").is_some(),
        "the matrix in docs/corpus.md is not that of this run; BADGEFOLIO_BLESS=1 writes it"
    );
    let new = format!("{}{wanted}{}", &old[..start], &old[end..]);
    std::fs::write(page, new).expect("docs/corpus.md");
}
