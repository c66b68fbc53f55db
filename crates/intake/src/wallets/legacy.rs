//! Open Badges 2.0 as LearnCard keeps them: in a credential that the learner signed (`LegacyOpenBadgeCredential`). That signature says
//! nothing of the badge, so the badge itself is taken out.

use openbadges::Credential;
use strict_json::Value;

/// The badge inside such a credential, with what it was wrapped in gone.
pub(crate) fn unwrap(credential: &Credential) -> Option<Credential> {
    let document = credential.credential();
    let types = document.get("type")?;
    let named = types.as_array().is_some_and(|all| all.iter().any(is_legacy)) || is_legacy(types);
    let inner = document.get("legacyAssertion").filter(|inner| named && inner.is_object())?;
    Credential::read(inner.to_string().as_bytes()).ok()
}

fn is_legacy(name: &Value) -> bool {
    name.as_str() == Some("LegacyOpenBadgeCredential")
}
