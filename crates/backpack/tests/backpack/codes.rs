//! Every code has its sentence in every language.

use std::collections::BTreeSet;

use backpack::{BackupError, Damage, Error, KeyringError};

#[test]
fn every_error_is_listed_once() {
    let kind = std::io::ErrorKind::Other;
    let errors = [
        Error::None,
        Error::Exists,
        Error::WrongPassphrase,
        Error::WrongRecoveryCode,
        Error::NoSlotOfKind,
        Error::EmptyPassphrase,
        Error::UnknownSlot,
        Error::LastSlot,
        Error::SlotNotProven,
        Error::Keyring(KeyringError::NoService),
        Error::Keyring(KeyringError::Locked),
        Error::Keyring(KeyringError::NoEntry),
        Error::Keyring(KeyringError::Failed),
        Error::SlotTooCostly,
        Error::SlotChanged,
        Error::Damaged(Damage::Database),
        Error::Damaged(Damage::DatabaseMissing),
        Error::Damaged(Damage::Keyslots),
        Error::Damaged(Damage::KeyslotsMissing),
        Error::Damaged(Damage::KeyslotsNewer),
        Error::Backup(BackupError::NoKey),
        Error::Backup(BackupError::Exists),
        Error::Backup(BackupError::NotOne),
        Error::Backup(BackupError::Newer { version: "2.0".to_owned() }),
        Error::Backup(BackupError::Truncated),
        Error::Backup(BackupError::TooLarge),
        Error::Backup(BackupError::Foreign),
        Error::Backup(BackupError::Packed),
        Error::Backup(BackupError::Changed),
        Error::Backup(BackupError::Unsound),
        Error::Newer,
        Error::InUse,
        Error::Busy,
        Error::DiskFull,
        Error::Folder(kind),
        Error::UnknownAccount,
        Error::UnknownBadge,
        Error::AmbiguousBadge { count: 2 },
        Error::UnknownCopy,
        Error::UnknownEvidence,
        Error::UnreadableFile(kind),
        Error::UnwritableFile(kind),
        Error::ContentChanged,
        Error::UnknownStack,
        Error::UnknownIdentity,
        Error::ReservedSetting,
        Error::Randomness,
        Error::Database("x"),
    ];
    let given: BTreeSet<_> = errors.iter().map(Error::code).collect();
    let listed: BTreeSet<_> = backpack::codes::ALL.iter().copied().collect();
    assert_eq!(given, listed);
    assert_eq!(listed.len(), backpack::codes::ALL.len());
}

#[test]
fn every_code_has_a_sentence_and_a_next_step_in_each_language() {
    let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["en", "de"] {
        let text = std::fs::read_to_string(locales.join(language).join("failures.ftl")).unwrap();
        let messages = text.split("\n\n").flat_map(|part| part.split("\ncode-")).collect::<Vec<_>>();
        for code in backpack::codes::ALL {
            let id = format!("{} =", code.replace('.', "-"));
            let found = messages
                .iter()
                .find(|message| message.strip_prefix("code-").unwrap_or(message).starts_with(&id));
            let message = found.unwrap_or_else(|| panic!("{language}: no sentence for {code}"));
            assert!(message.contains(".next ="), "{language}: no next step for {code}");
        }
    }
}
