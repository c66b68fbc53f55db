//! Published test files of others are read as what they are.
//!
//! They lie in the folder that `BADGEFOLIO_CORPUS` names, under `corpus/`, and are no part of this repository.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test says so by failing")]
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use openbadges::{Credential, ReadError, json, png, svg};

fn corpus() -> Option<PathBuf> {
    match std::env::var("BADGEFOLIO_CORPUS") {
        Err(_) => {
            eprintln!("skipped: 2 tests over published test files, because BADGEFOLIO_CORPUS is not set");
            None
        }
        Ok(path) if path.is_empty() => panic!("BADGEFOLIO_CORPUS is set but empty"),
        Ok(path) => Some(PathBuf::from(path).join("corpus")),
    }
}

/// JSONTestSuite: `y_` must be read, `n_` must not, `i_` may do either but must not panic.
#[test]
fn the_json_reader_agrees_with_json_test_suite() {
    let Some(corpus) = corpus() else { return };
    // Allowed by RFC 8259, refused here on purpose: a repeated member, and what I-JSON (RFC 7493) forbids.
    let refused = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];
    let mut run = 0;
    for entry in std::fs::read_dir(corpus.join("jsontestsuite/test_parsing")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = json::read(&std::fs::read(&path).unwrap());
        if name.starts_with("y_") {
            assert_eq!(read.is_ok(), !refused.contains(&name.as_str()), "{name}: {read:?}");
        } else if name.starts_with("n_") {
            assert!(read.is_err(), "{name}");
        }
        run += 1;
    }
    assert!(run > 150, "only {run} files");
}

fn read(bytes: &[u8]) -> Result<Credential, String> {
    let code = |error: ReadError| error.code().to_owned();
    if png::is_png(bytes) {
        let found = png::unbake(bytes).map_err(|error| error.code().to_owned())?;
        let first = found.baked.first().ok_or("no badge")?;
        return Credential::read(&first.text).map_err(code);
    }
    if svg::looks_like(bytes) {
        let found = svg::unbake(bytes).map_err(|error| error.code().to_owned())?;
        let first = found.baked.first().ok_or("no badge")?;
        return Credential::read(&first.text).map_err(code);
    }
    Credential::read(bytes).map_err(code)
}

/// The format a row of the manifest should be read as; `None`: no credential by its source's own word.
fn expected(family: &str, kind: &str) -> Option<&'static str> {
    let assertion = kind.contains("Assertion");
    Some(match family {
        "OB0.5" => "open-badges-0.5",
        "OB1.0" if assertion => "open-badges-1.0",
        "OB1.1" if assertion => "open-badges-1.1",
        "OB2.0" if assertion => "open-badges-2.0",
        "Blockcerts" if assertion => "open-badges-2.0",
        "JWS-JSON(JAdES?)" => "elm-3",
        _ if kind.contains("Presentation") || kind.starts_with("Profile") => return None,
        _ if family.starts_with("OB3.0") => "open-badges-3.0",
        _ if family.starts_with("CLR2.0") => "clr-2.0",
        _ if family.starts_with("ELM") => "elm-3",
        "VC/VCDM1.1" => "w3c-vc-1.1",
        "VC/VCDM2.0" => "w3c-vc-2.0",
        _ => return None,
    })
}

/// Every file that its source calls a credential is read, in that format; nothing else is.
#[test]
fn formats_are_recognised() {
    let Some(corpus) = corpus() else { return };
    // Credentials of the data model 1.1 whose subject is an assertion of 2.0: the outer one counts.
    let outer = [
        "w3c-ccg-vc-ed-models/samples/openBadgeAsVc.json",
        "w3c-ccg-vc-ed-models/samples/openBadgeAsVc2.json",
    ];
    let manifest = std::fs::read_to_string(corpus.join("manifest.tsv")).unwrap();
    let mut table: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in manifest.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (path, family, kind) = (columns[0], columns[4], columns[5]);
        let families = ["OB0", "OB1", "OB2", "OB3", "VC/", "CLR", "ELM", "Blockcerts", "JWS-JSON"];
        if !families.iter().any(|start| family.starts_with(start)) {
            continue;
        }
        let got = match read(&std::fs::read(corpus.join(path)).unwrap()) {
            Ok(credential) => {
                if family.starts_with("JWS-JSON") {
                    assert_eq!(credential.securing().to_string(), "jades", "{path}");
                    assert!(credential.claims().name.is_some(), "{path}");
                }
                credential.format().as_str().to_owned()
            }
            Err(code) => code,
        };
        // A seal over a presentation, not over a credential.
        let presentation = path.ends_with("json_sealed_test_output.json") && got == "credential.presentation";
        let wanted = if presentation {
            None
        } else if outer.contains(&path) {
            Some("w3c-vc-1.1")
        } else {
            expected(family, kind)
        };
        let good = match wanted {
            Some(wanted) => got == wanted,
            None => got.starts_with("credential."),
        };
        if !good {
            wrong.push(format!("{path}: {family} {kind}: expected {wanted:?}, got {got}"));
        }
        *table.entry(got).or_default() += 1;
    }
    eprintln!("{table:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(table.values().sum::<usize>() > 400, "only {table:?}");
}
