//! `explain`: what a code means.

use std::collections::BTreeMap;

use serde_json::json;
use wallet::views::Failure;
use words::Words;

use super::Came;
use crate::app::App;
use crate::exit::Exit;

/// What sentences name; an explanation has nothing to put there.
const NAMED: &[&str] = &[
    "address",
    "alg",
    "command",
    "controller",
    "count",
    "date",
    "detail",
    "file",
    "format",
    "host",
    "id",
    "issuer",
    "key",
    "kind",
    "level",
    "limit",
    "locale",
    "member",
    "method",
    "name",
    "names",
    "path",
    "purpose",
    "reason",
    "registry",
    "size",
    "status",
    "suite",
    "term",
    "text",
    "title",
    "url",
    "value",
    "verdict",
    "version",
];

pub(crate) fn run(app: &App, code: &str) -> Came {
    if !Words::has_code(code) {
        return Err(Failure::new("cli.no-code").with("code", code).into());
    }
    let args: BTreeMap<String, String> =
        NAMED.iter().map(|name| ((*name).to_owned(), "…".to_owned())).collect();
    let sentence = app.spoken().for_data().code(code, &args);
    if app.out.json {
        app.out.line(&json!({ "code": code, "message": sentence.message, "next": sentence.next }))?;
    } else {
        app.out.text(&sentence.message)?;
        if let Some(next) = sentence.next {
            app.out.text(&next)?;
        }
    }
    Ok(Exit::Good)
}
