//! Numbers as text (JSON-LD 1.1 API §8.6, Data Round Tripping), as the JavaScript implementations write them.

use std::borrow::Cow;

use strict_json::Number;

use super::literal::{XSD_DOUBLE, XSD_INTEGER};
use crate::error::Error;

/// The text of a number and the datatype that it has by itself (`xsd:integer` or `xsd:double`).
///
/// Every JSON number is a double here, as it is in JavaScript: an integer beyond 2⁵³ is the nearest double's.
pub(super) fn canonical(
    number: &Number,
    datatype: Option<&str>,
    strict: bool,
) -> Result<(String, &'static str), Error> {
    let value = number.as_f64().ok_or_else(|| Error::Unsupported(format!("number {number}")))?;
    let short = format!("{value:e}");
    // jsonld.js takes 1e-7 for an integer, since JavaScript writes it without a point, and signs "0"; the standard
    // takes it for a double. Whichever we choose, somebody's signature would cover another value than is shown.
    let tiny = value != 0.0 && value.abs() < 1e-6 && !short.contains('.');
    if tiny && strict {
        return Err(Error::Unsupported(format!("number {number}")));
    }
    let double = value.fract() != 0.0 || value.abs() >= 1e21;
    if double || datatype == Some(XSD_DOUBLE) {
        return Ok((exponential(value), XSD_DOUBLE));
    }
    // No sign before zero.
    let value = if value == 0.0 { 0.0 } else { value };
    Ok((format!("{value:.0}"), XSD_INTEGER))
}

/// A text that is typed as a double. jsonld.js rewrites it, the standard does not; both agree on the canonical form.
pub(super) fn double_text(text: &str, strict: bool) -> Result<Cow<'_, str>, Error> {
    if !strict {
        return Ok(text.into());
    }
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    match text.parse::<f64>() {
        Ok(value) if plain && value.is_finite() => Ok(exponential(value).into()),
        _ => Err(Error::Unsupported(format!("xsd:double {text}"))),
    }
}

/// The canonical form of a double: up to 15 digits after the point, at least one, and the exponent.
fn exponential(value: f64) -> String {
    let text = rounded(value);
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    format!("{whole}.{fraction}E{exponent}")
}

/// JavaScript's `toExponential(15)`: of two nearest numbers it takes the greater, where Rust takes the even one.
fn rounded(value: f64) -> String {
    let value = if value == 0.0 { 0.0 } else { value };
    let rounded = format!("{value:.15e}");
    // A tie has a 5 after the sixteenth digit and nothing after it. Most numbers have another digit there.
    if !format!("{value:.16e}").split('e').next().is_some_and(|digits| digits.ends_with('5')) {
        return rounded;
    }
    let exact = format!("{:.60e}", value.abs());
    let tie = exact.split_once('e').and_then(|(digits, _)| digits.get(17..)).is_some_and(|rest| {
        rest.starts_with('5') && rest.get(1..).is_some_and(|rest| rest.bytes().all(|b| b == b'0'))
    });
    if !tie {
        return rounded;
    }
    // The next greater double by far less than a digit rounds up.
    let up = f64::from_bits(value.abs().to_bits() + 1);
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{up:.15e}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> (String, String) {
        let (text, datatype) = canonical(&serde_json::from_str(text).unwrap(), None, false).unwrap();
        (text, datatype.to_owned())
    }

    /// Each as jsonld.js 9.0.0 writes it.
    #[test]
    fn as_javascript_writes_them() {
        for (number, text, datatype) in [
            ("0", "0", "integer"),
            ("-0.0", "0", "integer"),
            ("10.0", "10", "integer"),
            ("-7", "-7", "integer"),
            ("1.5", "1.5E0", "double"),
            ("-1.5", "-1.5E0", "double"),
            ("0.1", "1.0E-1", "double"),
            ("5.3e0", "5.3E0", "double"),
            ("1e21", "1.0E21", "double"),
            ("123456789012345678901", "123456789012345683968", "integer"),
            ("9007199254740993", "9007199254740992", "integer"),
            ("3.141592653589793", "3.141592653589793E0", "double"),
            ("0.30000000000000004", "3.0E-1", "double"),
            ("1125899906842624.5", "1.125899906842625E15", "double"),
            ("1.5e-7", "1.5E-7", "double"),
        ] {
            assert_eq!(
                own(number),
                (text.to_owned(), format!("http://www.w3.org/2001/XMLSchema#{datatype}")),
                "{number}"
            );
        }
    }

    #[test]
    fn typed_as_a_double() {
        let typed =
            |text: &str| canonical(&serde_json::from_str(text).unwrap(), Some(XSD_DOUBLE), true).unwrap().0;
        assert_eq!(typed("3"), "3.0E0");
        assert_eq!(double_text("5", true).unwrap(), "5.0E0");
        assert_eq!(double_text("5", false).unwrap(), "5");
        assert!(double_text("5 apples", true).is_err());
    }

    #[test]
    fn what_nobody_agrees_on_is_refused_in_signed_data() {
        let tiny: Number = serde_json::from_str("1e-7").unwrap();
        assert!(canonical(&tiny, None, true).is_err());
        assert_eq!(canonical(&tiny, None, false).unwrap().0, "1.0E-7");
    }
}
