//! Exports that another wallet locked with a password, until the person has typed it: so that the page hands their bytes
//! over only once, and never names a path.

use std::{collections::BTreeMap, path::PathBuf};

use wallet::{
    Given,
    views::{AddView, Failure, InputView},
};

use crate::opened;

/// So many are kept in mind at most.
const MOST: usize = 20;

/// One of them.
#[derive(Clone)]
pub(crate) enum Sealed {
    /// It was dropped.
    Given(Given),
    /// It was chosen.
    File(PathBuf),
}

impl Sealed {
    /// What is in it.
    ///
    /// # Errors
    /// `shell.cannot-read`.
    pub(crate) fn given(self) -> Result<Given, Failure> {
        match self {
            Sealed::Given(given) => Ok(given),
            Sealed::File(path) => Ok(Given::file(opened::file_name(&path), opened::read(&path)?)),
        }
    }
}

/// All of them, by name.
#[derive(Default)]
pub(crate) struct AllSealed(BTreeMap<String, Sealed>);

impl AllSealed {
    /// Keeps in mind what needs a password among what was looked at; `find` says which it was.
    pub(crate) fn keep(&mut self, looked_at: &AddView, find: impl Fn(&str) -> Option<Sealed>) {
        for input in looked_at.inputs.iter().filter(|input| needs_password(input)) {
            if let Some(sealed) = find(&input.name)
                && (self.0.len() < MOST || self.0.contains_key(&input.name))
            {
                self.0.insert(input.name.clone(), sealed);
            }
        }
    }

    /// The one of this name, if it is one of them: no other file is ever opened by a name.
    ///
    /// # Errors
    /// `shell.nothing-sealed`.
    pub(crate) fn get(&self, name: &str) -> Result<Sealed, Failure> {
        self.0.get(name).cloned().ok_or_else(|| Failure::new("shell.nothing-sealed"))
    }

    /// Forgets one that is open now.
    pub(crate) fn forget(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Forgets all: the backpack is being closed.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

fn needs_password(input: &InputView) -> bool {
    let code = "passed.needs-password";
    input.passed.iter().any(|part| part.code == code)
        || input.failure.as_ref().is_some_and(|failure| failure.is(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked_at(names: &[String]) -> AddView {
        let locked =
            |name: &String| InputView::unreadable(Failure::new("passed.needs-password").with("name", name));
        AddView { inputs: names.iter().map(locked).collect(), address_offer: None }
    }

    /// ATTACKS.md, ipc-path-outside.
    #[test]
    fn a_name_opens_what_was_given_and_no_other_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        std::fs::write(&path, b"locked").unwrap();
        let mut all = AllSealed::default();
        all.keep(&looked_at(&["export.json".into(), "other.json".into()]), |name| {
            (name == "export.json").then(|| Sealed::File(path.clone()))
        });
        assert_eq!(all.get("export.json").unwrap().given().unwrap().bytes, b"locked");
        for outside in [path.to_str().unwrap(), "../export.json", "/etc/passwd", "other.json", ""] {
            let refused = all.get(outside).map(|_| ()).unwrap_err();
            assert!(refused.is("shell.nothing-sealed"), "{outside}");
        }
    }

    #[test]
    fn they_are_few_and_forgotten_when_the_backpack_is_closed() {
        let names: Vec<String> = (0..100).map(|n| format!("{n}.json")).collect();
        let mut all = AllSealed::default();
        all.keep(&looked_at(&names), |name| Some(Sealed::Given(Given::file(name, Vec::new()))));
        assert_eq!(names.iter().filter(|name| all.get(name).is_ok()).count(), MOST);
        all.clear();
        assert!(names.iter().all(|name| all.get(name).is_err()));
    }
}
