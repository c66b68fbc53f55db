//! Which files there are in a folder, in order, and what each is by its name and its neighbours: mail programs keep their mail
//! in many ways, beside much that is none.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) kind: FileKind,
    /// Its length, for how far the reading is.
    pub(super) bytes: u64,
}

/// What a file is, as far as its name and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Anything; its first bytes tell more.
    Any,
    /// One message of a mailbox.
    Message,
    /// Messages one after another.
    Mailbox,
}

/// Folders deeper than this are passed over: a loop of links, or nothing anybody keeps badges in.
const DEEPEST: usize = 64;

/// Where in a mail program's own folders one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Anywhere else.
    Nothing,
    /// In the mail folders of a Thunderbird profile.
    Profile,
    /// In a folder of a Maildir that holds messages.
    Messages,
    /// In a mailbox of Apple Mail, which is a folder.
    AppleMail,
}

enum Item {
    Folder(PathBuf, usize, Around),
    File(Found),
}

/// Every file of a folder, subfolders included, in order of names; of a file itself only that.
pub(super) fn walk(root: &Path) -> Vec<Found> {
    let mut files = Vec::new();
    let first = if root.is_dir() {
        Item::Folder(root.to_owned(), 0, Around::Nothing)
    } else {
        let kind = if has_extension(root, "mbox") { FileKind::Mailbox } else { FileKind::Any };
        Item::File(Found { path: root.to_owned(), kind, bytes: length(root) })
    };
    let mut open = vec![first];
    while let Some(item) = open.pop() {
        match item {
            Item::File(found) => files.push(found),
            Item::Folder(path, depth, around) if depth <= DEEPEST => {
                let around = if has_extension(&path, "mbox") { Around::AppleMail } else { around };
                let mut inside = list(&path, depth, around);
                inside.reverse();
                open.append(&mut inside);
            }
            Item::Folder(..) => {}
        }
    }
    files
}

/// Every file of a folder, subfolders included, in order of names: without what is none of ours by its name.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    walk(folder).into_iter().map(|found| found.path).collect()
}

/// Whether a path leads to many things rather than one: a folder, a mailbox, an archive with a mailbox in it.
pub fn is_container(path: &Path) -> bool {
    if path.is_dir() || (has_extension(path, "mbox") && path.is_file()) {
        return true;
    }
    let Ok(mut file) = File::open(path) else { return false };
    let mut head = Vec::new();
    let read = file.by_ref().take(HEAD).read_to_end(&mut head);
    read.is_ok() && (intake::looks_like_mbox(&head) || super::archive::is_of_mailboxes(path, &head))
}

/// So much of a file is enough to see what it is.
pub(super) const HEAD: u64 = 2048;

fn list(folder: &Path, depth: usize, around: Around) -> Vec<Item> {
    // What cannot be listed is passed over, like everything in a folder that is nothing of ours.
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    let names: BTreeSet<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let here = Folder::of(folder, &names, around);
    let mut inside = Vec::new();
    for entry in entries {
        let Ok(kind) = entry.file_type() else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if kind.is_dir() {
            if let Some(around) = here.enter(&name, &path) {
                inside.push(Item::Folder(path, depth + 1, around));
            }
        } else if (kind.is_file() || (kind.is_symlink() && path.is_file()))
            && let Some(kind) = here.kind_of(&name, &names)
        {
            let bytes = entry.metadata().map_or(0, |data| data.len());
            inside.push(Item::File(Found { path, kind, bytes }));
        }
    }
    inside
}

/// What a folder is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    Plain,
    /// A Thunderbird profile: `prefs.js` and the folders of mail accounts.
    ProfileRoot,
    ProfileMail,
    /// A Maildir: `cur`, `new` and `tmp`.
    Maildir {
        profile: bool,
    },
    Messages,
    AppleMail,
}

impl Folder {
    fn of(folder: &Path, names: &BTreeSet<String>, around: Around) -> Folder {
        let subfolder = |name: &str| names.contains(name) && folder.join(name).is_dir();
        if around == Around::Messages {
            Folder::Messages
        } else if subfolder("cur") && (subfolder("new") || subfolder("tmp")) {
            Folder::Maildir { profile: around == Around::Profile }
        } else if around == Around::Profile {
            Folder::ProfileMail
        } else if names.contains("prefs.js") && (subfolder("Mail") || subfolder("ImapMail")) {
            Folder::ProfileRoot
        } else if around == Around::AppleMail {
            Folder::AppleMail
        } else {
            Folder::Plain
        }
    }

    /// Whether a subfolder is entered, and as what.
    fn enter(self, name: &str, path: &Path) -> Option<Around> {
        match self {
            Folder::ProfileRoot => matches!(name, "Mail" | "ImapMail").then_some(Around::Profile),
            Folder::ProfileMail => Some(Around::Profile),
            Folder::Maildir { profile } => match name {
                "cur" | "new" => Some(Around::Messages),
                "tmp" => None,
                _ if profile => Some(Around::Profile),
                _ => Some(Around::Nothing),
            },
            Folder::Messages => None,
            // Attachments that Apple Mail has taken out of messages are files of their own.
            Folder::AppleMail => {
                Some(if name == "Attachments" { Around::Nothing } else { Around::AppleMail })
            }
            Folder::Plain if has_extension(path, "mbox") => Some(Around::AppleMail),
            Folder::Plain => Some(Around::Nothing),
        }
    }

    /// What a file here is; `None`: nothing that anybody keeps a badge in, passed over without being opened.
    fn kind_of(self, name: &str, names: &BTreeSet<String>) -> Option<FileKind> {
        let path = Path::new(name);
        let extension = |wanted: &str| has_extension(path, wanted);
        // Thunderbird's index beside each folder of mails.
        let indexed = names.contains(&format!("{name}.msf"));
        let index =
            extension("msf") && path.file_stem().is_some_and(|stem| names.contains(&*stem.to_string_lossy()));
        if index || name == ".DS_Store" || extension("emlxpart") {
            return None;
        }
        match self {
            Folder::Messages => Some(FileKind::Message),
            // Indexes and lists of the server that keeps it.
            Folder::Maildir { .. } | Folder::ProfileRoot => None,
            Folder::ProfileMail => {
                let eml = extension("eml").then_some(FileKind::Message);
                let plain =
                    indexed || extension("mbox") || (path.extension().is_none() && !name.starts_with('.'));
                plain.then_some(FileKind::Mailbox).or(eml)
            }
            Folder::AppleMail if name == "mbox" => Some(FileKind::Mailbox),
            Folder::AppleMail if matches!(name, "table_of_contents" | "Info.plist") => None,
            _ if extension("emlx") => Some(FileKind::Message),
            _ if indexed || extension("mbox") => Some(FileKind::Mailbox),
            _ => Some(FileKind::Any),
        }
    }
}

pub(super) fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}
