//! Search: what is typed becomes a question to the index; names become keys to sort by.

use rusqlite::{Transaction, params};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Error;

/// More words than this nobody types; the rest is not looked for.
const MOST_WORDS: usize = 32;

/// What FTS5 is asked: every word must be there, each may be a beginning. Quoted, so that nothing typed is
/// taken for an operator. `None` where nothing was typed that could be found.
pub(crate) fn question(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split(|symbol: char| symbol.is_whitespace() || symbol.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// What names are sorted by: lower case, without diacritics, so that Ärzte stands with A.
pub(crate) fn sort_key(name: &str) -> String {
    name.trim().nfkd().filter(|symbol| !is_combining_mark(*symbol)).flat_map(char::to_lowercase).collect()
}

/// Replaces the words of a badge in the index.
pub(super) fn index(
    tx: &Transaction<'_>,
    badge: i64,
    name: &str,
    issuer: &str,
    text: &str,
) -> Result<(), Error> {
    forget(tx, badge)?;
    tx.prepare_cached("INSERT INTO words(rowid, name, issuer, text) VALUES(?1, ?2, ?3, ?4)")?
        .execute(params![badge, name, issuer, text])?;
    Ok(())
}

/// Takes a badge's words out of the index.
pub(super) fn forget(tx: &Transaction<'_>, badge: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([badge])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions() {
        assert_eq!(question("holz  Werk").as_deref(), Some("\"holz\"* AND \"Werk\"*"));
        assert_eq!(question("a\"b OR *").as_deref(), Some("\"a\"\"b\"* AND \"OR\"*"));
        assert_eq!(question(" - \" * "), None);
        assert_eq!(question(&"a ".repeat(100)).unwrap().matches('*').count(), MOST_WORDS);
    }

    #[test]
    fn sort_keys() {
        assert_eq!(sort_key(" Ärzte"), "arzte");
        assert_eq!(sort_key("Éa"), sort_key("E\u{301}A"));
    }
}
