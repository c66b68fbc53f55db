use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use strict_json::json;
use verification::sign::Key;
use verification::{Answer, Document, Origin, Wanted};

use super::kit::*;
use crate::Given;
use crate::checking::{Ask, Judge, NoArchive};
use crate::views::{BadgeQuery, CheckId, Mark, Outcome};

#[test]
fn a_badge_that_could_not_be_checked_is_checked_with_consent() {
    let issuer = Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example");
    let net = Map::with("https://brueckenhaus.example/.well-known/did.json", issuer.document());
    let world = World::open(Some(net.clone()));
    let token = issuer.badge(&id(3), "First Aid", &json!({}));
    let ids = world.keep(&Given::file("b.jwt", token.into_bytes()));
    assert_eq!(world.wallet.badge(&ids[0]).unwrap().card.mark, Mark::Inconclusive);
    assert_eq!(*net.asked.lock().unwrap(), [""; 0], "nobody was asked without consent");

    let done = world.wallet.check_again(&ids[0], &["brueckenhaus.example".to_owned()]).unwrap();
    assert_eq!(done.value.card.mark, Mark::Verified);
    assert_eq!(done.value.issuer.vouched_by.as_deref(), Some("brueckenhaus.example"));
    assert_eq!(done.value.reports.len(), 2, "the first report stays");
    assert!(done.value.wanted_hosts.is_empty());
    assert_eq!(world.wallet.settings().unwrap().consents, ["brueckenhaus.example"]);

    // What was fetched lies in the archive: without network, and years later, it still counts.
    let later = world.again(None, "2030-01-01T00:00:00Z");
    let _ = later.unlock(None).unwrap();
    let done = later.check_again(&ids[0], &[]).unwrap();
    assert_eq!(done.value.card.mark, Mark::Verified);
    let key = done.value.checks.iter().find(|check| check.id == CheckId::IssuerKey).unwrap();
    assert_eq!(key.documents[0].origin, "archive");

    let _ = world.wallet.revoke_consent("brueckenhaus.example").unwrap();
    assert!(world.wallet.settings().unwrap().consents.is_empty());
}

#[test]
fn a_list_says_how_a_badge_stands_today() {
    let world = World::open(None);
    let until = json!({ "validUntil": "2027-01-01T00:00:00Z" });
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &until);
    let ids = world.keep(&Given::file("b", token.into_bytes()));
    assert_eq!(world.wallet.badges(&BadgeQuery::default()).unwrap().items[0].mark, Mark::SignedUnknown);
    let later = world.again(None, "2027-01-02T00:00:00Z");
    let _ = later.unlock(None).unwrap();
    let list = later.badges(&BadgeQuery { mark: Some(Mark::Expired), ..BadgeQuery::default() }).unwrap();
    assert_eq!(list.total, 1);
    assert_eq!(later.badge(&ids[0]).unwrap().reports.len(), 1, "no report was added or changed");
}

/// Answers everything with a document that wants yet another one.
struct Endless(AtomicUsize);

impl Ask for Endless {
    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        wanted
            .iter()
            .map(|want| {
                let n = self.0.fetch_add(1, Ordering::Relaxed);
                let body = json!({
                    "@context": "https://w3id.org/openbadges/v2", "id": want.url.as_str(), "type": "Assertion",
                    "badge": format!("https://a.example/{n}"), "recipient": {}, "verification": { "type": "HostedBadge" },
                    "issuer": format!("https://a.example/i{n}"),
                });
                let bytes = body.to_string().into_bytes();
                Answer::Got(Document::new(want.url.clone(), None, bytes, now(), Origin::Fetched))
            })
            .collect()
    }
}

#[test]
fn rounds_end_whatever_is_answered() {
    let ask = Endless(AtomicUsize::new(0));
    let judge = Judge::new(now(), &NoArchive, &ask);
    let credential = openbadges::Credential::read(b"https://a.example/assertion").unwrap();
    let checked = judge.check(&credential, None);
    assert!(ask.0.load(Ordering::Relaxed) <= openbadges::limits::DOCUMENTS_PER_BADGE);
    assert_ne!(checked.report.verdict, verification::Verdict::Valid);
}

/// Refuses everything and counts.
struct Refusing(AtomicUsize);

impl Ask for Refusing {
    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        self.0.fetch_add(wanted.len(), Ordering::Relaxed);
        wanted.iter().map(|_| Answer::Refused(openbadges::Note::new("fetch.offline"))).collect()
    }
}

#[test]
fn nobody_is_asked_twice_in_one_run() {
    let issuer = Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example");
    let ask = Refusing(AtomicUsize::new(0));
    let judge = Judge::new(now(), &NoArchive, &ask);
    for n in 0..3 {
        let token = issuer.badge(&id(n), "First Aid", &json!({}));
        let credential = openbadges::Credential::read(token.as_bytes()).unwrap();
        let checked = judge.check(&credential, None);
        assert_eq!(checked.wanted_hosts(), ["brueckenhaus.example"]);
        let proof = checked.report.check(verification::CheckId::IssuerKey).unwrap();
        assert_eq!(proof.outcome, verification::Outcome::Inconclusive);
    }
    assert_eq!(ask.0.load(Ordering::Relaxed), 1);
}

#[test]
fn an_address_that_was_given_is_looked_at_with_consent_only() {
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let token = issuer.badge(&id(1), "Forklift Driver", &json!({}));
    struct One(String);
    impl Ask for One {
        fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
            let document = |want: &Wanted| {
                Document::new(want.url.clone(), None, self.0.clone().into_bytes(), now(), Origin::Fetched)
            };
            wanted.iter().map(|want| Answer::Got(document(want))).collect()
        }
    }
    let ask = One(token);
    let found = Judge::new(now(), &NoArchive, &ask).examine_address("https://werkstatt.example/b.jwt");
    let checked = found.found[0].checked.as_ref().unwrap();
    assert_eq!(verification::mark(&checked.report), verification::Mark::SignedUnknown);

    let refused = Judge::new(now(), &NoArchive, &crate::checking::Nobody);
    let failure = refused.examine_address("https://werkstatt.example/b.jwt").failure.unwrap();
    assert!(failure.is("input.address-refused"));
    assert_eq!(failure.args["host"], "werkstatt.example");
    for inner in ["https://127.0.0.1/x", "https://localhost/x", "http://10.0.0.1/"] {
        assert!(refused.examine_address(inner).failure.is_some(), "{inner}");
    }
}

#[test]
fn a_report_is_worded_by_its_codes() {
    let world = World::open(None);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let ids = world.keep(&Given::file("b", token.into_bytes()));
    let badge = world.wallet.badge(&ids[0]).unwrap();
    assert_eq!(badge.checks.len(), 12);
    let proof = badge.checks.iter().find(|check| check.id == CheckId::Proof).unwrap();
    assert_eq!(proof.outcome, Outcome::Passed);
    for check in &badge.checks {
        assert!(words::Words::has_code(&check.code), "{}", check.code);
    }
    let shared: Arc<dyn Send + Sync> = Arc::new(world.wallet);
    drop(shared);
}

/// The mail, as its domain signs it; and the record with the key.
pub(super) fn signed(mail: &Given) -> (Given, String) {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    use mail_auth::common::headers::HeaderWriter as _;
    let jwk = Key::ed25519_from_seed(&[5; 32]).unwrap().public_jwk();
    let public = URL_SAFE_NO_PAD.decode(jwk["x"].as_str().unwrap()).unwrap();
    let key = mail_auth::common::crypto::Ed25519Key::from_seed_and_public_key(&[5; 32], &public).unwrap();
    let signer = mail_auth::dkim::DkimSigner::from_key(key).domain("werkstatt.example").selector("s1");
    let signature = signer.headers(["From", "To", "Subject", "Date"]).sign(&mail.bytes).unwrap();
    let bytes = [signature.to_header().into_bytes(), mail.bytes.clone()].concat();
    (Given::file("badge.eml", bytes), format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(public)))
}

#[test]
fn who_sent_a_mail_is_found_out_later_with_consent() {
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let (mail, record) = signed(&mail("Your badge", &[("b.jwt", "application/jwt", token.into_bytes())]));
    let address = "dns:s1._domainkey.werkstatt.example?type=TXT";
    let net = Map::with(address, json!(record));
    let world = World::open(Some(net.clone()));
    let ids = world.keep(&mail);
    let before = world.wallet.badge(&ids[0]).unwrap();
    assert_eq!(before.wanted_hosts, ["dns:werkstatt.example"]);
    let code = |badge: &crate::views::BadgeView| {
        badge.checks.iter().find(|check| check.id == CheckId::Mail).unwrap().code.clone()
    };
    assert_eq!(code(&before), "mail.key-not-had");
    assert_eq!(*net.asked.lock().unwrap(), [""; 0], "nobody was asked without consent");

    // The mail is no longer there; what its signature needs is.
    let allowed = ["dns:Werkstatt.example".to_owned()];
    let after = world.wallet.check_again(&ids[0], &allowed).unwrap().value;
    assert_eq!((code(&after).as_str(), after.card.mark), ("mail.sent", before.card.mark));
    assert!(after.wanted_hosts.is_empty());
    assert_eq!(*net.asked.lock().unwrap(), [address]);
    assert_eq!(world.wallet.settings().unwrap().consents, ["dns:werkstatt.example"]);

    // The record lies in the archive: it still counts when the domain has another one, and nobody is asked again.
    let later = world.again(Some(Map::with(address, json!("v=DKIM1; p="))), "2030-01-01T00:00:00Z");
    let _ = later.unlock(None).unwrap();
    assert_eq!(code(&later.check_again(&ids[0], &[]).unwrap().value), "mail.sent");
}
