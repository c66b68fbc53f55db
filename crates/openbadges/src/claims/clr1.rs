//! Comprehensive Learner Record 1.0: recognised with its name, publisher and date.

use strict_json::{Value, first};

use super::text::{Reader, address};
use super::{Claims, Issuer};
use crate::IssuerTime;

const NOTHING: Value = Value::Null;

impl Claims {
    /// The claims of a CLR 1.0 as a whole; what it lists is not taken apart here.
    pub fn from_clr1(record: &Value) -> Claims {
        let reader = Reader { language: None };
        let publisher = first(record.get("publisher")).unwrap_or(&NOTHING);
        let learner = first(record.get("learner")).unwrap_or(&NOTHING);
        Claims {
            id: address(Some(record)),
            name: reader.of(record, "name"),
            issuer: Issuer {
                id: address(Some(publisher)),
                name: reader.of(publisher, "name"),
                url: reader.of(publisher, "url"),
                image: address(publisher.get("image")),
            },
            valid_from: reader.of(record, "issuedOn").map(|text| IssuerTime::parse_tolerant(&text)),
            recipient_name: reader.of(learner, "name"),
            ..Claims::default()
        }
    }
}
