//! Archives of mailboxes, as Google Takeout gives them: read as streams, however large they are.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use intake::{Member, PackedError, each_of_tar_gz, each_of_zip, is_tar_gz};

use super::walk::has_extension;
use crate::LARGEST_FILE;
use crate::views::Failure;

/// What an archive is packed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    Zip,
    TarGz,
}

/// Files in such an archive that can be a badge by themselves, beside mailboxes: the rest is somebody's photographs.
const WANTED: [&str; 12] =
    ["mbox", "eml", "emlx", "msg", "png", "svg", "json", "jsonld", "jwt", "pdf", "zip", "txt"];

impl Packed {
    /// How a file is packed, if it is an archive to be read as a stream: with mailboxes in it, or too large to be read whole.
    pub(super) fn of(path: &Path, head: &[u8]) -> Option<Packed> {
        if head.starts_with(b"PK\x03\x04") {
            let large = std::fs::metadata(path).is_ok_and(|data| data.len() > LARGEST_FILE);
            return (large || zip_has_mailbox(path)).then_some(Packed::Zip);
        }
        let gzip = head.starts_with(b"\x1f\x8b")
            && File::open(path).is_ok_and(|file| is_tar_gz(BufReader::new(file)));
        gzip.then_some(Packed::TarGz)
    }

    /// Goes through what may be of use in it.
    pub(super) fn each(
        self,
        path: &Path,
        visit: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        let file = || File::open(path).map(BufReader::new).map_err(|_| Failure::new("file.unreadable"));
        let wanted = |name: &str| WANTED.iter().any(|extension| has_extension(Path::new(name), extension));
        let told = |error: PackedError| Failure::new(error.code()).with("limit", "1000000");
        match self {
            Packed::Zip => each_of_zip(file()?, file()?, &wanted, visit).map_err(told),
            Packed::TarGz => {
                let size = std::fs::metadata(path).map_or(0, |data| data.len());
                each_of_tar_gz(file()?, size, &wanted, visit).map_err(told)
            }
        }
    }
}

/// Whether it is an archive with a mailbox in it.
pub(super) fn is_of_mailboxes(path: &Path, head: &[u8]) -> bool {
    Packed::of(path, head).is_some()
}

pub(super) fn is_mailbox(name: &str) -> bool {
    has_extension(Path::new(name), "mbox")
}

fn zip_has_mailbox(path: &Path) -> bool {
    let (Ok(directory), Ok(data)) = (File::open(path), File::open(path)) else { return false };
    let mut found = false;
    // What is damaged is told when it is read.
    let _ = each_of_zip(BufReader::new(directory), data, &is_mailbox, &mut |_| {
        found = true;
        ControlFlow::Break(())
    });
    found
}
