//! European credentials under a JAdES seal.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use openbadges::Credential;
use rcgen::{DnType, KeyUsagePurpose, date_time_ymd};
use strict_json::{Value, json};
use verification::{CheckId, Documents, Mark, Outcome, Pins, Registries, Terms, Verdict, mark};

use crate::common::{Asked, ask_on, now};
use crate::sealing::{Ca, Sealer, elm, trusting};

fn ask_at(sealed: &Value, registries: &Registries, now: Timestamp, held: Option<Timestamp>) -> Asked {
    let pins = Pins::new();
    let terms = Terms { now, recipients: &[], pins: &pins, registries, held_since: held };
    ask_on(sealed.to_string().as_bytes(), &Documents::bundled(), &terms)
}

fn ask(sealed: &Value, registries: &Registries) -> Asked {
    ask_at(sealed, registries, now(), None)
}

fn world() -> (Ca, Sealer, Registries) {
    let ca = Ca::root("Seals AG");
    let sealer = ca.seal(|_| {});
    let registries = trusting(&ca.pem);
    (ca, sealer, registries)
}

#[test]
fn a_seal_of_the_issuer_from_a_trusted_authority_is_good() {
    let (ca, sealer, registries) = world();
    for sealed in [sealer.seal(&elm()), ca.seal_rsa().seal(&elm())] {
        let asked = ask(&sealed, &registries);
        assert_eq!(asked.line(), "valid proof.ok issuer-key.seal");
        assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.seal");
        assert_eq!(asked.notes(CheckId::Proof), ["proof.seal-time"]);
        let report = &asked.verification.report;
        assert_eq!((report.securing.as_str(), report.format.as_str()), ("jades", "elm-3"));
        assert_eq!(mark(report), Mark::Verified);
        assert_eq!(report.claims.name.as_deref(), Some("Welding"));
        let args = &asked.check(CheckId::IssuerKey).args;
        for (name, value) in [
            ("subject", "University of Example"),
            ("authority", "Seals AG"),
            ("voucher", "Seals AG"),
            ("list", "My authorities"),
        ] {
            assert_eq!(args.get(name).map(String::as_str), Some(value));
        }
    }
    // Flattened, and with the payload in base64url.
    let mut flat = sealer.seal(&elm());
    let one = flat["signatures"][0].take();
    flat["protected"] = one["protected"].clone();
    flat["signature"] = one["signature"].clone();
    flat.as_object_mut().unwrap().remove("signatures");
    assert_eq!(ask(&flat, &registries).verdict(), Verdict::Valid);
    let mut header = sealer.header();
    header["b64"] = json!(true);
    let payload = URL_SAFE_NO_PAD.encode(elm().to_string());
    let coded = json!({ "signatures": [sealer.signature(&header, &payload)], "payload": payload });
    assert_eq!(ask(&coded, &registries).verdict(), Verdict::Valid);
}

#[test]
fn without_a_trusted_authority_it_is_not_decided_and_says_who_is_named() {
    let (_, sealer, _) = world();
    let sealed = sealer.seal(&elm());
    let asked = ask(&sealed, &Registries::new());
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.seal-no-list");
    assert_eq!(
        asked.check(CheckId::IssuerKey).args.get("subject").map(String::as_str),
        Some("University of Example")
    );
    let other = Ca::root("Others AG");
    let asked = ask(&sealed, &trusting(&other.pem));
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.seal-unknown");
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.not-decided");
    // Somebody who only calls itself so.
    let namesake = Ca::root("Seals AG");
    assert_eq!(ask(&sealed, &trusting(&namesake.pem)).code(CheckId::IssuerKey), "issuer-key.seal-unknown");
    // The certificate itself may be trusted.
    assert_eq!(ask(&sealed, &trusting(&sealer.pem)).verdict(), Verdict::Valid);
}

#[test]
fn whatever_is_changed_breaks_the_seal() {
    let (_, sealer, registries) = world();
    let sealed = sealer.seal(&elm());
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut other = sealed.clone();
        change(&mut other);
        ask(&other, &registries).line()
    };
    let payload = sealed["payload"].as_str().unwrap().to_owned();
    let altered = "invalid proof.altered issuer-key.undecided";
    assert_eq!(changed(&|seal| seal["payload"] = json!(payload.replace("Welding", "Surgery"))), altered);
    assert_eq!(
        changed(&|seal| seal["payload"] = json!(payload.replace("\r\n", "\n"))),
        altered,
        "a line end"
    );
    assert_eq!(changed(&|seal| seal["payload"] = json!(format!("{payload} "))), altered, "a space");
    let object: Value = serde_json::from_str(&payload).unwrap();
    assert_eq!(
        changed(&|seal| seal["payload"] = object.clone()),
        "invalid proof.malformed issuer-key.undecided",
        "an object has no bytes"
    );
    let mut header = sealer.header();
    header["sigT"] = json!("2025-06-01T00:00:00Z");
    let protected = URL_SAFE_NO_PAD.encode(header.to_string());
    assert_eq!(changed(&|seal| seal["signatures"][0]["protected"] = json!(protected)), altered);
    // Members beside the payload are covered by nothing and shown nowhere.
    let mut beside = sealed.clone();
    beside["name"] = json!("Surgery");
    beside["credentialSubject"] = json!({});
    let asked = ask(&beside, &registries);
    assert_eq!(asked.verification.report.claims.name.as_deref(), Some("Welding"));
}

#[test]
fn a_seal_means_what_it_demands() {
    let (_, sealer, registries) = world();
    let line = |change: &dyn Fn(&mut Value)| {
        let mut header = sealer.header();
        change(&mut header);
        ask(&sealer.seal_as(&header, &elm()), &registries).line()
    };
    assert_eq!(line(&|_| {}), "valid proof.ok issuer-key.seal");
    assert_eq!(
        line(&|header| {
            header["adoTst"] = json!({ "tstTokens": [] });
            header["crit"] = json!(["b64", "sigT", "adoTst"]);
        }),
        "valid proof.ok issuer-key.seal"
    );
    let critical = "invalid proof.critical issuer-key.undecided";
    let malformed = "invalid proof.malformed issuer-key.undecided";
    assert_eq!(
        line(&|header| {
            header["exotic"] = json!(1);
            header["crit"] = json!(["b64", "exotic"]);
        }),
        critical
    );
    assert_eq!(line(&|header| header["crit"] = json!(["sigT"])), malformed, "b64 has to be critical");
    assert_eq!(line(&|header| header["crit"] = json!([])), malformed);
    assert_eq!(line(&|header| header["crit"] = json!(["b64", "b64"])), malformed);
    assert_eq!(line(&|header| header["crit"] = json!(["b64", "adoTst"])), malformed, "not there");
    assert_eq!(line(&|header| header["x5c"] = json!(["AAAA"])), malformed);
    assert_eq!(
        line(&|header| header["sigD"] = json!({ "mId": "http://uri.etsi.org/19182/ObjectIdByURI" })),
        "inconclusive proof.suite-unsupported issuer-key.undecided"
    );
    assert_eq!(
        line(&|header| header["x5c"] = Value::Null),
        "inconclusive proof.seal-without-certificate issuer-key.undecided"
    );
    assert_eq!(
        line(&|header| header["x5t#S256"] = json!(URL_SAFE_NO_PAD.encode([0; 32]))),
        "invalid proof.seal-other-certificate issuer-key.undecided"
    );
    assert_eq!(
        line(&|header| header["alg"] = json!("none")),
        "invalid proof.algorithm-refused issuer-key.undecided"
    );
    assert_eq!(line(&|header| header["alg"] = json!("RS256")), "invalid proof.key-kind issuer-key.undecided");
}

#[test]
fn a_certificate_outside_the_sealed_header_counts_for_nothing() {
    let (_, sealer, registries) = world();
    let mut header = sealer.header();
    let certificate = header.as_object_mut().unwrap().remove("x5c").unwrap();
    let mut sealed = sealer.seal_as(&header, &elm());
    sealed["signatures"][0]["header"] = json!({ "x5c": certificate });
    assert_eq!(ask(&sealed, &registries).code(CheckId::Proof), "proof.seal-without-certificate");
}

#[test]
fn the_issuer_has_to_be_the_organisation_of_the_certificate() {
    let (_, sealer, registries) = world();
    let code = |change: &dyn Fn(&mut Value)| {
        let mut credential = elm();
        change(&mut credential);
        let asked = ask(&sealer.seal(&credential), &registries);
        (asked.verdict(), asked.code(CheckId::IssuerKey).to_owned())
    };
    let other = code(&|elm| elm["issuer"]["eIDASIdentifier"]["notation"] = json!("VATDE-1"));
    assert_eq!(other, (Verdict::Invalid, "issuer-key.seal-other-issuer".to_owned()));
    let unsaid = code(&|elm| {
        elm["issuer"].as_object_mut().unwrap().remove("eIDASIdentifier");
    });
    assert_eq!(unsaid, (Verdict::Inconclusive, "issuer-key.seal-unnamed".to_owned()));
    let registered = code(&|elm| {
        let number = elm["issuer"].as_object_mut().unwrap().remove("eIDASIdentifier").unwrap();
        elm["issuer"]["registration"] = number;
    });
    assert_eq!(registered.0, Verdict::Valid);
    // A seal with a certificate that names no number.
    let ca = Ca::root("Seals AG");
    let nameless = ca.seal(|params| {
        params.distinguished_name.remove(DnType::CustomDnType(vec![2, 5, 4, 97]));
    });
    let asked = ask(&nameless.seal(&elm()), &trusting(&ca.pem));
    assert_eq!(asked.code(CheckId::IssuerKey), "issuer-key.seal-unnamed");
}

#[test]
fn a_certificate_for_something_else_may_not_seal() {
    let ca = Ca::root("Seals AG");
    let sealer = ca.seal(|params| params.key_usages = vec![KeyUsagePurpose::KeyEncipherment]);
    let asked = ask(&sealer.seal(&elm()), &trusting(&ca.pem));
    assert_eq!(asked.line(), "invalid proof.ok issuer-key.not-for-statements");
}

#[test]
fn a_certificate_counts_in_its_time() {
    let ca = Ca::root("Seals AG");
    let registries = trusting(&ca.pem);
    let old = ca.seal(|params| params.not_after = date_time_ymd(2026, 1, 1));
    let sealed = old.seal(&elm());
    let expired = ask(&sealed, &registries);
    assert_eq!(expired.line(), "inconclusive proof.ok issuer-key.seal-expired");
    let alone = ask(&sealed, &Registries::new());
    assert_eq!(alone.line(), "inconclusive proof.ok issuer-key.seal-no-list");
    assert_eq!(alone.notes(CheckId::IssuerKey), ["issuer-key.seal-expired"]);
    // The learner had it when the certificate still counted: nobody made it with a key that was lost later.
    let held = ask_at(&sealed, &registries, now(), Some("2025-06-01T00:00:00Z".parse().unwrap()));
    assert_eq!(held.line(), "valid proof.ok issuer-key.seal");
    assert_eq!(held.notes(CheckId::IssuerKey), ["issuer-key.seal-since-expired"]);
    let late = ask_at(&sealed, &registries, now(), Some("2026-06-01T00:00:00Z".parse().unwrap()));
    assert_eq!(late.code(CheckId::IssuerKey), "issuer-key.seal-expired");
    // By its own word it was sealed before the certificate was given out.
    let young = ca.seal(|params| params.not_before = date_time_ymd(2025, 3, 1));
    let asked = ask(&young.seal(&elm()), &registries);
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.seal-outside-time");
}

#[test]
fn certificates_between_may_stand_in_the_header_or_beside_the_seal() {
    let root = Ca::root("Root AG");
    let between = root.below("Seals AG");
    let sealer = between.seal(|_| {});
    let registries = trusting(&root.pem);
    assert_eq!(ask(&sealer.seal(&elm()), &registries).code(CheckId::IssuerKey), "issuer-key.seal-unknown");
    let mut header = sealer.header();
    header["x5c"] = json!([STANDARD.encode(&sealer.der), STANDARD.encode(&between.der)]);
    assert_eq!(ask(&sealer.seal_as(&header, &elm()), &registries).verdict(), Verdict::Valid);
    let mut later = sealer.seal(&elm());
    let values = json!({ "xVals": [{ "x509Cert": { "val": STANDARD.encode(&between.der) } }] });
    later["signatures"][0]["header"] =
        json!({ "etsiU": [URL_SAFE_NO_PAD.encode(values.to_string()), "!", 5] });
    assert_eq!(ask(&later, &registries).verdict(), Verdict::Valid);
    // A sealer is no authority: a certificate made with its key leads nowhere.
    let forged = Ca {
        params: sealer_params(),
        key: rcgen::KeyPair::generate().unwrap(),
        der: Vec::new(),
        pem: String::new(),
    };
    let mut header = forged.seal(|_| {}).header();
    let fake = forged.seal(|_| {});
    header["x5c"] =
        json!([STANDARD.encode(&fake.der), STANDARD.encode(&sealer.der), STANDARD.encode(&between.der)]);
    header["x5t#S256"] = fake.header()["x5t#S256"].clone();
    assert_eq!(
        ask(&fake.seal_as(&header, &elm()), &registries).code(CheckId::IssuerKey),
        "issuer-key.seal-unknown"
    );
}

fn sealer_params() -> rcgen::CertificateParams {
    let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
    params.distinguished_name.push(DnType::OrganizationName, "University of Example");
    params
}

#[test]
fn of_several_signatures_one_that_is_good_is_enough() {
    let (_, sealer, registries) = world();
    let stranger = Ca::root("Nobody").seal(|_| {});
    let mut sealed = sealer.seal(&elm());
    let payload = sealed["payload"].as_str().unwrap().to_owned();
    let own = sealed["signatures"][0].clone();
    sealed["signatures"] = json!([stranger.signature(&stranger.header(), &payload), own]);
    let asked = ask(&sealed, &registries);
    assert_eq!(asked.line(), "valid proof.ok issuer-key.seal");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.seal-time", "proof.other-undecided"]);
}

#[test]
fn an_unsealed_european_credential_is_not_proved() {
    let asked = ask(&elm(), &Registries::new());
    assert_eq!(asked.line(), "invalid proof.none issuer-key.none");
    assert_eq!(asked.check(CheckId::Structure).outcome, Outcome::Passed);
    let credential = Credential::read(elm().to_string().as_bytes()).unwrap();
    assert!(credential.seal().is_none());
}

/// A file of the shared corpus; `None` where there is none, which is said.
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test that reads the shared corpus, or says why not"
)]
fn shared(name: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("BADGEFOLIO_CORPUS") else {
        eprintln!(
            "skipped: BADGEFOLIO_CORPUS is not set, so two examples of the Commission are not looked at"
        );
        return None;
    };
    assert!(!folder.is_empty(), "BADGEFOLIO_CORPUS is set, but empty");
    let bytes = std::fs::read(std::path::Path::new(&folder).join("corpus").join(name));
    Some(bytes.expect("the corpus holds it"))
}

#[test]
fn the_examples_of_the_commission_hold_while_their_certificate_counted() {
    for name in ["Sample-CertOfPart-signed.jsonld", "Sample-MC-Annex1-signed.jsonld"] {
        let Some(bytes) = shared(&format!("ec-elm/Credentials/JSON-LD_Examples__ELM_v3_/{name}")) else {
            return;
        };
        let mut sealed: Value = strict_json::read(&bytes).unwrap();
        // The authority's certificate lies beside the seal (`etsiU`, `xVals`); here it is what the person trusts.
        let values = sealed["signatures"][0]["header"]["etsiU"].as_array().unwrap().iter();
        let values = values.map(|one| URL_SAFE_NO_PAD.decode(one.as_str().unwrap()).unwrap());
        let values: Vec<Value> = values.map(|bytes| strict_json::read(&bytes).unwrap()).collect();
        let pem: String = values
            .iter()
            .filter_map(|value| value.get("xVals")?.as_array())
            .flatten()
            .map(|one| one["x509Cert"]["val"].as_str().unwrap())
            .map(|der| format!("-----BEGIN CERTIFICATE-----\n{der}\n-----END CERTIFICATE-----\n"))
            .collect();
        let registries = trusting(&pem);
        let then = "2024-06-01T00:00:00Z".parse().unwrap();
        let good = ask_at(&sealed, &registries, then, None);
        assert_eq!(good.line(), "valid proof.ok issuer-key.seal", "{name}");
        assert_eq!(good.check(CheckId::IssuerKey).args["subject"], "ORGANIZACION TEST");
        let today = ask(&sealed, &registries);
        assert_eq!(today.line(), "inconclusive proof.ok issuer-key.seal-expired", "{name}");
        let alone = ask_at(&sealed, &Registries::new(), then, None);
        assert_eq!(alone.line(), "inconclusive proof.ok issuer-key.seal-no-list", "{name}");
        let payload = sealed["payload"].as_str().unwrap().replacen("urn:epass:", "urn:epasS:", 1);
        sealed["payload"] = json!(payload);
        assert_eq!(ask_at(&sealed, &registries, then, None).code(CheckId::Proof), "proof.altered", "{name}");
    }
}
