//! What nobody can be faster than: the signature alone, on bytes that are ready.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, Ed25519KeyPair, KeyPair as _, ParsedPublicKey,
    RSA_PKCS1_2048_8192_SHA256,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::{Loaded, Options, RdfDirection, to_rdf};
use strict_json::Value;
use wallet_benches::public_pem;

use crate::table::Contestant;

/// SHA-256 and Ed25519 of the canonical bytes of badges with `eddsa-rdfc-2022`.
pub(crate) fn floor(files: &[Vec<u8>]) -> Contestant {
    let key = Ed25519KeyPair::from_seed_unchecked(&[42; 32]).expect("a key");
    let public = ParsedPublicKey::new(&ED25519, key.public_key().as_ref()).expect("a key");
    let contexts = contexts();
    let canonical = |document: &Value| {
        let options = Options { direction: RdfDirection::I18nDatatype, ..Options::signed(20_000) };
        let statements = to_rdf(document, &contexts, &options).expect("statements");
        canonicalize(&statements, HashAlgorithm::Sha256).expect("canonical bytes")
    };
    let input = |options: &str, document: &str| {
        let mut input = digest(&SHA256, options.as_bytes()).as_ref().to_vec();
        input.extend_from_slice(digest(&SHA256, document.as_bytes()).as_ref());
        input
    };
    let ready: Vec<(String, String, Vec<u8>)> = files
        .iter()
        .map(|file| {
            let mut document: Value = serde_json::from_slice(file).expect("JSON");
            let mut proof = document.as_object_mut().expect("an object").remove("proof").expect("a proof");
            proof["@context"] = document["@context"].clone();
            proof.as_object_mut().expect("an object").remove("proofValue");
            let (options, document) = (canonical(&proof), canonical(&document));
            let signature = key.sign(&input(&options, &document)).as_ref().to_vec();
            (options, document, signature)
        })
        .collect();
    Contestant::new("the floor: SHA-256 and Ed25519", move || {
        let began = Instant::now();
        for (options, document, signature) in &ready {
            public.verify_sig(&input(black_box(options), document), signature).expect("a good signature");
        }
        began.elapsed()
    })
}

/// The check of aws-lc-rs under a key that was read before.
pub(crate) fn signature(algorithm: &str, tokens: &[Vec<u8>]) -> Contestant {
    let pem = public_pem(algorithm);
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(body).expect("base64");
    let public = match algorithm {
        "RS256" => ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &der),
        "ES256" => ParsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &der),
        _ => ParsedPublicKey::new(&ED25519, &der),
    }
    .expect("a key");
    let ready: Vec<(Vec<u8>, Vec<u8>)> = tokens
        .iter()
        .map(|token| {
            let text = std::str::from_utf8(token).expect("text");
            let (input, signature) = text.rsplit_once('.').expect("a JWS");
            (input.as_bytes().to_vec(), URL_SAFE_NO_PAD.decode(signature).expect("base64url"))
        })
        .collect();
    Contestant::new("the bare check of aws-lc-rs", move || {
        let began = Instant::now();
        for (input, signature) in &ready {
            public.verify_sig(black_box(input), signature).expect("a good signature");
        }
        began.elapsed()
    })
}

fn contexts() -> BTreeMap<String, Arc<Loaded>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/verification/documents");
    [
        ("https://www.w3.org/ns/credentials/v2", "w3c/credentials-v2.jsonld"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "1edtech/ob-v3p0-context-3.0.3.json"),
    ]
    .into_iter()
    .map(|(address, file)| {
        let text = std::fs::read(folder.join(file)).expect("a context");
        let document = serde_json::from_slice(&text).expect("JSON");
        (address.to_owned(), Arc::new(Loaded::bundled(address, &document)))
    })
    .collect()
}
