//! How much the page may say to the shell in one command. Larger things are chosen in the shell's own dialogs, and read
//! from the disk piece by piece.

use serde_json::Value;

/// Commands that carry files, or a text as long as one.
const FILES: &[&str] = &["add_files", "add_text", "add_evidence_file", "review_file"];

/// The text of one of those, in bytes: 96 MiB of files in Base64.
const MOST_WITH_FILES: usize = 128 * 1024 * 1024;

/// The text of any other: a title, a note, a list of badges.
const MOST: usize = 4 * 1024 * 1024;

/// Whether a command says more than is taken.
pub(crate) fn too_much(command: &str, arguments: &Value) -> bool {
    let most = if FILES.contains(&command) { MOST_WITH_FILES } else { MOST };
    weight(arguments) > most
}

/// How much text there is in a value, names of members included. Each value counts for something, too: a list of a
/// million nothings is large.
fn weight(value: &Value) -> usize {
    let mut sum = 0_usize;
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        sum = sum.saturating_add(8);
        match value {
            Value::String(text) => sum = sum.saturating_add(text.len()),
            Value::Array(values) => left.extend(values),
            Value::Object(members) => {
                sum = members.keys().fold(sum, |sum, name| sum.saturating_add(name.len()));
                left.extend(members.values());
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// ATTACKS.md, ipc-huge-argument.
    #[test]
    fn what_is_too_large_for_a_command_is_refused_before_it_runs() {
        let text = "a".repeat(MOST);
        assert!(too_much("create_stack", &json!({ "title": text, "description": "" })));
        assert!(too_much("keep", &json!({ "ids": vec!["abcdefgh"; 1_000_000] })));
        assert!(too_much("keep", &json!({ "ids": vec![Value::Null; 1_000_000] })));
        assert!(too_much("no_such_command", &json!({ text.as_str(): 1 })));
        assert!(!too_much("add_text", &json!({ "text": text })), "a mail may be as long");
        assert!(!too_much("create_stack", &json!({ "title": "For my club", "description": "" })));
        assert!(!too_much("keep", &json!({ "ids": vec!["z63lnxt5ucy6jfhv"; 10_000] })), "a full inbox");
    }
}
