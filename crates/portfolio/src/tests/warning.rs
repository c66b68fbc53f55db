//! What the holder is told before it goes out.

use std::collections::BTreeMap;

use openbadges::recipient::RecipientId;
use openbadges::{Note, ResultClaim};
use verification::{CheckId, Outcome, verdict};
use words::{Locale, Words};

use super::sample;
use crate::{ComposeError, EvidenceForPortfolio, EvidenceKind, compose};

fn worded(notes: &[Note]) -> String {
    let words = Words::new(Locale::En).for_data();
    notes
        .iter()
        .map(|note| format!("{}: {}\n", note.code, words.code(&note.code, &note.args).message))
        .collect()
}

#[test]
fn everything_there_is_to_say() {
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    let address = |hashed: bool| RecipientId { kind: "email".into(), value: "x".into(), hashed, salt: None };
    request.badges[0].report.claims.recipient = vec![address(true)];
    request.badges[1].report.claims.recipient = vec![address(false)];
    request.badges[3].report.claims.results =
        vec![ResultClaim { value: Some("1.3".into()), ..ResultClaim::default() }];
    let check =
        request.badges[3].report.checks.iter_mut().find(|check| check.id == CheckId::Recipient).unwrap();
    (check.outcome, check.code) = (Outcome::Failed, "recipient.mismatch".into());
    request.badges[1].evidence.push(EvidenceForPortfolio {
        name: "My page".into(),
        caption: String::new(),
        kind: EvidenceKind::Link("http://me.example/".into()),
    });
    let mut forged = request.badges[1].clone();
    forged.id = "forged".into();
    forged.report.claims.name = Some("Forged".into());
    forged.report.checks[2].outcome = Outcome::Failed;
    forged.report.verdict = verdict(&forged.report.checks);
    request.badges.push(forged);
    let composed = compose(request).unwrap();
    assert_eq!(composed.portfolio.badges.len(), 4, "what is not genuine stays out");
    insta::assert_snapshot!(worded(&composed.warnings), @"
    handout.not-genuine-left-out: Left out, because it is not genuine: Forged.
    handout.link-left-out: The link My page is left out: only addresses that begin with https are handed out.
    handout.not-verified: This badge is not verified: German B1: Speaking. The page says so.
    handout.other-recipient: This badge was given to an address that is not among yours: Youth Camp Team Lead.
    handout.address-plain: Your e-mail address can be read in this badge: Spreadsheet Essentials.
    handout.address-hashed: This badge holds your e-mail address in disguise: Forklift Driver, Class 1. Who guesses the address can tell that it is yours.
    handout.grades-inside: There are grades or results in this badge: Youth Camp Team Lead. They cannot be taken out of it.
    handout.evidence-included: 4 pieces of your evidence go along.
    handout.linkable: Everything you hand out is signed with the same key. Who gets two of your portfolios can tell that they are from the same person.
    ");
}

#[test]
fn a_described_badge_gives_no_address_away() {
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    request.badges.truncate(1);
    request.badges[0].report.claims.recipient =
        vec![RecipientId { kind: "email".into(), value: "a@b.example".into(), hashed: false, salt: None }];
    request.badges[0].credentials.clear();
    let codes: Vec<_> = compose(request).unwrap().warnings.into_iter().map(|note| note.code).collect();
    assert_eq!(codes, ["handout.linkable"]);
}

#[test]
fn what_cannot_go_out_says_why() {
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    request.badges.clear();
    assert_eq!(compose(request).unwrap_err(), ComposeError::Empty);

    let mut request = sample::request(Locale::En, &BTreeMap::new());
    request.badges[0].credentials[0].bytes = vec![b'x'; 50 << 20];
    let error = compose(request).unwrap_err();
    assert_eq!(error.code(), "portfolio.too-large");
    insta::assert_snapshot!(Words::new(Locale::De).for_data().code(error.code(), &error.args()).message, @"Die Datei hätte etwa 71 MB. Mehr als 67 MB lassen sich nicht wieder öffnen.");
}
