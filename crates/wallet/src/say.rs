//! How a badge stands, in words: [`portfolio::say`] over the views.

use portfolio::say;
use words::Words;

use crate::views::{CheckId, CheckView, Mark, Outcome};

/// The word beside a badge.
pub fn mark_word(words: Words, mark: Mark) -> String {
    say::mark_word(words, mark.into())
}

/// What a mark means for a badge by this issuer with these dates (as the issuer wrote them), and of a verified one who
/// says so.
pub fn standing(
    words: Words,
    mark: Mark,
    checks: &[CheckView],
    issuer: &str,
    from: Option<&str>,
    until: Option<&str>,
) -> String {
    let day =
        |text: Option<&str>| text.map(|text| words.for_data().written_date(text, None)).unwrap_or_default();
    let standing = say::Standing {
        issuer,
        from: day(from),
        until: day(until),
        genuine: say::genuine(checks.iter().map(|check| (check.id.into(), check.outcome.into()))),
    };
    let sentence = say::mark_sentence(words, mark.into(), &standing);
    let identity = checks.iter().find(|check| check.id == CheckId::IssuerIdentity);
    let told = identity.filter(|check| match mark {
        Mark::Verified => check.outcome == Outcome::Passed,
        // An alarm says what it is about.
        Mark::KeyChanged => true,
        _ => false,
    });
    match told {
        Some(check) => format!("{sentence} {}", words.code(&check.code, &check.args).message),
        None => sentence,
    }
}

/// The title of a check.
pub fn check_title(words: Words, id: CheckId) -> String {
    say::check_title(words, id.into())
}

/// The word of a check's outcome.
pub fn outcome_word(words: Words, check: &CheckView) -> String {
    say::outcome_word(words, say::shown(check.id.into(), check.outcome.into()))
}
