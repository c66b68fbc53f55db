//! `review`: checks anew what somebody handed out.

use wallet::Judge;
use wallet::checking::NoArchive;
use wallet::say;
use wallet::views::{EvidenceState, Failure, ManifestState, Mark, ReviewBadge, ReviewView};
use words::visible_line;

use super::Came;
use super::checking::{Folders, Means, of_verdict};
use crate::app::App;
use crate::args::Checking;
use crate::exit::Exit;
use crate::failing;
use crate::inputs::{Input, walked};
use crate::lines;
use crate::report::{moment, notes, trouble};

pub(crate) fn run(app: &App, inputs: &[String], checking: &Checking) -> Came {
    let means = Means::of(app, checking, inputs, &[])?;
    let mut judge = Judge::new(means.now(), &NoArchive, means.ask.as_ref());
    judge.recipients_from(&checking.recipient);
    judge.known = means.documents.clone();
    judge.registries = means.registries.clone();
    let inputs = walked(inputs);
    app.out.progress(Some(inputs.len()), &app.words.cli_progress_checking());
    let mut exit = Exit::Good;
    let mut folders = Folders::default();
    for input in &inputs {
        let reviewed = input.read().and_then(|bytes| judge.review(&input.name, &bytes));
        exit = exit.and(folders.next(app, input, reviewed.is_ok())?);
        exit = exit.and(match &reviewed {
            Ok(view) => write(app, view)?,
            Err(failure) => fail(app, input, failure)?,
        });
        app.out.step();
    }
    app.out.progress_done();
    Ok(exit.and(folders.end(app)?))
}

fn fail(app: &App, input: &Input, failure: &Failure) -> Came {
    if failure.is("nothing.only-links") {
        // There is a badge, only not here.
        tell(app, input, failure)?;
        return Ok(Exit::Undecided);
    }
    if input.folder.is_some() {
        return Ok(Exit::Good);
    }
    tell(app, input, failure)?;
    Ok(failing::exit(failure))
}

fn tell(app: &App, input: &Input, failure: &Failure) -> Came {
    if app.out.json {
        app.out.line(&failing::object(&input.name, failure, app.data))?;
    } else {
        app.tell(failure);
    }
    Ok(Exit::Good)
}

fn write(app: &App, view: &ReviewView) -> Came {
    let mut exit = match view.profile.as_ref().map(|profile| profile.manifest) {
        Some(ManifestState::Broken) => Exit::NotValid,
        _ => Exit::Good,
    };
    if !app.out.json {
        app.out.text(&head(app, view))?;
    }
    for badge in &view.badges {
        exit = exit.and(of_badge(badge));
        if app.out.json {
            app.out.line(&lines::reviewed(view, badge, app.data))?;
        } else {
            app.out.text(&text(app, badge))?;
        }
    }
    if !app.out.json {
        let good = view.badges.iter().filter(|badge| badge.mark == Mark::Verified).count();
        app.out.text(&app.words.cli_review_sum(view.badges.len(), good))?;
    }
    Ok(exit)
}

fn of_badge(badge: &ReviewBadge) -> Exit {
    badge.evidence.iter().fold(of_verdict(badge.mark.verdict()), |exit, piece| {
        exit.and(match piece.state {
            EvidenceState::Unchanged | EvidenceState::Link => Exit::Good,
            EvidenceState::Changed => Exit::NotValid,
            EvidenceState::Missing => Exit::Undecided,
        })
    })
}

fn head(app: &App, view: &ReviewView) -> String {
    let words = app.words;
    let mut lines = vec![visible_line(&view.name).into_owned()];
    if let Some(profile) = &view.profile {
        lines.push(words.cli_review_profile(&profile.title));
        if let Some(holder) = &profile.holder {
            lines.push(format!("  {}", words.cli_review_holder(holder)));
        }
        lines.push(format!(
            "  {}",
            match profile.manifest {
                ManifestState::Intact => words.cli_review_intact(),
                ManifestState::Broken => words.cli_review_broken(),
                ManifestState::None => words.cli_review_none(),
            }
        ));
        if let Some(made) = &profile.created_at {
            lines.push(format!("  {}", words.cli_review_made(&moment(words, made))));
        }
        lines.extend(notes(words, &profile.notes));
    }
    lines.join("\n")
}

fn text(app: &App, badge: &ReviewBadge) -> String {
    let words = app.words;
    let word = say::mark_word(words, badge.mark);
    let mut lines = vec![words.cli_by(&badge.issuer, &badge.name)];
    if app.out.quiet {
        lines.push(format!("  {word}"));
        return lines.join("\n");
    }
    if badge.described_only {
        lines.push(format!("  {}", words.cli_review_described()));
    } else {
        let (from, until) = (badge.issued.as_deref(), badge.valid_until.as_deref());
        let standing = say::standing(words, badge.mark, &badge.checks, &badge.issuer, from, until);
        lines.push(format!("  {word}: {standing}"));
    }
    lines.extend(trouble(words, &badge.checks));
    lines.extend(notes(words, &badge.notes));
    for piece in &badge.evidence {
        let text = match piece.state {
            EvidenceState::Unchanged => words.cli_review_evidence_unchanged(&piece.name),
            EvidenceState::Changed => words.cli_review_evidence_changed(&piece.name),
            EvidenceState::Missing => words.cli_review_evidence_missing(&piece.name),
            EvidenceState::Link => words.cli_review_evidence_link(&piece.name),
        };
        lines.push(format!("  {text}"));
    }
    if let Some(verdict) = &badge.sender_verdict {
        lines.push(format!("  {}", words.cli_review_sender(verdict)));
    }
    lines.join("\n")
}
