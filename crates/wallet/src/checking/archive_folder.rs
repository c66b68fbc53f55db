//! A document archive as a folder: `index.json` and the files it names.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use openbadges::{Digest, limits};
use serde_json::{Value, json};
use verification::{Answer, Answered, DocUrl, Documents, Origin};

use crate::views::Failure;

/// Reads the archive in this folder. Files are looked for below it and nowhere else.
pub fn read(folder: &Path) -> Result<Documents, Failure> {
    let failed = |code: &str| Failure::new(code).with("name", folder.display().to_string());
    let index = fs::read(folder.join("index.json")).map_err(|_| failed("archive.no-index"))?;
    let root = folder.canonicalize().map_err(|_| failed("archive.no-index"))?;
    let read = |file: &str| -> Option<Vec<u8>> {
        // A link inside the folder may point out of it: what it points to has to lie below, too.
        let path = root.join(file).canonicalize().ok().filter(|path| path.starts_with(&root))?;
        let small = fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= limits::FILE as u64);
        if small { fs::read(path).ok() } else { None }
    };
    Documents::from_archive(&read, &index, Origin::Archive)
        .map_err(|error| failed(error.code()).with("detail", error.to_string()))
}

/// Writes what was answered into this folder, as an archive that [`read`] takes: what is there already stays.
///
/// Gives how many documents were new.
pub fn write(folder: &Path, answers: &BTreeMap<DocUrl, Vec<Answered>>) -> Result<usize, Failure> {
    let failed = |_| Failure::new("file.cannot-write").with("name", folder.display().to_string());
    fs::create_dir_all(folder).map_err(failed)?;
    let index = folder.join("index.json");
    let mut entries: BTreeMap<String, Vec<Value>> = match fs::read(&index) {
        Ok(bytes) => older(&bytes).ok_or_else(|| {
            Failure::new("archive.index")
                .with("name", folder.display().to_string())
                .with("detail", "index.json")
        })?,
        Err(_) => BTreeMap::new(),
    };
    let mut new = 0;
    for (url, answered) in answers.iter().flat_map(|(url, all)| all.iter().map(move |one| (url, one))) {
        let at = answered.at;
        let entry = match &answered.answer {
            Answer::Got(document) => {
                let file = format!("{}.bin", document.digest.hex());
                write_whole(&folder.join(&file), &document.bytes).map_err(failed)?;
                let mut entry = json!({
                    "file": file,
                    "status": 200,
                    "fetchedAt": document.at.to_string(),
                    "sha256": document.digest.hex(),
                });
                if let (Some(media_type), Some(entry)) = (&document.media_type, entry.as_object_mut()) {
                    entry.insert("mediaType".to_owned(), json!(media_type));
                }
                if let (true, Some(entry)) = (document.final_url != document.url, entry.as_object_mut()) {
                    entry.insert("finalUrl".to_owned(), json!(document.final_url.as_str()));
                }
                entry
            }
            Answer::Gone => json!({ "status": 410, "fetchedAt": at.to_string() }),
            Answer::Missing => json!({ "status": 404, "fetchedAt": at.to_string() }),
            // That nobody was asked, or that it did not work, is no answer to keep.
            Answer::Refused(_) | Answer::Failed(_) => continue,
        };
        let versions = entries.entry(url.as_str().to_owned()).or_default();
        if !versions.iter().any(|known| same(known, &entry)) {
            versions.push(entry);
            new += 1;
        }
    }
    let text = serde_json::to_vec_pretty(&entries).unwrap_or_default();
    write_whole(&index, &text).map_err(failed)?;
    Ok(new)
}

/// Entries of an index, each as a list.
fn older(bytes: &[u8]) -> Option<BTreeMap<String, Vec<Value>>> {
    let index: BTreeMap<String, Value> = serde_json::from_slice(bytes).ok()?;
    Some(
        index
            .into_iter()
            .map(|(url, entry)| match entry {
                Value::Array(entries) => (url, entries),
                entry => (url, vec![entry]),
            })
            .collect(),
    )
}

fn same(a: &Value, b: &Value) -> bool {
    a.get("fetchedAt") == b.get("fetchedAt") && a.get("sha256") == b.get("sha256")
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let part = path.with_extension(format!("{}.part", &Digest::of(bytes).hex().get(..8).unwrap_or("new")));
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(part, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use verification::Document;

    fn url(text: &str) -> DocUrl {
        DocUrl::parse(text).unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn answered(answer: Answer, second: i64) -> Vec<Answered> {
        vec![Answered { answer, at: at(second), origin: Origin::Fetched }]
    }

    fn document(text: &str, second: i64) -> Answer {
        let url = url("https://issuer.example/did.json");
        let media = Some("application/did+json".to_owned());
        Answer::Got(Document::new(url, media, text.as_bytes().to_vec(), at(second), Origin::Fetched))
    }

    #[test]
    fn what_was_recorded_is_read_back_in_every_version() {
        let folder = tempfile::tempdir().unwrap();
        let did = url("https://issuer.example/did.json");
        let gone = url("https://issuer.example/gone");
        let first = BTreeMap::from([
            (did.clone(), answered(document("one", 1), 1)),
            (gone.clone(), answered(Answer::Gone, 1)),
        ]);
        assert_eq!(write(folder.path(), &first).unwrap(), 2);
        assert_eq!(write(folder.path(), &first).unwrap(), 0);
        write(folder.path(), &BTreeMap::from([(did.clone(), answered(document("two", 2), 2))])).unwrap();
        let known = read(folder.path()).unwrap();
        let texts: Vec<_> = known
            .versions(&did)
            .iter()
            .map(|answered| match &answered.answer {
                Answer::Got(document) => (document.bytes.clone(), document.origin),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(texts, [(b"one".to_vec(), Origin::Archive), (b"two".to_vec(), Origin::Archive)]);
        assert_eq!(known.versions(&gone).first().map(|a| a.answer.clone()), Some(Answer::Gone));
    }

    #[test]
    fn a_file_outside_the_folder_is_not_read() {
        let outer = tempfile::tempdir().unwrap();
        fs::write(outer.path().join("secret"), "s").unwrap();
        let inner = outer.path().join("archive");
        fs::create_dir(&inner).unwrap();
        for file in ["../secret", "link"] {
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(outer.path().join("secret"), inner.join("link"));
            let index =
                json!({ "https://a.example/": { "file": file, "fetchedAt": "2026-01-01T00:00:00Z" } });
            fs::write(inner.join("index.json"), index.to_string()).unwrap();
            assert!(read(&inner).is_err(), "{file}");
        }
        assert!(read(outer.path()).unwrap_err().is("archive.no-index"));
    }
}
