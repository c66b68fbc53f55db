//! `export`: a file to hand out.

use serde_json::{Value, json};
use wallet::ExportFormat;
use wallet::views::{Failure, Language, PortfolioRequest};
use words::Locale;

use super::Came;
use crate::app::App;
use crate::args::ExportArgs;
use crate::exit::Exit;
use crate::inputs;

/// Formats of a later version.
const LATER: &[&str] = &["clr", "vp", "jsonresume", "europass", "signature", "png"];

pub(crate) fn run(app: &App, what: &ExportArgs) -> Came {
    let format = match what.format.as_str() {
        "html" => ExportFormat::Html,
        "pdf" => ExportFormat::Pdf,
        "json" => ExportFormat::Json,
        "csv" => ExportFormat::Csv,
        later if LATER.contains(&later) => {
            return Err(Failure::new("cli.format-not-yet").with("format", later).into());
        }
        other => return Err(Failure::new("cli.format-unknown").with("format", other).into()),
    };
    let wallet = app.open(None)?;
    let mut badges = what.which.ids.clone();
    if what.which.all {
        wallet.each_badge("", |badge| -> Result<(), Failure> {
            badges.push(badge.id);
            Ok(())
        })?;
    }
    let title = match (&what.title, &what.which.stack) {
        (Some(title), _) => title.clone(),
        // The stack's own.
        (None, Some(_)) => String::new(),
        (None, None) => app.words.for_data().cli_portfolio_title(),
    };
    let outgoing = wallet.portfolio_file(
        &PortfolioRequest {
            title,
            text: what.text.clone(),
            name: what.name.clone(),
            language: match app.words.locale() {
                Locale::En => Language::En,
                Locale::De => Language::De,
            },
            badges,
            stack: what.which.stack.clone(),
            include_evidence: !what.without_evidence,
        },
        format,
    )?;
    inputs::write(&what.out, &outgoing.file.bytes)?;
    let _ = wallet.record_share(&outgoing)?;
    let name = what.out.display().to_string();
    let bytes = outgoing.file.bytes.len() as u64;
    if app.out.json {
        let warnings: Vec<Value> = outgoing
            .warnings
            .iter()
            .map(|warning| {
                let sentence = app.data.code(&warning.code, &warning.args);
                json!({ "code": warning.code, "message": sentence.message, "next": sentence.next })
            })
            .collect();
        app.out.line(
            &json!({ "file": name, "format": format.as_str(), "bytes": bytes, "warnings": warnings }),
        )?;
    } else {
        for warning in &outgoing.warnings {
            let sentence = app.words.code(&warning.code, &warning.args);
            app.out.aside(&format!("* {}", sentence.message));
        }
        app.out.aside(&app.words.cli_done_written(&name, &app.words.for_data().size(bytes)));
    }
    Ok(Exit::Good)
}
