//! What the app was given as arguments and nobody has looked at yet: files and links.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
};

use crate::link::Link;

/// So many wait at most: nobody gives more by hand.
const MOST: usize = 1000;

/// One thing given.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    File(PathBuf),
    Link(String),
}

/// Files and links that wait.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    things: VecDeque<Thing>,
}

/// What comes next.
#[derive(Debug, PartialEq)]
pub(crate) enum Next {
    /// Something handed out.
    Page(PathBuf),
    /// Files that may hold badges.
    Badges(Vec<PathBuf>),
    /// A link, as it was given.
    Link(String),
}

impl Waiting {
    /// What the app was given at its start.
    pub(crate) fn new(arguments: impl Iterator<Item = PathBuf>) -> Waiting {
        let mut waiting = Waiting::default();
        waiting.push(arguments, Path::new(""));
        waiting
    }

    /// Puts the arguments of a start, seen from the folder it was made in, at the end of the line, as many as there is
    /// room for.
    pub(crate) fn push(&mut self, arguments: impl Iterator<Item = PathBuf>, folder: &Path) {
        let room = MOST.saturating_sub(self.things.len());
        self.things.extend(things(arguments, folder).take(room));
    }

    /// Takes what can be looked at now: one handed-out page, or, with an open backpack, all files that may hold badges,
    /// or a link. The rest keeps its place.
    pub(crate) fn take(&mut self, backpack_open: bool) -> Option<Next> {
        let page = |thing: &Thing| matches!(thing, Thing::File(path) if is_page(path));
        if let Some(position) = self.things.iter().position(page)
            && let Some(Thing::File(path)) = self.things.remove(position)
        {
            return Some(Next::Page(path));
        }
        if !backpack_open {
            return None;
        }
        let mut files = Vec::new();
        self.things.retain(|thing| match thing {
            Thing::File(path) => {
                files.push(path.clone());
                false
            }
            Thing::Link(_) => true,
        });
        if !files.is_empty() {
            return Some(Next::Badges(files));
        }
        match self.things.pop_front() {
            Some(Thing::Link(link)) => Some(Next::Link(link)),
            _ => None,
        }
    }
}

/// The files and links among the arguments.
fn things(arguments: impl Iterator<Item = PathBuf>, folder: &Path) -> impl Iterator<Item = Thing> {
    arguments.filter(|argument| !is_option(argument)).map(move |argument| {
        let text = argument.to_string_lossy();
        if Link::is_meant(&text) {
            return Thing::Link(text.into_owned());
        }
        // Desktops name files as addresses, too.
        let named = text.parse().ok().filter(|url: &tauri::Url| url.scheme() == "file");
        match named.and_then(|url| url.to_file_path().ok()) {
            Some(path) => Thing::File(path),
            None => Thing::File(folder.join(&argument)),
        }
    })
}

/// Nothing begins with a dash but what a desktop or a debugger slips in.
fn is_option(argument: &Path) -> bool {
    argument.to_string_lossy().starts_with('-')
}

/// Whether a file is looked at as something handed out, not as badges of one's own.
fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| ["html", "htm"].iter().any(|page| extension.eq_ignore_ascii_case(page)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(names: &[&str]) -> std::vec::IntoIter<PathBuf> {
        names.iter().map(PathBuf::from).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn a_page_is_looked_at_without_a_backpack_and_badges_wait_for_one() {
        let link = "dccrequest://request?x=1";
        let mut waiting = Waiting::new(arguments(&["a.eml", link, "page.HTML", "--flag", "b.png"]));
        assert_eq!(waiting.take(false), Some(Next::Page("page.HTML".into())));
        assert_eq!(waiting.take(false), None);
        assert_eq!(waiting.take(true), Some(Next::Badges(arguments(&["a.eml", "b.png"]).collect())));
        assert_eq!(waiting.take(true), Some(Next::Link(link.to_owned())));
        assert_eq!(waiting.take(true), None, "nothing is looked at twice");
    }

    /// ATTACKS.md, second-instance-args.
    #[test]
    fn what_a_second_start_gives_is_a_file_or_a_link_and_never_an_order() {
        let given = ["x.eml", "/tmp/y.eml", "-psn_0_1", "--remote-debugging-port=1", "file:///tmp/z%20z.eml"];
        let found: Vec<Thing> = things(arguments(&given), "/home/a".as_ref()).collect();
        let expected = ["/home/a/x.eml", "/tmp/y.eml", "/tmp/z z.eml"];
        assert_eq!(found, expected.map(|path| Thing::File(path.into())));

        let given = ["javascript:alert(1)", "file://other.example/a", "data:text/html,x", "$(reboot)"];
        let found: Vec<Thing> = things(arguments(&given), "/home/a".as_ref()).collect();
        let named = given.map(|name| Thing::File(Path::new("/home/a").join(name)));
        assert_eq!(found, named, "the name of a file that is not there, and no more");

        let mut waiting = Waiting::default();
        waiting.push((0..100_000).map(|n| format!("{n}.eml").into()), "/home/a".as_ref());
        waiting.push((0..100_000).map(|n| format!("https://a.example/{n}").into()), "/home/a".as_ref());
        assert_eq!(waiting.things.len(), MOST);
    }
}
