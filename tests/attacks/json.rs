//! Rows json-…: what a strict reader of JSON refuses.

use verification::Verdict;

use crate::kit::*;

/// The genuine badge as text; it passes.
fn good() -> String {
    control(&World::new()).to_string()
}

#[test]
fn json_00_deep() {
    let deep = format!("{}1{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let forged = good().replacen("\"name\":\"Welding\"", &format!("\"name\":{deep}"), 1);
    assert_eq!(World::new().nothing(forged.as_bytes()), ["json.too-deep"]);
    // Never closed.
    assert!(World::new().look("[{\"a\":".repeat(500_000).as_bytes()).found.is_empty());
}

#[test]
fn json_01_huge_number() {
    for number in ["1e400", "-1e400", &"9".repeat(5000)] {
        let forged =
            good().replacen("\"name\":\"Welding\"", &format!("\"name\":\"Welding\",\"credit\":{number}"), 1);
        for seen in World::new().all(forged.as_bytes()) {
            assert_eq!(seen.verdict(), Verdict::Invalid, "{}", &number[..number.len().min(9)]);
        }
    }
    let forged = good().replacen("\"name\":\"Welding\"", "\"name\":\"Welding\",\"credit\":1e400", 1);
    assert_eq!(World::new().nothing(forged.as_bytes()), ["json.number"]);
}

#[test]
fn json_03_nul() {
    // Written as an escape: another text than was signed, and never shown as it is.
    let forged = good().replacen("\"name\":\"Welding\"", "\"name\":\"Wel\\u0000ding\\u0007\"", 1);
    let seen = World::new().one(forged.as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid);
    with_place(|place| {
        let path = place.file("nul.json", forged.as_bytes());
        let said = place.run(["verify", "--offline", "--at", NOW, path.to_str().unwrap()]).expect(1);
        assert!(!said.out.contains(['\0', '\u{7}']), "{:?}", said.out);
        assert!(said.out.contains("Wel"), "{}", said.out);
    });
    // As a raw character it is no JSON.
    let raw = good().replacen("Welding", "Wel\0ding", 1);
    assert_eq!(World::new().nothing(raw.as_bytes()), ["json.control-character"]);
}

#[test]
fn json_04_utf16() {
    let good = good();
    for little in [true, false] {
        for mark in [true, false] {
            let units = mark.then_some(0xfeff).into_iter().chain(good.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
            let examined = World::new().look(&bytes);
            assert!(examined.found.is_empty(), "Open Badges 3.0 wants UTF-8");
            assert!(!examined.passed.is_empty() || examined.failure.is_some(), "said");
        }
    }
}
