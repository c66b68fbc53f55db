//! Where we and a peer judge differently, or both take what was damaged: why ours is right.

use super::damage::Kind;
use super::judged::{Judged, Ours};
use super::secured::Case;
use super::securings::{Form, Peer};

/// A decision.
pub(super) struct Rule {
    pub(super) name: &'static str,
    /// Which peer; `None` for any.
    peer: Option<Peer>,
    /// What is said here and there: accepted or not.
    ours: bool,
    theirs: bool,
    /// Is it this case? With our words and the peer's.
    fits: fn(&Case, &Ours, &str) -> bool,
    /// Why ours is right, with the section of the standard.
    pub(super) why: &'static str,
}

/// All of them; the first that fits decides.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "a set has no order",
        peer: None,
        ours: true,
        theirs: true,
        fits: |case, _, _| by_statements(case) && turned(case),
        why: "an array that no context makes a list is a set (JSON-LD 1.1, 4.3.1): back to front it is the same \
              statements, and these are what is signed (VC Data Integrity 1.0, 4.2)",
    },
    Rule {
        name: "tabs in an older canonical form",
        peer: Some(Peer::VerifierCore),
        ours: true,
        theirs: false,
        fits: |case, _, _| {
            case.securing.name == "Ed25519Signature2020"
                && case.secured.text().contains("\\t")
                && (case.damage.is_none() || turned(case))
        },
        why: "canonical N-Quads write a tab as \\t (RDFC-1.0, 5.2); verifier-core comes with rdf-canonize 3.4.0, which \
              leaves it as it is, for this suite; @digitalbazaar/vc says what we say",
    },
    Rule {
        name: "the host's copy counts",
        peer: Some(Peer::Openbadgeslib),
        ours: true,
        theirs: false,
        fits: hosted_differs,
        why: "a hosted assertion is what is served at its address (Open Badges 2.0, hosted verification): the copy at hand \
              decides nothing, what is shown is the served one, and a note says that the copy differs; openbadgeslib \
              refuses where id, recipient, badge or dates differ or the copy cannot be read",
    },
    Rule {
        name: "the host's copy counts for both",
        peer: Some(Peer::Openbadgeslib),
        ours: true,
        theirs: true,
        fits: hosted_differs,
        why: "as above, and openbadgeslib, too, takes what is served for what is said",
    },
];

/// Is what is signed the statements of a document?
fn by_statements(case: &Case) -> bool {
    matches!(case.securing.form, Form::Proof(suite, _) if !suite.contains("-jcs-"))
}

/// A set was turned round: neither the contexts, whose order counts, nor what a context makes a list.
fn turned(case: &Case) -> bool {
    case.damage.as_ref().is_some_and(|damage| {
        damage.kind == Kind::Turned
            && !damage.place.starts_with("/@context")
            && !damage.place.ends_with("/allowedValue")
    })
}

fn hosted_differs(case: &Case, ours: &Ours, _: &str) -> bool {
    case.securing.form == Form::Hosted
        && case.damage.is_some()
        && ours.notes.iter().any(|note| note == "proof.hosted-differs")
}

/// What two judgements come to.
pub(super) enum Said {
    Alike,
    Rule(&'static Rule),
    Undecided,
}

pub(super) fn said(case: &Case, ours: &Ours, peer: Peer, theirs: &Result<(), String>) -> Said {
    let genuine = case.damage.is_none();
    if ours.accepts() == theirs.is_ok() && ours.accepts() == genuine {
        return Said::Alike;
    }
    let words = theirs.as_ref().err().map_or("", String::as_str);
    RULES
        .iter()
        .find(|rule| {
            rule.peer.is_none_or(|wanted| wanted == peer)
                && rule.ours == ours.accepts()
                && rule.theirs == theirs.is_ok()
                && (rule.fits)(case, ours, words)
        })
        .map_or(Said::Undecided, Said::Rule)
}

/// A rule that decides nothing is one that nobody looks after.
pub(super) fn assert_all_used(cases: &[Case], judged: &[Judged]) {
    for rule in RULES {
        let used = cases.iter().zip(judged).any(|(case, judged)| {
            judged.theirs.iter().any(|(peer, theirs)| {
                matches!(said(case, &judged.ours, *peer, theirs), Said::Rule(found) if std::ptr::eq(found, rule))
            })
        });
        assert!(used, "the rule {:?} decides nothing", rule.name);
    }
}
