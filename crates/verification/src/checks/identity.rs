//! Who says so: a register, the learner's own mark, an https domain, or nobody known. Never turns the verdict.

use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::proof::Finding;
use crate::terms::Terms;

/// Judges the issuer's identity from the finding about its key.
pub(crate) fn check(finding: &Finding, issuer: Option<&str>, name: &str, terms: &Terms<'_>) -> Check {
    let shown = if name.is_empty() { issuer.unwrap_or("?") } else { name };
    let new = |outcome, code| Check::new(CheckId::IssuerIdentity, outcome, code).with("issuer", shown);
    let Some(issuer) = issuer.filter(|_| finding.good()) else {
        return new(Outcome::Inconclusive, codes::ISSUER_IDENTITY_NOT_DECIDED);
    };
    let mut check = known(finding, issuer, terms, &new);
    if mixes_scripts(name) {
        check.add_note(codes::ISSUER_IDENTITY_MIXED_SCRIPTS.note().with("name", name));
    }
    let known_by_name = terms
        .pins
        .iter()
        .find(|pin| pin.issuer != issuer && folded(&pin.name) == folded(name) && !name.is_empty());
    if let Some(pin) = known_by_name {
        check.add_note(codes::ISSUER_IDENTITY_LOOKALIKE.note().with("name", pin.name.clone()));
    }
    check
}

fn known(
    finding: &Finding,
    issuer: &str,
    terms: &Terms<'_>,
    new: &impl Fn(Outcome, codes::Code) -> Check,
) -> Check {
    if let Some(entry) = terms.registries.get(issuer) {
        return new(Outcome::Passed, codes::ISSUER_IDENTITY_REGISTRY)
            .with("registry", entry.registry.clone());
    }
    let key = finding.key.as_ref().map(crate::key::PublicKey::fingerprint);
    let pin = terms.pins.get(issuer);
    if let Some(pin) = pin
        && pin.key == key
    {
        return new(Outcome::Passed, codes::ISSUER_IDENTITY_PINNED);
    }
    if finding.issuer_key.code == codes::ISSUER_KEY_SEAL.as_str() {
        let mut check = new(Outcome::Passed, codes::ISSUER_IDENTITY_SEAL);
        check.args.extend(finding.issuer_key.args.clone());
        return check;
    }
    let changed = pin.is_some();
    match &finding.host {
        Some(host) => {
            let mut check = new(Outcome::Passed, codes::ISSUER_IDENTITY_DOMAIN).with("host", host.clone());
            if changed {
                check.add_note(codes::ISSUER_IDENTITY_KEY_CHANGED.note());
            }
            check
        }
        None if changed => new(Outcome::Inconclusive, codes::ISSUER_IDENTITY_KEY_CHANGED),
        None if issuer.starts_with("http:") => new(Outcome::Inconclusive, codes::ISSUER_IDENTITY_HTTP),
        None => new(Outcome::Inconclusive, codes::ISSUER_IDENTITY_UNKNOWN),
    }
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
