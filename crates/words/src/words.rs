//! The speaker: one language, with or without isolation marks.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::bundle::{Bundle, bundle};
use crate::catalogues::COUNTED;
use crate::{Locale, Number, Sentence, visible_line};

/// Says everything in one language. Small and `Copy`: pass it around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    locale: Locale,
    isolating: bool,
}

/// An argument of a sentence.
pub(crate) enum Value<'a> {
    Text(&'a str),
    Number(Number),
}

impl Words {
    /// Speaks this language to people: see [`Words::for_reading`].
    pub const fn new(locale: Locale) -> Words {
        Words { locale, isolating: true }
    }

    /// For people: Fluent's isolation marks around arguments keep a right-to-left name from turning the sentence,
    /// and what hides in an argument (control characters, marks of direction) is made visible.
    pub const fn for_reading(self) -> Words {
        Words { isolating: true, ..self }
    }

    /// For JSON, CSV and places that isolate by other means (`dir="auto"`): no marks, arguments as they are.
    pub const fn for_data(self) -> Words {
        Words { isolating: false, ..self }
    }

    /// The language.
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The words of a code such as `proof.ok` (message `code-proof-ok`, next step in its attribute `.next`).
    ///
    /// An argument named `date`, `since`, `until` or `when` that is a day or an instant (ISO 8601) is said as a day in
    /// the language; one that the sentence counts with is said as a number.
    ///
    /// A code without words of its own says so, with the code: an old reader may meet a code of a newer report.
    pub fn code(&self, code: &str, args: &BTreeMap<String, String>) -> Sentence {
        let id = message_id(code);
        let counted = COUNTED.binary_search_by(|(message, _)| (*message).cmp(id.as_str()));
        let counted =
            counted.ok().and_then(|at| COUNTED.get(at)).map(|(_, names)| *names).unwrap_or_default();
        let days: BTreeMap<&str, String> = args
            .iter()
            .filter(|(name, _)| matches!(name.as_str(), "date" | "since" | "until" | "when"))
            .map(|(name, text)| (name.as_str(), self.written_date(text, None)))
            .collect();
        let values: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, text)| (name, days.get(name.as_str()).unwrap_or(text)))
            .map(|(name, text)| match Number::read(text).filter(|_| counted.contains(&name.as_str())) {
                Some(number) => (name.as_str(), Value::Number(number)),
                None => (name.as_str(), Value::Text(text)),
            })
            .collect();
        match self.find(&id, None, &values) {
            Some(message) => Sentence { message, next: self.find(&id, Some("next"), &values) },
            None => Sentence { message: self.words_unknown_code(code), next: None },
        }
    }

    /// Whether every language has words for this code.
    pub fn has_code(code: &str) -> bool {
        let id = message_id(code);
        Locale::ALL.into_iter().all(|locale| {
            bundle(locale, false).get_message(&id).is_some_and(|message| message.value().is_some())
        })
    }

    /// A message by its id. What a language lacks is said in English; what English lacks shows as its id.
    pub(crate) fn say(&self, id: &str, attribute: Option<&str>, values: &[(&str, Value<'_>)]) -> String {
        self.find(id, attribute, values).unwrap_or_else(|| id.to_owned())
    }

    fn find(&self, id: &str, attribute: Option<&str>, values: &[(&str, Value<'_>)]) -> Option<String> {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(
                (*name).to_owned(),
                match value {
                    Value::Text(text) if self.isolating => FluentValue::String(visible_line(text)),
                    Value::Text(text) => FluentValue::String(Cow::Borrowed(*text)),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        format(bundle(self.locale, self.isolating), id, attribute, &args)
            .or_else(|| format(bundle(Locale::En, self.isolating), id, attribute, &args))
    }
}

fn format(bundle: &Bundle, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    // An argument that is missing shows as {$name}: said as well as can be, and caught by the owner's tests.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn message_id(code: &str) -> String {
    format!("code-{}", code.replace(['.', '_'], "-"))
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
