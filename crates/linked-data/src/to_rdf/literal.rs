//! Literals (JSON-LD 1.1 API §8.2.2, Object to RDF Conversion).

use std::borrow::Cow;

use strict_json::Value;

use super::RdfDirection;
use super::element::{Element, Meaning};
use super::machine::{Machine, RDF};
use super::number;
use super::slot::Graph;
use super::values::as_slice;
use crate::context::Direction;
use crate::error::{Dropped, Error, Syntax};
use crate::language::is_tag;
use crate::rdf::{RDF_LANG_STRING, TermId, XSD_STRING};

pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
pub(super) const XSD_BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
pub(super) const XSD_DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
pub(super) const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";

/// What a literal is made of.
pub(super) struct Literal<'a> {
    pub(super) value: &'a Value,
    pub(super) datatype: Option<&'a str>,
    pub(super) language: Option<&'a str>,
    pub(super) direction: Option<Direction>,
}

impl<'d> Machine<'d, '_> {
    /// The literal that an object with `@value` is (§5.1.2, step 15); nothing if its value is null.
    pub(super) fn literal_of(
        &mut self,
        element: &Element<'d>,
        value: &'d Value,
    ) -> Result<Option<TermId>, Error> {
        let mut datatype = None;
        let mut json = false;
        if element.types > 0 {
            let written: Vec<&'d str> = self
                .entries
                .get(element.entries.clone())
                .unwrap_or_default()
                .iter()
                .filter(|entry| matches!(entry.meaning, Meaning::Type))
                .flat_map(|entry| as_slice(entry.value))
                .filter_map(Value::as_str)
                .collect();
            let [text] = written.as_slice() else {
                return Err(Syntax::InvalidTypedValue.of(written.join(", ")));
            };
            match self.datatype(&element.types_in, text)? {
                None => json = true,
                Some(iri) => datatype = Some(iri),
            }
        }
        match value {
            value if json => self.json(value).map(Some),
            Value::Null if self.strict => Err(Dropped::NullValue.of("@value")),
            Value::Null => Ok(None),
            Value::Array(_) | Value::Object(_) => Err(Syntax::InvalidValueObjectValue.of("@value")),
            value if element.language.is_some() && !value.is_string() => {
                Err(Syntax::InvalidLanguageTaggedValue.of("@value"))
            }
            value => {
                let literal = Literal {
                    value,
                    datatype: datatype.as_deref(),
                    language: element.language,
                    direction: element.direction,
                };
                self.literal(&literal)
            }
        }
    }

    /// A JSON literal: its canonical form (RFC 8785).
    pub(super) fn json(&mut self, value: &Value) -> Result<TermId, Error> {
        self.processor.budget.value(value)?;
        let text = serde_json_canonicalizer::to_string(value)
            .map_err(|error| Error::Unsupported(format!("JSON literal: {error}")))?;
        Ok(self.dataset.literal(&text, "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON", None))
    }

    /// The term for a literal; nothing where its language is none (§8.2.2, step 6).
    pub(super) fn literal(&mut self, literal: &Literal<'_>) -> Result<Option<TermId>, Error> {
        let (text, native): (Cow<'_, str>, &str) = match literal.value {
            Value::Bool(value) => (if *value { "true" } else { "false" }.into(), XSD_BOOLEAN),
            Value::Number(value) => {
                let (text, native) = number::canonical(value, literal.datatype, self.strict)?;
                (text.into(), native)
            }
            Value::String(text) => match literal.datatype.and_then(|datatype| datatype.strip_prefix(XSD)) {
                Some("double") => (number::double_text(text, self.strict)?, XSD_STRING),
                _ => (text.as_str().into(), XSD_STRING),
            },
            other => return Err(Error::Unsupported(format!("literal {other}"))),
        };
        if let Some(datatype) = literal.datatype {
            return Ok(Some(self.dataset.literal(&text, datatype, None)));
        }
        if literal.language.is_some_and(|language| !is_tag(language)) {
            return match literal.language {
                Some(language) if self.strict => Err(Dropped::Language.of(language)),
                _ => Ok(None),
            };
        }
        // In small letters, as the implementations that issuers sign with write it.
        let language = literal.language.map(|language| {
            if language.bytes().any(|b| b.is_ascii_uppercase()) || !language.is_ascii() {
                Cow::Owned(language.to_lowercase())
            } else {
                Cow::Borrowed(language)
            }
        });
        let language = language.as_deref();
        let direction = if literal.value.is_string() { self.direction(literal.direction)? } else { None };
        let term = match (direction, self.direction) {
            (Some(direction), RdfDirection::I18nDatatype) => {
                let datatype = format!(
                    "https://www.w3.org/ns/i18n#{}_{}",
                    language.unwrap_or_default(),
                    direction.name()
                );
                self.dataset.literal(&text, &datatype, None)
            }
            (Some(direction), RdfDirection::CompoundLiteral) => self.compound(&text, language, direction)?,
            _ if language.is_some() => self.dataset.literal(&text, RDF_LANG_STRING, language),
            _ => self.dataset.literal(&text, native, None),
        };
        Ok(Some(term))
    }

    /// §8.2.2, step 13.2: a node that holds text, language and direction.
    fn compound(
        &mut self,
        text: &str,
        language: Option<&str>,
        direction: Direction,
    ) -> Result<TermId, Error> {
        let node = self.dataset.fresh();
        let mut parts = vec![("value", text), ("direction", direction.name())];
        parts.extend(language.map(|language| ("language", language)));
        for (property, value) in parts {
            let property = self.dataset.iri(&format!("{RDF}{property}"));
            let value = self.dataset.literal(value, XSD_STRING, None);
            // Only the tests ask for this form, and only outside of graphs.
            self.state(Some(node), Some(property), Some(value), Graph::Default)?;
        }
        Ok(node)
    }
}
