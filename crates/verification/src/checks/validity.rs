//! The validity period. Judged here, not by the library: a badge that is over is still checked whole.

use std::borrow::Cow;

use jiff::Timestamp;
use openbadges::IssuerTime;
use strict_json::Value;

use super::day;
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::report::period;

/// A moment, and its text where it was written as one.
#[derive(Clone, Debug)]
struct Moment<'v>(Timestamp, Option<Cow<'v, str>>);

impl Moment<'_> {
    /// The text; of a number the day it stands for.
    fn shown(&self) -> String {
        match &self.1 {
            None => self.0.to_string(),
            Some(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => day(self.0),
            Some(text) => text.clone().into_owned(),
        }
    }
}

/// A period as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct Period {
    pub(crate) from: Option<Timestamp>,
    pub(crate) until: Option<Timestamp>,
    /// The texts of both, as the issuer wrote them: a day is shown in the issuer's own offset.
    written: (String, String),
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
        let mut begins = found.members(credential, ["validFrom", "issuanceDate"]);
        let mut ends = found.members(credential, ["validUntil", "expirationDate"]);
        begins.extend(payload.and_then(|payload| found.number(payload, "nbf")));
        ends.extend(payload.and_then(|payload| found.number(payload, "exp")));
        let seconds = |moment: &Moment| moment.0.as_second();
        found.two_ends = ends.iter().any(|end| ends.iter().any(|other| seconds(end) != seconds(other)));
        // Of equal moments the credential's own text, which stands first, is the one that is shown.
        let from = begins.into_iter().rev().max_by_key(seconds);
        let until = ends.into_iter().min_by_key(seconds);
        found.set(from, until);
        found
    }

    fn members<'v>(&mut self, credential: &'v Value, names: [&'static str; 2]) -> Vec<Moment<'v>> {
        let mut moments = Vec::new();
        for name in names {
            let Some(value) = credential.get(name).filter(|value| !value.is_null()) else { continue };
            let text = value.as_str().unwrap_or_default();
            match IssuerTime::strict_instant(text) {
                Some(instant) => moments.push(Moment(instant, Some(text.into()))),
                None => self.unreadable.push(name),
            }
        }
        moments
    }

    fn number(&mut self, payload: &Value, name: &'static str) -> Option<Moment<'static>> {
        let value = payload.get(name).filter(|value| !value.is_null())?;
        let instant =
            crate::proof::jwt::number(value).and_then(|seconds| Timestamp::from_second(seconds).ok());
        if instant.is_none() {
            self.unreadable.push(name);
        }
        instant.map(|instant| Moment(instant, None))
    }

    /// Of an Open Badges assertion up to 2.0: also a bare date and a Unix time.
    pub(crate) fn of_assertion(assertion: &Value) -> Period {
        let mut found = Period::default();
        let mut read = |name: &'static str| {
            let value = assertion.get(name).filter(|value| !value.is_null())?;
            let text = match value {
                Value::String(text) => Cow::Borrowed(text.as_str()),
                Value::Number(number) => Cow::Owned(number.to_string()),
                _ => Cow::Borrowed(""),
            };
            if text.is_empty() && value.is_string() {
                // Several platforms write an empty text where there is no end.
                return None;
            }
            let instant = IssuerTime::parse_tolerant(&text).instant;
            match instant {
                None => found.unreadable.push(name),
                Some(_) if IssuerTime::strict_instant(&text).is_none() => found.loose.push(name),
                Some(_) => {}
            }
            Some(Moment(instant?, Some(text)))
        };
        let from = ["issuedOn", "issued_on"].into_iter().find_map(&mut read);
        let until = read("expires");
        found.set(from, until);
        found
    }

    fn set(&mut self, from: Option<Moment<'_>>, until: Option<Moment<'_>>) {
        let text = |moment: &Option<Moment<'_>>| moment.as_ref().map_or_else(String::new, Moment::shown);
        self.written = (text(&from), text(&until));
        self.from = from.map(|moment| moment.0);
        self.until = until.map(|moment| moment.0);
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
        let (from, until) = &self.written;
        for (name, text) in [("since", from), ("until", until)] {
            if !text.is_empty() {
                check = check.with(name, text.clone());
            }
        }
        let over = check.code == codes::VALIDITY_PERIOD_EXPIRED.as_str();
        check = check.with("date", if over { until.clone() } else { from.clone() });
        if self.two_ends {
            check.add_note(codes::VALIDITY_PERIOD_TWO_ENDS.note());
        }
        for member in &self.loose {
            check.add_note(codes::VALIDITY_PERIOD_LOOSE_DATE.note().with("member", *member));
        }
        check
    }
}
