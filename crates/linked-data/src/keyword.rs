//! Keywords of JSON-LD 1.1 (Syntax §1.7).

/// A keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Keyword {
    Base,
    Container,
    Context,
    Direction,
    Graph,
    Id,
    Import,
    Included,
    Index,
    Json,
    Language,
    List,
    Nest,
    None,
    Prefix,
    Preserve,
    Propagate,
    Protected,
    Reverse,
    Set,
    Type,
    Value,
    Version,
    Vocab,
}

impl Keyword {
    /// The keyword that a text is.
    pub(crate) fn parse(text: &str) -> Option<Keyword> {
        if !text.starts_with('@') {
            return None;
        }
        Some(match text {
            "@base" => Keyword::Base,
            "@container" => Keyword::Container,
            "@context" => Keyword::Context,
            "@direction" => Keyword::Direction,
            "@graph" => Keyword::Graph,
            "@id" => Keyword::Id,
            "@import" => Keyword::Import,
            "@included" => Keyword::Included,
            "@index" => Keyword::Index,
            "@json" => Keyword::Json,
            "@language" => Keyword::Language,
            "@list" => Keyword::List,
            "@nest" => Keyword::Nest,
            "@none" => Keyword::None,
            "@prefix" => Keyword::Prefix,
            "@preserve" => Keyword::Preserve,
            "@propagate" => Keyword::Propagate,
            "@protected" => Keyword::Protected,
            "@reverse" => Keyword::Reverse,
            "@set" => Keyword::Set,
            "@type" => Keyword::Type,
            "@value" => Keyword::Value,
            "@version" => Keyword::Version,
            "@vocab" => Keyword::Vocab,
            _ => return None,
        })
    }
}

/// Has a text the form of a keyword (`@` and letters only)? Such texts are reserved (Syntax §1.7).
pub(crate) fn like_keyword(text: &str) -> bool {
    match text.as_bytes() {
        [b'@', rest @ ..] => !rest.is_empty() && rest.iter().all(u8::is_ascii_alphabetic),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_keyword() {
        assert_eq!(Keyword::parse("@id"), Some(Keyword::Id));
        assert_eq!(Keyword::parse("id"), None);
        assert!(like_keyword("@foo") && like_keyword("@id"));
        assert!(!like_keyword("@") && !like_keyword("@foo.bar") && !like_keyword("foo"));
    }
}
