//! The table.

use std::collections::BTreeMap;

use words::{Locale, Words};

use super::sample;
use crate::{compose, render_csv};

fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_line_for_each_badge_under_a_head_in_the_reader_s_language() {
    for language in [Locale::En, Locale::De] {
        let portfolio = compose(sample::request(language, &BTreeMap::new())).unwrap().portfolio;
        let lines = read(&render_csv(&portfolio, Words::new(language)));
        assert_eq!(lines.len(), 1 + portfolio.badges.len());
        for (line, badge) in lines[1..].iter().zip(&portfolio.badges) {
            assert_eq!((&line[0], &line[1]), (&badge.name, &badge.issuer));
            assert_eq!(line[2], portfolio.holder_name.clone().unwrap());
            assert!(line[3].parse::<jiff::civil::Date>().is_ok(), "{line:?}");
            assert!(line[10].starts_with("https://"), "{line:?}");
        }
        let all = lines.concat().concat();
        assert!(!all.contains(['\u{2068}', '\u{2069}', '⟨']), "marks of isolation: {all}");
    }
    let head = |language| {
        let portfolio = compose(sample::request(language, &BTreeMap::new())).unwrap().portfolio;
        read(&render_csv(&portfolio, Words::new(language)))[0].join("|")
    };
    insta::assert_snapshot!(head(Locale::En), @"Badge|Issuer|Held by|Given on|Valid until|State|Checked at|Hours|Competences|Id|Link");
    insta::assert_snapshot!(head(Locale::De), @"Badge|Aussteller|Gehört|Ausgestellt am|Gültig bis|Stand|Geprüft um|Stunden|Kompetenzen|Kennung|Link");
}

#[test]
fn what_a_stranger_wrote_runs_nowhere() {
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    request.badges[0].report.claims.name = Some("=cmd|' /C calc'!A0".to_owned());
    request.badges[0].report.claims.issuer.name = Some("A,\"=1".to_owned());
    request.badges[0].report.claims.id = Some("@id".to_owned());
    let portfolio = compose(request).unwrap().portfolio;
    let lines = read(&render_csv(&portfolio, Words::new(Locale::En)));
    assert_eq!(lines[1][0], "'=cmd|' /C calc'!A0");
    assert_eq!(lines[1][1], "A,\"'=1");
    assert_eq!(lines[1][9], "'@id");
}
