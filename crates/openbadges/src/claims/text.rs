//! Reading texts, addresses and lists out of strangers' JSON.

use strict_json::{Value, each, first};

use crate::limits;

/// A text without control characters (except line breaks and tabs), and no longer than [`limits::TEXT`]: what may be
/// shown.
pub fn plain(text: &str) -> String {
    let text = text.trim();
    // Nearly all texts are so: no byte of a control character (C0, or the lead byte of C1), and short.
    let control = |found, byte| found | (byte < 0x20) | (byte == 0x7F) | (byte == 0xC2);
    if text.len() <= limits::TEXT && !text.bytes().fold(false, control) {
        return text.to_owned();
    }
    let mut shown = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    let mut plain: String = shown.by_ref().take(limits::TEXT).collect();
    if shown.next().is_some() {
        plain.push('…');
    }
    plain.trim().to_owned()
}

/// Reads texts in the language the credential names as its own.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) language: Option<&'a str>,
}

impl Reader<'_> {
    /// A string, a language map, `{"@value": …}`, or the first of a list of those. Empty ones are none.
    pub(super) fn text(&self, value: Option<&Value>) -> Option<String> {
        self.text_within(value?, 4)
    }

    fn text_within(&self, value: &Value, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        match value {
            Value::String(text) => Some(plain(text)).filter(|text| !text.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Array(items) => {
                let own = items.iter().find(|item| {
                    let tag = item.get("@language").and_then(Value::as_str);
                    tag.is_some() && tag == self.language
                });
                own.into_iter().chain(items).find_map(|item| self.text_within(item, depth))
            }
            Value::Object(map) => {
                if let Some(value) = map.get("@value") {
                    return self.text_within(value, depth);
                }
                // A language map: every member a language tag.
                let tag = |name: &str| {
                    name == "@none"
                        || (name.len() >= 2
                            && name.split('-').next().is_some_and(|head| (2..=3).contains(&head.len()))
                            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
                };
                if map.is_empty() || !map.keys().all(|name| tag(name)) {
                    return None;
                }
                let own = self.language.and_then(|language| map.get(language));
                own.into_iter().chain(map.values()).find_map(|value| self.text_within(value, depth))
            }
            _ => None,
        }
    }

    /// The member of an object as a text.
    pub(super) fn of(&self, object: &Value, name: &str) -> Option<String> {
        self.text(object.get(name))
    }

    /// A list of texts, or one.
    pub(super) fn texts(&self, value: Option<&Value>) -> Vec<String> {
        each(value).filter_map(|item| self.text(Some(item))).collect()
    }
}

/// An address: a string, or the `id` of an object.
pub(super) fn address(value: Option<&Value>) -> Option<String> {
    let value = first(value)?;
    let text = value.as_str().or_else(|| ["id", "@id"].iter().find_map(|name| value.get(name)?.as_str()))?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether `type` (or `@type`) names this type.
pub(crate) fn has_type(value: &Value, wanted: &str) -> bool {
    ["type", "@type"].iter().any(|name| each(value.get(name)).any(|item| item.as_str() == Some(wanted)))
}

/// A non-negative number, also written as a string, rounded.
pub(super) fn count(value: Option<&Value>) -> Option<f64> {
    let value = value?;
    let number = value.as_f64().or_else(|| value.as_str()?.trim().replace(',', ".").parse().ok())?;
    (number.is_finite() && (0.0..1e9).contains(&number)).then_some(number)
}

/// Minutes of an ISO 8601 duration of weeks, days, hours, minutes and seconds.
///
/// Days and weeks of *work* have no agreed length, so a duration that names them is not turned into minutes.
pub(super) fn duration_minutes(text: &str) -> Option<u64> {
    let time = text.trim().strip_prefix("PT")?;
    let mut minutes = 0.0;
    let mut digits = String::new();
    for c in time.chars() {
        if c.is_ascii_digit() || c == '.' {
            digits.push(c);
            continue;
        }
        let number: f64 = digits.parse().ok()?;
        digits.clear();
        minutes += match c {
            'H' => number * 60.0,
            'M' => number,
            'S' => number / 60.0,
            _ => return None,
        };
    }
    (digits.is_empty() && (0.0..1e9).contains(&minutes)).then(|| minutes.round() as u64)
}
