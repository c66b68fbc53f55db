//! `show`: everything about one badge.

use wallet::say;
use wallet::views::BadgeView;
use words::{Words, visible, visible_line};

use super::Came;
use crate::app::App;
use crate::exit::Exit;
use crate::lines;
use crate::report::{date, line, moment, name_cell, next, notes};

pub(crate) fn run(app: &App, id: &str) -> Came {
    let wallet = app.open(None)?;
    let badge = wallet.badge(id)?;
    if app.out.json {
        app.out.line(&lines::with_checks(&badge, lines::checks(&badge.checks, app.data)))?;
    } else {
        app.out.text(&text(app.words, &badge))?;
    }
    Ok(Exit::Good)
}

fn text(words: Words, badge: &BadgeView) -> String {
    let card = &badge.card;
    let (from, until) = (card.issued.as_deref(), card.valid_until.as_deref());
    let standing = say::standing(words, card.mark, &badge.checks, &card.issuer, from, until);
    let mut lines = vec![
        name_cell(words, &card.name),
        format!("{}: {standing}", say::mark_word(words, card.mark)),
        String::new(),
    ];
    let mut fact = |title: String, text: &str| {
        if !text.trim().is_empty() {
            lines.push(format!("{title}: {}", visible(text).trim()));
        }
    };
    fact(words.cli_id(), &card.id);
    fact(words.cli_issuer(), &card.issuer);
    fact(words.cli_for(), badge.recipient_name.as_deref().unwrap_or_default());
    fact(words.cli_issued(), &date(words, card.issued.as_deref()));
    fact(words.cli_valid_until(), &date(words, card.valid_until.as_deref()));
    fact(words.cli_description(), badge.description.as_deref().unwrap_or_default());
    fact(
        words.cli_criteria(),
        badge.criteria.as_deref().or(badge.criteria_url.as_deref()).unwrap_or_default(),
    );
    if let Some(minutes) = card.minutes {
        fact(words.cli_work(), &words.for_data().work(u64::from(minutes)));
    }
    let competences: Vec<&str> = badge.competencies.iter().map(|one| one.name.as_str()).collect();
    fact(words.cli_competences(), &competences.join("; "));
    fact(words.cli_tags(), &badge.tags.join(", "));
    let stacks: Vec<&str> = badge.stacks.iter().map(|stack| stack.title.as_str()).collect();
    fact(words.cli_stacks(), &stacks.join(", "));
    fact(words.cli_checked(), &moment(words, &badge.checked_at));

    for same in &badge.perhaps_same {
        lines.push(words.cli_perhaps_same(&same.id, &same.name));
    }

    let mut part = |title: String, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(String::new());
            lines.push(title);
            lines.extend(rows);
        }
    };
    let checks = badge.checks.iter().flat_map(|check| {
        let mut rows = vec![line(words, check)];
        let plain =
            matches!(check.outcome, wallet::views::Outcome::Passed | wallet::views::Outcome::NotApplicable);
        if !plain {
            rows.extend(next(words, check));
        }
        rows.extend(notes(words, &check.notes));
        rows
    });
    part(words.cli_checks(), checks.collect());
    let issuers = badge.issuer_evidence.iter().map(|piece| {
        let text = [&piece.name, &piece.narrative, &piece.url].into_iter().flatten().map(String::as_str);
        format!("  - {}", visible_line(&text.collect::<Vec<_>>().join(" · ")))
    });
    part(words.cli_issuer_evidence(), issuers.collect());
    let own = badge.evidence.iter().map(|piece| {
        let id = piece.id.get(..8).unwrap_or(&piece.id);
        format!("  - {id}  {}  {}", visible_line(&piece.name), visible_line(&piece.caption))
    });
    part(words.cli_evidence(), own.collect());
    let copies = badge.copies.iter().map(|copy| {
        let leading = if copy.leading { format!(" ({})", words.cli_leading()) } else { String::new() };
        let mark = say::mark_word(words, copy.mark);
        format!("  - {} · {} · {} · {mark}{leading}", copy.format, copy.securing, copy.container)
    });
    part(words.cli_copies(), copies.collect());
    let sources = badge.sources.iter().map(|source| {
        let name = match &source.mail {
            Some(mail) => words.cli_mail(&mail.from, &mail.subject),
            None => visible_line(&source.name).into_owned(),
        };
        format!("  - {name} · {}", moment(words, &source.at))
    });
    part(words.cli_sources(), sources.collect());
    lines.join("\n")
}
