//! Lists of badges: collections and public profiles, and data that only names where the badge is.

use openbadges::{address, json};
use strict_json::Value;
use url::Url;

use crate::{Link, links};

/// Pages of one list.
const PAGES: u64 = 20;
/// Groups of one profile.
const GROUPS: usize = 20;
/// Members that name where a badge lies.
const NAMES: [&str; 6] =
    ["assertion_url", "badge_assertion_url", "assertionUrl", "hostedUrl", "hosted_url", "assertion"];

/// The lists that are known by their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// Badgr and its children: `/public/collections/HASH`.
    Collection,
    /// Credly: `/users/NAME/badges.json`.
    Credly,
    /// Displayer API of the former backpacks, as Open Badge Passport has it: `/displayer/ID/groups.json`.
    Groups,
    /// One group of it: `/displayer/ID/group/ID`.
    Group,
}

/// What is in a list.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) members: Vec<Link>,
    pub(super) more: Vec<Url>,
}

/// Which list an address is.
pub(super) fn of(url: &Url) -> Option<List> {
    let segments: Vec<&str> = url.path_segments()?.filter(|segment| !segment.is_empty()).collect();
    match segments.as_slice() {
        ["public", "collections", _] => Some(List::Collection),
        ["users", _, "badges.json"] => Some(List::Credly),
        ["displayer", _, "groups.json"] => Some(List::Groups),
        ["displayer", _, "group", _] => Some(List::Group),
        _ => None,
    }
}

/// Reads a list; `None`: it is none.
pub(super) fn read(kind: List, url: &Url, bytes: &[u8]) -> Option<Read> {
    let value = json::read(bytes).ok()?;
    let mut read = Read::default();
    match kind {
        List::Collection | List::Group => {
            let badges = value.get("badges").and_then(Value::as_array)?;
            read.members.extend(badges.iter().filter_map(member));
        }
        List::Credly => {
            let badges = value.get("data").and_then(Value::as_array)?;
            let id = |badge: &Value| badge.get("id").and_then(Value::as_str).map(str::to_owned);
            let links = badges.iter().filter_map(id);
            read.members
                .extend(links.filter_map(|id| links::of(&format!("https://www.credly.com/badges/{id}"))));
            read.more.extend(next_page(url, &value));
        }
        List::Groups => {
            let groups = value.get("groups").and_then(Value::as_array)?;
            let id = |group: &Value| match group.get("groupId")? {
                Value::String(id) => Some(id.to_string()),
                Value::Number(id) => Some(id.to_string()),
                _ => None,
            };
            let plain = |id: &String| {
                id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
            };
            for id in groups.iter().filter_map(id).filter(plain).take(GROUPS) {
                read.more.extend(url.join(&format!("group/{id}")).ok());
            }
        }
    }
    Some(read)
}

/// One badge of a list: its address, or an object that names it.
fn member(badge: &Value) -> Option<Link> {
    let text = match badge {
        Value::String(text) => text,
        badge => NAMES.iter().chain(&["id", "url"]).find_map(|name| address_in(badge.get(name)?))?,
    };
    links::of(text)
}

fn address_in(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) if text.starts_with("https://") => Some(text),
        Value::Object(inner) => match inner.get("id")? {
            Value::String(text) if text.starts_with("https://") => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// `metadata.current_page` of `metadata.total_pages`.
fn next_page(url: &Url, value: &Value) -> Option<Url> {
    let metadata = value.get("metadata")?;
    let number = |name: &str| metadata.get(name).and_then(Value::as_u64);
    let (current, total) = (number("current_page")?, number("total_pages")?);
    if current == 0 || current >= total.min(PAGES) {
        return None;
    }
    let mut next = url.clone();
    next.set_query(Some(&format!("page={}", current + 1)));
    Some(next)
}

/// The address of a badge that some other data names.
pub(super) fn named(bytes: &[u8]) -> Option<Url> {
    let value = json::read(bytes).ok()?;
    let inner = [Some(&value), value.get("badge"), value.get("data"), value.get("credential")];
    inner.into_iter().flatten().find_map(|object| {
        let text = NAMES.iter().find_map(|name| address_in(object.get(name)?))?;
        address::public(text).ok()
    })
}
