/// What a credential that was found would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// A badge that is not there yet.
    New,
    /// Another copy of a badge that is.
    Copy,
    /// Exactly this copy is there.
    Known,
    /// A later award of this badge.
    Renewal(String),
    /// A badge of which only the address is known.
    NeedsFetch,
}
