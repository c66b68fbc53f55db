//! npm didwebvh-ts: logs of did:webvh, whose keys sign badges here.

use jiff::Timestamp;
use openbadges::Credential;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{
    CheckId, DocUrl, Document, Documents, Origin, Pins, Registries, Terms, VerificationReport, verify,
};

use crate::cases::{self, Model};
use crate::here::NOW;
use crate::peers::{javascript_of, left_out};

const LOG: &str = "https://uni.example/.well-known/did.jsonl";

fn key(seed: u8) -> Key {
    Key::ed25519_from_seed(&[seed; 32]).expect("a key")
}

/// A badge of that issuer, signed with the key of `seed` under the name that the log gives it.
fn badge(did: &str, seed: u8, created: &str) -> Value {
    let multikey = key(seed).multikey().expect("a multikey");
    let method = format!("{did}#{}", &multikey[multikey.len() - 8..]);
    let mut badge = cases::all(Model::Two)[0].badge.clone();
    badge["issuer"]["id"] = json!(did);
    sign::data_integrity(badge, "eddsa-rdfc-2022", &key(seed), &method, created.parse().expect("a moment"))
        .expect("signed")
}

fn judged(badge: &Value, log: &str) -> VerificationReport {
    let credential = Credential::read(badge.to_string().as_bytes()).expect("a credential");
    let (pins, registries) = (Pins::new(), Registries::new());
    let now: Timestamp = NOW.parse().expect("a moment");
    let mut known = Documents::bundled();
    let address = DocUrl::parse(LOG).expect("an address");
    known.insert(Document::new(address, None, log.as_bytes().to_vec(), now, Origin::Archive));
    let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since: None };
    verify(&credential, &known, &terms).report
}

#[test]
fn their_logs_hold_together_here() {
    if left_out() {
        return;
    }
    let seeds = ["11".repeat(32), "22".repeat(32), "33".repeat(32)];
    let job = |announced: bool, count: usize| json!({ "address": "uni.example", "issuing": seeds[..count], "announced": announced });
    let answers = javascript_of("webvh.mjs", vec![job(false, 1), job(false, 3), job(true, 1), job(true, 3)]);
    for (count, answer) in [1u8, 3, 1, 3].into_iter().zip(answers) {
        let answer = answer.unwrap_or_else(|error| panic!("no log: {error}"));
        let (did, log) = (answer["did"].as_str().expect("a DID"), answer["log"].as_str().expect("a log"));
        let newest = count * 0x11;
        let code =
            |report: &VerificationReport| report.check(CheckId::IssuerKey).expect("a check").code.to_string();
        let good = judged(&badge(did, newest, "2025-10-01T00:00:00Z"), log);
        assert_eq!((good.verdict.as_str(), &*code(&good)), ("valid", "issuer-key.ok"), "{count}");
        if count > 1 {
            let old = judged(&badge(did, 0x11, "2025-01-15T00:00:00Z"), log);
            assert_eq!((old.verdict.as_str(), &*code(&old)), ("inconclusive", "issuer-key.rotated"));
        }
        // Any key put in the place of another, and any entry left out.
        let own = key(newest).multikey().expect("a multikey");
        let forged = log.replace(&own, &key(9).multikey().expect("a multikey"));
        assert_ne!(forged, log);
        let by_forger = judged(&badge(did, 9, "2025-10-01T00:00:00Z"), &forged);
        assert_ne!(by_forger.verdict.as_str(), "valid");
        if count > 1 {
            let without: String = log
                .lines()
                .enumerate()
                .filter(|(place, _)| *place != 1)
                .map(|(_, line)| format!("{line}\n"))
                .collect();
            let cut = judged(&badge(did, newest, "2025-10-01T00:00:00Z"), &without);
            assert_eq!((cut.verdict.as_str(), &*code(&cut)), ("inconclusive", "issuer-key.history-broken"));
        }
    }
}
