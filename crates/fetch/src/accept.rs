//! What is asked for, by what it is wanted as.

use verification::Role;

/// The `Accept` header. Hosts that serve a page to people and data to programs tell them apart by it.
pub(crate) fn accept(role: Role) -> &'static str {
    match role {
        Role::Assertion | Role::BadgeClass | Role::Issuer => {
            "application/ld+json, application/json;q=0.9, application/jwt;q=0.8, */*;q=0.1"
        }
        Role::Endorsement | Role::Refresh => {
            "application/vc+jwt, application/vc+ld+json, application/vc, application/ld+json;q=0.9, \
             application/json;q=0.8, */*;q=0.1"
        }
        Role::Key => {
            "application/jwk-set+json, application/jwk+json, application/ld+json;q=0.9, \
                      application/json;q=0.9, application/x-pem-file;q=0.8, */*;q=0.1"
        }
        // A DID document, or the log of one (did:webvh).
        Role::Did => {
            "application/did+json, application/did+ld+json, application/did, text/jsonl, application/json;q=0.9, */*;q=0.1"
        }
        Role::Status => {
            "application/vc+jwt, application/vc+ld+json, application/vc, application/statuslist+jwt, \
             application/ld+json;q=0.9, application/json;q=0.8"
        }
        Role::Schema => "application/schema+json, application/json;q=0.9",
        Role::Context => "application/ld+json, application/json;q=0.9",
        Role::Page => "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
        Role::Image => "image/png, image/svg+xml, image/*;q=0.5",
        Role::Evidence | Role::Dns => "*/*",
        Role::Registry => "application/entity-statement+jwt, application/json;q=0.9, */*;q=0.1",
    }
}
