//! Why something cannot be claimed.

use std::collections::BTreeMap;

/// Why something cannot be claimed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// The text is no offer that is known here.
    #[error("no offer")]
    NoOffer,
    /// It is an offer that cannot be read, or lacks what it needs.
    #[error("the offer cannot be read")]
    Offer,
    /// An address that is not `https`, not public, or none at all.
    #[error("address {0:?} is not asked")]
    Address(String),
    /// The issuer's metadata, or its authorization server's, name somebody else.
    #[error("{host} says that it is {named:?}")]
    OtherIssuer {
        /// The host that was asked.
        host: String,
        /// Who it says it is.
        named: String,
    },
    /// An answer that is not what the protocol says.
    #[error("{0} answers what cannot be read")]
    Unreadable(String),
    /// The host did not do what it was asked.
    #[error("{host} refuses: {status} {error}")]
    Refused {
        /// The host.
        host: String,
        /// The status of the answer.
        status: u16,
        /// The protocol's word for it, or what the host says; foreign text, cut.
        error: String,
    },
    /// The code of the offer is not, or no longer, taken.
    #[error("{0} does not take the code")]
    Code(String),
    /// The issuer knows nothing of what its offer names.
    #[error("{0} does not know what it offers")]
    UnknownCredential(String),
    /// Only in formats that are not read here.
    #[error("only as {0}")]
    Format(String),
    /// Only to a key of a kind that is not had here, or named in a way that is not had.
    #[error("only to a key of {0}")]
    KeyKind(String),
    /// Only to a key that somebody vouches for, or a wallet that somebody vouches for.
    #[error("{0} wants an attested key or wallet")]
    Attestation(String),
    /// Only in answers encrypted to the wallet.
    #[error("{0} answers only encrypted")]
    Encryption(String),
    /// Only with tokens that are bound to a key (DPoP).
    #[error("{0} wants tokens bound to a key")]
    BoundToken(String),
    /// By none of the ways that are known here.
    #[error("{0} offers it in no way that is known here")]
    Grant(String),
    /// The person would have to sign in, and there is no browser to do so in.
    #[error("{0} wants the person to sign in")]
    NoBrowser(String),
    /// Signing in ended without a yes.
    #[error("signing in at {host} ended: {error}")]
    SignIn {
        /// The host.
        host: String,
        /// The protocol's word for it; foreign text, cut.
        error: String,
    },
    /// What came back from signing in belongs to another request.
    #[error("what came back from {0} is not the answer to this")]
    OtherAnswer(String),
    /// Something else is asked for than to say who one is.
    #[error("{host} asks for {kind}")]
    Query {
        /// The host.
        host: String,
        /// What it asks for, in its word; foreign text, cut.
        kind: String,
    },
    /// A signature is asked for that would be good somewhere else.
    #[error("{host} asks for a signature for {domain:?}")]
    Domain {
        /// The host that asks.
        host: String,
        /// Whom the signature would be for.
        domain: String,
    },
    /// It goes on on a web page.
    #[error("{0} wants to go on in the browser")]
    WebPage(String),
    /// An account is needed, which this way of claiming does not have.
    #[error("{0} wants a login")]
    Login(String),
    /// An account that only programs with an address on the web may sign in to (Badge Connect of Open Badges 2.1, the API of 3.0).
    #[error("{0} lets only registered web applications sign in")]
    BadgeConnect(String),
    /// It ended without a credential.
    #[error("{0} gave nothing")]
    Nothing(String),
    /// More requests, credentials or bytes than are taken.
    #[error("{0} goes on without end")]
    Endless(String),
    /// The one who drives the machine said something that was not asked.
    #[error("not asked for")]
    NotAsked,
}

impl ClaimError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ClaimError::NoOffer => "claim.no-offer",
            ClaimError::Offer => "claim.offer",
            ClaimError::Address(_) => "claim.address",
            ClaimError::OtherIssuer { .. } => "claim.other-issuer",
            ClaimError::Unreadable(_) => "claim.unreadable",
            ClaimError::Refused { .. } => "claim.refused",
            ClaimError::Code(_) => "claim.code",
            ClaimError::UnknownCredential(_) => "claim.unknown-credential",
            ClaimError::Format(_) => "claim.format",
            ClaimError::KeyKind(_) => "claim.key-kind",
            ClaimError::Attestation(_) => "claim.attestation",
            ClaimError::Encryption(_) => "claim.encryption",
            ClaimError::BoundToken(_) => "claim.bound-token",
            ClaimError::Grant(_) => "claim.grant",
            ClaimError::NoBrowser(_) => "claim.no-browser",
            ClaimError::SignIn { .. } => "claim.sign-in",
            ClaimError::OtherAnswer(_) => "claim.other-answer",
            ClaimError::Query { .. } => "claim.query",
            ClaimError::Domain { .. } => "claim.domain",
            ClaimError::WebPage(_) => "claim.web-page",
            ClaimError::Login(_) => "claim.login",
            ClaimError::BadgeConnect(_) => "claim.badge-connect",
            ClaimError::Nothing(_) => "claim.nothing",
            ClaimError::Endless(_) => "claim.endless",
            ClaimError::NotAsked => "claim.not-asked",
        }
    }

    /// The arguments of its sentence; never secrets.
    pub fn args(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            ClaimError::NoOffer | ClaimError::Offer | ClaimError::NotAsked => Vec::new(),
            ClaimError::Address(address) => vec![("address", address.clone())],
            ClaimError::OtherIssuer { host, named } => vec![("host", host.clone()), ("named", named.clone())],
            ClaimError::Refused { host, status, error } => {
                vec![("host", host.clone()), ("status", status.to_string()), ("error", error.clone())]
            }
            ClaimError::Format(formats) => vec![("formats", formats.clone())],
            ClaimError::KeyKind(kinds) => vec![("kinds", kinds.clone())],
            ClaimError::SignIn { host, error } => vec![("host", host.clone()), ("error", error.clone())],
            ClaimError::Query { host, kind } => vec![("host", host.clone()), ("kind", kind.clone())],
            ClaimError::Domain { host, domain } => vec![("host", host.clone()), ("domain", domain.clone())],
            ClaimError::Unreadable(host)
            | ClaimError::Code(host)
            | ClaimError::UnknownCredential(host)
            | ClaimError::Attestation(host)
            | ClaimError::Encryption(host)
            | ClaimError::BoundToken(host)
            | ClaimError::Grant(host)
            | ClaimError::NoBrowser(host)
            | ClaimError::OtherAnswer(host)
            | ClaimError::WebPage(host)
            | ClaimError::Login(host)
            | ClaimError::BadgeConnect(host)
            | ClaimError::Nothing(host)
            | ClaimError::Endless(host) => vec![("host", host.clone())],
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// The codes, for the test that each has its sentence.
pub mod codes {
    /// Every code of this crate, sorted.
    pub const ALL: &[&str] = &[
        "claim.address",
        "claim.attestation",
        "claim.badge-connect",
        "claim.bound-token",
        "claim.code",
        "claim.domain",
        "claim.encryption",
        "claim.endless",
        "claim.format",
        "claim.grant",
        "claim.key-kind",
        "claim.login",
        "claim.no-browser",
        "claim.no-offer",
        "claim.not-asked",
        "claim.nothing",
        "claim.offer",
        "claim.other-answer",
        "claim.other-issuer",
        "claim.query",
        "claim.refused",
        "claim.sign-in",
        "claim.unknown-credential",
        "claim.unreadable",
        "claim.web-page",
    ];
}
