//! Single values, ordinary and odd.

use strict_json::{Map, Number, Value, json};

use super::chance::Chance;

const NUMBERS: [&str; 44] = [
    "0",
    "1",
    "-1",
    "42",
    "2026",
    "1.0",
    "-0",
    "-0.0",
    "0.1",
    "1.5",
    "2.25",
    "-3.75",
    "100.0",
    "1e0",
    "1E2",
    "1e21",
    "1e20",
    "123456789012345678901",
    "999999999999999999999",
    "1000000000000000000000",
    "9007199254740991",
    "9007199254740993",
    "-9007199254740993",
    "18446744073709551615",
    "18446744073709551616",
    "1e-7",
    "0.000001",
    "1.7976931348623157e308",
    "5e-324",
    "2.2250738585072014e-308",
    "0.30000000000000004",
    "123.456e3",
    "123456.789",
    "12345678.9",
    "1.0000000000000002",
    "4.35",
    "0.1e1",
    "33.333333333333336",
    "1e15",
    "1.5e300",
    "-1e-10",
    "3.0e5",
    "4611686018427387904",
    "123e-20",
];

const TEXTS: [&str; 34] = [
    "",
    " ",
    "x",
    "Bicycle repair",
    "Fahrrad reparieren",
    "a\tb",
    "a\nb",
    "a\r\nb",
    "\"quoted\"",
    "back\\slash",
    "it's",
    "\u{0}",
    "\u{1}\u{2}",
    "\u{7}",
    "\u{8}",
    "\u{b}\u{c}",
    "\u{1f}",
    "\u{7f}",
    "\u{80}\u{9f}",
    "Grüße",
    "日本語",
    "🎓",
    "👩‍🎓🇩🇪",
    "\u{2028}\u{2029}",
    "\u{feff}bom",
    "\u{ff01}",
    "\u{e000}",
    "\u{fffd}",
    "\u{10ffff}",
    "e\u{301}",
    "<tag>&amp;",
    "true",
    "1.0",
    "_:b0",
];

const LANGUAGES: [&str; 10] =
    ["en", "de", "en-US", "EN", "de-CH-1996", "zh-Hant-TW", "x-private", "sr-Latn", "Fr", "i-klingon"];

const ODD_LANGUAGES: [&str; 7] = ["", "en_US", "e n", "english-language", "en-", "12", "ü"];

const TIMES: [&str; 8] = [
    "2026-01-02T09:00:00Z",
    "2026-01-02T09:00:00.000Z",
    "2026-01-02T09:00:00+01:00",
    "2026-01-02",
    "yesterday",
    "",
    "24:00:00",
    "-0001-01-01T00:00:00Z",
];

const NAMES: [&str; 22] = [
    "https://campus.example/badges/1",
    "https://campus.example/badges/2",
    "urn:uuid:00000000-0000-4000-8000-0000000000a1",
    "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
    "did:web:campus.example%3A8443:staff",
    "https://campus.example/ü",
    "https://campus.example/?q=1&r=%20#part",
    "mailto:robin@mail.example",
    "ex:short",
    "ex:",
    "_:a",
    "_:b",
    "_:c",
    "_:b0",
    "_:c14n0",
    "data:text/plain,hello",
    "HTTPS://CAMPUS.example/../x",
    "tel:+1-2",
    "urn:a:b:c",
    "http://[::1]/",
    "https://campus.example/a'b",
    "urn:x%zz",
];

const ODD_NAMES: [&str; 18] = [
    "",
    "relative",
    "../up",
    "#fragment",
    "?query",
    "//host/path",
    "/root",
    "_:",
    "@id",
    "@foo",
    "@",
    "@foo.bar",
    "https://campus.example/a b",
    "https://campus.example/<x>",
    "urn:a\"b",
    "urn:{x}",
    ":x",
    "1a:b",
];

/// A number in one of the ways in which JSON writes it.
pub(crate) fn number(chance: &mut Chance) -> Value {
    let text = if chance.percent(70) {
        (*chance.pick(&NUMBERS)).to_owned()
    } else {
        let sign = if chance.percent(20) { "-" } else { "" };
        let fraction =
            if chance.percent(50) { format!(".{}", chance.below(1_000_000)) } else { String::new() };
        let exponent =
            if chance.percent(20) { format!("e{}", chance.below(60) as i64 - 30) } else { String::new() };
        let bits = 1 + chance.below(40);
        format!("{sign}{}{fraction}{exponent}", chance.below(1 << bits))
    };
    serde_json::from_str::<Number>(&text).map_or_else(|_| json!(1), Value::Number)
}

pub(crate) fn text(chance: &mut Chance) -> String {
    let mut text = (*chance.pick(&TEXTS)).to_owned();
    if chance.percent(20) {
        text.push_str(chance.word(&TEXTS));
    }
    text
}

pub(crate) fn language(chance: &mut Chance) -> &'static str {
    if chance.percent(5) { chance.word(&ODD_LANGUAGES) } else { chance.word(&LANGUAGES) }
}

pub(crate) fn time(chance: &mut Chance) -> &'static str {
    chance.word(&TIMES)
}

/// A name for a node: most often an absolute one.
pub(crate) fn name(chance: &mut Chance) -> &'static str {
    if chance.percent(4) { chance.word(&ODD_NAMES) } else { chance.word(&NAMES) }
}

pub(crate) fn scalar(chance: &mut Chance) -> Value {
    match chance.below(10) {
        0 => json!(true),
        1 => json!(false),
        2..=4 => number(chance),
        5 if chance.percent(20) => Value::Null,
        5 => json!(time(chance)),
        _ => json!(text(chance)),
    }
}

/// Any JSON, for `@json`.
pub(crate) fn any(chance: &mut Chance, depth: usize) -> Value {
    match chance.below(if depth == 0 { 4 } else { 7 }) {
        0..=2 => scalar(chance),
        3 => Value::Null,
        4 => (0..chance.below(4)).map(|_| any(chance, depth - 1)).collect(),
        _ => {
            let keys = ["b", "a", "é", "\u{e000}", "🎓", "", "@id", "a\tb", "10", "2"];
            let members: Map =
                (0..chance.below(4)).map(|_| (*chance.pick(&keys), any(chance, depth - 1))).collect();
            members.into()
        }
    }
}

/// A value object.
pub(crate) fn literal(chance: &mut Chance) -> Value {
    let mut value = json!({ "@value": scalar(chance) });
    match chance.below(7) {
        0 | 1 => {
            value["@value"] = json!(text(chance));
            value["@language"] = json!(language(chance));
        }
        2 => {
            value["@value"] = json!(text(chance));
            value["@direction"] = json!(chance.word(&["ltr", "rtl"]));
            if chance.percent(60) {
                value["@language"] = json!(language(chance));
            }
        }
        3 => value["@type"] = json!(chance.word(&DATATYPES)),
        4 => {
            value["@value"] = any(chance, 2);
            value["@type"] = json!("@json");
        }
        5 if chance.percent(20) => value["@index"] = json!(text(chance)),
        _ => {}
    }
    value
}

pub(crate) const DATATYPES: [&str; 10] = [
    "http://www.w3.org/2001/XMLSchema#integer",
    "http://www.w3.org/2001/XMLSchema#double",
    "http://www.w3.org/2001/XMLSchema#decimal",
    "http://www.w3.org/2001/XMLSchema#boolean",
    "http://www.w3.org/2001/XMLSchema#string",
    "http://www.w3.org/2001/XMLSchema#dateTime",
    "http://www.w3.org/2001/XMLSchema#float",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    "https://example.org/type",
    "ex:type",
];
