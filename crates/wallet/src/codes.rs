//! The codes this crate gives a [`crate::views::Failure`] by itself. Each has a sentence in `locales/*/wallet.ftl`.

/// Every code of this crate, sorted.
pub const ALL: &[&str] = &[
    "account.date",
    "account.exists",
    "account.no-host",
    "account.no-network",
    "account.no-secret",
    "account.no-user",
    "account.period",
    "account.secret-gone",
    "account.unreadable",
    "archive.changed",
    "archive.index",
    "archive.no-file",
    "archive.no-index",
    "archive.outside",
    "archive.oversize",
    "backpack.locked",
    "backpack.report-unreadable",
    "bake.several",
    "claim.given-up",
    "claim.not-signed",
    "evidence.empty",
    "evidence.is-link",
    "evidence.not-https",
    "evidence.too-large",
    "fetch.offline",
    "file.cannot-write",
    "file.no-such",
    "file.nothing-in-folder",
    "file.nothing-in-mailbox",
    "file.unreadable",
    "folder.none",
    "identity.not-an-address",
    "inbox.no-link",
    "input.address-empty",
    "input.address-refused",
    "input.web-mail-paste",
    "internal.not-checked",
    "issuer.key-changed",
    "issuer.not-marked",
    "issuer.not-proved",
    "link.unknown",
    "picture.none",
    "picture.not-read",
    "picture.too-large",
    "platform.login",
    "platform.no-token",
    "platform.not-public",
    "platform.unexpected",
    "refresh.newer",
    "refresh.not-had",
    "refresh.not-offered",
    "refresh.not-proved",
    "refresh.nothing",
    "refresh.older",
    "refresh.other-badge",
    "refresh.other-issuer",
    "refresh.other-recipient",
    "refresh.same",
    "refresh.unreadable",
    "registry.empty",
    "registry.expired",
    "registry.is-directory",
    "registry.no-address",
    "registry.not-had",
    "registry.not-https",
    "registry.too-large",
    "registry.unknown",
    "registry.unproved",
    "registry.unrecognised",
    "setting.wrong-value",
    "stack.ambiguous",
    "stack.no-title",
    "trust-list.empty",
    "trust-list.list-of-lists",
    "trust-list.unknown",
    "trust-list.unreadable",
    "trust-list.unrecognised",
    "unbake.several",
];

/// Whether the sentence of a code has a second line that says what to do.
pub(crate) fn has_next(code: &str) -> bool {
    words::Words::new(words::Locale::En).code(code, &std::collections::BTreeMap::new()).next.is_some()
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_code_has_its_sentence() {
        assert!(ALL.is_sorted());
        let without: Vec<_> = ALL.iter().filter(|code| !words::Words::has_code(code)).collect();
        assert!(without.is_empty(), "no sentence for {without:?}");
    }
}
