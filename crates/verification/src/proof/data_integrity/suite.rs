//! The suites: what is hashed, how, and what the signature over it looks like.

use linked_data::canon::HashAlgorithm;
use sha2::{Digest as _, Sha256, Sha384};
use strict_json::Value;

use super::super::{failed, undecided};
use super::options::malformed;
use crate::check::Check;
use crate::codes;
use crate::key::{Algorithm, PublicKey};
use crate::linked_data::Writing;

/// A cryptographic suite that is checked here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// VC-DI-EdDSA 1.0 §3.2.
    EddsaRdfc2022,
    /// VC-DI-EdDSA 1.0 §3.3.
    EddsaJcs2022,
    /// VC-DI-ECDSA 1.0 §3.2.
    EcdsaRdfc2019,
    /// VC-DI-ECDSA 1.0 §3.3.
    EcdsaJcs2019,
    /// VC-DI-ECDSA 1.0 §3.6.
    EcdsaSd2023,
    /// VC-DI-BBS 1.0 §3.4.
    Bbs2023,
    /// As `eddsa-rdfc-2022`, under the name of a type of proof.
    Ed25519Signature2020,
    /// With a detached JWS, as the three that follow.
    Ed25519Signature2018,
    /// RSA.
    RsaSignature2018,
    /// secp256k1.
    EcdsaSecp256k1Signature2019,
    /// Whatever JOSE knows.
    JsonWebSignature2020,
}

/// What bytes of the document are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Canonical statements (RDFC-1.0).
    Rdfc,
    /// Canonical JSON (RFC 8785).
    Jcs,
}

/// The hash of a suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hash {
    /// 32 bytes.
    Sha256,
    /// 48 bytes.
    Sha384,
}

impl Hash {
    /// The hash of bytes.
    pub(crate) fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Hash::Sha256 => Sha256::digest(bytes).to_vec(),
            Hash::Sha384 => Sha384::digest(bytes).to_vec(),
        }
    }

    /// The same for the names of unnamed nodes: "the cryptographic hashing function that is passed to the algorithm MUST
    /// be determined by the size of the associated public key" (VC-DI-ECDSA 1.0 §3).
    pub(crate) fn for_names(self) -> HashAlgorithm {
        match self {
            Hash::Sha256 => HashAlgorithm::Sha256,
            Hash::Sha384 => HashAlgorithm::Sha384,
        }
    }
}

/// How canonical statements are made: with which hash, and written how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Manner {
    /// The hash that the names of unnamed nodes come from.
    pub(crate) hash: Hash,
    /// How they are written.
    pub(crate) writing: Writing,
}

impl Suite {
    /// How canonical statements are made for a hash.
    pub(crate) fn manner(self, hash: Hash) -> Manner {
        let former = self == Suite::Ed25519Signature2020 || self.is_jws();
        Manner { hash, writing: if former { Writing::Former } else { Writing::DataIntegrity } }
    }

    /// The suite of a proof, if it is one that is checked. The second value: named as only a draft named it.
    pub(crate) fn of(proof: &Value) -> Result<(Suite, bool), Check> {
        let name = name(proof);
        let kind = proof.get("type").and_then(Value::as_str);
        let suite = match (kind, name.as_str()) {
            (Some("DataIntegrityProof"), "eddsa-rdfc-2022" | "eddsa-2022") => Suite::EddsaRdfc2022,
            (Some("DataIntegrityProof"), "eddsa-jcs-2022") => Suite::EddsaJcs2022,
            (Some("DataIntegrityProof"), "ecdsa-rdfc-2019") => Suite::EcdsaRdfc2019,
            (Some("DataIntegrityProof"), "ecdsa-jcs-2019") => Suite::EcdsaJcs2019,
            (Some("DataIntegrityProof"), "ecdsa-sd-2023") => Suite::EcdsaSd2023,
            (Some("DataIntegrityProof"), "bbs-2023") => Suite::Bbs2023,
            (_, "Ed25519Signature2020") => Suite::Ed25519Signature2020,
            (_, "Ed25519Signature2018") => Suite::Ed25519Signature2018,
            (_, "RsaSignature2018") => Suite::RsaSignature2018,
            (_, "EcdsaSecp256k1Signature2019") => Suite::EcdsaSecp256k1Signature2019,
            (_, "JsonWebSignature2020") => Suite::JsonWebSignature2020,
            // MerkleProof2017, MerkleProof2019, and the latter's cryptosuite `merkle-proof-2019`.
            (_, name) if name.to_ascii_lowercase().starts_with("merkle") => {
                return Err(undecided(codes::PROOF_BLOCKCERTS).with("suite", name));
            }
            (_, "") => return Err(malformed("proof.type")),
            (_, other) => return Err(undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", other)),
        };
        Ok((suite, name == "eddsa-2022"))
    }

    /// What is hashed.
    pub(crate) fn form(self) -> Form {
        match self {
            Suite::EddsaJcs2022 | Suite::EcdsaJcs2019 => Form::Jcs,
            _ => Form::Rdfc,
        }
    }

    /// Can the holder leave statements out?
    pub(crate) fn is_selective(self) -> bool {
        matches!(self, Suite::EcdsaSd2023 | Suite::Bbs2023)
    }

    /// Is the signature a detached JWS (RFC 7797)?
    pub(crate) fn is_jws(self) -> bool {
        matches!(
            self,
            Suite::Ed25519Signature2018
                | Suite::RsaSignature2018
                | Suite::EcdsaSecp256k1Signature2019
                | Suite::JsonWebSignature2020
        )
    }

    /// May this JOSE algorithm stand in a proof of this suite?
    pub(crate) fn allows(self, algorithm: Algorithm) -> bool {
        match self {
            Suite::Ed25519Signature2018 => algorithm == Algorithm::EdDsa,
            Suite::EcdsaSecp256k1Signature2019 => algorithm == Algorithm::Es256K,
            // The text says RS256; the library that most used signed with PS256.
            Suite::RsaSignature2018 => matches!(algorithm, Algorithm::Rs256 | Algorithm::Ps256),
            _ => true,
        }
    }

    /// The kind of signature, for sentences.
    pub(crate) fn algorithm_name(self) -> &'static str {
        match self {
            Suite::EcdsaRdfc2019 | Suite::EcdsaJcs2019 | Suite::EcdsaSd2023 => "ECDSA",
            Suite::Bbs2023 => "BBS",
            _ => "Ed25519",
        }
    }

    /// Hash and algorithm for a key: "for curve P-256 one uses SHA-256 and for curve P-384 one uses SHA-384"
    /// (VC-DI-ECDSA 1.0 §3.2.4).
    pub(crate) fn fixed(self, key: Option<&PublicKey>) -> Result<(Hash, Algorithm), Check> {
        match (self, key) {
            (Suite::EcdsaRdfc2019 | Suite::EcdsaJcs2019, Some(PublicKey::P384(_))) => {
                Ok((Hash::Sha384, Algorithm::Es384))
            }
            (Suite::EcdsaRdfc2019 | Suite::EcdsaJcs2019 | Suite::EcdsaSd2023, _) => match key {
                None | Some(PublicKey::P256(_)) => Ok((Hash::Sha256, Algorithm::Es256)),
                Some(_) => Err(failed(codes::PROOF_KEY_KIND).with("alg", "ECDSA")),
            },
            (Suite::Bbs2023, _) => Ok((Hash::Sha256, Algorithm::Bbs)),
            _ => Ok((Hash::Sha256, Algorithm::EdDsa)),
        }
    }
}

/// The name of a proof's suite: its `cryptosuite`, or the type of those older than Data Integrity.
pub(crate) fn name(proof: &Value) -> String {
    let text = |name: &str| proof.get(name).and_then(Value::as_str);
    match (text("type"), text("cryptosuite")) {
        (Some("DataIntegrityProof"), Some(suite)) => suite.to_owned(),
        (Some(kind), _) => kind.to_owned(),
        _ => String::new(),
    }
}
