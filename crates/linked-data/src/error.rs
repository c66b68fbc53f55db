//! Why a document is no dataset.

/// What makes a document unfit, by the code that the standard has for it (JSON-LD 1.1 API §9.6.2, `JsonLdErrorCode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Syntax {
    /// Two members stand for the same keyword.
    CollidingKeywords,
    /// One node has two indexes.
    ConflictingIndexes,
    /// Contexts include each other, or too many.
    ContextOverflow,
    /// Terms are defined by each other.
    CyclicIriMapping,
    /// `@id` is no text.
    InvalidIdValue,
    /// `@import` is no text.
    InvalidImportValue,
    /// `@included` holds something that is no node.
    InvalidIncludedValue,
    /// `@index` is no text.
    InvalidIndexValue,
    /// `@nest` holds no node, or a definition's `@nest` is a keyword.
    InvalidNestValue,
    /// `@prefix` is no boolean.
    InvalidPrefixValue,
    /// `@propagate` is no boolean.
    InvalidPropagateValue,
    /// `@protected` is no boolean.
    InvalidProtectedValue,
    /// `@reverse` is no object.
    InvalidReverseValue,
    /// `@version` is not 1.1.
    InvalidVersionValue,
    /// `@direction` is neither `ltr` nor `rtl`.
    InvalidBaseDirection,
    /// `@base` is no IRI.
    InvalidBaseIri,
    /// `@container` holds what it may not.
    InvalidContainerMapping,
    /// An entry of a context is not allowed where it stands.
    InvalidContextEntry,
    /// A context with protected terms is set aside.
    InvalidContextNullification,
    /// A context's `@language` is no text.
    InvalidDefaultLanguage,
    /// A term stands for something that is no IRI.
    InvalidIriMapping,
    /// `@context` or `@preserve` has another name.
    InvalidKeywordAlias,
    /// A value of a language map is no text.
    InvalidLanguageMapValue,
    /// A definition's `@language` is no text.
    InvalidLanguageMapping,
    /// `@language` is no text.
    InvalidLanguageTaggedString,
    /// Something that is no text has a language.
    InvalidLanguageTaggedValue,
    /// A context is neither object, address nor null.
    InvalidLocalContext,
    /// A document that should hold a context holds none.
    InvalidRemoteContext,
    /// A reverse property is defined as it may not be.
    InvalidReverseProperty,
    /// `@reverse` holds a keyword.
    InvalidReversePropertyMap,
    /// A reverse property has a literal or a list.
    InvalidReversePropertyValue,
    /// A list or set has other members.
    InvalidSetOrListObject,
    /// A definition is malformed.
    InvalidTermDefinition,
    /// A definition's `@type` is no IRI.
    InvalidTypeMapping,
    /// `@type` is no text.
    InvalidTypeValue,
    /// A literal's type is no IRI.
    InvalidTypedValue,
    /// A literal has members that it may not have.
    InvalidValueObject,
    /// `@value` is an object or array.
    InvalidValueObjectValue,
    /// `@vocab` is no text.
    InvalidVocabMapping,
    /// A keyword is defined.
    KeywordRedefinition,
    /// `@graph` is no object.
    InvalidGraphValue,
    /// A protected term is defined otherwise.
    ProtectedTermRedefinition,
}

impl Syntax {
    /// The standard's code.
    pub const fn code(self) -> &'static str {
        match self {
            Syntax::CollidingKeywords => "colliding keywords",
            Syntax::ConflictingIndexes => "conflicting indexes",
            Syntax::ContextOverflow => "context overflow",
            Syntax::CyclicIriMapping => "cyclic IRI mapping",
            Syntax::InvalidIdValue => "invalid @id value",
            Syntax::InvalidImportValue => "invalid @import value",
            Syntax::InvalidIncludedValue => "invalid @included value",
            Syntax::InvalidIndexValue => "invalid @index value",
            Syntax::InvalidNestValue => "invalid @nest value",
            Syntax::InvalidPrefixValue => "invalid @prefix value",
            Syntax::InvalidPropagateValue => "invalid @propagate value",
            Syntax::InvalidProtectedValue => "invalid @protected value",
            Syntax::InvalidReverseValue => "invalid @reverse value",
            Syntax::InvalidVersionValue => "invalid @version value",
            Syntax::InvalidBaseDirection => "invalid base direction",
            Syntax::InvalidBaseIri => "invalid base IRI",
            Syntax::InvalidContainerMapping => "invalid container mapping",
            Syntax::InvalidContextEntry => "invalid context entry",
            Syntax::InvalidContextNullification => "invalid context nullification",
            Syntax::InvalidDefaultLanguage => "invalid default language",
            Syntax::InvalidIriMapping => "invalid IRI mapping",
            Syntax::InvalidKeywordAlias => "invalid keyword alias",
            Syntax::InvalidLanguageMapValue => "invalid language map value",
            Syntax::InvalidLanguageMapping => "invalid language mapping",
            Syntax::InvalidLanguageTaggedString => "invalid language-tagged string",
            Syntax::InvalidLanguageTaggedValue => "invalid language-tagged value",
            Syntax::InvalidLocalContext => "invalid local context",
            Syntax::InvalidRemoteContext => "invalid remote context",
            Syntax::InvalidReverseProperty => "invalid reverse property",
            Syntax::InvalidReversePropertyMap => "invalid reverse property map",
            Syntax::InvalidReversePropertyValue => "invalid reverse property value",
            Syntax::InvalidSetOrListObject => "invalid set or list object",
            Syntax::InvalidTermDefinition => "invalid term definition",
            Syntax::InvalidTypeMapping => "invalid type mapping",
            Syntax::InvalidTypeValue => "invalid type value",
            Syntax::InvalidTypedValue => "invalid typed value",
            Syntax::InvalidValueObject => "invalid value object",
            Syntax::InvalidValueObjectValue => "invalid value object value",
            Syntax::InvalidVocabMapping => "invalid vocab mapping",
            Syntax::KeywordRedefinition => "keyword redefinition",
            // The standard has no code for it; jsonld.js calls it so.
            Syntax::InvalidGraphValue => "invalid @graph value",
            Syntax::ProtectedTermRedefinition => "protected term redefinition",
        }
    }

    /// The error, for the term or value it is about.
    pub(crate) fn of(self, term: impl Into<String>) -> Error {
        Error::Syntax { syntax: self, term: term.into() }
    }
}

/// What would fall out of the statements in silence, so that no signature would cover it: what jsonld.js refuses in its
/// "safe mode".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Dropped {
    /// A member that no context defines.
    Property,
    /// A type that is no absolute IRI.
    Type,
    /// A name that is no absolute IRI.
    Id,
    /// A vocabulary that is no absolute IRI.
    Vocab,
    /// A text formed like a keyword that is none.
    Reserved,
    /// A node that says nothing.
    EmptyNode,
    /// A literal or list that no property leads to.
    FreeFloating,
    /// A literal without value.
    NullValue,
    /// A language without value.
    OnlyLanguage,
    /// A tag that is no language's.
    Language,
    /// A property that is a blank node.
    BlankProperty,
    /// A direction of text, which no statement holds.
    Direction,
}

impl Dropped {
    /// A stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Dropped::Property => "linked-data.undefined-term",
            Dropped::Type => "linked-data.undefined-type",
            Dropped::Id => "linked-data.relative-id",
            Dropped::Vocab => "linked-data.relative-vocab",
            Dropped::Reserved => "linked-data.reserved-term",
            Dropped::EmptyNode => "linked-data.empty-node",
            Dropped::FreeFloating => "linked-data.free-floating-value",
            Dropped::NullValue => "linked-data.null-value",
            Dropped::OnlyLanguage => "linked-data.only-language",
            Dropped::Language => "linked-data.language-tag",
            Dropped::BlankProperty => "linked-data.blank-property",
            Dropped::Direction => "linked-data.direction",
        }
    }

    /// The error, for the term or value it is about.
    pub(crate) fn of(self, term: impl Into<String>) -> Error {
        Error::Dropped { dropped: self, term: term.into() }
    }
}

/// Why a document is no dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The document or one of its contexts is not JSON-LD.
    #[error("{}: {term}", syntax.code())]
    Syntax {
        /// In what way.
        syntax: Syntax,
        /// The term or value it is about.
        term: String,
    },
    /// Only in strict mode: a part of the document would be left out.
    #[error("left out of the statements ({}): {term}", dropped.code())]
    Dropped {
        /// In what way.
        dropped: Dropped,
        /// The term or value it is about.
        term: String,
    },
    /// These contexts are not given: all that the document names, each once, in order.
    #[error("contexts not known: {}", .0.join(", "))]
    UnknownContext(Vec<String>),
    /// Something this crate does not guess at.
    #[error("not supported: {0}")]
    Unsupported(String),
    /// Nested deeper than is looked at.
    #[error("nested too deep")]
    TooDeep,
    /// Contexts that take more work than is done.
    #[error("contexts that take too much work")]
    TooMuchWork,
    /// More statements than are looked at.
    #[error("more statements, or longer ones, than are looked at")]
    TooLarge,
}

impl Error {
    /// The standard's own code where it has one, else a stable dotted code.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Syntax { syntax, .. } => syntax.code(),
            Error::Dropped { dropped, .. } => dropped.code(),
            Error::UnknownContext(_) => "loading remote context failed",
            Error::Unsupported(_) => "linked-data.unsupported",
            Error::TooDeep => "linked-data.too-deep",
            Error::TooMuchWork => "linked-data.too-much-work",
            Error::TooLarge => "linked-data.too-large",
        }
    }
}

impl From<crate::rdf::TooLarge> for Error {
    fn from(_: crate::rdf::TooLarge) -> Error {
        Error::TooLarge
    }
}
