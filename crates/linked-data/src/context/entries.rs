//! The entries of a term definition besides its IRI (JSON-LD 1.1 API §4.2.2, steps 12, 19 to 26).

use strict_json::{Map, Value};

use super::define::Defining;
use super::definition::{Container, Definition, Direction, Name, TypeMapping};
use super::expand_iri::{Against, Expanded};
use crate::error::{Error, Syntax};
use crate::iri::{is_absolute, is_blank};
use crate::keyword::Keyword;

impl Defining<'_, '_> {
    /// Reads all of them into `definition`.
    pub(super) fn rest(
        &mut self,
        term: &str,
        entries: &Map,
        definition: &mut Definition,
    ) -> Result<(), Error> {
        if let Some(of_type) = entries.get("@type") {
            definition.of_type = Some(self.type_mapping(term, of_type)?);
        }
        if let Some(value) = entries.get("@container") {
            let container = container(term, value, definition.reverse)?;
            if container.of_type {
                match definition.of_type.get_or_insert(TypeMapping::Id) {
                    TypeMapping::Id | TypeMapping::Vocab => {}
                    _ => return Err(Syntax::InvalidTypeMapping.of(term)),
                }
            }
            definition.container = container;
        }
        if let Some(index) = entries.get("@index") {
            let index = match index {
                Value::String(index) if definition.container.index && !index.starts_with('@') => index,
                _ => return Err(Syntax::InvalidTermDefinition.of(term)),
            };
            definition.index = Some(index.as_str().into());
        }
        if let Some(context) = entries.get("@context") {
            definition.context = Some(self.scoped(context)?);
        }
        if let Some(language) = entries.get("@language")
            && !entries.contains_key("@type")
        {
            definition.language = Some(match language {
                Value::Null => None,
                Value::String(language) => Some(language.to_lowercase().into()),
                _ => return Err(Syntax::InvalidLanguageMapping.of(term)),
            });
        }
        if let Some(prefix) = entries.get("@prefix") {
            if term.contains([':', '/']) {
                return Err(Syntax::InvalidTermDefinition.of(term));
            }
            let Value::Bool(prefix) = prefix else { return Err(Syntax::InvalidPrefixValue.of(term)) };
            if *prefix && matches!(definition.name, Name::Keyword(_)) {
                return Err(Syntax::InvalidTermDefinition.of(term));
            }
            definition.prefix = *prefix;
        }
        if let Some(direction) = entries.get("@direction")
            && !entries.contains_key("@type")
        {
            definition.direction = Some(match direction {
                Value::Null => None,
                Value::String(text) => {
                    Some(Direction::parse(text).ok_or_else(|| Syntax::InvalidBaseDirection.of(term))?)
                }
                _ => return Err(Syntax::InvalidBaseDirection.of(term)),
            });
        }
        if let Some(nest) = entries.get("@nest") {
            definition.nest = Some(match nest {
                Value::String(nest) if nest == "@nest" || Keyword::parse(nest).is_none() => {
                    nest.as_str().into()
                }
                _ => return Err(Syntax::InvalidNestValue.of(term)),
            });
        }
        Ok(())
    }

    fn type_mapping(&self, term: &str, value: &Value) -> Result<TypeMapping, Error> {
        let Value::String(text) = value else { return Err(Syntax::InvalidTypeMapping.of(term)) };
        match self.parts.expand(text, Against::VOCAB) {
            Expanded::Keyword(Keyword::Id) => Ok(TypeMapping::Id),
            Expanded::Keyword(Keyword::Vocab) => Ok(TypeMapping::Vocab),
            Expanded::Keyword(Keyword::Json) => Ok(TypeMapping::Json),
            Expanded::Keyword(Keyword::None) => Ok(TypeMapping::None),
            Expanded::Text(iri) if is_absolute(&iri) && !is_blank(&iri) => {
                Ok(TypeMapping::Iri((&*iri).into()))
            }
            _ => Err(Syntax::InvalidTypeMapping.of(term)),
        }
    }
}

fn container(term: &str, value: &Value, reverse: bool) -> Result<Container, Error> {
    let invalid = || Syntax::InvalidContainerMapping.of(term);
    let names = match value {
        Value::Array(names) => names.as_slice(),
        Value::String(_) => std::slice::from_ref(value),
        // Null alone means none (as jsonld.js reads it).
        Value::Null => &[],
        _ => return Err(invalid()),
    };
    let mut container = Container::default();
    for name in names {
        let kind = match name.as_str() {
            Some("@list") => &mut container.list,
            Some("@set") => &mut container.set,
            Some("@index") => &mut container.index,
            Some("@language") => &mut container.language,
            Some("@graph") => &mut container.graph,
            Some("@id") => &mut container.id,
            Some("@type") => &mut container.of_type,
            _ => return Err(invalid()),
        };
        *kind = true;
    }
    let Container { list, set, index, language, graph, id, of_type } = container;
    let many = [list, set, index, language, graph, id, of_type].iter().filter(|one| **one).count();
    let fits = if list {
        names.len() == 1
    } else if graph {
        !(language || of_type || id && index)
    } else {
        many <= if set { 2 } else { 1 }
    };
    if !fits {
        return Err(invalid());
    }
    if reverse && (list || language || graph || id || of_type) {
        return Err(Syntax::InvalidReverseProperty.of(term));
    }
    Ok(container)
}
