//! What comes next, and what happened.

use secrecy::SecretString;
use strict_json::{Map, Value};
use url::Url;

use crate::request::{Request, Response};

/// What comes next.
#[derive(Clone, Debug)]
pub enum Next {
    /// These hosts will have to be asked: is that agreed to? Answered by [`Reply::Agreed`]. Nothing that can be used only once
    /// was sent by then.
    Hosts(Vec<String>),
    /// A request to send. Answered by [`Reply::Answered`].
    Send(Request),
    /// A code to ask the person for. Answered by [`Reply::Pin`].
    Pin(Pin),
    /// An address on this machine is needed at which the browser comes back. Answered by [`Reply::Redirect`].
    Redirect {
        /// The host at which the person would sign in.
        host: String,
    },
    /// An address to open in the person's browser. Answered by [`Reply::Returned`].
    SignIn(Url),
    /// Something to sign. Answered by [`Reply::Signed`].
    Sign(Statement),
    /// Wait for so many seconds. Answered by [`Reply::Waited`].
    Wait(u64),
    /// It has come to an end.
    Done(Claimed),
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Nothing yet.
    Start,
    /// The hosts are agreed to.
    Agreed,
    /// A host answered.
    Answered(Response),
    /// What the person typed in.
    Pin(SecretString),
    /// Where the browser comes back to; none: there is no browser.
    Redirect(Option<Url>),
    /// The address that the browser came back to, with its parameters.
    Returned(Url),
    /// What was to be signed: a compact JWS as text, or the presentation with its proof.
    Signed(Value),
    /// The time is over.
    Waited,
}

/// A code that a person types in (`tx_code`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// Whether it is digits only.
    pub digits: bool,
    /// How many characters it has.
    pub length: Option<u32>,
    /// What the issuer says of it: foreign text, cut.
    pub description: Option<String>,
    /// One was given, and not taken.
    pub wrong: bool,
}

/// Which of the learner's keys signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// Ed25519.
    Ed25519,
    /// P-256.
    P256,
}

/// Something to sign with the learner's key.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// A compact JWS (RFC 7515) over these claims.
    Jwt {
        /// With which key.
        signer: Signer,
        /// The header, complete.
        header: Map,
        /// The claims.
        claims: Value,
    },
    /// A presentation, and a Data Integrity proof that lacks nothing but its signature. By the Ed25519 key.
    Presentation {
        /// The presentation.
        document: Value,
        /// The options of its proof.
        proof: Value,
    },
}

/// What was given in the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claimed {
    /// The credentials, or presentations that hold them, as they came.
    pub credentials: Vec<Credential>,
    /// The host that will give more later: it has to look at it first.
    pub later: Option<String>,
}

/// One credential as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// What the issuer calls it; foreign text, cut. Empty where it does not say.
    pub name: String,
    /// Its bytes: JSON or a compact token.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}
