//! The securings that a peer and we share.

use crate::cases::Model;

/// A foreign verifier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Peer {
    /// npm @digitalbazaar/vc with its suites.
    Vc,
    /// npm @digitalcredentials/verifier-core.
    VerifierCore,
    /// PyPI openbadgeslib.
    Openbadgeslib,
}

impl Peer {
    pub(super) fn name(self) -> &'static str {
        match self {
            Peer::Vc => "@digitalbazaar/vc",
            Peer::VerifierCore => "verifier-core",
            Peer::Openbadgeslib => "openbadgeslib",
        }
    }
}

/// Who signed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Signer {
    Us,
    Them(Peer),
    /// Nobody: what the issuer's host serves counts.
    Host,
}

impl Signer {
    pub(super) fn name(self) -> &'static str {
        match self {
            Signer::Us => "us",
            Signer::Them(peer) => peer.name(),
            Signer::Host => "nobody",
        }
    }
}

/// How the signature and what it secures hang together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// A proof inside, by the name of its suite.
    Proof(&'static str, Model),
    /// A JWT by its algorithm.
    Token(&'static str),
    /// A JWS of Open Badges 2.0 by its algorithm.
    Assertion(&'static str),
    /// An assertion of Open Badges 2.0 at the address it names.
    Hosted,
}

pub(super) struct Securing {
    pub(super) name: &'static str,
    pub(super) form: Form,
    /// The file of the private key.
    pub(super) key: &'static str,
    /// The issuer is the key (`did:key`), or a name on the web.
    pub(super) web: bool,
    pub(super) signers: &'static [Signer],
    pub(super) verifiers: &'static [Peer],
}

const ED25519: &str = "test-ed25519.pem";
const P256: &str = "test-p256.pem";
const BOTH: &[Signer] = &[Signer::Us, Signer::Them(Peer::Vc)];
const WITH_PYTHON: &[Signer] = &[Signer::Us, Signer::Them(Peer::Openbadgeslib)];

const fn proof(
    name: &'static str,
    suite: &'static str,
    model: Model,
    key: &'static str,
    signers: &'static [Signer],
    verifiers: &'static [Peer],
) -> Securing {
    Securing { name, form: Form::Proof(suite, model), key, web: false, signers, verifiers }
}

const fn token(name: &'static str, algorithm: &'static str, key: &'static str, web: bool) -> Securing {
    Securing {
        name,
        form: Form::Token(algorithm),
        key,
        web,
        signers: WITH_PYTHON,
        verifiers: &[Peer::Openbadgeslib],
    }
}

/// All of them: 25 pairs of a securing and who signed.
pub(super) const ALL: &[Securing] = &[
    proof(
        "eddsa-rdfc-2022",
        "eddsa-rdfc-2022",
        Model::Two,
        ED25519,
        &[Signer::Us, Signer::Them(Peer::Vc), Signer::Them(Peer::Openbadgeslib)],
        &[Peer::Vc, Peer::VerifierCore, Peer::Openbadgeslib],
    ),
    proof(
        "Ed25519Signature2020",
        "Ed25519Signature2020",
        Model::One,
        ED25519,
        BOTH,
        &[Peer::Vc, Peer::VerifierCore],
    ),
    proof("Ed25519Signature2018", "Ed25519Signature2018", Model::One, ED25519, BOTH, &[Peer::Vc]),
    proof("eddsa-jcs-2022", "eddsa-jcs-2022", Model::Two, ED25519, BOTH, &[Peer::Vc]),
    proof("ecdsa-rdfc-2019 P-256", "ecdsa-rdfc-2019", Model::Two, P256, BOTH, &[Peer::Vc]),
    proof("ecdsa-rdfc-2019 P-384", "ecdsa-rdfc-2019", Model::Two, "test-p384.pem", BOTH, &[Peer::Vc]),
    proof("ecdsa-jcs-2019", "ecdsa-jcs-2019", Model::Two, P256, BOTH, &[Peer::Vc]),
    proof("ecdsa-sd-2023", "ecdsa-sd-2023", Model::Two, P256, &[Signer::Them(Peer::Vc)], &[Peer::Vc]),
    token("VC-JWT RS256", "RS256", "test-rsa.pem", true),
    token("VC-JWT ES256", "ES256", P256, false),
    token("VC-JWT EdDSA", "EdDSA", ED25519, false),
    Securing {
        name: "OB 2.0 JWS RS256",
        form: Form::Assertion("RS256"),
        key: "test-rsa.pem",
        web: true,
        signers: WITH_PYTHON,
        verifiers: &[Peer::Openbadgeslib],
    },
    Securing {
        name: "OB 2.0 hosted",
        form: Form::Hosted,
        key: "test-rsa.pem",
        web: true,
        signers: &[Signer::Host],
        verifiers: &[Peer::Openbadgeslib],
    },
];
