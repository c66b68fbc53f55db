//! `evidence`: the learner's own evidence for a badge.

use std::path::Path;

use serde_json::json;
use wallet::views::{EvidenceKind, EvidenceView};

use super::Came;
use crate::app::App;
use crate::args::EvidenceAction;
use crate::exit::Exit;
use crate::inputs;
use crate::report::{cell, table};

pub(crate) fn run(app: &App, action: &EvidenceAction) -> Came {
    let words = app.words;
    match action {
        EvidenceAction::Add { id, what, note } => {
            let wallet = app.open(None)?;
            let done = if what.starts_with("https://") || what.starts_with("http://") {
                wallet.add_evidence_link(id, what, "", note)?
            } else {
                let mut file = inputs::open(Path::new(what))?;
                wallet.add_evidence_file(id, what, &mut file, note)?
            };
            if app.out.json {
                app.out.line(&done.value)?;
            } else {
                app.out.aside(&words.cli_done_evidence_added(&done.value.id));
            }
        }
        EvidenceAction::List { id } => {
            let pieces = app.open(None)?.evidence(id)?;
            if app.out.json {
                app.out.line(&json!({ "evidence": pieces }))?;
            } else if pieces.is_empty() {
                app.out.text(&words.cli_evidence_empty())?;
            } else {
                let heads =
                    [words.cli_id(), words.cli_kind(), words.cli_name(), words.cli_note(), words.cli_size()];
                let mut table = table(heads);
                for piece in &pieces {
                    table.add_row([
                        piece.id.clone(),
                        kind(app, piece),
                        cell(&piece.name),
                        cell(&piece.caption),
                        piece.bytes.map(|bytes| words.for_data().size(bytes)).unwrap_or_default(),
                    ]);
                }
                app.out.text(&table.to_string())?;
            }
        }
        EvidenceAction::Remove { id, evidence } => {
            let _ = app.open(None)?.remove_evidence_of(id, evidence)?;
            if app.out.json {
                app.out.line(&json!({ "removed": evidence }))?;
            } else {
                app.out.aside(&words.cli_done_evidence_removed());
            }
        }
    }
    Ok(Exit::Good)
}

fn kind(app: &App, piece: &EvidenceView) -> String {
    match piece.kind {
        EvidenceKind::File => app.words.cli_kind_file(),
        EvidenceKind::Link => app.words.cli_kind_link(),
        EvidenceKind::Text => app.words.cli_kind_text(),
    }
}
