//! The contexts that come with this program: `crates/verification/documents`, with source and licence in its SOURCES.md.
//! They are parsed once, and nothing that was fetched or sent can stand in for one of them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use linked_data::Loaded;
use openbadges::Digest;
use strict_json::Value;

/// A bundled context.
pub(crate) struct Bundled {
    /// The address it stands for.
    pub(crate) url: &'static str,
    /// SHA-256 of the text.
    pub(crate) digest: Digest,
    /// Parsed for reading documents under it.
    pub(crate) loaded: Arc<Loaded>,
    /// Parsed for looking at its terms.
    pub(crate) json: Value,
}

macro_rules! table {
    ($($url:literal => $file:literal;)+) => {
        /// Address and text of every bundled context.
        pub(crate) const TABLE: &[(&str, &str)] = &[$(($url, include_str!(concat!("../documents/", $file)))),+];
    };
}

table! {
    "https://www.w3.org/2018/credentials/v1" => "w3c/credentials-v1.jsonld";
    "https://www.w3.org/ns/credentials/v2" => "w3c/credentials-v2.jsonld";
    "https://www.w3.org/ns/credentials/undefined-terms/v2" => "w3c/credentials-undefined-terms-v2.jsonld";
    "https://www.w3.org/2018/credentials/examples/v1" => "w3c/credentials-examples-v1.jsonld";
    "https://www.w3.org/ns/credentials/examples/v2" => "w3c/credentials-examples-v2.jsonld";
    "https://www.w3.org/ns/odrl.jsonld" => "w3c/odrl.jsonld";
    "https://www.w3.org/ns/did/v1" => "w3c/did-v1.jsonld";
    "https://w3id.org/security/v1" => "w3c/security-v1.jsonld";
    "https://w3id.org/security/v2" => "w3c/security-v2.jsonld";
    "https://w3id.org/security/data-integrity/v1" => "w3c/data-integrity-v1.jsonld";
    "https://w3id.org/security/data-integrity/v2" => "w3c/data-integrity-v2.jsonld";
    "https://w3id.org/security/multikey/v1" => "w3c/multikey-v1.jsonld";
    "https://w3id.org/security/suites/ed25519-2020/v1" => "w3c/ed25519-signature-2020-v1.jsonld";
    "https://w3id.org/security/suites/jws-2020/v1" => "w3c/jws-2020-v1.jsonld";
    "https://w3id.org/vc/status-list/2021/v1" => "w3c/vc-status-list-2021-v1.jsonld";
    "https://www.w3.org/ns/credentials/status/v1" => "w3c/vc-bitstring-status-list-v1.jsonld";
    "https://w3id.org/vc-revocation-list-2020/v1" => "w3c/vc-revocation-list-2020-v1.jsonld";
    "https://w3id.org/security/suites/ed25519-2018/v1" => "w3c/ed25519-signature-2018-v1.jsonld";
    "https://w3c-ccg.github.io/lds-jws2020/contexts/lds-jws2020-v1.json" => "w3c/lds-jws2020-v1.jsonld";
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json" => "1edtech/ob-v3p0-context.json";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json" => "1edtech/ob-v3p0-context-3.0.1.json";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json" => "1edtech/ob-v3p0-context-3.0.2.json";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json" => "1edtech/ob-v3p0-context-3.0.3.json";
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json" => "1edtech/ob-v3p0-extensions.json";
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json" => "1edtech/clr-v2p0-context.json";
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json" => "1edtech/clr-v2p0-context-2.0.1.json";
    "https://api.openbadges.education/static/extensions/BasedOnExtension/context.json" => "platforms/oeb-basedon.json";
    "https://api.openbadges.education/static/extensions/CategoryExtension/context.json" => "platforms/oeb-category.json";
    "https://api.openbadges.education/static/extensions/CompetencyExtension/context.json" => "platforms/oeb-competency.json";
    "https://api.openbadges.education/static/extensions/LevelExtension/context.json" => "platforms/oeb-level.json";
    "https://api.openbadges.education/static/extensions/LicenseExtension/context.json" => "platforms/oeb-license.json";
    "https://api.openbadges.education/static/extensions/OrgImageExtension/context.json" => "platforms/oeb-orgimage.json";
    "https://api.openbadges.education/static/extensions/StudyLoadExtension/context.json" => "platforms/oeb-studyload.json";
    "https://api.openbadges.education/static/extensions/recipientProfile/context.json" => "platforms/oeb-recipientprofile.json";
    "https://api.edubadges.nl/static/extensions/ECTSExtension/context.json" => "platforms/edubadges-ects.json";
    "https://api.edubadges.nl/static/extensions/EQFExtension/context.json" => "platforms/edubadges-eqf.json";
    "https://api.edubadges.nl/static/extensions/EducationProgramIdentifierExtension/context.json" => "platforms/edubadges-educationprogramidentifier.json";
    "https://api.edubadges.nl/static/extensions/InstitutionNameExtension/context.json" => "platforms/edubadges-institutionname.json";
    "https://api.edubadges.nl/static/extensions/LanguageExtension/context.json" => "platforms/edubadges-language.json";
    "https://api.edubadges.nl/static/extensions/LearningOutcomeExtension/context.json" => "platforms/edubadges-learningoutcome.json";
    "https://api.edubadges.nl/static/extensions/StudyLoadExtension/context.json" => "platforms/edubadges-studyload.json";
    "https://api.edubadges.nl/static/extensions/TimeInvestmentExtension/context.json" => "platforms/edubadges-timeinvestment.json";
}

/// The bundled context of an address.
pub(crate) fn get(url: &str) -> Option<&'static Bundled> {
    static SET: OnceLock<BTreeMap<&'static str, Bundled>> = OnceLock::new();
    SET.get_or_init(|| TABLE.iter().filter_map(|(url, text)| Some((*url, parse(url, text)?))).collect())
        .get(url)
}

/// All texts are checked by a test, so that nothing is left out here in silence.
fn parse(url: &'static str, text: &'static str) -> Option<Bundled> {
    let json = strict_json::read(text.as_bytes()).ok()?;
    let loaded = Arc::new(Loaded::bundled(url, &json));
    Some(Bundled { url, digest: Digest::of(text.as_bytes()), loaded, json })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_context_parses_and_is_one() {
        for (url, _) in TABLE {
            let bundled = get(url).unwrap_or_else(|| panic!("{url} does not parse"));
            assert!(bundled.json.get("@context").is_some(), "{url} is no context");
        }
    }

    #[test]
    fn every_bundled_context_stands_in_sources_with_its_digest() {
        let sources = include_str!("../documents/SOURCES.md");
        for (url, text) in TABLE {
            assert!(sources.contains(url), "{url} is not in SOURCES.md");
            let digest = Digest::of(text.as_bytes()).hex();
            assert!(sources.contains(&digest), "{url}: SOURCES.md has not the digest {digest}");
        }
    }
}
