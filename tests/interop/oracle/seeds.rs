//! Documents that were not made up: the badges of the samples, and the credentials of the public test suites.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::setting::repository;
use linked_data::Loaded;
use strict_json::{Map, Value};

/// The contexts that come with Badgefolio, for both sides.
pub(crate) struct Contexts {
    pub(crate) ours: BTreeMap<String, Arc<Loaded>>,
    pub(crate) theirs: Value,
}

impl Contexts {
    /// Reads them as the list beside them says.
    pub(crate) fn bundled() -> Contexts {
        let folder = repository().join("crates/verification/documents");
        let list = std::fs::read_to_string(folder.join("SOURCES.md")).expect("the list of documents");
        let mut ours = BTreeMap::new();
        let mut theirs = Map::new();
        for line in list.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, address, file, ..] = cells.as_slice() else { continue };
            let Some(file) = file.strip_prefix('`').and_then(|file| file.strip_suffix('`')) else { continue };
            let text = std::fs::read(folder.join(file)).expect("a document");
            let document: Value = serde_json::from_slice(&text).expect("JSON");
            ours.insert((*address).to_owned(), Arc::new(Loaded::bundled(*address, &document)));
            theirs.insert((*address).to_owned(), document);
        }
        assert!(ours.len() > 20, "the list of documents is read no more");
        Contexts { ours, theirs: theirs.into() }
    }
}

/// The JSON-LD documents under a folder of test data.
pub(crate) fn corpus(folder: &Path) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let mut inside: Vec<_> = std::fs::read_dir(&path)
                .expect("a folder")
                .map(|file| file.expect("a file").path())
                .collect();
            inside.sort();
            open.extend(inside);
        } else if path.extension().is_some_and(|kind| kind == "json" || kind == "jsonld") {
            let name = path.strip_prefix(folder).expect("a file below").display().to_string();
            found
                .extend(linked_data(&std::fs::read(&path).expect("a file")).map(|document| (name, document)));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// A document without its proof, as it is signed; `None` if it is no JSON-LD.
pub(crate) fn linked_data(bytes: &[u8]) -> Option<Value> {
    let mut document: Value = serde_json::from_slice(bytes).ok()?;
    let members = document.as_object_mut()?;
    if !members.contains_key("@context") || bytes.len() > 100_000 {
        return None;
    }
    members.remove("proof");
    Some(document)
}
