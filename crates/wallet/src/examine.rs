//! Looking at something without keeping it: what is in it, and whether it holds.

use intake::follow::Breadth;
use intake::{Found, Link, MailFacts, MailSeal, Passed, Presentation, SentMail};
use openbadges::{Container, Credential, Form, Note};
use secrecy::SecretString;
use verification::{Answer, Answered, DocUrl, Document};

use crate::checking::{Checked, Judge};
use crate::import::not_asked;
use crate::views::Failure;

/// What was in one thing given.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// Its name, as given.
    pub name: String,
    /// The mail it is, if it is one.
    pub mail: Option<MailFacts>,
    /// Its signatures, if it is a mail that has any.
    pub seal: Option<MailSeal>,
    /// Mails that lay side by side in it, if it is none itself.
    pub messages: Vec<SentMail>,
    /// Presentations that credentials were taken out of.
    pub presentations: Vec<Presentation>,
    /// Credentials, in the order in which they stand there.
    pub found: Vec<Examinee>,
    /// Links that were found and not followed.
    pub links: Vec<Link>,
    /// What was passed over, and why.
    pub passed: Vec<Passed>,
    /// What was tolerated.
    pub notes: Vec<Note>,
    /// Text copied out of a web mail: its attachments are not in it.
    pub web_mail_paste: bool,
    /// What stood at the address and where it led, if an address was given.
    pub documents: Vec<Document>,
    /// Why nothing could be read at all.
    pub failure: Option<Failure>,
}

/// One credential that was found.
#[derive(Debug, Clone)]
pub struct Examinee {
    /// Where it stood, e.g. `attachment[0]/png:openbadgecredential`.
    pub path: String,
    /// What it came in.
    pub container: Container,
    /// The credential.
    pub credential: Credential,
    /// The picture that carried it, or the one inside it.
    pub image: Option<Vec<u8>>,
    /// What was tolerated while taking it out.
    pub notes: Vec<Note>,
    /// What was checked, if it was.
    pub checked: Option<Checked>,
}

impl Examinee {
    /// Whether it is only an address: the badge itself has not been read.
    pub fn is_unread(&self) -> bool {
        let read = self.checked.as_ref().is_some_and(|checked| checked.report.claims.name.is_some());
        matches!(self.credential.form(), Form::Address(_)) && !read
    }
}

impl Examined {
    /// Something of which nothing could be read.
    pub fn failed(name: &str, failure: Failure) -> Examined {
        Examined { name: name.to_owned(), failure: Some(failure), ..Examined::default() }
    }

    /// Every answer that belongs into an archive of this: what stood at the address given, and what each check used.
    pub fn answers(&self) -> impl Iterator<Item = (DocUrl, Answered)> + '_ {
        let input = self.documents.iter().map(|document| {
            let answer = Answer::Got(document.clone());
            (document.url.clone(), Answered { answer, at: document.at, origin: document.origin })
        });
        let used = self.found.iter().filter_map(|found| found.checked.as_ref());
        let used = used.flat_map(|checked| &checked.answers);
        input.chain(used.flat_map(|(url, all)| all.iter().map(|one| (url.clone(), one.clone()))))
    }

    /// The mail in which something came that stood here, with its signatures: the outermost one.
    pub(crate) fn came_in(&self, path: &str) -> Option<(&MailFacts, Option<&MailSeal>)> {
        match &self.mail {
            Some(mail) => Some((mail, self.seal.as_ref())),
            None => {
                let one = self.messages.iter().find(|one| one.holds(path))?;
                Some((&one.mail, one.seal.as_ref()))
            }
        }
    }

    /// Whether it held nothing of ours: no credential and no link to one.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.links.is_empty()
    }
}

/// Says what is in these bytes. Checks nothing and asks nobody.
pub fn scan(name: &str, bytes: &[u8]) -> Examined {
    unlock(name, bytes, None)
}

/// As [`scan`], with the password for what another wallet locked in there, if there is one.
pub fn unlock(name: &str, bytes: &[u8], password: Option<&SecretString>) -> Examined {
    let scan =
        password.map_or_else(|| intake::scan(bytes, name), |password| intake::unlock(bytes, name, password));
    let scan = match scan {
        Ok(scan) => scan,
        Err(error) => {
            let mut failure = Failure::new(error.code());
            failure.args = error.args();
            return Examined::failed(name, failure.with("name", name));
        }
    };
    let mut failure = None;
    let mut web_mail_paste = false;
    if !scan.has_badge() {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        web_mail_paste = scan.mail.is_none() && intake::looks_like_web_mail_paste(text);
        let why = scan.why_nothing().unwrap_or_else(|| Note::new("nothing.no-badge"));
        let why = if web_mail_paste { Failure::new("input.web-mail-paste") } else { Failure::from(why) };
        failure = Some(why.with("name", name));
    }
    Examined {
        name: name.to_owned(),
        mail: scan.mail,
        seal: scan.seal,
        messages: scan.messages,
        presentations: scan.presentations,
        found: scan.found.into_iter().map(examinee).collect(),
        links: scan.links,
        passed: scan.passed,
        notes: scan.notes,
        web_mail_paste,
        documents: Vec::new(),
        failure,
    }
}

fn examinee(found: Found) -> Examinee {
    Examinee {
        path: found.path,
        container: found.container,
        credential: found.credential,
        image: found.image,
        notes: found.notes,
        checked: None,
    }
}

impl Judge<'_> {
    /// Checks everything that was found.
    pub fn examine(&self, mut examined: Examined) -> Examined {
        self.say_who_presented(&mut examined);
        let mut all = std::mem::take(&mut examined.found);
        for found in &mut all {
            let mut checked = self.check_found(found, None);
            if let Some((mail, seal)) = examined.came_in(&found.path) {
                self.mailed(&mail.to, seal, &mut checked);
            }
            found.checked = Some(checked);
        }
        examined.found = all;
        examined
    }

    /// Says of each credential that was taken out of a presentation who signed that.
    pub(crate) fn say_who_presented(&self, examined: &mut Examined) {
        for presentation in &examined.presentations {
            let Some(note) = self.presented(&presentation.bytes) else { continue };
            let inside =
                |path: &str| path.strip_prefix(&presentation.path).is_some_and(|rest| rest.starts_with('/'));
            let said = |found: &Examinee| found.notes.contains(&note);
            for found in examined.found.iter_mut().filter(|found| inside(&found.path) && !said(found)) {
                found.notes.push(note.clone());
            }
        }
    }

    /// Looks at the badge behind an address: what stands there, or where the platform of that page has it. Where it may not
    /// be fetched, that is the failure. A page where the person has to do something is not asked, and named as a link.
    pub fn examine_address(&self, address: &str) -> Examined {
        let refused = |note: Note| Examined::failed(address, Failure::from(note));
        let url = match openbadges::address::public(address) {
            Ok(url) => url,
            Err(error) => return refused(error.note()),
        };
        let Some(link) = intake::links::of(address) else {
            let scheme = Note::new("fetch.not-https").with("host", url.host_str().unwrap_or_default());
            return refused(scheme);
        };
        let trail = self.trail(&link, Breadth::One);
        let mut examined = Examined { name: address.to_owned(), ..Examined::default() };
        for document in trail.documents {
            let mut one = scan(address, document.bytes());
            examined.found.append(&mut one.found);
            examined.presentations.append(&mut one.presentations);
            examined.notes.append(&mut one.notes);
            examined.documents.push(document);
        }
        // A bare hosted badge is the address's own: the address is what it is checked by.
        if examined.found.is_empty()
            && let Some(document) = trail.data
            && let Ok(credential) = Credential::read(document.url.as_str().as_bytes())
            && serde_json::from_slice::<serde_json::Value>(document.bytes()).is_ok()
        {
            examined.documents.push(document);
            examined.found.push(Examinee {
                path: String::new(),
                container: Container::Address,
                credential,
                image: None,
                notes: Vec::new(),
                checked: None,
            });
        }
        if examined.found.is_empty() {
            examined.links = trail.onward;
            // Of a list one is told what is in it; each badge is looked at by itself.
            examined.links.extend(trail.members);
            let asked = trail.asks.first().map(|ask| not_asked(address, &ask.host));
            examined.failure = asked.or(trail.failure);
        }
        self.examine(examined)
    }
}
