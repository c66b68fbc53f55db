//! Every code this crate gives by itself (those of `openbadges` stand in [`openbadges::codes::ALL`]).

/// In alphabetical order. Each has a sentence in `locales/*/intake.ftl`.
pub const ALL: &[&str] = &[
    "input.empty",
    "input.rejoined",
    "input.too-large",
    "links.too-many",
    "mail.too-many-parts",
    "mail.unreadable",
    "nothing.no-badge",
    "nothing.only-links",
    "passed.archive",
    "passed.empty",
    "passed.encrypted",
    "passed.html",
    "passed.mailbox-later",
    "passed.msg-later",
    "passed.page-too-large",
    "passed.pdf-later",
    "passed.picture",
    "passed.picture-without-badge",
    "passed.signature",
    "passed.text",
    "passed.too-deep",
    "passed.unknown",
    "passed.winmail",
    "passed.zip-later",
];
