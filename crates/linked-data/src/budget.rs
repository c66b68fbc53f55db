//! How much work contexts may make.

use strict_json::Value;

use crate::error::Error;

/// Terms defined or copied, and values read, while one document is converted. Real documents stay below 20,000.
const MAX_WORK: usize = 4_000_000;

/// Levels of a value that is handed to code which goes down into it by the stack.
const MAX_DEPTH: usize = 128;

/// What is left.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    work: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { work: MAX_WORK }
    }
}

impl Budget {
    /// Some units of work.
    pub(crate) fn spend(&mut self, work: usize) -> Result<(), Error> {
        self.work = self.work.checked_sub(work).ok_or(Error::TooMuchWork)?;
        Ok(())
    }

    /// One more context is applied, whatever is in it.
    pub(crate) fn context(&mut self) -> Result<(), Error> {
        self.spend(64)
    }

    /// One term is looked at.
    pub(crate) fn definition(&mut self) -> Result<(), Error> {
        self.spend(1)
    }

    /// A text is made.
    pub(crate) fn text(&mut self, text: Option<&str>) -> Result<(), Error> {
        self.spend(text.map_or(0, str::len) / 16)
    }

    /// A whole value is copied, compared or written out.
    pub(crate) fn value(&mut self, value: &Value) -> Result<(), Error> {
        let mut open = vec![(value, 0usize)];
        while let Some((value, depth)) = open.pop() {
            self.spend(1)?;
            if depth > MAX_DEPTH {
                return Err(Error::TooDeep);
            }
            match value {
                Value::Array(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
                Value::Object(members) => open.extend(members.values().map(|member| (member, depth + 1))),
                _ => {}
            }
        }
        Ok(())
    }
}
