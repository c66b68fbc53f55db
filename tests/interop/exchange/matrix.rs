//! The matrix: securing × who signed × good or damaged × agreed or decided by which rule.

use std::collections::BTreeMap;

use wallet_tests::tell;

use super::judged::Judged;
use super::rules::{RULES, Said, said};
use super::secured::Case;

/// Prints it; what no rule decides comes back in words.
pub(super) fn print(cases: &[Case], judged: &[Judged]) -> Vec<String> {
    let mut rows: BTreeMap<(usize, &str, bool, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    let mut undecided = Vec::new();
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, (case, judged)) in cases.iter().zip(judged).enumerate() {
        let place = super::securings::ALL.iter().position(|known| std::ptr::eq(known, case.securing));
        let row = rows
            .entry((
                place.unwrap_or(usize::MAX),
                case.signer.name(),
                case.damage.is_some(),
                case.securing.name,
            ))
            .or_default();
        for (peer, theirs) in &judged.theirs {
            let cell = match said(case, &judged.ours, *peer, theirs) {
                Said::Alike => "alike",
                Said::Rule(rule) => rule.name,
                Said::Undecided => {
                    undecided.push(words(number, case, judged, peer.name(), theirs));
                    "UNDECIDED"
                }
            };
            *row.entry(cell).or_default() += 1;
            *totals.entry(cell).or_default() += 1;
        }
    }
    tell(&format!("{:<22} {:<18} {:<8} {}", "securing", "signed by", "", "judgements beside a peer's"));
    for ((_, signer, damaged, name), cells) in &rows {
        let damaged = if *damaged { "damaged" } else { "good" };
        tell(&format!("{name:<22} {signer:<18} {damaged:<8} {}", counts(cells)));
    }
    tell(&format!("{:<22} {:<18} {:<8} {}", "all", "", "", counts(&totals)));
    for rule in RULES {
        tell(&format!("rule \"{}\": {}", rule.name, rule.why));
    }
    undecided
}

fn counts(cells: &BTreeMap<&str, usize>) -> String {
    cells.iter().map(|(name, number)| format!("{name} {number}")).collect::<Vec<_>>().join(", ")
}

fn words(number: usize, case: &Case, judged: &Judged, peer: &str, theirs: &Result<(), String>) -> String {
    let ours = &judged.ours;
    format!(
        "#{number} {} signed by {}, {}: {} says {}; ours {} {:?} {:?}",
        case.securing.name,
        case.signer.name(),
        case.damage
            .as_ref()
            .map_or_else(|| "good".to_owned(), |damage| format!("{:?} at {}", damage.kind, damage.place)),
        peer,
        theirs.as_ref().map_or_else(|error| format!("no ({error})"), |()| "yes".to_owned()),
        ours.verdict.map_or("not read", |verdict| verdict.as_str()),
        ours.codes,
        ours.notes,
    )
}
