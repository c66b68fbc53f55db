//! What a scan gives.

use std::collections::BTreeMap;

use openbadges::{Container, Credential, Note, limits};
use secrecy::SecretString;

use crate::look::{Part, Scanner};
use crate::wallets::Unlocking;
use crate::{Link, LinkKind, MailFacts, MailSeal};

/// What a file, mail or text holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scan {
    /// Of a mail: who, when, about what.
    pub mail: Option<MailFacts>,
    /// Of a mail that is signed: by whom. Of mails within it nothing is said.
    pub seal: Option<MailSeal>,
    /// Mails that lay side by side in it, in a mailbox or an archive, and that something was found in. None where it is a mail itself: then that one sent
    /// all that is in it.
    pub messages: Vec<SentMail>,
    /// Presentations that badges were taken out of: where each stood, and its bytes.
    pub presentations: Vec<Presentation>,
    /// The badges, in the order in which they stand there.
    pub found: Vec<Found>,
    /// Links to badges. None of them was followed.
    pub links: Vec<Link>,
    /// Every other part, with the reason why nothing was taken from it.
    pub passed: Vec<Passed>,
    /// What is odd about the input as a whole.
    pub notes: Vec<Note>,
}

/// One of several mails, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// Where it stood; the paths of what it holds begin with it.
    pub path: String,
    /// Who, when, about what.
    pub mail: MailFacts,
    /// By whom it is signed, if it is.
    pub seal: Option<MailSeal>,
}

impl SentMail {
    /// Whether something stood in it.
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// A presentation, as it stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// Where it stood; the paths of what it holds begin with it.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A badge, and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it stood, e.g. `attachment[0]/png:openbadgecredential`.
    pub path: String,
    /// What it was wrapped in.
    pub container: Container,
    /// The badge.
    pub credential: Credential,
    /// The picture that carried it, or the one it holds as a `data:` URI: PNG, SVG or JPEG bytes as found.
    pub image: Option<Vec<u8>>,
    /// What was tolerated about the container or the copying. What was tolerated about the credential stands with it.
    pub notes: Vec<Note>,
}

/// A part that nothing was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Where it stood; empty for the input itself.
    pub path: String,
    /// The reason.
    pub code: String,
    /// Arguments of the reason's sentence; `file` is the part's name where it has one.
    pub args: BTreeMap<String, String>,
}

/// Why an input was refused whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// No byte.
    #[error("empty")]
    Empty,
    /// More than [`limits::FILE`] bytes.
    #[error("more than {} bytes", limits::FILE)]
    TooLarge,
    /// A mail made of more parts or header lines than any mail has.
    #[error("too many parts")]
    TooManyParts,
    /// What is locked in there stays locked with the password given.
    #[error("wrong password")]
    WrongPassword,
}

impl ScanError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ScanError::Empty => "input.empty",
            ScanError::TooLarge => "input.too-large",
            ScanError::TooManyParts => "mail.too-many-parts",
            ScanError::WrongPassword => "input.wrong-password",
        }
    }

    /// Arguments of the code's sentence: `limit` in MiB.
    pub fn args(&self) -> BTreeMap<String, String> {
        match self {
            ScanError::TooLarge => {
                BTreeMap::from([("limit".to_owned(), (limits::FILE / (1024 * 1024)).to_string())])
            }
            _ => BTreeMap::new(),
        }
    }
}

/// Takes an input apart. `name` is the file's name, if it has one: only said, never believed.
///
/// What another wallet locked with a password is passed over with `passed.needs-password`: see [`unlock`].
pub fn scan(bytes: &[u8], name: &str) -> Result<Scan, ScanError> {
    look(bytes, name, Unlocking::default())
}

/// As [`scan`], with the password for what another wallet locked in there. An input in which nothing is locked needs none, and
/// gives what a scan gives. The password is kept nowhere; neither is any private key that it opens.
///
/// [`ScanError::WrongPassword`] where it opens nothing of what is locked; if it opens one thing and not another, the other is
/// passed over with the same code.
pub fn unlock(bytes: &[u8], name: &str, password: &SecretString) -> Result<Scan, ScanError> {
    look(bytes, name, Unlocking::with(password.clone()))
}

fn look(bytes: &[u8], name: &str, unlocking: Unlocking) -> Result<Scan, ScanError> {
    if bytes.is_empty() {
        return Err(ScanError::Empty);
    }
    if bytes.len() > limits::FILE {
        return Err(ScanError::TooLarge);
    }
    let mut scanner = Scanner::default();
    scanner.unlocking = unlocking;
    scanner.look(Part { bytes, path: String::new(), name, media_type: None, depth: 0 })?;
    if scanner.unlocking.is_wrong() {
        return Err(ScanError::WrongPassword);
    }
    Ok(scanner.scan.whose())
}

impl Scan {
    /// Where all that was found stood in one mail, that one is the mail of the whole.
    fn whose(mut self) -> Scan {
        let mut paths =
            self.found.iter().map(|found| &found.path).chain(self.links.iter().map(|link| &link.path));
        if let (None, [one]) = (&self.mail, self.messages.as_slice())
            && paths.all(|path| one.holds(path))
            && let Some(one) = self.messages.pop()
        {
            (self.mail, self.seal) = (Some(one.mail), one.seal);
        }
        self
    }

    /// Whether there is a badge in it, or a link to one.
    pub fn has_badge(&self) -> bool {
        !self.found.is_empty() || !self.links.is_empty()
    }

    /// Why no badge was read from it: the one reason that helps most. `None` if one was.
    ///
    /// A password that is needed comes first, then a part that is broken or not read yet, then links (`nothing.only-links`, with `host`), then
    /// that there is none (`nothing.no-badge`).
    pub fn why_nothing(&self) -> Option<Note> {
        if !self.found.is_empty() {
            return None;
        }
        let first =
            |wanted: fn(&Passed) -> bool| self.passed.iter().find(|passed| wanted(passed)).map(Passed::note);
        let link = || {
            let best = self.links.iter().min_by_key(|link| link.kind != LinkKind::Assertion)?;
            Some(Note::new("nothing.only-links").with("host", best.host.clone()))
        };
        first(|passed| passed.code == "passed.needs-password")
            .or_else(|| first(|passed| !passed.code.starts_with("passed.")))
            .or_else(link)
            .or_else(|| first(|passed| passed.code.ends_with("-later")))
            .or_else(|| first(|passed| matches!(&*passed.code, "passed.empty" | "passed.encrypted")))
            .or_else(|| first(|passed| passed.path.is_empty() && passed.code == "passed.pdf-without-badge"))
            .or_else(|| Some(Note::new("nothing.no-badge")))
    }
}

impl Passed {
    /// Reason and arguments.
    fn note(&self) -> Note {
        Note { code: self.code.clone().into(), args: self.args.clone() }
    }
}
