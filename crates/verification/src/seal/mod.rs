//! European Digital Credentials under a JAdES seal (ETSI TS 119 182-1): is the seal unbroken, and is the certificate that
//! made it that of the issuer, from an authority the person trusts. A certificate that nobody vouches for is what anybody
//! can make at home.

mod certificate;
mod chain;
mod header;

use jiff::Timestamp;
use openbadges::{Seal, SealError, SealSignature};
use strict_json::{Value, each};

pub(crate) use self::certificate::Certificate;
use crate::check::{Check, CheckId, Outcome};
use crate::checks::day;
use crate::codes;
use crate::key::{Algorithm, Refused};
use crate::look::Look;
use crate::proof::bind::check;
use crate::proof::data_integrity::best;
use crate::proof::{Finding, failed, undecided};

/// Checks a seal; `credential` is what is sealed, `issuer_name` the issuer's name in it.
pub(crate) fn verify(
    look: &Look<'_>,
    seal: Result<Seal, SealError>,
    credential: &Value,
    issuer_name: &str,
) -> Finding {
    let seal = match seal {
        Ok(seal) => seal,
        Err(error) => {
            return Finding::proof_only(failed(codes::PROOF_MALFORMED).with("member", error.member()));
        }
    };
    let one = |signature: &SealSignature| one(look, &seal, signature, credential, issuer_name);
    best(seal.signatures().iter().map(|signature| ("jades".to_owned(), one(signature))).collect())
}

fn one(
    look: &Look<'_>,
    seal: &Seal,
    signature: &SealSignature,
    credential: &Value,
    issuer_name: &str,
) -> Finding {
    let alg = signature.alg();
    let Some(algorithm) = Algorithm::of_jose(alg) else {
        return Finding::proof_only(crate::proof::jwt::no_algorithm(alg));
    };
    if let Some(check) = header::critical(signature) {
        return Finding::proof_only(check);
    }
    let Some(der) = header::certificate(signature) else {
        return Finding::proof_only(undecided(codes::PROOF_SEAL_WITHOUT_CERTIFICATE));
    };
    let Some(leaf) = Certificate::read(&der) else {
        return Finding::proof_only(failed(codes::PROOF_MALFORMED).with("member", "x5c"));
    };
    if !header::digest_fits(signature, &der) {
        return Finding::proof_only(failed(codes::PROOF_SEAL_OTHER_CERTIFICATE));
    }
    let Some(key) = leaf.key.clone() else {
        return Finding::proof_only(undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", alg));
    };
    let mut proof = match key.verify(algorithm, &seal.signing_input(signature), signature.signature()) {
        Ok(()) => Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_OK),
        Err(Refused::Altered) => failed(codes::PROOF_ALTERED),
        Err(Refused::Kind) => failed(codes::PROOF_KEY_KIND).with("alg", alg),
        Err(Refused::Weak) => failed(codes::PROOF_KEY_WEAK),
    };
    if proof.outcome != Outcome::Passed {
        return Finding::proof_only(proof);
    }
    let sealed_at = header::time(signature);
    if let Some(sealed_at) = sealed_at {
        proof.add_note(codes::PROOF_SEAL_TIME.note().with("date", day(sealed_at)));
    }
    let issuer_key = owner(look, signature, &leaf, sealed_at, credential)
        .with("issuer", issuer_name)
        .with("subject", leaf.subject.clone())
        .with("authority", leaf.authority.clone())
        .with("key", key.fingerprint());
    Finding { proof, issuer_key, key: Some(key), host: None, until: None }
}

/// The check `issuer-key`: may this certificate's key seal, is it this issuer's, does somebody trusted vouch for it, and
/// did it count.
fn owner(
    look: &Look<'_>,
    signature: &SealSignature,
    leaf: &Certificate,
    sealed_at: Option<Timestamp>,
    credential: &Value,
) -> Check {
    if !leaf.may_sign {
        return check(Outcome::Failed, codes::ISSUER_KEY_NOT_FOR_STATEMENTS);
    }
    let tie = tie(leaf, credential);
    if let Tie::Other(named) = &tie {
        return check(Outcome::Failed, codes::ISSUER_KEY_SEAL_OTHER_ISSUER).with("named", named.clone());
    }
    let now = look.terms.now;
    // A copy that was here while the certificate counted was sealed before its end, whoever holds the key today.
    let held = look.terms.held_since.filter(|held| *held <= now && leaf.counts_at(*held));
    let at = if leaf.counts_at(now) { now } else { held.unwrap_or(now) };
    let outside = match sealed_at {
        Some(sealed_at) if !leaf.counts_at(sealed_at) => {
            Some((codes::ISSUER_KEY_SEAL_OUTSIDE_TIME, sealed_at))
        }
        _ if now < leaf.from => Some((codes::ISSUER_KEY_SEAL_OUTSIDE_TIME, now)),
        _ if !leaf.counts_at(at) => Some((codes::ISSUER_KEY_SEAL_EXPIRED, leaf.until)),
        _ => None,
    };
    let lists = look.terms.registries.trust_lists();
    let moment = at.clamp(leaf.from, leaf.until);
    let found = chain::authority(lists, leaf, &header::between(signature), moment);
    let Some((list, authority)) = found else {
        let code =
            if lists.is_empty() { codes::ISSUER_KEY_SEAL_NO_LIST } else { codes::ISSUER_KEY_SEAL_UNKNOWN };
        let mut answer = check(Outcome::Inconclusive, code);
        if let Some((code, date)) = outside {
            let note =
                code.note().with("subject", leaf.subject.clone()).with("authority", leaf.authority.clone());
            answer.add_note(note.with("date", day(date)));
        }
        return answer;
    };
    if let Some((code, date)) = outside {
        return check(Outcome::Inconclusive, code).with("date", day(date)).with("list", list.name.clone());
    }
    if tie == Tie::Unsaid {
        return check(Outcome::Inconclusive, codes::ISSUER_KEY_SEAL_UNNAMED).with("list", list.name.clone());
    }
    let mut answer = check(Outcome::Passed, codes::ISSUER_KEY_SEAL)
        .with("list", list.name.clone())
        .with("voucher", authority.name.clone());
    if at != now {
        answer.add_note(codes::ISSUER_KEY_SEAL_SINCE_EXPIRED.note().with("date", day(leaf.until)));
    }
    if list.next_update.is_some_and(|next| next < now) {
        answer.add_note(codes::ISSUER_KEY_SEAL_LIST_OLD.note().with("list", list.name.clone()));
    }
    answer
}

/// Whether issuer and certificate are the same organisation.
#[derive(PartialEq, Eq)]
enum Tie {
    Same,
    /// The credential names another one, by this number.
    Other(String),
    /// One of the two does not say.
    Unsaid,
}

/// The issuer's id is a name of the moment (`urn:epass:…`); what ties it to the certificate is the number of the
/// organisation: `eIDASIdentifier` of the issuer, in older ones another of its registrations, equals the certificate's
/// `organizationIdentifier`.
fn tie(leaf: &Certificate, credential: &Value) -> Tie {
    let issuer = credential.get("issuer").unwrap_or(&Value::Null);
    let notations = |member: &'static str| {
        each(issuer.get(member)).filter_map(|one| one.get("notation").and_then(Value::as_str)).map(str::trim)
    };
    let Some(number) = leaf.identifier.as_deref() else { return Tie::Unsaid };
    let mut eidas = notations("eIDASIdentifier").peekable();
    if let Some(first) = eidas.peek().copied() {
        return if eidas.any(|named| named == number) {
            Tie::Same
        } else {
            Tie::Other(openbadges::claims::plain(first))
        };
    }
    let others = ["registration", "vatIdentifier", "taxIdentifier", "identifier"];
    if others.into_iter().flat_map(notations).any(|named| named == number) { Tie::Same } else { Tie::Unsaid }
}
