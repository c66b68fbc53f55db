//! What people read: a badge with its state, and what to know of it.

use comfy_table::{ContentArrangement, Table, presets};
use wallet::record::{CheckedRecord, CredentialRecord, LinkRecord};
use wallet::views::{CheckId, CheckView, Mark, NoteView, Outcome};
use words::{Words, visible_line};

/// The word beside a badge.
pub(crate) fn mark_word(words: Words, mark: Mark) -> String {
    match mark {
        Mark::Verified => words.mark_verified(),
        Mark::SignedUnknown => words.mark_signed_unknown(),
        Mark::Inconclusive => words.mark_inconclusive(),
        Mark::Expired => words.mark_expired(),
        Mark::NotYetValid => words.mark_not_yet_valid(),
        Mark::Suspended => words.mark_suspended(),
        Mark::Revoked => words.mark_revoked(),
        Mark::NotGenuine => words.mark_not_genuine(),
        Mark::Damaged => words.mark_damaged(),
    }
}

/// The verdict that a mark stands for.
pub(crate) fn verdict_word(mark: Mark) -> &'static str {
    match mark {
        Mark::Verified | Mark::SignedUnknown => "valid",
        Mark::Inconclusive => "inconclusive",
        Mark::Expired => "expired",
        Mark::NotYetValid => "not-yet-valid",
        Mark::Suspended => "suspended",
        Mark::Revoked => "revoked",
        Mark::NotGenuine | Mark::Damaged => "invalid",
    }
}

/// What a mark means for this badge.
pub(crate) fn mark_sentence(words: Words, mark: Mark, checks: &[CheckView], about: &About<'_>) -> String {
    let passed = |id| checks.iter().any(|check| check.id == id && check.outcome == Outcome::Passed);
    let genuine = passed(CheckId::Proof) && passed(CheckId::IssuerKey);
    let day =
        |text: Option<&str>| text.map(|text| words.for_data().written_date(text, None)).unwrap_or_default();
    match mark {
        Mark::Verified => match about.vouched_by {
            Some(host) => {
                format!("{} {}.", words.mark_verified_sentence(), words.cli_vouched(host, about.issuer))
            }
            None => words.mark_verified_sentence(),
        },
        Mark::SignedUnknown => words.mark_signed_unknown_sentence(about.issuer),
        Mark::Inconclusive => words.mark_inconclusive_sentence(),
        Mark::Expired if genuine => words.mark_expired_sentence(&day(about.until)),
        Mark::Expired => words.mark_expired_undecided(&day(about.until)),
        Mark::NotYetValid if genuine => words.mark_not_yet_valid_sentence(&day(about.from)),
        Mark::NotYetValid => words.mark_not_yet_valid_undecided(&day(about.from)),
        Mark::Suspended => words.mark_suspended_sentence(),
        Mark::Revoked => words.mark_revoked_sentence(),
        Mark::NotGenuine => words.mark_not_genuine_sentence(),
        Mark::Damaged => words.mark_damaged_sentence(),
    }
}

/// What the sentence of a mark names.
#[derive(Debug, Default)]
pub(crate) struct About<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) from: Option<&'a str>,
    pub(crate) until: Option<&'a str>,
    pub(crate) vouched_by: Option<&'a str>,
}

/// The host that vouches for the issuer, as a report says.
pub(crate) fn vouched_by(checks: &[CheckView]) -> Option<&str> {
    let check = checks.iter().find(|check| check.id == CheckId::IssuerIdentity)?;
    (check.outcome == Outcome::Passed).then(|| check.args.get("host").map(String::as_str)).flatten()
}

/// The title of a check.
pub(crate) fn check_title(words: Words, id: CheckId) -> String {
    match id {
        CheckId::Structure => words.check_structure(),
        CheckId::Schema => words.check_schema(),
        CheckId::Proof => words.check_proof(),
        CheckId::IssuerKey => words.check_issuer_key(),
        CheckId::IssuerIdentity => words.check_issuer_identity(),
        CheckId::ValidityPeriod => words.check_validity_period(),
        CheckId::Status => words.check_status(),
        CheckId::Recipient => words.check_recipient(),
        CheckId::Image => words.check_image(),
        CheckId::Endorsements => words.check_endorsements(),
        CheckId::Evidence => words.check_evidence(),
        CheckId::Mail => words.check_mail(),
    }
}

/// The word of an outcome. Checks that never turn a verdict are for information when they are not plainly good.
pub(crate) fn outcome_word(words: Words, check: &CheckView) -> String {
    let beside = matches!(check.id, CheckId::IssuerIdentity | CheckId::Image | CheckId::Mail);
    match check.outcome {
        Outcome::Passed => words.outcome_passed(),
        Outcome::NotApplicable => words.outcome_not_applicable(),
        _ if beside => words.outcome_information(),
        Outcome::Failed if check.id == CheckId::Recipient => words.outcome_information(),
        Outcome::Failed => words.outcome_failed(),
        Outcome::Inconclusive => words.outcome_inconclusive(),
    }
}

/// A checked credential for people.
pub(crate) fn credential(words: Words, record: &CredentialRecord, quiet: bool) -> String {
    let mut lines = vec![heading(words, record)];
    let Some(checked) = &record.checked else {
        lines.push(format!("  {} · {} · {}", record.format, record.container, record.securing));
        return lines.join("\n");
    };
    let claims = &record.credential;
    let date = |name: &str| claims.get(name).and_then(serde_json::Value::as_str);
    let about = About {
        issuer: record.issuer.as_deref().unwrap_or_default(),
        from: date("validFrom"),
        until: date("validUntil"),
        vouched_by: vouched_by(&checked.checks),
    };
    let word = mark_word(words, checked.mark);
    if quiet {
        lines.push(format!("  {word}"));
        return lines.join("\n");
    }
    lines.push(format!("  {word}: {}", mark_sentence(words, checked.mark, &checked.checks, &about)));
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
    format!("  - {}: {}. {}", check_title(words, check.id), outcome_word(words, check), sentence.message)
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
