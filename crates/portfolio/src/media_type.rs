//! What a credential's bytes are called when they travel.

use openbadges::{Credential, Form, Format, Securing};

/// The media type of a credential's payload.
pub fn media_type_of(credential: &Credential) -> &'static str {
    match (credential.form(), credential.securing()) {
        // VC-JOSE-COSE (VC 2.0); a JWT after VC 1.1 carries its credential in `vc` and is a plain JWT.
        (Form::Jws { document, .. }, Securing::VcJwt(_)) => {
            if document.get("vc").is_some() {
                "application/jwt"
            } else {
                "application/vc+jwt"
            }
        }
        (Form::Jws { .. }, _) => "application/jose",
        // VC-JOSE-COSE §6.1.2; the IETF's own kind is named otherwise (SD-JWT VC §2.1).
        (Form::SdJwt { .. }, _) => match credential.format() {
            Format::SdJwtVc => "application/dc+sd-jwt",
            _ => "application/vc+sd-jwt",
        },
        (Form::Json(_), _) => match credential.format() {
            Format::OpenBadges30 | Format::Clr20 | Format::Vc20 => "application/vc",
            _ => "application/ld+json",
        },
        (Form::Address(_), _) => "text/uri-list",
    }
}
