//! Writes the Rust that is compiled into the crate.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::catalogue::{Language, MEASURE, Part};

/// Sentences of codes are reached by their code (`Words::code`), not by a function of their own.
const BY_CODE: &str = "code-";

/// `impl Words { pub fn MESSAGE(&self, …) -> String … }`
pub(crate) fn functions(languages: &[Language]) -> String {
    let mut functions: BTreeMap<String, String> = BTreeMap::new();
    let measure = languages.iter().find(|language| language.tag == MEASURE);
    for (id, message) in measure.iter().flat_map(|language| &language.messages) {
        if id.starts_with(BY_CODE) {
            continue;
        }
        for (attribute, part) in &message.parts {
            let name = function_name(id, attribute);
            let text =
                function(&name, id, attribute, part, &message.file, &numbers(languages, id, attribute));
            if functions.insert(name.clone(), text).is_some() {
                println!("cargo::error={id}: the function name {name} is taken by another message");
            }
        }
    }
    let bodies = functions.into_values().collect::<String>();
    format!("#[allow(clippy::too_many_arguments)]\nimpl Words {{\n{bodies}}}\n")
}

/// A variable that one language counts with is a number in all of them.
fn numbers(languages: &[Language], id: &str, attribute: &str) -> Vec<String> {
    let mut names: Vec<String> = languages
        .iter()
        .filter_map(|language| language.messages.get(id)?.parts.get(attribute))
        .flat_map(|part| part.variables.iter().filter(|(_, number)| **number).map(|(name, _)| name.clone()))
        .collect();
    names.sort();
    names.dedup();
    names
}

fn function(name: &str, id: &str, attribute: &str, part: &Part, file: &str, numbers: &[String]) -> String {
    let mut text = String::new();
    let doc = part.text.replace('\\', "\\\\").replace('`', "'");
    let _ = writeln!(text, "    /// `{doc}`\n    ///\n    /// ({file}, `{id}`)");
    let parameters: String = part
        .variables
        .keys()
        .map(|variable| {
            let kind = if numbers.contains(variable) { "impl Into<Number>" } else { "&str" };
            format!(", {}: {kind}", rust_name(variable, ""))
        })
        .collect();
    let arguments: String = part
        .variables
        .keys()
        .map(|variable| {
            let rust = rust_name(variable, "");
            let value = if numbers.contains(variable) {
                format!("Value::Number({rust}.into())")
            } else {
                format!("Value::Text({rust})")
            };
            format!("({variable:?}, {value}), ")
        })
        .collect();
    let attribute = if attribute.is_empty() { "None".to_owned() } else { format!("Some({attribute:?})") };
    let _ = writeln!(
        text,
        "    pub fn {name}(&self{parameters}) -> String {{\n        self.say({id:?}, {attribute}, &[{arguments}])\n    }}\n"
    );
    text
}

/// Names that `Words` has of its own.
const TAKEN: &[&str] = &[
    "new",
    "for_reading",
    "for_data",
    "locale",
    "code",
    "has_code",
    "say",
    "find",
    "date",
    "month",
    "day_of",
    "moment",
    "written_date",
    "work",
    "work_short",
    "size",
];

fn function_name(id: &str, attribute: &str) -> String {
    let mut name = rust_name(id, attribute);
    if TAKEN.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

fn rust_name(id: &str, attribute: &str) -> String {
    let mut name = id.to_owned();
    if !attribute.is_empty() {
        name.push('_');
        name.push_str(attribute);
    }
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(if c == '-' { '_' } else { c.to_ascii_lowercase() });
    }
    match snake.as_str() {
        "as" | "break" | "const" | "continue" | "crate" | "else" | "enum" | "extern" | "false" | "fn"
        | "for" | "if" | "impl" | "in" | "let" | "loop" | "match" | "mod" | "move" | "mut" | "pub"
        | "ref" | "return" | "self" | "static" | "struct" | "super" | "trait" | "true" | "type"
        | "unsafe" | "use" | "where" | "while" | "async" | "await" | "dyn" | "abstract" | "become"
        | "box" | "do" | "final" | "gen" | "macro" | "override" | "priv" | "try" | "typeof" | "unsized"
        | "virtual" | "yield" => snake.push('_'),
        _ => {}
    }
    snake
}

/// The catalogues' texts and the numeric variables of the codes.
pub(crate) fn tables(languages: &[Language]) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "/// Language tag and the files of that language.\npub(crate) const CATALOGUES: &[(&str, &[&str])] = &["
    );
    for language in languages {
        let _ = write!(text, "    ({:?}, &[", language.tag);
        for file in &language.files {
            let _ = write!(text, "include_str!({:?}), ", file.display().to_string());
        }
        let _ = writeln!(text, "]),");
    }
    let _ = writeln!(text, "];\n");

    let mut counted: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, message) in languages.iter().flat_map(|language| &language.messages) {
        for attribute in message.parts.keys() {
            counted.entry(id).or_default().extend(numbers(languages, id, attribute));
        }
    }
    let _ = writeln!(
        text,
        "/// Messages that count with a variable, and which; sorted by message.\npub(crate) const COUNTED: &[(&str, &[&str])] = &["
    );
    for (id, mut names) in counted {
        names.sort();
        names.dedup();
        if id.starts_with(BY_CODE) && !names.is_empty() {
            let _ = writeln!(text, "    ({id:?}, &{names:?}),");
        }
    }
    let _ = writeln!(text, "];\n");
    text
}
