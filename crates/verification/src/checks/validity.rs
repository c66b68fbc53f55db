//! The validity period. Judged here, not by the library: a badge that is over is still checked whole.

use jiff::Timestamp;
use openbadges::IssuerTime;
use serde_json::Value;

use super::day;
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::report::period;

/// A period as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct Period {
    pub(crate) from: Option<Timestamp>,
    pub(crate) until: Option<Timestamp>,
    /// Members that are there and are no date.
    pub(crate) unreadable: Vec<&'static str>,
    /// Members written as only old badges may.
    pub(crate) loose: Vec<&'static str>,
    /// Two ends that differ.
    pub(crate) two_ends: bool,
}

impl Period {
    /// Of a Verifiable Credential: strict dateTimeStamps. Where a token bounds it too, the narrower counts.
    pub(crate) fn of_vc(credential: &Value, payload: Option<&Value>) -> Period {
        let mut found = Period::default();
        let mut read = |name: &'static str| {
            let value = credential.get(name).filter(|value| !value.is_null())?;
            let instant = value.as_str().and_then(|text| IssuerTime::parse_strict(text).instant);
            if instant.is_none() {
                found.unreadable.push(name);
            }
            instant
        };
        let mut begins: Vec<Timestamp> =
            ["validFrom", "issuanceDate"].into_iter().filter_map(&mut read).collect();
        let mut ends: Vec<Timestamp> =
            ["validUntil", "expirationDate"].into_iter().filter_map(&mut read).collect();
        let mut number = |name: &'static str| {
            let value = payload?.get(name).filter(|value| !value.is_null())?;
            let instant =
                crate::proof::jwt::number(value).and_then(|seconds| Timestamp::from_second(seconds).ok());
            if instant.is_none() {
                found.unreadable.push(name);
            }
            instant
        };
        begins.extend(number("nbf"));
        ends.extend(number("exp"));
        found.two_ends = ends.iter().any(|end| ends.iter().any(|other| end.as_second() != other.as_second()));
        found.from = begins.into_iter().max();
        found.until = ends.into_iter().min();
        found
    }

    /// Of an Open Badges assertion up to 2.0: also a bare date and a Unix time.
    pub(crate) fn of_assertion(assertion: &Value) -> Period {
        let mut found = Period::default();
        let mut read = |name: &'static str| {
            let value = assertion.get(name).filter(|value| !value.is_null())?;
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                _ => String::new(),
            };
            if text.is_empty() && value.is_string() {
                // Several platforms write an empty text where there is no end.
                return None;
            }
            let instant = IssuerTime::parse_tolerant(&text).instant;
            match instant {
                None => found.unreadable.push(name),
                Some(_) if IssuerTime::parse_strict(&text).instant.is_none() => found.loose.push(name),
                Some(_) => {}
            }
            instant
        };
        let issued = ["issuedOn", "issued_on"].into_iter().find_map(&mut read);
        let until = read("expires");
        found.from = issued;
        found.until = until;
        found
    }

    /// The check at a moment.
    pub(crate) fn check(&self, now: Timestamp) -> Check {
        let id = CheckId::ValidityPeriod;
        let (outcome, code) = period(self.from, self.until, now);
        // What is known to be over is said, even where another date cannot be read.
        let mut check = if self.unreadable.is_empty() || outcome == Outcome::Failed {
            Check::new(id, outcome, code)
        } else {
            Check::new(id, Outcome::Inconclusive, codes::VALIDITY_PERIOD_UNREADABLE)
                .with("member", self.unreadable.first().copied().unwrap_or_default())
        };
        if let Some(from) = self.from {
            check = check.with("from", day(from));
        }
        if let Some(until) = self.until {
            check = check.with("until", day(until));
        }
        let said = if check.code == codes::VALIDITY_PERIOD_EXPIRED.as_str() { self.until } else { self.from };
        check = check.with("date", said.map(day).unwrap_or_default());
        if self.two_ends {
            check.add_note(codes::VALIDITY_PERIOD_TWO_ENDS.note());
        }
        for member in &self.loose {
            check.add_note(codes::VALIDITY_PERIOD_LOOSE_DATE.note().with("member", *member));
        }
        check
    }
}
