//! Links that were found in one of many mails and that nobody followed: they wait in the Inbox, with whom one would have to
//! ask. Nobody is asked for them until the person says so, for each.

use backpack::Backpack;
use intake::Link;
use intake::follow::{Breadth, Follow};
use openbadges::Digest;
use serde::{Deserialize, Serialize};

use super::{Imported, may_follow};
use crate::telling;
use crate::views::{ChangeSet, Failure, MailView, WaitingLink};
use crate::wallet::{Done, Wallet};

/// So many are kept; of more only what came of the import tells.
const MOST: u32 = 1_000;
/// Their names in the store begin so.
const UNDER: &str = "inbox.link/";
/// Letters of an id.
const ID: usize = 12;

/// A link as it is kept. One that is done with stays, so that the same mailbox does not bring it again.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Left {
    link: Link,
    input: String,
    mail: Option<MailView>,
    done: bool,
}

fn key(link: &Link) -> String {
    let digest = Digest::of(link.url.as_bytes()).hex();
    format!("{UNDER}{}", digest.get(..ID).unwrap_or_default())
}

impl Wallet {
    /// Links that wait, in no order that means anything.
    ///
    /// # Errors
    /// When the backpack itself fails.
    pub fn waiting_links(&self) -> Result<Vec<WaitingLink>, Failure> {
        let all = left(self.backpack()?.as_ref())?;
        Ok(all.into_iter().filter(|(_, one)| !one.done).map(|(id, one)| view(id, one)).collect())
    }

    /// One that waits, by its id, to be followed.
    ///
    /// # Errors
    /// `inbox.no-link` where there is none; when the backpack itself fails.
    pub fn waiting_link(&self, id: &str) -> Result<(WaitingLink, Link), Failure> {
        let one = left(self.backpack()?.as_ref())?.into_iter().find(|(known, one)| known == id && !one.done);
        let (id, one) = one.ok_or_else(|| Failure::new("inbox.no-link").with("id", id))?;
        let link = one.link.clone();
        Ok((view(id, one), link))
    }

    /// Lets links go: they do not come again.
    ///
    /// # Errors
    /// As [`Wallet::waiting_link`]; then none of them goes.
    pub fn dismiss_links(&self, ids: &[String]) -> Result<Done<u32>, Failure> {
        let links = ids.iter().map(|id| self.waiting_link(id)).collect::<Result<Vec<_>, _>>()?;
        for (_, link) in &links {
            self.link_done(link)?;
        }
        Ok(Done::new(crate::session::count(links.len()), ChangeSet::inbox()))
    }

    /// Keeps the links of one of many things that may be followed. Gives whether one is new.
    pub(super) fn keep_links(&self, imported: &Imported) -> Result<bool, Failure> {
        let examined = &imported.examined;
        let mut new = false;
        let links: Vec<&Link> = examined.links.iter().filter(|link| may_follow(link)).collect();
        if links.is_empty() {
            return Ok(false);
        }
        let backpack = self.backpack()?;
        if backpack.count_settings_under(UNDER)? >= MOST {
            return Ok(false);
        }
        for link in links {
            let mail = examined.came_in(&link.path).map(|(mail, _)| telling::mail(mail));
            let one = Left { link: link.clone(), input: examined.name.clone(), mail, done: false };
            new |= backpack.set_setting_once(&key(link), &text(&one))?;
        }
        Ok(new)
    }

    /// Remembers that a link is done with, if it waits.
    pub(super) fn link_done(&self, link: &Link) -> Result<(), Failure> {
        let backpack = self.backpack()?;
        let key = key(link);
        if let Some(mut one) = backpack.setting(&key)?.and_then(|text| read(&text))
            && !one.done
        {
            one.done = true;
            one.mail = None;
            backpack.set_setting(&key, &text(&one))?;
        }
        Ok(())
    }
}

fn text(one: &Left) -> String {
    serde_json::to_string(one).unwrap_or_default()
}

fn read(text: &str) -> Option<Left> {
    serde_json::from_str(text).ok()
}

fn left(backpack: &Backpack) -> Result<Vec<(String, Left)>, Failure> {
    let rows = backpack.settings_under(UNDER, MOST)?;
    Ok(rows
        .into_iter()
        .filter_map(|(key, text)| Some((key.strip_prefix(UNDER)?.to_owned(), read(&text)?)))
        .collect())
}

fn view(id: String, one: Left) -> WaitingLink {
    // The first that would be asked: often another host than that of the page.
    let first = Follow::new(&one.link, Breadth::Copies).ok().and_then(|mut follow| follow.next());
    WaitingLink {
        id,
        asks: first.as_ref().map_or_else(|| one.link.host.clone(), intake::follow::Request::host),
        tracker: first.is_some_and(|request| request.tracker),
        link: telling::link(&one.link),
        input: one.input,
        mail: one.mail,
    }
}
