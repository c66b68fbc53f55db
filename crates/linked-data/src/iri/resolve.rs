//! A relative reference against a base.

use super::is_absolute;

/// The five components of RFC 3986 §3, by the expression of its appendix B.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Parts<'a> {
        let (text, fragment) = cut(text, '#');
        let (text, query) = cut(text, '?');
        let (scheme, text) = match text.split_once(':') {
            // What does not begin as a scheme is a path, if an odd one: `1:2`.
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (authority, path) = match text.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, text),
        };
        Parts { scheme, authority, path, query, fragment }
    }
}

fn is_scheme(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || (b'+'..=b'.').contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(letter)
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// `reference` resolved against `base` (RFC 3986 §5.2.2); as it is where it is absolute already.
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    if is_absolute(reference) {
        return reference.to_owned();
    }
    let (base, relative) = (Parts::of(base), Parts::of(reference));
    let mut authority = base.authority;
    let mut query = relative.query;
    let path = if relative.authority.is_some() {
        authority = relative.authority;
        without_dots(relative.path)
    } else if relative.path.is_empty() {
        query = query.or(base.query);
        base.path.to_owned()
    } else if relative.path.starts_with('/') {
        without_dots(relative.path)
    } else {
        let folder = base.path.rfind('/').and_then(|at| base.path.get(..=at)).unwrap_or_default();
        let slash = if folder.is_empty() && base.authority.is_some() { "/" } else { "" };
        without_dots(&format!("{folder}{slash}{}", relative.path))
    };
    let mut out = String::new();
    let mut put = |before: &str, part: Option<&str>, after: &str| {
        if let Some(part) = part {
            out.push_str(before);
            out.push_str(part);
            out.push_str(after);
        }
    };
    put("", base.scheme, ":");
    put("//", authority, "");
    put("", Some(&path), "");
    put("?", query, "");
    put("#", relative.fragment, "");
    out
}

/// RFC 3986 §5.2.4.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                // Never the empty segment before the first slash.
                if kept.len() > 1 || kept.first().is_some_and(|first| !first.is_empty()) {
                    kept.pop();
                }
            }
            other => {
                kept.push(other);
                continue;
            }
        }
        if last {
            kept.push("");
        }
    }
    if path.starts_with('/') && kept.first().is_some_and(|first| !first.is_empty()) {
        kept.insert(0, "");
    }
    if kept == [""] && !path.is_empty() { "/".to_owned() } else { kept.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3986 §5.4, normal and abnormal.
    #[test]
    fn the_examples_of_the_standard() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
    }

    #[test]
    fn bases_without_authority_or_path() {
        assert_eq!(resolve("http://a", "g"), "http://a/g");
        assert_eq!(resolve("ex:", "test"), "ex:test");
        assert_eq!(resolve("tag:example", "a"), "tag:a");
    }

    #[test]
    fn a_colon_alone_makes_no_scheme() {
        assert_eq!(resolve("http://a/b/c", "1:2"), "http://a/b/1:2");
        assert_eq!(resolve("http://a/b/c", ":x"), "http://a/b/:x");
    }
}
