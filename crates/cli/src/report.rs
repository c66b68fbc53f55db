//! What people read: a badge with its state, and what to know of it.

use comfy_table::{ContentArrangement, Table, presets};
use wallet::record::{CheckedRecord, CredentialRecord, LinkRecord};
use wallet::say;
use wallet::views::{CheckView, Mark, NoteView, Outcome};
use words::{Words, visible_line};

/// A checked credential for people.
pub(crate) fn credential(words: Words, record: &CredentialRecord, quiet: bool) -> String {
    let mut lines = vec![heading(words, record)];
    let Some(checked) = &record.checked else {
        lines.push(format!("  {} · {} · {}", record.format, record.container, record.securing));
        return lines.join("\n");
    };
    let claims = &record.credential;
    let date = |name: &str| claims.get(name).and_then(serde_json::Value::as_str);
    let word = say::mark_word(words, checked.mark);
    if quiet {
        lines.push(format!("  {word}"));
        return lines.join("\n");
    }
    let issuer = record.issuer.as_deref().unwrap_or_default();
    let standing =
        say::standing(words, checked.mark, &checked.checks, issuer, date("validFrom"), date("validUntil"));
    lines.push(format!("  {word}: {standing}"));
    lines.extend(trouble(words, &checked.checks));
    lines.extend(notes(words, &record.notes));
    lines.extend(wanted(words, checked));
    lines.join("\n")
}

fn heading(words: Words, record: &CredentialRecord) -> String {
    match (&record.name, &record.issuer) {
        (Some(name), Some(issuer)) => words.cli_by(issuer, name),
        (Some(name), None) => visible_line(name).into_owned(),
        (None, _) if record.unread => words.cli_not_read_yet(),
        (None, _) => words.cli_no_name(),
    }
}

/// The checks that are not plainly good, each with what to do.
pub(crate) fn trouble(words: Words, checks: &[CheckView]) -> Vec<String> {
    let mut lines = Vec::new();
    for check in checks {
        let plain = matches!(check.outcome, Outcome::Passed | Outcome::NotApplicable);
        if !plain {
            lines.push(line(words, check));
            lines.extend(next(words, check));
        }
        lines.extend(notes(words, &check.notes));
    }
    lines
}

/// One check on a line.
pub(crate) fn line(words: Words, check: &CheckView) -> String {
    let sentence = words.code(&check.code, &check.args);
    format!(
        "  - {}: {}. {}",
        say::check_title(words, check.id),
        say::outcome_word(words, check),
        sentence.message
    )
}

/// What to do about a check.
pub(crate) fn next(words: Words, check: &CheckView) -> Option<String> {
    // Worded plainly: it stands inside another sentence, which sets it apart as a whole.
    words.for_data().code(&check.code, &check.args).next.map(|next| format!("    {}", words.cli_next(&next)))
}

/// Notes, each on a line.
pub(crate) fn notes(words: Words, notes: &[NoteView]) -> Vec<String> {
    notes.iter().map(|note| format!("  * {}", words.code(&note.code, &note.args).message)).collect()
}

fn wanted(words: Words, checked: &CheckedRecord) -> Option<String> {
    let undecided = checked.mark == Mark::Inconclusive;
    (undecided && !checked.wanted_hosts.is_empty())
        .then(|| format!("  {}", words.cli_wanted(&checked.wanted_hosts.join(", "))))
}

/// A link for people.
pub(crate) fn link(words: Words, link: &LinkRecord) -> String {
    let (host, url) = (link.host.as_str(), link.url.as_str());
    let mut text = match link.kind {
        "assertion" => words.cli_link_assertion(host, url),
        "claim" => words.cli_link_claim(host, url),
        "offer" => words.cli_link_offer(host, url),
        _ => words.cli_link_page(host, url),
    };
    if link.login {
        text.push(' ');
        text.push_str(&words.cli_link_login());
    }
    text
}

/// A date as the issuer wrote it, in words.
pub(crate) fn date(words: Words, text: Option<&str>) -> String {
    text.map(|text| words.for_data().written_date(text, None)).unwrap_or_default()
}

/// A moment of ours, in words.
pub(crate) fn moment(words: Words, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |instant| words.for_data().moment(instant))
}

/// A table with these heads.
pub(crate) fn table<H: Into<String>>(heads: impl IntoIterator<Item = H>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(heads.into_iter().map(Into::into).collect::<Vec<String>>());
    table
}

/// The name of a badge in a cell; one that is not known yet is said to be so.
pub(crate) fn name_cell(words: Words, name: &str) -> String {
    if name.trim().is_empty() { words.cli_no_name() } else { cell(name) }
}

/// A stranger's text in a cell: on one line, nothing hidden.
pub(crate) fn cell(text: &str) -> String {
    visible_line(text).into_owned()
}
