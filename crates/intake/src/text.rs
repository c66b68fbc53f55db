//! Badges and links inside running text.

use openbadges::{Container, Credential, Jws, ReadError, limits};

use crate::envelope;
use crate::look::{Part, Scanner, join};

/// Attempts to read JSON out of one text; each costs a walk through it.
const ATTEMPTS: usize = 20;

/// Takes badges and links out of a text. `path` is where it stands.
pub(crate) fn body(scanner: &mut Scanner, text: &str, part: &Part<'_>, path: &str) {
    inline(scanner, text, path);
    scanner.link_text(text, path);
    let _ = part;
}

/// Takes badges out of a text: compact JWS among its words, JSON objects among its lines.
pub(crate) fn inline(scanner: &mut Scanner, text: &str, path: &str) {
    for word in
        text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '(' | ')' | ',' | ';'))
    {
        if word.len() > 100 && Jws::looks_like(word) {
            add(scanner, word.as_bytes(), path);
        }
    }
    let mut rest = text;
    for _ in 0..ATTEMPTS {
        let Some(at) = rest.find('{') else { return };
        let Some(from) = rest.get(at..) else { return };
        let object = balanced(from);
        let hopeful = object.is_some_and(|object| {
            object.len() <= limits::JSON
                && (object.contains("\"@context\"") || object.contains("\"recipient\""))
        });
        let taken = match object {
            Some(object) if hopeful && add(scanner, object.as_bytes(), path) => object.len(),
            _ => 1,
        };
        rest = from.get(taken..).unwrap_or_default();
    }
}

fn add(scanner: &mut Scanner, bytes: &[u8], path: &str) -> bool {
    let credential = match Credential::read(bytes) {
        Ok(credential) => credential,
        Err(ReadError::Presentation) => return envelope::open(scanner, bytes, path),
        Err(_) => return false,
    };
    let container = match Container::of(credential.form()) {
        Container::Address => return false,
        container => container,
    };
    // A mail says the same in plain text and in HTML.
    if !scanner.knows(&credential) {
        scanner.found(join(path, &container.step()), container, credential, None, Vec::new());
    }
    true
}

/// The JSON object at the start of a text, by its braces.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return text.get(..=at);
                }
            }
            _ => {}
        }
    }
    None
}
