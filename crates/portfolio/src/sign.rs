//! The signed form of a portfolio: the manifest and the holder's statements about evidence.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::{Digest, limits};
use serde_json::{Value, json};

use crate::content::{Evidence, Portfolio};
use crate::error::ComposeError;
use crate::profile::{
    Holder, MANIFEST_TYP, Manifest, ManifestBadge, ManifestBlob, ManifestDocument, ManifestEvidence,
    ManifestImage, ManifestSection, STATEMENT_TYP, SenderWord, SharedProfile, TYPE, VERSION,
};

/// What the shared profile is called as a file inside another.
pub const FILE_NAME: &str = "shared-profile.json";

/// The holder's key, wherever it is kept: this crate never sees it.
pub trait HolderKey {
    /// Its `did:key:z6Mk…` (Ed25519).
    fn did(&self) -> &str;

    /// The 64 bytes of an Ed25519 signature over these bytes, or nothing where the key cannot be had.
    fn sign(&self, bytes: &[u8]) -> Option<Vec<u8>>;
}

/// Signs the portfolio: every file of evidence by a statement of its own, and the whole by the manifest.
pub fn shared_profile(portfolio: &Portfolio, key: &dyn HolderKey) -> Result<SharedProfile, ComposeError> {
    let mut blobs = BTreeMap::new();
    let manifest = manifest(portfolio, key, &mut blobs)?;
    let payload = serde_json::to_vec(&manifest).map_err(|_| ComposeError::NotSigned)?;
    if payload.len() > limits::JSON {
        return Err(ComposeError::TooLarge { size: payload.len() as u64 });
    }
    Ok(SharedProfile {
        kind: TYPE.to_owned(),
        version: VERSION.to_owned(),
        manifest: jws(key, MANIFEST_TYP, &payload)?,
        blobs,
    })
}

fn manifest(
    portfolio: &Portfolio,
    key: &dyn HolderKey,
    blobs: &mut BTreeMap<String, String>,
) -> Result<Manifest, ComposeError> {
    let mut badges = Vec::with_capacity(portfolio.badges.len());
    for badge in &portfolio.badges {
        let mut evidence = Vec::with_capacity(badge.evidence.len());
        for piece in &badge.evidence {
            evidence.push(attached(portfolio, key, piece, badge.digest(), blobs)?);
        }
        badges.push(ManifestBadge {
            reference: badge.reference.clone(),
            name: badge.name.clone(),
            issuer: badge.issuer.clone(),
            credentials: badge
                .credentials
                .iter()
                .map(|payload| ManifestBlob {
                    media_type: payload.media_type.clone(),
                    blob: SharedProfile::lay(blobs, &payload.bytes),
                })
                .collect(),
            image: badge.picture.as_ref().map(|picture| ManifestImage {
                blob: SharedProfile::lay(blobs, &picture.bytes),
                alt: badge.name.clone(),
            }),
            evidence,
            sender: Some(SenderWord {
                verdict: badge.report.verdict.as_str().to_owned(),
                verified_at: badge.report.at,
            }),
        });
    }
    let documents = portfolio.documents.iter().map(|document| {
        let blob = document.bytes.as_ref().map(|bytes| SharedProfile::lay(blobs, bytes));
        let said = ManifestDocument {
            media_type: document.media_type.clone(),
            status: document.status,
            fetched_at: document.fetched_at,
            blob,
        };
        (document.url.clone(), said)
    });
    let documents = documents.collect();
    let of_section = |at: &usize| portfolio.badges.get(*at).map(|badge| badge.reference.clone());
    Ok(Manifest {
        id: portfolio.id.urn().to_string(),
        created_at: portfolio.created_at,
        expires_at: portfolio.expires_at,
        audience: portfolio.audience.clone(),
        language: portfolio.language.tag().to_owned(),
        app: portfolio.app.clone(),
        holder: Holder { id: key.did().to_owned(), name: portfolio.holder_name.clone() },
        title: portfolio.title.clone(),
        text: portfolio.text.clone(),
        sections: portfolio
            .sections
            .iter()
            .map(|section| ManifestSection {
                kind: section.kind.as_str().to_owned(),
                title: section.title.clone(),
                text: section.text.clone(),
                badges: section.badges.iter().filter_map(of_section).collect(),
            })
            .collect(),
        badges,
        documents,
    })
}

fn attached(
    portfolio: &Portfolio,
    key: &dyn HolderKey,
    evidence: &Evidence,
    credential: Option<Digest>,
    blobs: &mut BTreeMap<String, String>,
) -> Result<ManifestEvidence, ComposeError> {
    let mut said = ManifestEvidence {
        name: evidence.name.clone(),
        caption: Some(evidence.caption.clone()).filter(|caption| !caption.is_empty()),
        media_type: None,
        blob: None,
        statement: None,
        url: None,
    };
    match evidence.content.payload() {
        None => {
            if let crate::content::EvidenceContent::Link(url) = &evidence.content {
                said.url = Some(url.clone());
            }
        }
        Some((media_type, bytes)) => {
            let statement = statement(portfolio, key, evidence, media_type, Digest::of(bytes), credential);
            said.statement = Some(jws(key, STATEMENT_TYP, statement.to_string().as_bytes())?);
            said.media_type = Some(media_type.to_owned());
            said.blob = Some(SharedProfile::lay(blobs, bytes));
        }
    }
    Ok(said)
}

/// “I, this key, attached this file to this badge.” A Verifiable Credential 2.0 whose `relatedResource` (5.3) names
/// the file, and the badge, by their digests.
fn statement(
    portfolio: &Portfolio,
    key: &dyn HolderKey,
    evidence: &Evidence,
    media_type: &str,
    file: Digest,
    credential: Option<Digest>,
) -> Value {
    let mut related = vec![json!({ "id": named(file), "digestSRI": file.sri(), "mediaType": media_type })];
    if let Some(credential) = credential.filter(|credential| *credential != file) {
        related.push(json!({ "id": named(credential), "digestSRI": credential.sri() }));
    }
    let mut subject = json!({ "id": named(file), "name": evidence.name });
    if let (Some(subject), false) = (subject.as_object_mut(), evidence.caption.is_empty()) {
        subject.insert("description".to_owned(), Value::from(evidence.caption.clone()));
    }
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": key.did(),
        "validFrom": portfolio.created_at,
        "credentialSubject": subject,
        "relatedResource": related,
    })
}

/// The name of bytes by their digest (RFC 6920): an address that nobody needs to host.
fn named(digest: Digest) -> String {
    format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(digest.0))
}

/// A compact JWS (RFC 7515) by the holder's key.
fn jws(key: &dyn HolderKey, typ: &str, payload: &[u8]) -> Result<String, ComposeError> {
    let did = key.did();
    let fragment = did.strip_prefix("did:key:").ok_or(ComposeError::NotSigned)?;
    let header = json!({ "alg": "EdDSA", "typ": typ, "kid": format!("{did}#{fragment}") });
    let header = URL_SAFE_NO_PAD.encode(header.to_string());
    let mut text = format!("{header}.{}", URL_SAFE_NO_PAD.encode(payload));
    let signature =
        key.sign(text.as_bytes()).filter(|bytes| bytes.len() == 64).ok_or(ComposeError::NotSigned)?;
    text.push('.');
    text.push_str(&URL_SAFE_NO_PAD.encode(signature));
    Ok(text)
}
