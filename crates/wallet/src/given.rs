//! Something a person gave the wallet to look into.

/// A file, a paste or a sample: its name and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name, for people.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it came.
    pub kind: GivenKind,
}

/// How something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenKind {
    /// Chosen, dropped or named.
    File,
    /// Pasted as text.
    Paste,
    /// One of the samples that come with the program.
    Sample,
    /// Fetched from an address that was named.
    Address,
    /// Given by an issuer to whoever claimed it.
    Claim,
}

impl Given {
    /// A file.
    pub fn file(name: impl Into<String>, bytes: Vec<u8>) -> Given {
        Given { name: name.into(), bytes, kind: GivenKind::File }
    }

    /// A pasted text.
    pub fn paste(text: impl Into<String>) -> Given {
        Given { name: String::new(), bytes: text.into().into_bytes(), kind: GivenKind::Paste }
    }
}

impl GivenKind {
    /// The word in the store.
    pub(crate) fn word(self) -> &'static str {
        match self {
            GivenKind::File => "file",
            GivenKind::Paste => "paste",
            GivenKind::Sample => "sample",
            GivenKind::Address => "address",
            GivenKind::Claim => "claim",
        }
    }
}
