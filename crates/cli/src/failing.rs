//! From a failure to its sentence and its exit.

use serde::Serialize;
use serde_json::{Value, json};
use wallet::views::Failure;
use words::Words;

use crate::exit::Exit;

/// The exit that a failure stands for.
pub(crate) fn exit(failure: &Failure) -> Exit {
    let code = failure.code.as_str();
    match code {
        "backpack.locked"
        | "backpack.wrong-passphrase"
        | "backpack.wrong-recovery-code"
        | "backpack.no-slot-of-kind"
        | "backpack.slot-changed"
        | "backpack.slot-too-costly"
        | "input.wrong-password"
        | "cli.passphrase-file"
        | "cli.passphrases-differ" => Exit::NoPermission,
        "imap.login"
        | "imap.app-password"
        | "imap.token"
        | "imap.no-password"
        | "imap.no-token"
        | "platform.login"
        | "account.secret-gone" => Exit::NoPermission,
        "account.no-network" => Exit::Unavailable,
        _ if code.starts_with("backpack.keyring-") => Exit::NoPermission,
        _ if code.starts_with("imap.") || code.starts_with("platform.") => Exit::Unavailable,
        _ if code.starts_with("account.") => Exit::Usage,
        "file.no-such" | "archive.no-index" | "backpack.none" => Exit::NoInput,
        "backpack.unknown-badge"
        | "backpack.unknown-stack"
        | "backpack.unknown-evidence"
        | "backpack.unknown-identity"
        | "backpack.unknown-slot"
        | "backpack.unknown-account"
        | "inbox.no-link"
        | "issuer.not-marked"
        | "registry.unknown"
        | "trust-list.unknown" => Exit::NoInput,
        "input.address-refused" | "registry.not-had" => Exit::Unavailable,
        // Asked, or to be asked, and not had.
        _ if code.starts_with("fetch.") => Exit::Unavailable,
        // It waits for the person: to log in, to take it, to say yes.
        "link.claim" | "link.login" | "link.offer" => Exit::Undecided,
        "file.cannot-write"
        | "backpack.disk-full"
        | "backpack.folder"
        | "backpack.busy"
        | "backpack.in-use"
        | "backpack.exists"
        | "backpack.unwritable-file"
        | "backup.exists"
        | "folder.none"
        | "portfolio.too-large" => Exit::CannotCreate,
        "backpack.database" | "backpack.randomness" | "backpack.slot-not-proven" | "internal.not-checked" => {
            Exit::Software
        }
        "backpack.ambiguous-badge"
        | "backpack.empty-passphrase"
        | "backpack.last-slot"
        | "backup.no-key"
        | "evidence.empty"
        | "evidence.not-https"
        | "identity.not-an-address"
        | "issuer.key-changed"
        | "portfolio.empty"
        | "registry.not-https"
        | "setting.wrong-value"
        | "stack.ambiguous"
        | "stack.no-title" => Exit::Usage,
        // It waits for the person's password.
        "passed.needs-password" => Exit::Undecided,
        _ if code.starts_with("cli.") => Exit::Usage,
        _ => Exit::Data,
    }
}

/// A code with its sentence and next step.
#[derive(Debug, Serialize)]
pub(crate) struct Worded {
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) next: Option<String>,
}

/// A failure in words.
pub(crate) fn worded(failure: &Failure, words: Words) -> Worded {
    let sentence = words.code(&failure.code, &failure.args);
    Worded { code: failure.code.clone(), message: sentence.message, next: sentence.next }
}

/// The JSON object of an input in which no credential was read.
pub(crate) fn object(input: &str, failure: &Failure, words: Words) -> Value {
    json!({ "input": input, "error": worded(failure, words) })
}

/// The codes that the command line itself gives, each with its sentence in `locales/*/cli.ftl`.
#[cfg(test)]
const ALL: &[&str] = &[
    "cli.format-not-yet",
    "cli.format-unknown",
    "cli.locale-unknown",
    "cli.no-code",
    "cli.not-yet",
    "cli.passphrase-file",
    "cli.passphrases-differ",
    "cli.time",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_sentence() {
        let without: Vec<_> = ALL.iter().filter(|code| !Words::has_code(code)).collect();
        assert!(without.is_empty(), "no sentence for {without:?}");
    }

    #[test]
    fn every_failure_of_the_wallet_has_an_exit_that_says_something() {
        for code in wallet::codes::ALL {
            assert_ne!(exit(&Failure::new(*code)), Exit::Good, "{code}");
        }
    }
}
