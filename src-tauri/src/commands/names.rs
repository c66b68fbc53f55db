/// Every command the window may call, in the order of the nouns. The build script turns this list into
/// permissions; a test holds it against the capability file and against the commands that exist.
pub(crate) const NAMES: &[&str] = &[
    // app
    "status",
    "take_opened",
    "open_url",
    // backpack
    "create_backpack",
    "unlock",
    "lock",
    // add
    "add_files",
    "take_copied",
    "choose_files",
    "choose_folder",
    "add_text",
    "add_samples",
    "unlock_given",
    // links, claims
    "look_at_link",
    "follow_link",
    "look_at_claim",
    "claim",
    // accounts
    "accounts",
    "try_account",
    "add_account",
    "set_account_secret",
    "remove_account",
    "scan_account",
    // jobs
    "jobs",
    "stop_job",
    "forget_job",
    // inbox
    "inbox",
    "keep",
    "dismiss",
    "waiting_links",
    "dismiss_links",
    // badges
    "badges",
    "badge",
    "check_again",
    "refresh_badge",
    "delete_badge",
    "save_badge_copy",
    // issuers
    "known_issuers",
    "mark_issuer",
    "accept_key",
    "unmark_issuer",
    // trusted
    "choose_trust_list",
    "remove_trust_list",
    "choose_registry",
    "add_registry_address",
    "remove_registry",
    // evidence
    "choose_evidence",
    "add_evidence_file",
    "add_evidence_link",
    "add_evidence_text",
    "remove_evidence",
    "evidence_content",
    "save_evidence",
    // stacks
    "stacks",
    "stack",
    "create_stack",
    "update_stack",
    "delete_stack",
    "add_to_stack",
    "remove_from_stack",
    "order_stack",
    // portfolio
    "preview_portfolio",
    "save_portfolio",
    "shares",
    "linkedin",
    "open_linkedin",
    // review
    "review_file",
    "choose_review",
    "review_again",
    "forget_review",
    // settings
    "settings",
    "set_setting",
    "add_address",
    "remove_address",
    "add_passphrase",
    "add_keyring",
    "remove_slot",
    "revoke_consent",
];
