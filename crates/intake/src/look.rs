//! One look at a part: what is it, and what is in it?

use std::borrow::Cow;
use std::collections::BTreeMap;

use openbadges::{Container, Credential, Form, Note, ReadError, limits};

use crate::mail::MailSeal;
use crate::scan::{Found, Passed, Scan, ScanError, SentMail};
use crate::sniff::{self, Kind};
use crate::{archive, envelope, html, mail, mailbox, outlook, pdf, picture, plain_name, qr, text, wallets};

/// A file, an attachment, a body.
pub(crate) struct Part<'a> {
    pub(crate) bytes: &'a [u8],
    /// Where it stands; empty for the input itself.
    pub(crate) path: String,
    pub(crate) name: &'a str,
    pub(crate) media_type: Option<&'a str>,
    /// How many containers are around it.
    pub(crate) depth: usize,
}

impl Part<'_> {
    /// The path of something inside it.
    pub(crate) fn inside(&self, step: &str) -> String {
        join(&self.path, step)
    }
}

pub(crate) fn join(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}/{step}") }
}

/// Bytes of signed header lines that are kept of the mails of one input. Of whom comes after it nothing is said.
const SEALED: usize = 16 * 1024 * 1024;

/// Collects what is found.
#[derive(Default)]
pub(crate) struct Scanner {
    pub(crate) scan: Scan,
    /// Parts looked at so far, against inputs that are nothing but containers.
    opened: usize,
    /// Credentials taken out of envelopes so far.
    pub(crate) held: usize,
    /// What archives were opened so far.
    pub(crate) archives: archive::Opened,
    /// Bytes of pictures kept so far.
    pictures: usize,
    /// Bytes of running text looked through so far, which is slower than anything else.
    texts: usize,
    /// Bytes of signed header lines kept so far.
    sealed: usize,
    /// The password a person typed, and what it opened.
    pub(crate) unlocking: wallets::Unlocking,
    /// What looking for codes in pictures has cost so far.
    pub(crate) looked: qr::Looked,
}

impl Scanner {
    /// Looks at a part and everything in it.
    ///
    /// An error is only for the input itself; inside it becomes a part that was passed over.
    pub(crate) fn look(&mut self, part: Part<'_>) -> Result<(), ScanError> {
        if part.bytes.is_empty() {
            self.pass(&part, Note::new("passed.empty"));
            return Ok(());
        }
        if part.depth > limits::NESTING {
            self.pass(&part, Note::new("passed.too-deep"));
            return Ok(());
        }
        self.opened += 1;
        if self.opened > limits::ARCHIVE_MEMBERS {
            self.note(Note::new("input.too-many-parts"));
            return Ok(());
        }
        if let Some(code) = part.media_type.and_then(by_media_type) {
            self.pass(&part, Note::new(code));
            return Ok(());
        }
        let kind = match sniff::kind(part.bytes) {
            // A page need not say so itself; what it says of itself comes first.
            Kind::Text if part.media_type == Some("text/html") => Kind::Html,
            kind => kind,
        };
        match kind {
            Kind::Png => picture::png(self, &part),
            Kind::Svg => picture::svg(self, &part),
            Kind::Picture(kind) => picture::other(self, &part, kind),
            Kind::Pdf => pdf::open(self, &part),
            Kind::Zip => archive::open(self, &part),
            Kind::Archive => self.pass(&part, Note::new("passed.archive")),
            Kind::Msg => outlook::open_msg(self, &part),
            Kind::Winmail => outlook::open_tnef(self, &part),
            Kind::Mailbox => mailbox::open(self, &part),
            Kind::Emlx => return mailbox::open_emlx(self, &part),
            Kind::Message(begin) => return mail::open(self, &part, begin),
            Kind::Html => {
                let page = String::from_utf8_lossy(part.bytes);
                html::body(self, &page, &part, &part.path);
            }
            Kind::Text => self.text(&part),
            Kind::Unknown => self.pass(&part, Note::new("passed.unknown")),
        }
        Ok(())
    }

    /// A file of text: one credential, or a text that holds some.
    fn text(&mut self, part: &Part<'_>) {
        let error = match Credential::read(part.bytes) {
            Ok(credential) => {
                // An address alone is a link where we know the platform, else a badge that is yet to be read.
                if let Form::Address(url) = credential.form()
                    && self.is_link(url.as_str(), &part.path)
                {
                    return;
                }
                if let Form::Json(document) = credential.form()
                    && wallets::locked_wallet(document).is_some()
                {
                    wallets::open_export(self, part, &part.inside("json"));
                    return;
                }
                return self.credential(part, credential);
            }
            Err(error) => error,
        };
        if matches!(error, ReadError::Unrecognised) && self.rejoined(part) {
            return;
        }
        // No address of a document: an offer to a wallet has a scheme of its own.
        if matches!(error, ReadError::Address(_))
            && std::str::from_utf8(part.bytes).is_ok_and(|text| self.is_link(text, &part.path))
        {
            return;
        }
        if matches!(error, ReadError::Presentation | ReadError::NotOne(_)) {
            let json =
                part.bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| *byte != b'e');
            if envelope::open(self, part.bytes, &part.inside(if json { "json" } else { "jwt" })) {
                return;
            }
        }
        if matches!(error, ReadError::NotOne(_)) && wallets::open_export(self, part, &part.inside("json")) {
            return;
        }
        let trimmed = part.bytes.trim_ascii_start();
        let trimmed = trimmed.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(trimmed);
        let meant = match &error {
            ReadError::Json(_) => {
                matches!(trimmed.first(), Some(b'{' | b'[')) || std::str::from_utf8(part.bytes).is_err()
            }
            ReadError::Unrecognised | ReadError::Empty => false,
            ReadError::TooLarge => false,
            _ => true,
        };
        let lossy: Cow<'_, str> = String::from_utf8_lossy(part.bytes);
        let before = self.scan.found.len() + self.scan.links.len();
        if !meant || matches!(error, ReadError::Json(_)) {
            let before = self.texts;
            self.texts = before.saturating_add(part.bytes.len());
            if before > 0 && self.texts > limits::TEXTS {
                let limit = limits::TEXTS / (1024 * 1024);
                return self.pass(part, Note::new("archive.too-large").with("limit", limit.to_string()));
            }
            text::body(self, &lossy, part, &part.path);
        }
        if meant && self.scan.found.len() + self.scan.links.len() == before {
            self.pass(part, error.note());
        } else if !meant {
            self.pass(part, Note::new("passed.text"));
        }
    }

    /// As [`Scanner::look`], but says nothing of what holds no badge.
    pub(crate) fn look_quietly(&mut self, part: Part<'_>) {
        let before = self.scan.passed.len();
        // Only a message that is the whole input is ever refused.
        let _ = self.look(part);
        let told = self.scan.passed.split_off(before.min(self.scan.passed.len()));
        self.scan.passed.extend(told.into_iter().filter(|passed| is_trouble(&passed.code)));
    }

    /// Looks at one of several things that lie side by side: who sent a mail among them says nothing about the others. Within a mail
    /// there are none of that kind, since whoever sent it sent all of them.
    pub(crate) fn apart(&mut self, path: &str, look: impl FnOnce(&mut Scanner)) {
        let around = (self.scan.mail.take(), self.scan.seal.take());
        let before = self.scan.found.len() + self.scan.links.len();
        look(self);
        let (mail, seal) = (self.scan.mail.take(), self.scan.seal.take());
        (self.scan.mail, self.scan.seal) = around;
        let something = self.scan.found.len() + self.scan.links.len() > before;
        let Some(mail) = mail.filter(|_| something && self.scan.mail.is_none()) else { return };
        self.sealed = self.sealed.saturating_add(seal.as_ref().map_or(0, MailSeal::size));
        if self.sealed <= SEALED {
            self.scan.messages.push(SentMail { path: path.to_owned(), mail, seal });
        }
    }

    /// Whether an address is a link to a platform that is known; then it is listed.
    fn is_link(&mut self, address: &str, path: &str) -> bool {
        let before = self.scan.links.len();
        self.link_text(address, path);
        self.scan.links.len() > before
    }

    /// Adds an address at which a badge lies: as a link where the platform is known, else as a badge yet to be read.
    pub(crate) fn address(&mut self, address: &str, path: &str) {
        let Ok(credential) = Credential::read(address.as_bytes()) else { return };
        let known = self.knows(&credential) || !matches!(credential.form(), Form::Address(_));
        if !known && !self.is_link(address, path) {
            let container = Container::of(credential.form());
            self.found(join(path, &container.step()), container, credential, None, Vec::new());
        }
    }

    fn credential(&mut self, part: &Part<'_>, credential: Credential) {
        let container = Container::of(credential.form());
        self.found(part.inside(&container.step()), container, credential, None, Vec::new());
    }

    /// A compact JWS or SD-JWT that was copied with line breaks in it.
    fn rejoined(&mut self, part: &Part<'_>) -> bool {
        let Ok(text) = std::str::from_utf8(part.bytes) else { return false };
        if text.len() > limits::JSON * 2 {
            return false;
        }
        let joined: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        if !openbadges::Jws::looks_like(&joined) {
            return false;
        }
        let Ok(credential) = Credential::read(joined.as_bytes()) else { return false };
        let notes = vec![Note::new("input.rejoined")];
        let container = Container::of(credential.form());
        self.found(part.inside(&container.step()), container, credential, None, notes);
        true
    }

    /// Adds a badge, and the badges in it if it is a learner record.
    pub(crate) fn found(
        &mut self,
        path: String,
        container: Container,
        credential: Credential,
        image: Option<Vec<u8>>,
        notes: Vec<Note>,
    ) {
        let (credential, notes) = wallets::bare(credential, notes);
        let image = self.picture(image.or_else(|| picture::own(&credential)));
        let envelope = credential.envelope();
        self.scan.found.push(Found { path: path.clone(), container, credential, image, notes });
        if let Some(envelope) = envelope {
            envelope::take_out(self, envelope, &path);
        }
    }

    /// The picture, if there is room for one more.
    pub(crate) fn picture(&mut self, image: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let image = image?;
        self.pictures = self.pictures.saturating_add(image.len());
        if self.pictures > limits::PICTURES {
            self.note(Note::new("input.pictures-left-out"));
            return None;
        }
        Some(image)
    }

    /// Says something about the input as a whole, once.
    pub(crate) fn note(&mut self, note: Note) {
        if !self.scan.notes.contains(&note) {
            self.scan.notes.push(note);
        }
    }

    /// How many badges, links and parts without any were told of so far.
    pub(crate) fn answers(&self) -> usize {
        self.scan.found.len() + self.scan.links.len() + self.scan.passed.len()
    }

    /// Whether this very badge was found before.
    pub(crate) fn knows(&self, credential: &Credential) -> bool {
        self.scan.found.iter().any(|found| found.credential.payload() == credential.payload())
    }

    /// Lists a part as passed over.
    pub(crate) fn pass(&mut self, part: &Part<'_>, note: Note) {
        self.pass_at(part.path.clone(), part.name, note);
    }

    /// Lists something as passed over.
    pub(crate) fn pass_at(&mut self, path: String, name: &str, note: Note) {
        let mut args: BTreeMap<String, String> = note.args;
        let name = plain_name(name);
        if !name.is_empty() {
            args.entry("file".to_owned()).or_insert(name);
        }
        self.scan.passed.push(Passed { path, code: note.code.into_owned(), args });
    }
}

/// Whether a reason is one that the person can do something about, and not only that there is no badge.
fn is_trouble(code: &str) -> bool {
    !code.starts_with("passed.") && code != "credential.not-one"
        || matches!(code, "passed.needs-password" | "passed.private-keys" | "passed.encrypted")
}

/// Parts that only their media type tells apart from text.
fn by_media_type(media_type: &str) -> Option<&'static str> {
    match media_type {
        "application/pgp-signature" | "application/pkcs7-signature" | "application/x-pkcs7-signature" => {
            Some("passed.signature")
        }
        "application/pgp-encrypted" | "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
            Some("passed.encrypted")
        }
        "text/calendar" | "text/vcard" | "text/x-vcard" | "text/css" | "message/delivery-status" => {
            Some("passed.unknown")
        }
        _ => None,
    }
}
