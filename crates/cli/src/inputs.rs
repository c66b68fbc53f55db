//! What was named on the command line: files, folders, standard input, addresses.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use wallet::views::Failure;
use wallet::{Files, Step, Supply as _};

/// One thing to look into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    /// What it is called in what is written.
    pub(crate) name: String,
    pub(crate) what: What,
    /// The folder or mailbox it was found in, if it was not named itself: then it is no error that it holds nothing.
    pub(crate) folder: Option<String>,
}

/// Where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    File(PathBuf),
    /// A folder, a mailbox, an archive of mailboxes: many things.
    Many(PathBuf),
    StandardInput,
    Address(String),
    /// One of many, as it was read.
    Read(Vec<u8>),
    /// One of many that could not be read.
    Unread(Failure),
    /// Many things among which there was nothing to look into.
    Nothing,
}

/// Every input of a command line, in order.
pub(crate) fn named(named: &[String], addresses: bool) -> Vec<Input> {
    let what = |name: &str| match name {
        "-" => What::StandardInput,
        _ if addresses && (name.starts_with("https://") || name.starts_with("http://")) => {
            What::Address(name.to_owned())
        }
        _ if wallet::is_container(Path::new(name)) => What::Many(PathBuf::from(name)),
        _ => What::File(PathBuf::from(name)),
    };
    named.iter().map(|name| Input { name: name.clone(), what: what(name), folder: None }).collect()
}

/// Every input of a command line, the files of folders one by one, in order: for what takes whole files only.
pub(crate) fn walked(names: &[String]) -> Vec<Input> {
    let mut inputs = Vec::new();
    for input in named(names, false) {
        let folder = Path::new(&input.name);
        if !folder.is_dir() {
            let what = match input.what {
                What::Many(path) => What::File(path),
                what => what,
            };
            inputs.push(Input { what, ..input });
            continue;
        }
        let files = wallet::files_in(folder);
        if files.is_empty() {
            inputs.push(Input { what: What::Nothing, ..input.clone() });
        }
        inputs.extend(files.into_iter().map(|path| Input {
            name: path.display().to_string(),
            what: What::File(path),
            folder: Some(input.name.clone()),
        }));
    }
    inputs
}

/// Every input of a command line, in order, with what is in folders and mailboxes one by one, read as it is asked for.
pub(crate) struct Inputs {
    named: VecDeque<Input>,
    /// What is gone through at the moment, what that was called, and whether anything was in it.
    many: Option<(Files, String, bool)>,
}

impl Inputs {
    pub(crate) fn of(names: &[String], addresses: bool) -> Inputs {
        Inputs { named: named(names, addresses).into(), many: None }
    }

    /// How many there are, where that is known before they were looked into.
    pub(crate) fn how_many(&self) -> Option<usize> {
        let many = self.named.iter().any(|input| matches!(input.what, What::Many(_)));
        (!many).then_some(self.named.len())
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some((files, name, any)) = &mut self.many {
                let one = |called: String, what| Input { name: called, what, folder: Some(name.clone()) };
                match files.step() {
                    Step::One(given) => {
                        *any = true;
                        return Some(one(given.name, What::Read(given.bytes)));
                    }
                    Step::Failed(failure) | Step::Broken(failure) => {
                        let called = failure.args.get("name").cloned().unwrap_or_else(|| name.clone());
                        return Some(one(called, What::Unread(failure)));
                    }
                    Step::Passed(_) | Step::Changed(_) => continue,
                    Step::End => {}
                }
                let nothing =
                    (!*any).then(|| Input { name: name.clone(), what: What::Nothing, folder: None });
                self.many = None;
                match nothing {
                    Some(nothing) => return Some(nothing),
                    None => continue,
                }
            }
            let input = self.named.pop_front()?;
            match &input.what {
                What::Many(path) => self.many = Some((Files::at(path), input.name, false)),
                _ => return Some(input),
            }
        }
    }
}

impl Input {
    /// Its bytes. A file larger than is looked at is not read at all.
    pub(crate) fn read(&self) -> Result<Cow<'_, [u8]>, Failure> {
        match &self.what {
            What::File(path) | What::Many(path) => read_file(path).map(Cow::Owned),
            What::StandardInput => bounded(io::stdin().lock(), "-").map(Cow::Owned),
            What::Read(bytes) => Ok(Cow::Borrowed(bytes)),
            What::Unread(failure) => Err(failure.clone()),
            What::Address(address) => Err(Failure::new("file.no-such").with("name", address)),
            What::Nothing => Err(nothing_in(&self.name)),
        }
    }
}

/// That there is no badge in a folder or mailbox.
pub(crate) fn nothing_in(name: &str) -> Failure {
    let code = if Path::new(name).is_dir() { "file.nothing-in-folder" } else { "file.nothing-in-mailbox" };
    Failure::new(code).with("name", name)
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
        let names = [root.clone(), "-".into(), "https://a.example/b".into(), "no-such".into()];
        let inputs: Vec<Input> = Inputs::of(&names, true).collect();
        let called: Vec<_> = inputs.iter().map(|input| input.name.replace(&root, "")).collect();
        assert_eq!(called, ["/a.eml", "/b/d.eml", "/c.eml", "-", "https://a.example/b", "no-such"]);
        assert_eq!(inputs[0].folder.as_deref(), Some(root.as_str()));
        assert_eq!(*inputs[1].read().unwrap(), *b"b/d.eml");
        assert!(inputs[5].read().unwrap_err().is("file.no-such"));
        assert_eq!(walked(&names[..1]).len(), 3);
        let plain = named(&["https://a.example/b".into()], false);
        assert!(matches!(plain[0].what, What::File(_)), "inspect knows no addresses");
    }

    #[test]
    fn what_holds_nothing_is_named_once() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().display().to_string();
        let inputs: Vec<Input> = Inputs::of(std::slice::from_ref(&root), true).collect();
        assert_eq!(inputs.len(), 1);
        assert!(inputs[0].read().unwrap_err().is("file.nothing-in-folder"));
    }
}
