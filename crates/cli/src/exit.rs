//! What the process ends with.

use std::process::ExitCode;

/// The exit of one thing; of several the first in the order of [`Exit::ORDER`] holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; all valid; all kept.
    Good,
    /// Something is not valid.
    NotValid,
    /// Something could not be decided, or waits.
    Undecided,
    /// It was called in a way that makes no sense.
    Usage,
    /// An input held nothing of ours, or could not be read.
    Data,
    /// No such input.
    NoInput,
    /// The input is an address and may not be fetched.
    Unavailable,
    /// Our fault.
    Software,
    /// Cannot write.
    CannotCreate,
    /// Locked, or the wrong passphrase.
    NoPermission,
    /// The person stopped it (128 and the number of the signal, as shells have it).
    Interrupted,
}

impl Exit {
    /// Worst first: the first that occurred is what the process ends with.
    const ORDER: [Exit; 10] = [
        Exit::Usage,
        Exit::Software,
        Exit::NoPermission,
        Exit::CannotCreate,
        Exit::NotValid,
        Exit::Undecided,
        Exit::Unavailable,
        Exit::NoInput,
        Exit::Data,
        Exit::Good,
    ];

    /// The number the shell sees.
    pub(crate) fn number(self) -> u8 {
        match self {
            Exit::Good => 0,
            Exit::NotValid => 1,
            Exit::Undecided => 2,
            Exit::Usage => 64,
            Exit::Data => 65,
            Exit::NoInput => 66,
            Exit::Unavailable => 69,
            Exit::Software => 70,
            Exit::CannotCreate => 73,
            Exit::NoPermission => 77,
            Exit::Interrupted => 130,
        }
    }

    /// Of two the one that holds.
    #[must_use]
    pub(crate) fn and(self, other: Exit) -> Exit {
        Exit::ORDER.into_iter().find(|exit| *exit == self || *exit == other).unwrap_or(self)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_the_one_of_the_contract() {
        let numbers = Exit::ORDER.map(Exit::number);
        assert_eq!(numbers, [64, 70, 77, 73, 1, 2, 69, 66, 65, 0]);
        assert_eq!(Exit::Good.and(Exit::Undecided).and(Exit::NotValid).and(Exit::Data), Exit::NotValid);
        assert_eq!(Exit::Data.and(Exit::Good), Exit::Data);
    }
}
