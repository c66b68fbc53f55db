//! The 500: made up, signed here or there, and half of them damaged.

use strict_json::{Value, json};
use verification::sign;

use super::damage::damaged;
use super::documents::{METHOD, WEB};
use super::secured::{Case, Secured};
use super::securings::{ALL, Form, Peer, Securing, Signer};
use super::{badges, documents};
use crate::here::{CREATED, did_key, key, pem};
use crate::oracle::Chance;
use crate::peers::{javascript, python};

/// Of each securing and signer, the second half damaged.
const EACH: usize = 20;
/// Of Ed25519, the key of @digitalbazaar/vc.
const THEIR_SEED: &str = "4242424242424242424242424242424242424242424242424242424242424242";

/// One that is still to be signed.
struct Plan {
    securing: &'static Securing,
    signer: Signer,
    badge: Value,
}

pub(super) fn cases(seed: u64) -> Vec<Case> {
    let mut chance = Chance::new(seed);
    let mut plans = Vec::new();
    for securing in ALL {
        for signer in securing.signers {
            for _ in 0..EACH {
                plans.push(Plan { securing, signer: *signer, badge: made_up(&mut chance, securing) });
            }
        }
    }
    let secured = sign_all(&plans);
    plans
        .into_iter()
        .zip(secured)
        .enumerate()
        .map(|(number, (plan, genuine))| {
            let Plan { securing, signer, .. } = plan;
            let served = match (&genuine, securing.form) {
                (Secured::Json(assertion), Form::Hosted) => Some(assertion.clone()),
                _ => None,
            };
            let (secured, damage) = if number % EACH < EACH / 2 {
                (genuine, None)
            } else {
                let (secured, damage) = damaged(&mut chance, &genuine);
                (secured, Some(damage))
            };
            Case { securing, signer, secured, damage, served }
        })
        .collect()
}

fn made_up(chance: &mut Chance, securing: &Securing) -> Value {
    let plain = securing.verifiers.contains(&Peer::Openbadgeslib);
    match securing.form {
        Form::Proof(suite, model) => {
            let mut badge = badges::badge(chance, model, plain);
            // @digitalbazaar/di-sd-primitives cannot sign a list (`@list` beside the `@id` that it adds): there is
            // nothing of theirs to judge. Ours are held by the W3C's vectors.
            if suite == "ecdsa-sd-2023" {
                let achievement = badge["credentialSubject"]["achievement"].as_object_mut();
                achievement.expect("an achievement").remove("resultDescription");
            }
            badge
        }
        Form::Token(_) => badges::badge(chance, crate::cases::Model::Two, plain),
        Form::Assertion(_) => badges::assertion(chance, false),
        Form::Hosted => badges::assertion(chance, true),
    }
}

/// Each peer signs its own in one run.
fn sign_all(plans: &[Plan]) -> Vec<Secured> {
    let jobs = |wanted: Peer| -> Vec<Value> {
        plans.iter().filter(|plan| plan.signer == Signer::Them(wanted)).map(job).collect()
    };
    let mut of_vc = javascript(jobs(Peer::Vc)).into_iter();
    let mut of_openbadgeslib = python(jobs(Peer::Openbadgeslib)).into_iter();
    plans
        .iter()
        .map(|plan| {
            let name = plan.securing.name;
            let answer = match plan.signer {
                Signer::Us => return ours(plan),
                Signer::Host => return Secured::Json(plan.badge.clone()),
                Signer::Them(Peer::Openbadgeslib) => of_openbadgeslib.next(),
                Signer::Them(_) => of_vc.next(),
            };
            let answer =
                answer.expect("an answer").unwrap_or_else(|error| panic!("{name}: not issued: {error}"));
            match answer["text"].as_str() {
                Some(text) if text.starts_with('{') => {
                    Secured::Json(serde_json::from_str(text).expect("JSON"))
                }
                Some(text) => Secured::Token(text.to_owned()),
                None => Secured::Json(answer["credential"].clone()),
            }
        })
        .collect()
}

/// What a peer is asked to sign.
fn job(plan: &Plan) -> Value {
    let pem = pem(plan.securing.key);
    let web = plan.securing.web;
    let mut badge = plan.badge.clone();
    if web && badge.get("issuer").is_some() {
        badge["issuer"]["id"] = json!(WEB);
    }
    let issuer = if web { json!(null) } else { json!("did:key") };
    match (plan.signer, plan.securing.form) {
        (Signer::Them(Peer::Openbadgeslib), Form::Proof(..)) => {
            json!({ "op": "ob3-issue", "key": pem, "securing": "ldp", "issuer": issuer, "created": CREATED,
                    "credential": badge })
        }
        (_, Form::Proof(suite, _)) => {
            let mut job = json!({ "op": "issue", "suite": suite, "created": CREATED, "credential": badge });
            if suite.starts_with('e') && suite.contains("dsa") && !suite.starts_with("eddsa") {
                job["key"] = json!(pem);
            } else {
                job["seed"] = json!(THEIR_SEED);
            }
            job
        }
        (_, Form::Token(algorithm)) => {
            json!({ "op": "ob3-issue", "key": pem, "securing": "jwt", "algorithm": algorithm, "issuer": issuer,
                    "credential": badge })
        }
        (_, Form::Assertion(algorithm)) => {
            json!({ "op": "ob2-issue", "key": pem, "algorithm": algorithm, "assertion": badge })
        }
        (_, Form::Hosted) => unreachable!("nobody signs it"),
    }
}

fn ours(plan: &Plan) -> Secured {
    let key = key(plan.securing.key);
    let (did, method) = if plan.securing.web { (WEB.to_owned(), METHOD.to_owned()) } else { did_key(&key) };
    let mut badge = plan.badge.clone();
    let created = CREATED.parse().expect("a moment");
    match plan.securing.form {
        Form::Proof(suite, _) => {
            badge["issuer"]["id"] = json!(did);
            if suite == "Ed25519Signature2020" {
                badge["@context"]
                    .as_array_mut()
                    .expect("contexts")
                    .push(json!("https://w3id.org/security/suites/ed25519-2020/v1"));
            }
            Secured::Json(sign::data_integrity(badge, suite, &key, &method, created).expect("a signed badge"))
        }
        Form::Token(algorithm) => {
            badge["issuer"]["id"] = json!(did);
            badge["iss"] = json!(did);
            badge["jti"] = badge["id"].clone();
            // "nbf" is the credential's "validFrom" (Open Badges 3.0 §8.2.4.1).
            let from: jiff::Timestamp =
                badge["validFrom"].as_str().expect("a text").parse().expect("a moment");
            badge["nbf"] = json!(from.as_second());
            Secured::Token(sign::jwt(badge, algorithm, Some(&method), "JWT", &key).expect("a signed badge"))
        }
        Form::Assertion(algorithm) => Secured::Token(
            sign::jws(badge.to_string().as_bytes(), algorithm, None, None, &key).expect("a JWS"),
        ),
        Form::Hosted => unreachable!("nobody signs it"),
    }
}

/// What the host serves beside a case's own assertion.
pub(super) fn served(case: &Case) -> strict_json::Map {
    let mut all = documents::published();
    if let Some(assertion) = &case.served {
        all.insert(assertion["id"].as_str().expect("an address").to_owned(), assertion.clone());
    }
    all
}
