//! A document archive as a folder: `index.json` and the files it names.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use openbadges::{Digest, limits};
use serde_json::{Map, Value, json};
use verification::{Answer, Answered, DocUrl, Document, Documents, Origin};

use crate::views::Failure;

/// Reads the archive in this folder. Files are looked for below it and nowhere else; an archive larger than
/// [`limits::ARCHIVE_BYTES`] or of more than [`limits::ARCHIVE_MEMBERS`] documents is refused.
pub fn read(folder: &Path) -> Result<Documents, Failure> {
    let failed = |code: &str| Failure::new(code).with("name", folder.display().to_string());
    let path = folder.join("index.json");
    let index_fits = |data: fs::Metadata| data.len() <= limits::JSON as u64;
    if !fs::metadata(&path).map(index_fits).map_err(|_| failed("archive.no-index"))? {
        return Err(failed("archive.oversize"));
    }
    let index = fs::read(&path).map_err(|_| failed("archive.no-index"))?;
    let root = folder.canonicalize().map_err(|_| failed("archive.no-index"))?;
    let (members, bytes) = (Cell::new(0), Cell::new(0_u64));
    let read = |file: &str| -> Option<Vec<u8>> {
        // A link inside the folder may point out of it: what it points to has to lie below, too.
        let path = root.join(file).canonicalize().ok().filter(|path| path.starts_with(&root))?;
        let data = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        members.set(members.get() + 1);
        bytes.set(bytes.get().saturating_add(data.len()));
        let fits = data.len() <= limits::FILE as u64 && !too_large(members.get(), bytes.get());
        if fits { fs::read(path).ok() } else { None }
    };
    Documents::from_archive(&read, &index, Origin::Archive).map_err(|error| {
        let code = if too_large(members.get(), bytes.get()) { "archive.oversize" } else { error.code() };
        failed(code).with("detail", error.to_string())
    })
}

fn too_large(members: usize, bytes: u64) -> bool {
    members > limits::ARCHIVE_MEMBERS || bytes > limits::ARCHIVE_BYTES as u64
}

/// An archive that is being written: what is there already stays, every document once under its digest.
#[derive(Debug)]
pub struct ArchiveWriter {
    folder: PathBuf,
    entries: BTreeMap<String, Vec<Value>>,
    /// Files that are there, with the bytes of all of them: what [`read`] would refuse is not written.
    files: BTreeSet<Digest>,
    bytes: usize,
    new: usize,
    left_out: usize,
}

/// What became of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Answers that were not in the archive before.
    pub new: usize,
    /// Answers that did not go in any more: the archive would be larger than one is read.
    pub left_out: usize,
}

impl ArchiveWriter {
    /// Makes the folder ready, or takes up the archive that is in it. Nothing is written but the folder.
    pub fn open(folder: &Path) -> Result<ArchiveWriter, Failure> {
        fs::create_dir_all(folder).map_err(|_| cannot_write(folder))?;
        let mut writer = ArchiveWriter {
            folder: folder.to_owned(),
            entries: BTreeMap::new(),
            files: BTreeSet::new(),
            bytes: 0,
            new: 0,
            left_out: 0,
        };
        let index = folder.join("index.json");
        if index.exists() {
            // Read whole first: something is not added to an archive that does not fit together.
            let known = read(folder)?;
            for (_, versions) in known.iter() {
                for answered in versions {
                    if let Answer::Got(document) = &answered.answer {
                        writer.count(document.digest(), document.bytes().len());
                    }
                }
            }
            let bytes = fs::read(&index).map_err(|_| Failure::new("archive.no-index"))?;
            writer.entries = older(&bytes).unwrap_or_default();
        }
        Ok(writer)
    }

    fn count(&mut self, digest: Digest, bytes: usize) -> bool {
        let new = self.files.insert(digest);
        if new {
            self.bytes = self.bytes.saturating_add(bytes);
        }
        new
    }

    /// Adds an answer. What a sender supplied is left out: read back it would seem to be the person's own.
    pub fn add(&mut self, url: &DocUrl, answered: &Answered) -> Result<(), Failure> {
        let entry = match &answered.answer {
            _ if matches!(answered.origin, Origin::Sender | Origin::Bundled) => return Ok(()),
            Answer::Got(document) => entry(document),
            Answer::Gone => json!({ "status": 410, "fetchedAt": answered.at.to_string() }),
            Answer::Missing => json!({ "status": 404, "fetchedAt": answered.at.to_string() }),
            // That nobody was asked, or that it did not work, is no answer to keep.
            Answer::Refused(_) | Answer::Failed(_) => return Ok(()),
        };
        if self.entries.get(url.as_str()).is_some_and(|known| known.iter().any(|known| same(known, &entry))) {
            return Ok(());
        }
        if let Answer::Got(document) = &answered.answer
            && !self.files.contains(&document.digest())
        {
            let fits = self.files.len() < limits::ARCHIVE_MEMBERS
                && self.bytes.saturating_add(document.bytes().len()) <= limits::ARCHIVE_BYTES;
            if !fits {
                self.left_out += 1;
                return Ok(());
            }
            let file = self.folder.join(file_name(&document.digest()));
            write_whole(&file, document.bytes()).map_err(|_| cannot_write(&self.folder))?;
            self.count(document.digest(), document.bytes().len());
        }
        self.entries.entry(url.as_str().to_owned()).or_default().push(entry);
        self.new += 1;
        Ok(())
    }

    /// Writes the index. Until then the archive is as it was before.
    pub fn finish(mut self) -> Result<Recorded, Failure> {
        for versions in self.entries.values_mut() {
            // Instants in UTC sort as text.
            versions.sort_by(|a, b| fetched_at(a).cmp(fetched_at(b)));
        }
        let text = serde_json::to_vec_pretty(&self.entries).unwrap_or_default();
        write_whole(&self.folder.join("index.json"), &text).map_err(|_| cannot_write(&self.folder))?;
        Ok(Recorded { new: self.new, left_out: self.left_out })
    }
}

fn cannot_write(folder: &Path) -> Failure {
    Failure::new("file.cannot-write").with("name", folder.display().to_string())
}

fn file_name(digest: &Digest) -> String {
    format!("{}.bin", digest.hex())
}

fn entry(document: &Document) -> Value {
    let mut entry = Map::new();
    entry.insert("file".to_owned(), json!(file_name(&document.digest())));
    entry.insert("status".to_owned(), json!(200));
    entry.insert("fetchedAt".to_owned(), json!(document.at.to_string()));
    entry.insert("sha256".to_owned(), json!(document.digest().hex()));
    if let Some(media_type) = &document.media_type {
        entry.insert("mediaType".to_owned(), json!(media_type));
    }
    if document.final_url != document.url {
        entry.insert("finalUrl".to_owned(), json!(document.final_url.as_str()));
    }
    Value::Object(entry)
}

fn fetched_at(entry: &Value) -> &str {
    entry.get("fetchedAt").and_then(Value::as_str).unwrap_or_default()
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

/// The same answer of the same moment; of a document that an older index names without digest the moment is enough.
fn same(a: &Value, b: &Value) -> bool {
    let digest = |entry: &Value| entry.get("sha256").and_then(Value::as_str).map(str::to_ascii_lowercase);
    let (one, other) = (digest(a), digest(b));
    fetched_at(a) == fetched_at(b) && (one == other || one.is_none() && a.get("file").is_some())
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let part = path.with_extension("part");
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(part, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

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

    fn write(folder: &Path, answers: &BTreeMap<DocUrl, Vec<Answered>>) -> Recorded {
        let mut writer = ArchiveWriter::open(folder).unwrap();
        for (url, all) in answers {
            for one in all {
                writer.add(url, one).unwrap();
            }
        }
        writer.finish().unwrap()
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
        assert_eq!(write(folder.path(), &first), Recorded { new: 2, left_out: 0 });
        assert_eq!(write(folder.path(), &first).new, 0);
        write(folder.path(), &BTreeMap::from([(did.clone(), answered(document("two", 2), 2))]));
        let known = read(folder.path()).unwrap();
        let texts: Vec<_> = known
            .versions(&did)
            .iter()
            .map(|answered| match &answered.answer {
                Answer::Got(document) => (document.bytes().to_vec(), document.origin),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(texts, [(b"one".to_vec(), Origin::Archive), (b"two".to_vec(), Origin::Archive)]);
        assert_eq!(known.versions(&gone).first().map(|a| a.answer.clone()), Some(Answer::Gone));
    }

    #[test]
    fn what_a_sender_supplied_is_not_recorded_as_the_persons_own() {
        let folder = tempfile::tempdir().unwrap();
        let did = url("https://issuer.example/did.json");
        let mut of_sender = answered(document("one", 1), 1);
        of_sender[0].origin = Origin::Sender;
        assert_eq!(write(folder.path(), &BTreeMap::from([(did, of_sender)])).new, 0);
        assert!(read(folder.path()).unwrap().iter().next().is_none());
    }

    #[test]
    fn an_archive_that_was_changed_is_refused_and_not_added_to() {
        let did = url("https://issuer.example/did.json");
        let answers = BTreeMap::from([(did, answered(document("one", 1), 1))]);
        let code = |change: &dyn Fn(&Path)| {
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), &answers);
            assert!(read(folder.path()).is_ok());
            change(folder.path());
            let code = read(folder.path()).unwrap_err().code;
            assert!(ArchiveWriter::open(folder.path()).is_err(), "{code}");
            code
        };
        let file = |folder: &Path| folder.join(file_name(&Digest::of(b"one")));
        let edit_index = |folder: &Path, from: &str, to: &str| {
            let index = fs::read_to_string(folder.join("index.json")).unwrap();
            assert!(index.contains(from), "{index}");
            fs::write(folder.join("index.json"), index.replace(from, to)).unwrap();
        };
        let digest = Digest::of(b"one").hex();
        assert_eq!(code(&|folder| fs::write(file(folder), "two").unwrap()), "archive.changed");
        assert_eq!(code(&|folder| fs::remove_file(file(folder)).unwrap()), "archive.no-file");
        assert_eq!(code(&|folder| fs::write(folder.join("index.json"), "[").unwrap()), "archive.index");
        // With the digest taken out of the index the name of the file still says it.
        let line = format!(",\n      \"sha256\": \"{digest}\"");
        let without_digest = |folder: &Path| {
            fs::write(file(folder), "two").unwrap();
            edit_index(folder, &line, "");
        };
        assert_eq!(code(&without_digest), "archive.changed");
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
