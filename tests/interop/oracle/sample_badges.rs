//! The badges of the samples.

use strict_json::Value;

use super::seeds::linked_data;
use super::setting::samples;

/// The signed badges in the sample mails.
pub(crate) fn sample_badges() -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut files: Vec<_> =
        std::fs::read_dir(samples()).expect("samples").map(|file| file.expect("a file").path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "eml")) {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let scan = intake::scan(&std::fs::read(file).expect("a mail"), name).expect("a mail");
        for badge in scan.found {
            found.extend(
                linked_data(badge.credential.payload())
                    .map(|document| (format!("{name}/{}", badge.path), document)),
            );
        }
    }
    assert!(!found.is_empty(), "the samples hold no linked data");
    found
}
