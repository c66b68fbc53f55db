//! Dates, times, hours and sizes, the same in window, page and command line.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use crate::Words;

/// Nothing here comes from strangers, so nothing is isolated: what is said here can stand inside other sentences.
impl Words {
    /// A day: “21 November 2026”, “21. November 2026”.
    pub fn date(&self, date: Date) -> String {
        self.for_data().words_date(&date.day().to_string(), date.month(), &date.year().to_string())
    }

    /// The month alone: “November 2026”.
    pub fn month(&self, date: Date) -> String {
        self.for_data().words_month(date.month(), &date.year().to_string())
    }

    /// The UTC day of an instant of ours: “21 November 2026”.
    pub fn day_of(&self, instant: Timestamp) -> String {
        self.date(instant.to_zoned(TimeZone::UTC).date())
    }

    /// An instant of ours to the minute, in UTC and saying so: “21 November 2026, 09:00 UTC”.
    pub fn moment(&self, instant: Timestamp) -> String {
        let there = instant.to_zoned(TimeZone::UTC).datetime();
        self.for_data()
            .words_moment(&self.date(there.date()), &format!("{:02}:{:02}", there.hour(), there.minute()))
    }

    /// An issuer's date as the issuer wrote it, in the issuer's own offset: the same day on every machine.
    /// `instant` is what it was read as, used where the text is a Unix time. What is no date is shown as it stands.
    pub fn written_date(&self, text: &str, instant: Option<Timestamp>) -> String {
        match written_day(text, instant) {
            Some(date) => self.date(date),
            None => crate::visible_line(text).into_owned(),
        }
    }

    /// A length of work in minutes: “8 hours”, “45 minutes”, “1 hour 30 minutes”.
    pub fn work(&self, minutes: u64) -> String {
        let words = self.for_data();
        match (minutes / 60, minutes % 60) {
            (0, rest) => words.words_minutes(rest),
            (hours, 0) => words.words_hours(hours),
            (hours, rest) => words.words_hours_minutes(&words.words_hours(hours), &words.words_minutes(rest)),
        }
    }

    /// The same for columns and plots: “8 h”, “45 min”, “1 h 30 min”.
    pub fn work_short(&self, minutes: u64) -> String {
        let words = self.for_data();
        match (minutes / 60, minutes % 60) {
            (0, rest) => words.words_minutes_short(rest),
            (hours, 0) => words.words_hours_short(hours),
            (hours, rest) => {
                words.words_hours_minutes(&words.words_hours_short(hours), &words.words_minutes_short(rest))
            }
        }
    }

    /// A size in bytes: “812 bytes”, “12 KB”, “3.4 MB” (1 KB = 1000 bytes).
    pub fn size(&self, bytes: u64) -> String {
        let words = self.for_data();
        if bytes < 1000 {
            words.words_bytes(bytes)
        } else if bytes < 999_500 {
            words.words_kilobytes(bytes.div_ceil(1000))
        } else {
            words.words_megabytes((bytes as f64 / 100_000.0).round() / 10.0)
        }
    }
}

/// The day an issuer's text names, in its own offset (`2026-02-02T23:30:00-08:00` is 2 February); where the text is no
/// date of the calendar, such as a Unix time, the UTC day of the instant it was read as.
pub fn written_day(text: &str, instant: Option<Timestamp>) -> Option<Date> {
    calendar_day(text).or_else(|| instant.map(|instant| instant.to_zoned(TimeZone::UTC).date()))
}

fn calendar_day(text: &str) -> Option<Date> {
    let text = text.trim();
    // A Unix time is no date of the calendar, though its first figures may look like one.
    if text.chars().all(|c| c.is_ascii_digit()) && text.len() != 8 {
        return None;
    }
    text.parse::<DateTime>().map(|there| there.date()).or_else(|_| text.parse::<Date>()).ok().or_else(|| {
        // With an offset jiff reads an instant: put it back into the offset it was written in.
        let (instant, offset) = (text.parse::<Timestamp>().ok()?, written_offset(text)?);
        Some(offset.to_datetime(instant).date())
    })
}

fn written_offset(text: &str) -> Option<Offset> {
    if text.ends_with(['Z', 'z']) {
        return Some(Offset::UTC);
    }
    let at = text.rfind(['+', '-'])?;
    let (sign, digits) = text.get(at..)?.split_at_checked(1)?;
    let digits: String = digits.chars().filter(|c| c.is_ascii_digit()).collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).map_or(Ok(0), str::parse).ok()?;
    let seconds = (hours * 60 + minutes) * 60;
    Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;

    fn both() -> [Words; 2] {
        [Words::new(Locale::En).for_data(), Words::new(Locale::De).for_data()]
    }

    #[test]
    fn days_and_moments() {
        let instant: Timestamp = "2026-11-21T09:05:00Z".parse().unwrap();
        assert_eq!(both().map(|w| w.day_of(instant)), ["21 November 2026", "21. November 2026"]);
        assert_eq!(
            both().map(|w| w.moment(instant)),
            ["21 November 2026, 09:05 UTC", "21. November 2026, 09:05 Uhr UTC"]
        );
        for month in 1..=12 {
            let date = Date::new(2026, month, 3).unwrap();
            for words in both() {
                assert_eq!(words.date(date).split(' ').count(), 3, "{}", words.date(date));
            }
        }
        let march = Date::new(2026, 3, 1).unwrap();
        assert_eq!(both().map(|w| w.month(march)), ["March 2026", "März 2026"]);
    }

    #[test]
    fn an_issuers_day_stays_the_issuers_day() {
        let [en, _] = both();
        for (text, wanted) in [
            ("2026-02-02", "2 February 2026"),
            ("2026-02-02T23:30:00-08:00", "2 February 2026"),
            ("2026-02-02T00:30:00+14:00", "2 February 2026"),
            ("2026-02-02T00:30:00.123+0200", "2 February 2026"),
            ("2026-02-02T00:30:00Z", "2 February 2026"),
            ("2026-02-02 00:30:00", "2 February 2026"),
            ("last spring", "last spring"),
        ] {
            assert_eq!(en.written_date(text, None), wanted, "{text}");
        }
        let instant = Timestamp::from_second(1_425_600_000).unwrap();
        assert_eq!(en.written_date("1425600000", Some(instant)), "6 March 2015");
    }

    #[test]
    fn no_marks_inside_what_stands_inside_other_sentences() {
        let words = Words::new(Locale::En).for_reading();
        let instant: Timestamp = "2026-11-21T09:05:00Z".parse().unwrap();
        for said in [
            words.moment(instant),
            words.day_of(instant),
            words.work(90),
            words.work_short(90),
            words.size(9),
        ] {
            assert!(!said.contains(['\u{2068}', '⟨']), "{said}");
        }
    }

    #[test]
    fn work_and_sizes() {
        let said = [0, 1, 45, 60, 90, 480, 1501, 600_000].map(|m| both().map(|w| w.work(m)).join(" | "));
        insta::assert_snapshot!(said.join("\n"), @"
        0 minutes | 0 Minuten
        1 minute | 1 Minute
        45 minutes | 45 Minuten
        1 hour | 1 Stunde
        1 hour 30 minutes | 1 Stunde 30 Minuten
        8 hours | 8 Stunden
        25 hours 1 minute | 25 Stunden 1 Minute
        10,000 hours | 10.000 Stunden
        ");
        assert_eq!(both().map(|w| w.work_short(3600)), ["60 h", "60 Std."]);
        let said = [1, 999, 1000, 12_100, 999_499, 999_500, 3_440_000]
            .map(|b| both().map(|w| w.size(b)).join(" | "));
        insta::assert_snapshot!(said.join("\n"), @"
        1 byte | 1 Byte
        999 bytes | 999 Bytes
        1 KB | 1 KB
        13 KB | 13 KB
        1000 KB | 1000 KB
        1 MB | 1 MB
        3.4 MB | 3,4 MB
        ");
    }
}
