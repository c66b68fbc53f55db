//! The command line claims from issuers that nobody here wrote: OpenID4VCI 1.0 (@openid4vc/openid4vci with @openid4vc/oauth2), draft 13
//! (Sphereon's server), and exchanges with DIDAuth whose answers @digitalbazaar/vc checks.
//!
//! The program is the one that is shipped, without a switch: it runs where the issuers' names lead to a public-looking address of
//! this very machine, port 443, and an authority made for the test vouches for them.

use std::collections::BTreeMap;
use std::process::Command;

use strict_json::{Value, json};
use wallet_tests::network::{Holds, Network, inside};
use wallet_tests::repository;

use crate::peers::{left_out, run_with};

const HOSTS: [&str; 3] = ["one.example", "thirteen.example", "exchange.example"];

/// One run of `claim` with its offer.
#[derive(Debug)]
struct Ran {
    code: i64,
    lines: Vec<Value>,
    said: String,
    asked: Vec<String>,
    read: String,
}

impl Ran {
    fn of(value: &Value) -> Ran {
        let texts = |name: &str| -> Vec<String> {
            value[name].as_array().into_iter().flatten().map(|one| one.as_str().unwrap().to_owned()).collect()
        };
        Ran {
            code: value["code"].as_i64().unwrap_or(-1),
            lines: value["lines"].as_array().cloned().unwrap_or_default(),
            said: value["said"].as_str().unwrap_or_default().to_owned(),
            asked: texts("asked"),
            read: value["read"].as_str().unwrap_or_default().to_owned(),
        }
    }

    /// A badge came, is genuine, and is for the learner's own key.
    #[track_caller]
    fn gave(&self, name: &str) {
        assert_eq!((self.code, self.lines.len()), (0, 1), "{self:#?}");
        let line = &self.lines[0];
        assert_eq!(
            (&line["credential"]["name"], &line["verdict"]),
            (&json!(name), &json!("valid")),
            "{line:#}"
        );
        let recipient =
            line["checks"].as_array().unwrap().iter().find(|check| check["id"] == "recipient").unwrap();
        assert_eq!(recipient["code"], "recipient.match", "{line:#}");
        assert_eq!(line["decision"], "new");
    }

    /// It failed with this code.
    #[track_caller]
    fn failed(&self, code: &str) {
        assert!(self.code != 0, "{self:#?}");
        assert_eq!(self.lines.len(), 1, "{self:#?}");
        assert_eq!(self.lines[0]["error"]["code"], code, "{self:#?}");
    }

    /// It waits for something.
    #[track_caller]
    fn asks(&self, what: &Value) {
        assert_eq!((self.code, self.lines.len()), (2, 1), "{self:#?}");
        assert_eq!(&self.lines[0]["claim"], what, "{self:#?}");
    }
}

/// Claims as the jobs say, in one run.
fn claimed(network: &Network, jobs: &[Value]) -> Vec<Vec<Ran>> {
    let script = repository().join("tests/interop/issuers/run.mjs");
    assert!(script.with_file_name("node_modules").exists(), "run scripts/interop-setup.sh first");
    for host in HOSTS {
        network.address(host);
    }
    let identity = network.authority().identity(&HOSTS, Holds::Now);
    let place = network.command_line();
    let program = place.command();
    let environment: BTreeMap<String, String> = program
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_str()?.to_owned(), value?.to_str()?.to_owned())))
        .collect();
    let arguments: Vec<&str> = program.get_args().filter_map(|argument| argument.to_str()).collect();
    let mut node = Command::new("node");
    node.arg(script).env("NODE_EXTRA_CA_CERTS", network.authority_file());
    let input = json!({
        "program": program.get_program().to_str(), "arguments": arguments, "environment": environment,
        "folder": place.folder(), "key": identity.key, "certificate": identity.certificate, "jobs": jobs,
    });
    let answers = run_with(node, &input, jobs.len());
    let claims = answers.into_iter().map(|answer| answer.expect("an offer, and its claims"));
    claims.map(|answer| answer["runs"].as_array().into_iter().flatten().map(Ran::of).collect()).collect()
}

fn job(issuer: &str, offer: &Value, runs: &[Value]) -> Value {
    json!({ "issuer": issuer, "offer": offer, "runs": runs })
}

fn told(ran: &Ran, path: &str) -> bool {
    ran.asked.iter().any(|asked| asked.ends_with(path))
}

#[test]
fn openid_version_one() {
    if !left_out() {
        inside("claiming::openid_version_one", version_one);
    }
}

fn version_one(network: &Network) {
    let host = "one.example";
    let yes = json!({ "allow": [host] });
    let with = |more: Value| {
        let mut run = yes.clone();
        run.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        run
    };
    let offer = |configuration: &str| json!({ "configuration": configuration });
    let all = claimed(
        network,
        &[
            job(
                "one",
                &offer("badge"),
                &[json!({}), json!({ "arguments": ["--look"] }), yes.clone(), yes.clone()],
            ),
            job(
                "one",
                &json!({ "pin": true }),
                &[yes.clone(), with(json!({ "pin": "wrong" })), with(json!({ "pin": "right" }))],
            ),
            job("one", &json!({ "byReference": true }), &[json!({}), yes.clone()]),
            job("one", &offer("only-p256"), std::slice::from_ref(&yes)),
            job("one", &offer("sd"), std::slice::from_ref(&yes)),
            job("one", &offer("later"), std::slice::from_ref(&yes)),
            job("one", &offer("never"), std::slice::from_ref(&yes)),
            job("one", &offer("sealed"), std::slice::from_ref(&yes)),
            job(
                "one",
                &json!({ "way": "sign-in" }),
                &[yes.clone(), with(json!({ "arguments": ["--sign-in", "--hold"], "browser": true }))],
            ),
        ],
    );
    let [plain, pin, reference, p256, sd, later, never, sealed, sign_in] = all.as_slice() else { panic!() };

    plain[0].asks(&json!({ "asks": "hosts", "hosts": [host] }));
    assert!(plain[0].asked.is_empty() && plain[1].asked.is_empty(), "nobody is asked before a yes");
    let looked = &plain[1].lines[0]["offer"];
    assert_eq!(
        (&looked["protocol"], &looked["sends"]),
        (&json!("openid4vci"), &json!(["code", "holder-id", "signature"]))
    );
    plain[2].gave("Forklift driver");
    plain[3].failed("claim.code");

    let asked = json!({ "digits": true, "length": 4, "description": "The number in our letter" });
    pin[0].asks(&json!({ "asks": "pin", "pin": asked, "wrong": false }));
    assert!(!told(&pin[0], "/token"), "the code is not used before there is a PIN");
    pin[1].asks(&json!({ "asks": "pin", "pin": asked, "wrong": true }));
    pin[2].gave("Forklift driver");

    assert!(reference[0].asked.is_empty());
    reference[1].gave("Forklift driver");
    p256[0].gave("Forklift driver");
    assert_eq!((sd[0].code, &sd[0].lines[0]["format"]), (0, &json!("sd-jwt-vc")), "{:#?}", sd[0]);
    later[0].gave("Forklift driver");
    assert_eq!(later[0].asked.iter().filter(|asked| asked.ends_with("/deferred")).count(), 2);
    never[0].asks(&json!({ "asks": "time", "host": host }));
    sealed[0].failed("claim.attestation");
    assert!(!told(&sealed[0], "/token"));

    sign_in[0].failed("claim.no-browser");
    let signed_in = &sign_in[1];
    assert_eq!((signed_in.code, &signed_in.lines[0]["waits"]), (2, &json!(true)), "{signed_in:#?}");
    assert_eq!(signed_in.lines[0]["verdict"], "valid");
    assert!(signed_in.read.contains("close this page"), "{signed_in:#?}");
    assert!(signed_in.said.contains("https://one.example/authorize?"), "{signed_in:#?}");
}

#[test]
fn openid_draft_thirteen() {
    if !left_out() {
        inside("claiming::openid_draft_thirteen", draft_thirteen);
    }
}

fn draft_thirteen(network: &Network) {
    let yes = json!({ "allow": ["thirteen.example"] });
    let pin = |pin: &str| json!({ "allow": ["thirteen.example"], "pin": pin });
    let all = claimed(
        network,
        &[
            job("thirteen", &json!({}), std::slice::from_ref(&yes)),
            job("thirteen", &json!({ "pin": true }), &[yes, pin("wrong"), pin("right")]),
        ],
    );
    let [plain, with_pin] = all.as_slice() else { panic!() };
    plain[0].gave("Crane driver");
    assert_eq!(with_pin[0].lines[0]["claim"]["asks"], "pin", "{:#?}", with_pin[0]);
    assert_eq!(with_pin[1].lines[0]["claim"]["wrong"], true, "{:#?}", with_pin[1]);
    with_pin[2].gave("Crane driver");
}

#[test]
fn exchanges_with_didauth() {
    if !left_out() {
        inside("claiming::exchanges_with_didauth", exchanges);
    }
}

fn exchanges(network: &Network) {
    let yes = [json!({ "allow": ["exchange.example"] })];
    let of = |kind: &str, way: &str| job("exchange", &json!({ "kind": kind, "way": way }), &yes);
    let all = claimed(
        network,
        &[
            of("plain", "interaction"),
            of("modern", "interaction"),
            of("consortium", "direct"),
            of("consortium", "begin"),
            of("thief", "interaction"),
            of("curious", "begin"),
        ],
    );
    for (ran, case) in all.iter().take(4).zip(["plain", "modern", "direct", "begin"]) {
        assert_eq!(ran[0].code, 0, "{case}: {:#?}", ran[0]);
        ran[0].gave("Dock worker");
    }
    all[4][0].failed("claim.domain");
    all[5][0].failed("claim.query");
    for refused in [&all[4][0], &all[5][0]] {
        assert!(
            !refused.asked.iter().any(|asked| asked.contains("/exchange/")),
            "nothing was signed: {refused:#?}"
        );
    }
}
