//! Who says so: a register, the learner's own mark, an https domain, or nobody known. Never turns the verdict.

use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::look::Look;
use crate::proof::Finding;
use crate::registry::{Membership, membership};

/// Judges the issuer's identity from the finding about its key.
pub(crate) fn check(finding: &Finding, issuer: Option<&str>, name: &str, look: &Look<'_>) -> Check {
    let shown = if name.is_empty() { issuer.unwrap_or("?") } else { name };
    let Some(issuer) = issuer.filter(|_| finding.good()) else {
        return new(shown, Outcome::Inconclusive, codes::ISSUER_IDENTITY_NOT_DECIDED);
    };
    let mut check = known(finding, issuer, shown, look);
    if mixes_scripts(name) {
        check.add_note(codes::ISSUER_IDENTITY_MIXED_SCRIPTS.note().with("name", name));
    }
    let known_by_name = look
        .terms
        .pins
        .iter()
        .find(|pin| pin.issuer != issuer && folded(&pin.name) == folded(name) && !name.is_empty());
    if let Some(pin) = known_by_name {
        check.add_note(codes::ISSUER_IDENTITY_LOOKALIKE.note().with("name", pin.name.clone()));
    }
    check
}

fn new(shown: &str, outcome: Outcome, code: codes::Code) -> Check {
    Check::new(CheckId::IssuerIdentity, outcome, code).with("issuer", shown)
}

/// The learner's own mark goes before all others: whoever vouches for the issuer, another key than the remembered one is
/// an alarm, and only the learner can end it.
fn known(finding: &Finding, issuer: &str, shown: &str, look: &Look<'_>) -> Check {
    let pins = look.terms.pins.of(issuer);
    if pins.is_empty() {
        return voucher(finding, issuer, shown, look);
    }
    let key = finding.key.as_ref().map(crate::key::PublicKey::fingerprint);
    // One that was marked without a key is known by its website alone, under whatever key.
    let by_website = pins.iter().any(|pin| pin.key.is_none()) && finding.host.is_some();
    if by_website || look.terms.pins.knows(issuer, key.as_deref()) {
        return new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_PINNED);
    }
    let voucher = voucher(finding, issuer, shown, look);
    // A hosted badge has no key that could have changed.
    let Some((pin, _)) = pins.first().zip(key) else { return voucher };
    let mut alarm = new(shown, Outcome::Inconclusive, codes::ISSUER_IDENTITY_KEY_CHANGED)
        .with("since", super::day(pin.at))
        .with("name", pin.name.clone());
    if voucher.outcome == Outcome::Passed {
        alarm.add_note(openbadges::Note { code: voucher.code, args: voucher.args });
    }
    alarm
}

/// Who vouches for the issuer: a register, an authority for seals, an https domain, a federation; or nobody.
fn voucher(finding: &Finding, issuer: &str, shown: &str, look: &Look<'_>) -> Check {
    let registries = look.terms.registries;
    if let Some(entry) = registries.get(issuer) {
        return new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_REGISTRY)
            .with("registry", entry.registry.clone());
    }
    if finding.issuer_key.code == codes::ISSUER_KEY_SEAL.as_str() {
        let mut check = new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_SEAL);
        check.args.extend(finding.issuer_key.args.clone());
        return check;
    }
    let mut notes = Vec::new();
    for federation in registries.federations() {
        let named =
            |code: codes::Code| code.note().with("registry", federation.name.clone()).with("issuer", shown);
        match membership(look, federation, issuer) {
            Membership::Member => {
                return new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_REGISTRY)
                    .with("registry", federation.name.clone());
            }
            Membership::Marked(mark) => {
                return new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_TRUST_MARK)
                    .with("registry", federation.name.clone())
                    .with("mark", mark);
            }
            Membership::No => {}
            Membership::NotAsked(host) => {
                notes.push(named(codes::ISSUER_IDENTITY_REGISTRY_NOT_ASKED).with("host", host));
            }
            Membership::Refused => notes.push(named(codes::ISSUER_IDENTITY_REGISTRY_REFUSED)),
        }
    }
    let check = match &finding.host {
        Some(host) => new(shown, Outcome::Passed, codes::ISSUER_IDENTITY_DOMAIN).with("host", host.clone()),
        None if issuer.starts_with("http:") => new(shown, Outcome::Inconclusive, codes::ISSUER_IDENTITY_HTTP),
        None => new(shown, Outcome::Inconclusive, codes::ISSUER_IDENTITY_UNKNOWN),
    };
    notes.into_iter().fold(check, Check::note)
}

/// A name as it looks: case and spaces aside.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Latin letters beside Cyrillic or Greek ones within one word: `Вadge`.
fn mixes_scripts(name: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c);
    let alike = |c: char| ('\u{370}'..='\u{3ff}').contains(&c) || ('\u{400}'..='\u{52f}').contains(&c);
    name.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().any(latin) && word.chars().any(alike))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_two_scripts_is_flagged_and_two_words_in_two_are_not() {
        assert!(mixes_scripts("\u{412}adge School"));
        assert!(!mixes_scripts("Школа School"));
        assert!(!mixes_scripts("Übersetzer*innen e.V."));
    }
}
