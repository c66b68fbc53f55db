//! Value expansion (JSON-LD 1.1 API §5.3): a bare text, number or boolean under a property.

use strict_json::Value;

use super::literal::Literal;
use super::machine::Machine;
use super::values::Scope;
use crate::context::{Manner, TypeMapping};
use crate::error::Error;
use crate::rdf::TermId;

impl<'d> Machine<'d, '_> {
    /// The term for a scalar, and whether it is a node; nothing where it names no absolute IRI.
    pub(super) fn scalar(
        &mut self,
        value: &Value,
        scope: &Scope<'d>,
    ) -> Result<(Option<TermId>, bool), Error> {
        let mut scope = scope;
        let under;
        // §5.1.2, step 4.2.
        if let Some(scoped) = scope.definition.as_ref().and_then(|definition| definition.context.as_ref()) {
            let active = self.processor.scoped(&scope.active, scoped, Manner::PROPERTY)?;
            under = scope.under(&active);
            scope = &under;
        }
        let definition = scope.definition.as_deref();
        match (definition.and_then(|definition| definition.of_type.as_ref()), value) {
            (Some(TypeMapping::Id), Value::String(text)) => {
                Ok((self.name(&scope.active, text, false)?, true))
            }
            (Some(TypeMapping::Vocab), Value::String(text)) => {
                Ok((self.name(&scope.active, text, true)?, true))
            }
            (Some(TypeMapping::Json), value) => Ok((Some(self.json(value)?), false)),
            (Some(TypeMapping::Iri(datatype)), value) => {
                let literal = Literal { value, datatype: Some(datatype), language: None, direction: None };
                Ok((self.literal(&literal)?, false))
            }
            (_, Value::String(_)) => {
                let language = match definition.and_then(|definition| definition.language.as_ref()) {
                    Some(language) => language.as_deref(),
                    None => scope.active.language().map(|language| &**language),
                };
                let direction = match definition.and_then(|definition| definition.direction) {
                    Some(direction) => direction,
                    None => scope.active.direction(),
                };
                let literal = Literal { value, datatype: None, language, direction };
                Ok((self.literal(&literal)?, false))
            }
            (_, value) => {
                let literal = Literal { value, datatype: None, language: None, direction: None };
                Ok((self.literal(&literal)?, false))
            }
        }
    }
}
