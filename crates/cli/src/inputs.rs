//! What was named on the command line: files, folders, standard input, addresses.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use wallet::views::Failure;

/// One thing to look into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    /// What it is called in what is written.
    pub(crate) name: String,
    pub(crate) what: What,
    /// The folder it was found in, if it was not named itself: then it is no error that it holds nothing.
    pub(crate) folder: Option<String>,
}

/// Where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    File(PathBuf),
    StandardInput,
    Address(String),
    /// A folder in which there is no file.
    EmptyFolder,
}

/// Every input of a command line, folders walked, in order.
pub(crate) fn expand(named: &[String], addresses: bool) -> Vec<Input> {
    let mut inputs = Vec::new();
    for name in named {
        let plain = |what| Input { name: name.clone(), what, folder: None };
        if name == "-" {
            inputs.push(plain(What::StandardInput));
        } else if addresses && (name.starts_with("https://") || name.starts_with("http://")) {
            inputs.push(plain(What::Address(name.clone())));
        } else if Path::new(name).is_dir() {
            let mut files = Vec::new();
            walk(Path::new(name), 0, &mut files);
            if files.is_empty() {
                inputs.push(plain(What::EmptyFolder));
            }
            inputs.extend(files.into_iter().map(|path| Input {
                name: path.display().to_string(),
                what: What::File(path),
                folder: Some(name.clone()),
            }));
        } else {
            inputs.push(plain(What::File(PathBuf::from(name))));
        }
    }
    inputs
}

/// Folders deeper than this are passed over: a loop of links, or nothing anybody keeps badges in.
const DEEPEST: usize = 64;

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    // What cannot be listed is passed over, like everything in a folder that is nothing of ours.
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        if kind.is_dir() {
            if depth < DEEPEST {
                walk(&path, depth + 1, files);
            }
        } else if kind.is_file() || (kind.is_symlink() && path.is_file()) {
            files.push(path);
        }
    }
}

impl Input {
    /// Its bytes. A file larger than is looked at is not read at all.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match &self.what {
            What::File(path) => read_file(path),
            What::StandardInput => bounded(io::stdin().lock(), "-"),
            What::Address(address) => Err(Failure::new("file.no-such").with("name", address)),
            What::EmptyFolder => Err(Failure::new("file.nothing-in-folder").with("name", &self.name)),
        }
    }
}

/// The bytes of a file, or of standard input where it is called `-`.
pub(crate) fn read_named(name: &str) -> Result<Vec<u8>, Failure> {
    if name == "-" { bounded(io::stdin().lock(), "-") } else { read_file(Path::new(name)) }
}

/// The bytes of a file.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let file = open(path)?;
    let length = file.metadata().map(|data| data.len()).unwrap_or(0);
    if length > wallet::LARGEST_FILE {
        return Err(too_large(&name));
    }
    bounded(file, &name)
}

/// Opens a file.
pub(crate) fn open(path: &Path) -> Result<File, Failure> {
    let failed = |code: &str| Failure::new(code).with("name", path.display().to_string());
    if path.is_dir() {
        return Err(failed("file.unreadable"));
    }
    File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => failed("file.no-such"),
        _ => failed("file.unreadable"),
    })
}

fn bounded(from: impl Read, name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    from.take(wallet::LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Failure::new("file.unreadable").with("name", name))?;
    if bytes.len() as u64 > wallet::LARGEST_FILE { Err(too_large(name)) } else { Ok(bytes) }
}

fn too_large(name: &str) -> Failure {
    let limit = (wallet::LARGEST_FILE / (1024 * 1024)).to_string();
    Failure::new("input.too-large").with("name", name).with("limit", limit)
}

/// Writes a file whole, or leaves what was there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |_| Failure::new("file.cannot-write").with("name", path.display().to_string());
    // A device or a pipe is written as it is; a file by way of a new one beside it.
    if fs::symlink_metadata(path).is_ok_and(|data| !data.is_file()) {
        return fs::write(path, bytes).map_err(failed);
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = File::create(&part).and_then(|mut file| {
        io::Write::write_all(&mut file, bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order_and_names_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.eml", "a.eml", "b/d.eml"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let root = folder.path().display().to_string();
        let inputs =
            expand(&[root.clone(), "-".into(), "https://a.example/b".into(), "no-such".into()], true);
        let names: Vec<_> = inputs.iter().map(|input| input.name.replace(&root, "")).collect();
        assert_eq!(names, ["/a.eml", "/b/d.eml", "/c.eml", "-", "https://a.example/b", "no-such"]);
        assert_eq!(inputs[0].folder.as_deref(), Some(root.as_str()));
        assert!(inputs[5].read().unwrap_err().is("file.no-such"));
        let plain = expand(&["https://a.example/b".into()], false);
        assert!(matches!(plain[0].what, What::File(_)), "inspect knows no addresses");
    }
}
