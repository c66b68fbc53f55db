//! Entering an object: its contexts, then its keys (JSON-LD 1.1 API §5.1.2, steps 6 to 13.4).

use std::sync::Arc;

use strict_json::{Map, Text, Value};

use super::element::{Element, Entry, Kind, Meaning};
use super::machine::Machine;
use crate::context::{Active, Against, Definition, Direction, Expanded, Manner, Name, TypeMapping};
use crate::error::{Dropped, Error, Syntax};
use crate::iri::is_absolute;
use crate::keyword::Keyword;
use crate::language::is_tag;

/// Objects whose keys are still to be expanded, with their context if it is not that of the outermost.
type Open<'d> = Vec<(&'d Map, Option<Arc<Active>>)>;

impl<'d> Machine<'d, '_> {
    /// Enters an object that stands under a property with `definition`; `from_map` if it stands in an index map.
    pub(super) fn enter(
        &mut self,
        members: &'d Map,
        active: &Arc<Active>,
        definition: Option<&Arc<Definition>>,
        from_map: bool,
    ) -> Result<Element<'d>, Error> {
        let mut active = active.clone();
        // 7: a type's context does not hold for nodes below.
        if let Some(previous) = active.previous()
            && !from_map
            && !members.keys().any(|key| active.stands_for(key, Keyword::Value))
            && !(members.len() == 1 && members.keys().all(|key| active.stands_for(key, Keyword::Id)))
        {
            active = previous.clone();
        }
        // 8
        if let Some(scoped) = definition.and_then(|definition| definition.context.as_ref()) {
            active = self.processor.scoped(&active, scoped, Manner::PROPERTY)?;
        }
        // 9
        if let Some((_, context)) = members.iter().find(|(key, _)| *key == "@context") {
            active = self.processor.local(&active, context)?;
        }
        let types_in = active.clone();
        // 11
        let mut keys = members.iter().filter(|(key, _)| types_in.stands_for(key, Keyword::Type));
        match (keys.next(), keys.next()) {
            (None, _) => {}
            (Some((_, value)), None) => active = self.typed(active, &types_in, value)?,
            (Some(first), Some(second)) => {
                let mut keys: Vec<(&Text, &Value)> = [first, second].into_iter().chain(keys).collect();
                keys.sort_unstable_by_key(|(key, _)| *key);
                for (_, value) in keys {
                    active = self.typed(active, &types_in, value)?;
                }
            }
        }
        let start = self.entries.len();
        let mut element = Element {
            active,
            types_in,
            entries: start..start,
            id: None,
            value: None,
            language: None,
            direction: None,
            index: None,
            list: None,
            set: None,
            types: 0,
            graphs: 0,
            others: 0,
        };
        self.keys(members, &mut element)?;
        element.entries.end = self.entries.len();
        Ok(element)
    }

    /// Applies the contexts of an object's types, in the order of their names.
    pub(super) fn typed(
        &mut self,
        mut active: Arc<Active>,
        types_in: &Arc<Active>,
        value: &Value,
    ) -> Result<Arc<Active>, Error> {
        let mut types: Vec<&str> = match value {
            Value::String(single) => return self.of_one_type(active, types_in, single),
            Value::Array(types) => match types.as_slice() {
                [Value::String(single)] => return self.of_one_type(active, types_in, single),
                types => types.iter().filter_map(Value::as_str).collect(),
            },
            _ => return Ok(active),
        };
        // As JavaScript sorts: by UTF-16 code units.
        if types.iter().all(|name| name.is_ascii()) {
            types.sort_unstable();
        } else {
            types.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
        }
        for name in types {
            active = self.of_one_type(active, types_in, name)?;
        }
        Ok(active)
    }

    fn of_one_type(
        &mut self,
        active: Arc<Active>,
        types_in: &Arc<Active>,
        name: &str,
    ) -> Result<Arc<Active>, Error> {
        match types_in.term(name).and_then(|definition| definition.context.as_ref()) {
            Some(scoped) => self.processor.scoped(&active, scoped, Manner::TYPE),
            None => Ok(active),
        }
    }

    /// Expands the keys, those within `@nest` too.
    fn keys(&mut self, members: &'d Map, element: &mut Element<'d>) -> Result<(), Error> {
        let mut seen = Seen::default();
        let mut open: Open<'d> = vec![(members, None)];
        while let Some((members, nested)) = open.pop() {
            let active = nested.as_ref().unwrap_or(&element.active).clone();
            for (key, value) in members {
                if key == "@context" {
                    continue;
                }
                let meaning = match active.term(key) {
                    Some(definition) if Keyword::parse(key).is_none() => match &definition.name {
                        Name::Keyword(keyword) => Err(*keyword),
                        Name::Iri(_) => Ok(Some(Meaning::Term(definition.clone()))),
                        Name::Null | Name::Relative(_) => Ok(None),
                    },
                    _ => match active.expand(key, Against::VOCAB) {
                        Expanded::Keyword(keyword) => Err(keyword),
                        Expanded::Text(iri) if is_absolute(&iri) => {
                            self.processor.budget.text(Some(&iri))?;
                            Ok(Some(Meaning::Iri(Name::Iri((&*iri).into()))))
                        }
                        Expanded::Text(_) | Expanded::Null => Ok(None),
                    },
                };
                match meaning {
                    Ok(Some(meaning)) => {
                        let json = matches!(
                            meaning.definition().and_then(|definition| definition.of_type.as_ref()),
                            Some(TypeMapping::Json)
                        );
                        if !value.is_null() || json {
                            element.others += 1;
                            self.entries.push(Entry { key, value, meaning, active: nested.clone() });
                        }
                    }
                    Ok(None) if self.strict => return Err(Dropped::Property.of(key.as_str())),
                    Ok(None) => {}
                    Err(Keyword::Nest) => {
                        let scoped = active.term(key).and_then(|definition| definition.context.as_ref());
                        let inside = match scoped {
                            // jsonld.js leaves that context aside, the standard does not.
                            Some(_) if self.strict => {
                                return Err(Error::Unsupported(format!("@nest with a context: {key}")));
                            }
                            Some(scoped) => Some(self.processor.scoped(&active, scoped, Manner::PROPERTY)?),
                            None => nested.clone(),
                        };
                        self.nest(key, value, &active, inside, &mut open)?;
                    }
                    Err(keyword) => {
                        seen.once(keyword, key)?;
                        self.keyword(keyword, key, value, element)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// 13.4.16 and 14: the members of a `@nest` count as those of the object.
    fn nest(
        &mut self,
        key: &str,
        value: &'d Value,
        active: &Arc<Active>,
        inside: Option<Arc<Active>>,
        open: &mut Open<'d>,
    ) -> Result<(), Error> {
        let values = match value {
            Value::Array(values) => values.as_slice(),
            single => std::slice::from_ref(single),
        };
        for value in values {
            match value {
                Value::Object(members)
                    if !members.keys().any(|key| active.stands_for(key, Keyword::Value)) =>
                {
                    open.push((members, inside.clone()));
                }
                _ => return Err(Syntax::InvalidNestValue.of(key)),
            }
        }
        Ok(())
    }

    /// 13.4: a member that is a keyword.
    fn keyword(
        &mut self,
        keyword: Keyword,
        key: &'d str,
        value: &'d Value,
        element: &mut Element<'d>,
    ) -> Result<(), Error> {
        let meaning = match keyword {
            Keyword::Id => {
                element.id = Some(value.as_str().ok_or_else(|| Syntax::InvalidIdValue.of(key))?);
                return Ok(());
            }
            Keyword::Value => {
                element.value = Some(value);
                return Ok(());
            }
            Keyword::Language => {
                match value {
                    Value::Null => {}
                    Value::String(tag) => {
                        if self.strict && !is_tag(tag) {
                            return Err(Dropped::Language.of(tag.as_str()));
                        }
                        element.language = Some(tag);
                    }
                    _ => return Err(Syntax::InvalidLanguageTaggedString.of(key)),
                }
                return Ok(());
            }
            Keyword::Direction => {
                let direction = value.as_str().and_then(Direction::parse);
                element.direction = Some(direction.ok_or_else(|| Syntax::InvalidBaseDirection.of(key))?);
                return Ok(());
            }
            Keyword::Index => {
                element.index = Some(value.as_str().ok_or_else(|| Syntax::InvalidIndexValue.of(key))?);
                return Ok(());
            }
            Keyword::List => {
                element.list = Some(value);
                return Ok(());
            }
            Keyword::Set => {
                element.set = Some(value);
                return Ok(());
            }
            Keyword::Type => {
                element.types += match value {
                    Value::Array(types) if types.iter().all(Value::is_string) => types.len(),
                    Value::String(_) => 1,
                    _ => return Err(Syntax::InvalidTypeValue.of(key)),
                };
                Meaning::Type
            }
            Keyword::Graph => {
                if !value.is_object() && !value.is_array() {
                    return Err(Syntax::InvalidGraphValue.of(key));
                }
                element.graphs += 1;
                Meaning::Graph
            }
            Keyword::Included => {
                element.others += 1;
                Meaning::Included
            }
            Keyword::Reverse => {
                if !value.is_object() {
                    return Err(Syntax::InvalidReverseValue.of(key));
                }
                element.others += 1;
                Meaning::Reverse
            }
            // Keywords that mean nothing here.
            _ if self.strict => return Err(Dropped::Property.of(key)),
            _ => return Ok(()),
        };
        self.entries.push(Entry { key, value, meaning, active: None });
        Ok(())
    }

    /// 15 to 19: what the object is.
    pub(super) fn kind(&self, element: &Element<'d>) -> Result<Kind<'d>, Error> {
        if let Some(value) = element.value {
            let alone = element.id.is_none()
                && element.list.is_none()
                && element.set.is_none()
                && element.graphs == 0
                && element.others == 0;
            let tagged = element.language.is_some() || element.direction.is_some();
            return if alone && !(tagged && element.types > 0) {
                Ok(Kind::Literal(value))
            } else {
                Err(Syntax::InvalidValueObject.of("@value"))
            };
        }
        let tagged = element.language.is_some() || element.direction.is_some();
        let kind = match (element.list, element.set) {
            (None, None) if tagged => {
                let only = element.is_bare() && element.id.is_none() && element.direction.is_none();
                if self.strict {
                    // On a node it says nothing, and no statement holds it.
                    return Err(Dropped::OnlyLanguage.of(element.language.unwrap_or("@direction")));
                }
                return Ok(if only { Kind::OnlyLanguage } else { Kind::Node });
            }
            (None, None) => return Ok(Kind::Node),
            (Some(list), None) => Kind::List(list),
            (None, Some(set)) => Kind::Set(set),
            (Some(_), Some(_)) => return Err(Syntax::InvalidSetOrListObject.of("@list")),
        };
        if element.says_nothing() && element.id.is_none() && !tagged {
            Ok(kind)
        } else {
            Err(Syntax::InvalidSetOrListObject.of("@list"))
        }
    }
}

/// Keywords that an object has had.
#[derive(Default)]
struct Seen(u32);

impl Seen {
    /// 13.4.2: each but once, whatever it is called.
    fn once(&mut self, keyword: Keyword, key: &str) -> Result<(), Error> {
        let bit = 1u32 << (keyword as u32);
        if self.0 & bit != 0 && !matches!(keyword, Keyword::Type | Keyword::Included) {
            return Err(Syntax::CollidingKeywords.of(key));
        }
        self.0 |= bit;
        Ok(())
    }
}
