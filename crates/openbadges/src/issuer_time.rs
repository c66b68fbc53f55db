//! Dates as issuers write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment as the issuer wrote it, and what it means, where it means anything.
///
/// Serialised as the text alone; read back, the text is understood as [`IssuerTime::parse_tolerant`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerTime {
    /// As written. Shown to people unchanged, in the issuer's own offset.
    pub text: String,
    /// The instant, or `None` where the text is no date of the kind its standard asks for.
    pub instant: Option<Timestamp>,
}

impl IssuerTime {
    /// `xsd:dateTimeStamp` (VC Data Model 2.0, 4.9; Open Badges 3.0): a zone is required, no leap second.
    pub fn parse_strict(text: &str) -> Self {
        IssuerTime { text: text.to_owned(), instant: strict(text) }
    }

    /// What [`IssuerTime::parse_strict`] makes of a text, without the text.
    pub fn strict_instant(text: &str) -> Option<Timestamp> {
        strict(text)
    }

    /// Open Badges up to 2.0: also a bare date (its start in UTC), a time without zone (UTC), Unix seconds.
    pub fn parse_tolerant(text: &str) -> Self {
        let trimmed = text.trim();
        let instant = strict(trimmed)
            .or_else(|| bare_date(trimmed))
            .or_else(|| without_zone(trimmed))
            .or_else(|| unix(trimmed));
        IssuerTime { text: text.to_owned(), instant }
    }
}

impl Serialize for IssuerTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for IssuerTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| IssuerTime::parse_tolerant(&text))
    }
}

/// The digits of a `template` (`0` stands for a digit, anything else for itself) at the start of `text`.
fn fits<'a>(text: &'a str, template: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in template.chars() {
        let got = rest.next()?;
        let good = if wanted == '0' { got.is_ascii_digit() } else { got == wanted };
        if !good {
            return None;
        }
    }
    Some(rest.as_str())
}

/// `2026-02-02T09:31:05Z`, as nearly all issuers write: `None` for all else, which is read letter by letter.
fn usual(text: &str) -> Option<Timestamp> {
    let text: &[u8; 20] = text.as_bytes().try_into().ok()?;
    let &[y, e, a, r, b'-', m, o, b'-', d, t, b'T', h, i, b':', n, u, b':', s, c, b'Z'] = text else {
        return None;
    };
    let digits = [y, e, a, r, m, o, d, t, h, i, n, u, s, c];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let two = |tens: u8, ones: u8| i8::try_from((tens - b'0') * 10 + (ones - b'0')).ok();
    let year = i16::from(two(y, e)?) * 100 + i16::from(two(a, r)?);
    // A leap second is none of its seconds.
    let moment = DateTime::new(year, two(m, o)?, two(d, t)?, two(h, i)?, two(n, u)?, two(s, c)?, 0).ok()?;
    Offset::UTC.to_timestamp(moment).ok()
}

fn strict(text: &str) -> Option<Timestamp> {
    if let Some(moment) = usual(text) {
        return Some(moment);
    }
    let rest = fits(text, "0000-00-00T00:00:00")?;
    let local = text.strip_suffix(rest)?;
    // jiff would take a leap second; xsd:dateTimeStamp does not know any.
    if local.ends_with(":60") {
        return None;
    }
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(after) => {
            let zone = after.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = after.strip_suffix(zone)?;
            if digits.is_empty() {
                return None;
            }
            (digits, zone)
        }
        None => ("", rest),
    };
    if zone != "Z" {
        let unsigned = zone.strip_prefix('+').or_else(|| zone.strip_prefix('-'))?;
        // XSD bounds offsets at 14 hours.
        if !fits(unsigned, "00:00")?.is_empty() || unsigned > "14:00" {
            return None;
        }
    }
    // Finer than a nanosecond is cut off, never a reason to refuse.
    match fraction.get(..9) {
        Some(nanoseconds) if fraction.len() > 9 => format!("{local}.{nanoseconds}{zone}").parse().ok(),
        _ => text.parse().ok(),
    }
}

fn bare_date(text: &str) -> Option<Timestamp> {
    if !fits(text, "0000-00-00")?.is_empty() {
        return None;
    }
    let date: Date = text.parse().ok()?;
    date.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn without_zone(text: &str) -> Option<Timestamp> {
    let spaced = fits(text, "0000-00-00 00:00:00").is_some();
    let text = if spaced { text.replacen(' ', "T", 1) } else { text.to_owned() };
    // A zone written as +0100, as PHP and old Python do.
    if let Some((head, zone)) = text.char_indices().rev().nth(4).and_then(|(at, _)| text.split_at_checked(at))
        && (fits(zone, "+0000") == Some("") || fits(zone, "-0000") == Some(""))
        && let Some((hours, minutes)) = zone.split_at_checked(3)
    {
        return strict(&format!("{head}{hours}:{minutes}"));
    }
    strict(&text).or_else(|| strict(&format!("{text}Z"))).or_else(|| minutes_only(&text))
}

fn minutes_only(text: &str) -> Option<Timestamp> {
    let rest = fits(text, "0000-00-00T00:00")?;
    let local = text.strip_suffix(rest)?;
    let zone = if rest.is_empty() { "Z" } else { rest };
    strict(&format!("{local}:00{zone}"))
}

fn unix(text: &str) -> Option<Timestamp> {
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Timestamp::from_second(text.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn strictly(text: &str) -> String {
        IssuerTime::parse_strict(text).instant.map_or("none".into(), |t| t.to_string())
    }

    fn tolerantly(text: &str) -> String {
        IssuerTime::parse_tolerant(text).instant.map_or("none".into(), |t| t.to_string())
    }

    #[test]
    fn the_strict_reading_is_xsd_date_time_stamp() {
        assert_eq!(strictly("2026-02-02T09:31:05.113450+00:00"), "2026-02-02T09:31:05.11345Z");
        assert_eq!(strictly("2010-01-01T00:00:00Z"), "2010-01-01T00:00:00Z");
        assert_eq!(strictly("2030-01-01T00:00:00+14:00"), "2029-12-31T10:00:00Z");
        assert_eq!(strictly("2030-01-01T00:00:00.1234567891234Z"), "2030-01-01T00:00:00.123456789Z");
        for bad in [
            "",
            "2010-01-01",
            "2010-01-01T00:00:00",
            "2026-12-31T23:59:60Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:00+14:01",
            "2026-01-01T00:00:00.Z",
            "2026-01-01t00:00:00z",
            "1262304000",
            "tomorrow",
            " 2010-01-01T00:00:00Z",
        ] {
            assert_eq!(strictly(bad), "none", "{bad}");
        }
    }

    proptest! {
        #[test]
        fn the_usual_spelling_is_read_as_every_other(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[012][0-9]:[0-6][0-9]:[0-6][0-9][Zz]",
        ) {
            let read = text.parse::<Timestamp>().ok().filter(|_| !text.contains(":60") && !text.ends_with('z'));
            prop_assert_eq!(usual(&text), read);
            prop_assert_eq!(strict(&text), read);
        }
    }

    #[test]
    fn the_tolerant_reading_takes_what_old_badges_hold() {
        assert_eq!(tolerantly("2013-06-21"), "2013-06-21T00:00:00Z");
        assert_eq!(tolerantly("1371816000"), "2013-06-21T12:00:00Z");
        assert_eq!(tolerantly("2016-12-31T23:59:59"), "2016-12-31T23:59:59Z");
        assert_eq!(tolerantly("2016-12-31 23:59:59"), "2016-12-31T23:59:59Z");
        assert_eq!(tolerantly("2016-12-31T23:59:59+0100"), "2016-12-31T22:59:59Z");
        assert_eq!(tolerantly("2016-12-31T23:59Z"), "2016-12-31T23:59:00Z");
        for bad in ["", "2013-02-30", "31.12.2016", "é", "99999999999999999999", "-1"] {
            assert_eq!(tolerantly(bad), "none", "{bad}");
        }
    }
}
