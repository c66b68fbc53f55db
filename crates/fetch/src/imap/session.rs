//! A mailbox that one is logged in to, read and never changed.

use std::collections::BTreeMap;
use std::time::Duration;

use async_imap::Client;
use async_imap::imap_proto::{AttributeValue, MailboxDatum, NameAttribute, Response, ResponseCode, Status};
use jiff::civil::Date;
use openbadges::{Note, limits};

use super::connect::Stream;
use super::folder_name::{for_people, for_wire, quoted};
use super::log_in::{Inside, Login, log_in};
use super::outline::{self, Outline};
use super::why;
use crate::codes;

/// What may come in answer to a command that gives little.
const LITTLE: usize = 1024 * 1024;
/// What may come in answer to a question about all messages, or to one about what some are made of.
const MUCH: usize = 16 * 1024 * 1024;
/// What one message's answer may have beside the message itself.
const AROUND: usize = 64 * 1024;
/// The longest that one command may take, however steadily something comes.
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// Folders that are listed.
const FOLDERS: usize = 10_000;

/// A folder of a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its name as people write it.
    pub name: String,
    /// Whether it can hold messages.
    pub selectable: bool,
}

/// A folder that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// While this stays the same, numbers (UIDs) mean the same messages (UIDVALIDITY).
    pub validity: u32,
    /// How many messages are in it.
    pub messages: u32,
}

/// Which messages are meant, by the day on which they arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// On this day or later.
    pub since: Option<Date>,
    /// Before this day.
    pub before: Option<Date>,
}

/// A mailbox that one is logged in to.
pub struct Session {
    inside: Inside,
    host: String,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("host", &self.host).finish_non_exhaustive()
    }
}

impl Session {
    pub(super) async fn begin(mut stream: Stream, host: &str, login: &Login) -> Result<Session, Note> {
        stream.let_in(LITTLE, false);
        let mut client = Client::new(stream);
        let whole = async {
            let greeting = client.read_response().await.map_err(|error| why::greeting(&error, host))?;
            match greeting.as_ref().map(|greeting| greeting.parsed()) {
                Some(Response::Data { status: Status::Ok | Status::PreAuth, .. }) => {}
                Some(Response::Data { outcome, .. }) => return Err(why::said(host, outcome)),
                Some(_) => return Err(why::about(codes::IMAP_NO_IMAP, host)),
                None => return Err(why::about(codes::IMAP_CUT, host)),
            }
            drop(greeting);
            log_in(client, host, login).await
        };
        let inside = tokio::time::timeout(LONGEST, whole).await;
        let inside = inside.map_err(|_| why::about(codes::IMAP_TIMEOUT, host))??;
        Ok(Session { inside, host: host.to_owned() })
    }

    /// The folders of the mailbox.
    ///
    /// # Errors
    /// Why they could not be had: a code of [`codes`] with the host.
    pub async fn folders(&mut self) -> Result<Vec<Folder>, Note> {
        let mut found: BTreeMap<String, Folder> = BTreeMap::new();
        self.run("LIST \"\" \"*\"", MUCH, false, &mut |response| {
            if let Response::MailboxData(MailboxDatum::List(list)) = response
                && found.len() < FOLDERS
            {
                let closed = |attribute: &NameAttribute<'_>| matches!(attribute, NameAttribute::NoSelect);
                let name = openbadges::claims::plain(&for_people(&list.name));
                let selectable = !list.name_attributes.iter().any(closed);
                found.insert(name.clone(), Folder { name, selectable });
            }
        })
        .await?;
        let mut all: Vec<Folder> = found.into_values().collect();
        all.sort_by_key(|folder| (!folder.name.eq_ignore_ascii_case("INBOX"), folder.name.to_lowercase()));
        Ok(all)
    }

    /// Opens a folder for reading only.
    ///
    /// # Errors
    /// `imap.no-folder`; other codes of [`codes`] with the host.
    pub async fn open(&mut self, folder: &str) -> Result<Opened, Note> {
        let no_folder = || why::about(codes::IMAP_NO_FOLDER, &self.host).with("folder", folder);
        let name = quoted(&for_wire(folder)).ok_or_else(no_folder)?;
        let mut opened = Opened { validity: 0, messages: 0 };
        let came = self
            .run(&format!("EXAMINE {name}"), LITTLE, true, &mut |response| match response {
                Response::MailboxData(MailboxDatum::Exists(messages)) => opened.messages = *messages,
                Response::Data { outcome, .. } => {
                    if let Some(ResponseCode::UidValidity(validity)) = outcome.code {
                        opened.validity = validity;
                    }
                }
                _ => {}
            })
            .await;
        match came {
            Err(why) if why.code == codes::IMAP_REFUSED => {
                let said = why.args.get("said").cloned().unwrap_or_default();
                Err(why::about(codes::IMAP_NO_FOLDER, &self.host).with("folder", folder).with("said", said))
            }
            other => other.map(|()| opened),
        }
    }

    /// The numbers (UIDs) of the messages of a period after this number, in their order.
    ///
    /// # Errors
    /// Why they could not be had: a code of [`codes`] with the host.
    pub async fn numbers(&mut self, period: Period, after: u32) -> Result<Vec<u32>, Note> {
        let Some(first) = after.checked_add(1) else { return Ok(Vec::new()) };
        let mut command = format!("UID SEARCH UID {first}:*");
        for (word, day) in [("SINCE", period.since), ("BEFORE", period.before)] {
            if let Some(day) = day {
                command += &format!(" {word} {}", day.strftime("%-d-%b-%Y"));
            }
        }
        let mut found = Vec::new();
        self.run(&command, MUCH, true, &mut |response| {
            if let Response::MailboxData(MailboxDatum::Search(numbers)) = response {
                found.extend_from_slice(numbers);
            }
        })
        .await?;
        // `n:*` gives the last message even if its number is smaller.
        found.retain(|number| *number > after);
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// What these messages are made of. Those that are gone meanwhile are not among the answers.
    ///
    /// # Errors
    /// Why they could not be had: a code of [`codes`] with the host. After `imap.unreadable` the connection is of no
    /// more use.
    pub async fn outlines(&mut self, numbers: &[u32]) -> Result<Vec<Outline>, Note> {
        let mut found = Vec::new();
        let command = format!("UID FETCH {} (UID RFC822.SIZE ENVELOPE BODYSTRUCTURE)", set(numbers));
        self.run(&command, MUCH, true, &mut |response| {
            if let Response::Fetch(_, attributes) = response {
                found.extend(outline::read(attributes));
            }
        })
        .await?;
        found.retain(|outline: &Outline| numbers.binary_search(&outline.uid).is_ok());
        found.sort_by_key(|outline| outline.uid);
        Ok(found)
    }

    /// The beginnings of these sections of these messages, as they are written: of each at most so many bytes. An empty
    /// section is the whole message. By number, one after another without anything between.
    ///
    /// # Errors
    /// Why they could not be had: a code of [`codes`] with the host.
    pub async fn beginnings(
        &mut self,
        numbers: &[u32],
        sections: &[String],
        most: u32,
    ) -> Result<BTreeMap<u32, Vec<u8>>, Note> {
        let wanted: String =
            sections.iter().map(|section| format!(" BODY.PEEK[{section}]<0.{most}>")).collect();
        let command = format!("UID FETCH {} (UID{wanted})", set(numbers));
        let each = (most as usize).saturating_mul(sections.len()).saturating_add(1024);
        let mut found = BTreeMap::new();
        self.run(
            &command,
            each.saturating_mul(numbers.len()).saturating_add(LITTLE),
            false,
            &mut |response| {
                if let Response::Fetch(_, attributes) = response
                    && let (Some(uid), bytes) = bodies(attributes)
                {
                    found.insert(uid, bytes);
                }
            },
        )
        .await?;
        Ok(found)
    }

    /// A message, whole; none if it is gone.
    ///
    /// # Errors
    /// `imap.too-large` with `size` and `limit` in MiB; other codes of [`codes`] with the host.
    pub async fn message(&mut self, outline: &Outline) -> Result<Option<Vec<u8>>, Note> {
        let size = outline.size as usize;
        if size > limits::FILE {
            let mib = |bytes: usize| (bytes / (1024 * 1024)).to_string();
            let why = why::about(codes::IMAP_TOO_LARGE, &self.host);
            return Err(why.with("size", mib(size)).with("limit", mib(limits::FILE)));
        }
        let mut found = None;
        let command = format!("UID FETCH {} (UID BODY.PEEK[])", outline.uid);
        // The size that was said may be a little wrong (line ends), as some servers count it.
        let said = if size == 0 { limits::FILE } else { size.saturating_mul(2).min(limits::FILE) };
        let most = said.saturating_add(AROUND);
        self.run(&command, most, false, &mut |response| {
            if let Response::Fetch(_, attributes) = response
                && let (Some(uid), bytes) = bodies(attributes)
                && uid == outline.uid
                && !bytes.is_empty()
            {
                found = Some(bytes);
            }
        })
        .await?;
        Ok(found)
    }

    /// Says goodbye. Whether the server heard it does not matter.
    pub async fn leave(mut self) {
        self.inside.as_mut().let_in(LITTLE, true);
        let _ = tokio::time::timeout(Duration::from_secs(2), self.inside.logout()).await;
    }

    /// Runs a command to its end and gives what comes in between to `each`.
    async fn run(
        &mut self,
        command: &str,
        most: usize,
        ascii: bool,
        each: &mut (dyn FnMut(&Response<'_>) + Send),
    ) -> Result<(), Note> {
        let (inside, host) = (&mut self.inside, self.host.as_str());
        inside.as_mut().let_in(most, ascii);
        let whole = async {
            let id = inside.run_command(command).await.map_err(|error| why::command(&error, host))?;
            loop {
                let came = inside.read_response().await.map_err(|error| why::command(&error.into(), host))?;
                let Some(came) = came else { return Err(why::about(codes::IMAP_CUT, host)) };
                match came.parsed() {
                    Response::Done { tag, status, outcome } if *tag == id => {
                        return match status {
                            Status::Ok => Ok(()),
                            _ => Err(why::said(host, outcome)),
                        };
                    }
                    Response::Data { status: Status::Bye, outcome } => return Err(why::bye(host, outcome)),
                    other => each(other),
                }
            }
        };
        match tokio::time::timeout(LONGEST, whole).await {
            Ok(came) => came,
            Err(_) => Err(why::about(codes::IMAP_TIMEOUT, host)),
        }
    }
}

/// The number of a message and the bytes that came of it.
fn bodies(attributes: &[AttributeValue<'_>]) -> (Option<u32>, Vec<u8>) {
    let mut uid = None;
    let mut bytes = Vec::new();
    for attribute in attributes {
        match attribute {
            AttributeValue::Uid(number) => uid = Some(*number),
            AttributeValue::BodySection { data: Some(data), .. } => bytes.extend_from_slice(data),
            _ => {}
        }
    }
    (uid, bytes)
}

/// A set of numbers (RFC 3501, `sequence-set`): `1:3,7`. They are in their order.
fn set(numbers: &[u32]) -> String {
    let mut text = String::new();
    let mut ranges = numbers.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    ranges.by_ref().for_each(|range| {
        if let (Some(first), Some(last)) = (range.first(), range.last()) {
            let comma = if text.is_empty() { "" } else { "," };
            text += &if first == last { format!("{comma}{first}") } else { format!("{comma}{first}:{last}") };
        }
    });
    text
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn numbers_are_written_short() {
        assert_eq!(set(&[1, 2, 3, 7, 9, 10]), "1:3,7,9:10");
        assert_eq!(set(&[5]), "5");
        assert_eq!(set(&[]), "");
    }
}
