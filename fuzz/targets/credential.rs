//! Credentials of every kind and form: read, taken into plain claims, verified with no documents but the bundled ones.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openbadges::Credential;

fuzz_target!(|bytes: &[u8]| {
    let Ok(credential) = Credential::read(bytes) else { return };
    let _ = (credential.claims(), credential.content_digest(), credential.hosted_at());
    badgefolio_fuzz::check(bytes, "", None);
});
