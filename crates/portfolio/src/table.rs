//! A hand-out as a table (CSV, RFC 4180): one line a badge, for spreadsheets. Words about badges, not the badges
//! themselves: nobody can check anything by it.
//!
//! What begins with `=` or the like would be a formula to the spreadsheet that opens it, and badges are strangers' texts:
//! such a cell gets an apostrophe before it (OWASP, “CSV injection”). A program that splits at another separator than ours
//! must find no formula either, so the same holds after each separator inside a text.

use openbadges::IssuerTime;
use words::{Locale, Words, visible_line};

use crate::compose::https;
use crate::content::{Badge, Portfolio};
use crate::hours::of_badge;
use crate::say::mark_word;

/// Spreadsheets take a file without it for one of an older encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The badges of a portfolio as a table with a head, in the language of `words`: UTF-8 with a byte order mark, commas,
/// lines that end in CR LF. Days are written `2026-02-02`, hours as numbers of the language.
pub fn render_csv(portfolio: &Portfolio, words: Words) -> Vec<u8> {
    let words = words.for_data();
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let head = [
        words.csv_name(),
        words.csv_issuer(),
        words.csv_holder(),
        words.csv_awarded(),
        words.csv_expires(),
        words.csv_state(),
        words.csv_checked(),
        words.csv_hours(),
        words.csv_competences(),
        words.csv_id(),
        words.csv_link(),
    ];
    // Writing into memory does not fail, and every line has the head's length.
    let _ = writer.write_record(head.map(|cell| plain(&cell)));
    for badge in &portfolio.badges {
        let _ = writer.write_record(line(portfolio, badge, words).map(|cell| plain(&cell)));
    }
    writer.into_inner().unwrap_or_default()
}

fn line(portfolio: &Portfolio, badge: &Badge, words: Words) -> [String; 11] {
    let claims = &badge.report.claims;
    let competences: Vec<&str> = claims.competencies.iter().map(|one| one.name.trim()).collect();
    let addresses = [claims.id.as_deref(), claims.criteria_url.as_deref()];
    [
        badge.name.clone(),
        badge.issuer.clone(),
        portfolio.holder_name.clone().unwrap_or_default(),
        day(claims.valid_from.as_ref()),
        day(claims.valid_until.as_ref()),
        mark_word(words, badge.mark),
        badge.report.at.to_string(),
        of_badge(claims).map(|minutes| hours(minutes, words.locale())).unwrap_or_default(),
        competences.join(" / "),
        claims.id.clone().unwrap_or_default(),
        addresses.into_iter().flatten().find(|address| https(address)).unwrap_or_default().to_owned(),
    ]
}

/// The issuer's day, as every spreadsheet reads and sorts it; what is no day stays as it was written.
fn day(time: Option<&IssuerTime>) -> String {
    let Some(time) = time else { return String::new() };
    words::written_day(&time.text, time.instant).map_or_else(|| time.text.clone(), |day| day.to_string())
}

/// Hours as a number with at most two decimals. With the other language's point a spreadsheet may see a day in it.
fn hours(minutes: u64, locale: Locale) -> String {
    let (whole, hundredths) = (minutes / 60, (minutes % 60) * 100 / 60);
    let point = if locale == Locale::De { ',' } else { '.' };
    match hundredths {
        0 => whole.to_string(),
        part => format!("{whole}{point}{part:02}").trim_end_matches('0').to_owned(),
    }
}

/// A text on one line, with nothing in it that a spreadsheet would run.
fn plain(text: &str) -> String {
    let text = visible_line(text.trim());
    let mut cell = String::with_capacity(text.len() + 1);
    // Whether a formula could begin here: only spaces and quotation marks stand between here and a cell's beginning.
    let mut beginning = true;
    for c in text.chars() {
        if beginning && starts_formula(c) {
            cell.push('\'');
        }
        beginning = matches!(c, ',' | ';' | '|' | '\t' | '\r' | '\n')
            || beginning && (c.is_whitespace() || matches!(c, '"' | '\u{feff}'));
        cell.push(c);
    }
    cell
}

/// OWASP's list, and the wide forms that East Asian spreadsheets read alike.
fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text_and_stays_readable() {
        for (given, wanted) in [
            ("Forklift Driver, Class 1", "Forklift Driver, Class 1"),
            ("=HYPERLINK(\"https://evil.example\")", "'=HYPERLINK(\"https://evil.example\")"),
            ("+49 30 1", "'+49 30 1"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r\n=1", "'=1"),
            ("  =1", "'=1"),
            ("\"=1\"", "\"'=1\""),
            ("A;=1", "A;'=1"),
            ("A, \"-1", "A, \"'-1"),
            ("A\n=1", "A =1"),
            ("＝1+1", "'＝1+1"),
            ("C++ = C", "C++ = C"),
            ("Well-being", "Well-being"),
            ("\u{202e}=1", "⟨U+202E⟩=1"),
        ] {
            assert_eq!(plain(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn hours_are_numbers_of_the_language() {
        for (minutes, en, de) in [
            (480, "8", "8"),
            (90, "1.5", "1,5"),
            (45, "0.75", "0,75"),
            (65, "1.08", "1,08"),
            (6000, "100", "100"),
        ] {
            assert_eq!((hours(minutes, Locale::En).as_str(), hours(minutes, Locale::De).as_str()), (en, de));
        }
    }
}
