//! Credentials out of whatever bytes: read or refused, and what was read is read again from its own bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use openbadges::{Credential, SdJwt};
use proptest::prelude::*;
use strict_json::Value;

const BADGE: &str = r#"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential","OpenBadgeCredential"],"issuer":{"id":"did:example:a","name":"A"},"validFrom":"2025-01-01T00:00:00Z","credentialSubject":{"type":"AchievementSubject","achievement":{"id":"urn:a","name":"N","criteria":{"narrative":"x"}}}}"#;
const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.eyJfc2QiOlsiQUFBQSJdfQ.AAAA~WyJzIiwibmFtZSIsIngiXQ~WyJzIiwieSJd~";

fn again(bytes: &[u8]) {
    let Ok(credential) = Credential::read(bytes) else { return };
    let _ = (credential.claims(), credential.content_digest(), credential.hosted_at());
    let read = Credential::read(credential.payload()).expect("its own bytes");
    assert_eq!((read.document(), read.format()), (credential.document(), credential.format()));
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        again(&bytes);
    }

    #[test]
    fn a_genuine_badge_with_changed_bytes_is_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
    ) {
        for genuine in [BADGE, TOKEN] {
            let mut bytes = genuine.as_bytes().to_vec();
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            again(&bytes);
            if let Ok(token) = SdJwt::parse(&String::from_utf8_lossy(&bytes)) {
                let payload: Value = serde_json::from_slice(token.jws().payload()).unwrap_or_default();
                let _ = (token.sd_hash(&payload), token.reveal(payload));
            }
        }
    }
}
