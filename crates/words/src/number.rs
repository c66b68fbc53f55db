//! Numbers inside sentences, written as the language writes them.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::Locale;

/// A number that a sentence counts with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(pub(crate) f64);

macro_rules! from {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Number {
            fn from(value: $kind) -> Number { Number(value as f64) }
        }
    )*};
}
from!(u8, u16, u32, u64, usize, i8, i16, i32, i64, f32, f64);

impl Number {
    /// The number a text is, if it is nothing but a plain number (`12`, `1.5`, `-3`).
    pub(crate) fn read(text: &str) -> Option<Number> {
        let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
        if plain { text.parse().ok().filter(|n: &f64| n.is_finite()).map(Number) } else { None }
    }
}

/// Fluent's own numbers know no separators: this gives them those of the language.
pub(crate) fn written(number: &FluentNumber, locale: Locale) -> String {
    let plain = match number.options.minimum_fraction_digits {
        Some(digits) => format!("{:.digits$}", number.value, digits = digits.min(6)),
        None => number.as_string().into_owned(),
    };
    let (thousands, decimal) = match locale {
        Locale::En => (',', '.'),
        Locale::De => ('.', ','),
    };
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", plain.as_str()),
    };
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        // Four figures stand as they are (1500), five and more are grouped.
        if at > 0 && left.is_multiple_of(3) && whole.len() > 4 && number.options.use_grouping {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

impl From<Number> for FluentValue<'_> {
    fn from(number: Number) -> Self {
        FluentValue::from(number.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(value: f64, locale: Locale) -> String {
        written(&FluentNumber::from(value), locale)
    }

    #[test]
    fn separators_are_those_of_the_language() {
        assert_eq!(say(1500.0, Locale::En), "1500");
        assert_eq!(say(12_345.5, Locale::En), "12,345.5");
        assert_eq!(say(12_345.5, Locale::De), "12.345,5");
        assert_eq!(say(-1_000_000.0, Locale::De), "\u{2212}1.000.000");
        assert_eq!(say(0.0, Locale::De), "0");
    }

    #[test]
    fn only_plain_numbers_count() {
        assert_eq!(Number::read("12"), Some(Number(12.0)));
        for text in ["", "12 h", "1e9", "inf", "NaN", "--", "0x10"] {
            assert_eq!(Number::read(text), None, "{text:?}");
        }
    }
}
