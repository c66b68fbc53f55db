//! Reads the Fluent files of every language into what the checks and the generator need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::serializer;

/// The language every other one is measured by.
pub(crate) const MEASURE: &str = "en";

/// One language: all its files taken together.
pub(crate) struct Language {
    pub(crate) tag: String,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) messages: BTreeMap<String, Message>,
    /// Names of terms (`-name`).
    pub(crate) terms: BTreeSet<String>,
    /// What is wrong inside this language alone.
    pub(crate) findings: Vec<String>,
}

/// One message with its attributes; the key of the value itself is the empty string.
pub(crate) struct Message {
    pub(crate) file: String,
    pub(crate) parts: BTreeMap<String, Part>,
}

/// A value or an attribute.
#[derive(Default)]
pub(crate) struct Part {
    /// The sentence as written, for the documentation of the function.
    pub(crate) text: String,
    /// Variables and whether each is used as a number.
    pub(crate) variables: BTreeMap<String, bool>,
    /// Messages and terms it refers to (`name`, `name.attribute`, `-term`).
    pub(crate) references: BTreeSet<String>,
}

/// All languages below `folder`, in the order of their names.
pub(crate) fn read_all(folder: &Path) -> io::Result<Vec<Language>> {
    let mut tags = names(folder)?;
    tags.retain(|path| path.is_dir());
    tags.iter().map(|path| read(path)).collect()
}

fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn read(folder: &Path) -> io::Result<Language> {
    let mut language = Language {
        tag: file_name(folder),
        files: Vec::new(),
        messages: BTreeMap::new(),
        terms: BTreeSet::new(),
        findings: Vec::new(),
    };
    for path in names(folder)? {
        if path.extension().is_some_and(|e| e == "ftl") {
            let text = fs::read_to_string(&path)?;
            language.add(&file_name(&path), &text);
            language.files.push(fs::canonicalize(path)?);
        }
    }
    Ok(language)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Language {
    /// Takes one file in. A part that cannot be read is a finding; the rest counts.
    pub(crate) fn add(&mut self, file: &str, text: &str) {
        let at = format!("{}/{file}", self.tag);
        let resource = match parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line =
                        text.as_bytes().iter().take(error.pos.start).filter(|b| **b == b'\n').count() + 1;
                    self.findings.push(format!("{at}:{line}: {}", error.kind));
                }
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    let mut parts = BTreeMap::new();
                    if let Some(value) = &message.value {
                        parts.insert(String::new(), Part::of(value));
                    }
                    for attribute in &message.attributes {
                        parts.insert(attribute.id.name.to_owned(), Part::of(&attribute.value));
                    }
                    // As in Fluent, the first one counts.
                    if let Some(known) = self.messages.get(&id) {
                        let other = format!("{}/{}", self.tag, known.file);
                        self.findings.push(format!("{at}: {id} stands twice (also in {other})"));
                    } else {
                        self.messages.insert(id, Message { file: file.to_owned(), parts });
                    }
                }
                Entry::Term(term) => {
                    let new = self.terms.insert(term.id.name.to_owned());
                    if !new {
                        self.findings.push(format!("{at}: -{} stands twice", term.id.name));
                    }
                }
                _ => {}
            }
        }
    }
}

impl Part {
    fn of(pattern: &Pattern<&str>) -> Part {
        let mut part = Part { text: written(pattern), ..Part::default() };
        part.pattern(pattern);
        part
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, false),
            Expression::Select { selector, variants } => {
                let counted = variants.iter().any(|variant| match variant.key {
                    VariantKey::NumberLiteral { .. } => true,
                    VariantKey::Identifier { name } => {
                        matches!(name, "zero" | "one" | "two" | "few" | "many")
                    }
                });
                self.inline(selector, counted);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, number: bool) {
        match inline {
            InlineExpression::VariableReference { id } => {
                *self.variables.entry(id.name.to_owned()).or_default() |= number;
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.call(arguments, id.name == "NUMBER")
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|a| format!(".{}", a.name)).unwrap_or_default();
                self.references.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.call(arguments, false);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &CallArguments<&str>, number: bool) {
        for argument in &arguments.positional {
            self.inline(argument, number);
        }
    }
}

/// The pattern as its author wrote it, on one line.
fn written(pattern: &Pattern<&str>) -> String {
    use fluent_syntax::ast::{Identifier, Message, Resource};
    let message = Message {
        id: Identifier { name: "x" },
        value: Some(pattern.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    let text = text.strip_prefix("x =").unwrap_or(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
