//! The three lists of commands agree, and the types the page is built from are the types there are.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use specta_typescript::Typescript;

use crate::commands::NAMES;

/// Set to write the bindings anew instead of comparing them (`make bindings`).
const REWRITE: &str = "BADGEFOLIO_WRITE_BINDINGS";

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

fn generated() -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bindings.ts");
    crate::bindings().export(Typescript::default(), &file).unwrap();
    fs::read_to_string(file).unwrap()
}

#[test]
fn bindings_are_fresh() {
    let committed = root().join("ui/src/backend/bindings.ts");
    let generated = generated();
    if env::var_os(REWRITE).is_some() {
        fs::write(&committed, &generated).unwrap();
    }
    assert!(
        fs::read_to_string(&committed).unwrap_or_default() == generated,
        "ui/src/backend/bindings.ts is stale: run `make bindings` and commit what it wrote"
    );
}

#[test]
fn every_command_is_declared_allowed_and_there() {
    let declared: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(declared.len(), NAMES.len(), "a command is declared twice");

    let bindings = generated();
    let there: BTreeSet<String> = bindings
        .split("=> __TAURI_INVOKE<")
        .skip(1)
        .filter_map(|rest| rest.split_once("(\"")?.1.split('"').next().map(str::to_owned))
        .collect();
    assert_eq!(declared, there, "declared in names.rs, and collected in commands/mod.rs");

    let file = fs::read(root().join("src-tauri/capabilities/main.json")).unwrap();
    let capability: serde_json::Value = serde_json::from_slice(&file).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p.as_str().unwrap().to_owned())
        .collect();
    let mut expected: BTreeSet<String> =
        declared.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    expected.extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
    assert_eq!(expected, allowed, "the window may call our commands and listen, and nothing else");
}

#[test]
fn the_same_kinds_of_links_are_registered_everywhere() {
    let file = fs::read(root().join("tauri.conf.json")).unwrap();
    let config: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(config["plugins"]["deep-link"]["desktop"]["schemes"], serde_json::json!(crate::link::SCHEMES));
    let desktop = fs::read_to_string(root().join("src-tauri/badgefolio.desktop.hbs")).unwrap();
    let kinds = desktop.lines().find_map(|line| line.strip_prefix("MimeType=")).unwrap();
    let links: Vec<&str> =
        kinds.split(';').filter_map(|kind| kind.strip_prefix("x-scheme-handler/")).collect();
    assert_eq!(links, crate::link::SCHEMES);
    assert!(desktop.contains("Exec={{exec}} %U\n"), "links, not only files, are handed over");
}
