//! Platforms that are known by their hosts. Only hosts that one operator holds: a self-hosted installation
//! of the same software is not that platform.

use url::Url;

/// A platform whose award ids are the same in all its formats and addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its stable name, e.g. `oeb`.
    pub name: &'static str,
    hosts: &'static [&'static str],
    /// The path segment after which the award's id stands.
    before_id: &'static [&'static str],
}

const PLATFORMS: &[Platform] = &[
    Platform {
        name: "oeb",
        hosts: &["openbadges.education", "api.openbadges.education"],
        before_id: &["assertions"],
    },
    Platform { name: "badgr", hosts: &["badgr.com", "badgr.io", "api.badgr.io"], before_id: &["assertions"] },
    Platform { name: "badgr-eu", hosts: &["eu.badgr.com", "api.eu.badgr.io"], before_id: &["assertions"] },
    Platform {
        name: "edubadges",
        hosts: &["edubadges.nl", "www.edubadges.nl", "api.edubadges.nl"],
        before_id: &["assertions"],
    },
    Platform {
        name: "credly",
        hosts: &["credly.com", "www.credly.com", "api.credly.com", "youracclaim.com", "www.youracclaim.com"],
        before_id: &["badges", "badge_assertions", "open_badge_credentials"],
    },
    Platform {
        name: "accredible",
        hosts: &["credential.net", "www.credential.net", "api.accredible.com"],
        before_id: &["badge_assertions"],
    },
    Platform {
        name: "obf",
        hosts: &["openbadgefactory.com", "www.openbadgefactory.com"],
        before_id: &["assertion"],
    },
];

/// The platform that holds this host.
pub fn of_host(host: &str) -> Option<&'static Platform> {
    PLATFORMS.iter().find(|platform| platform.hosts.contains(&host))
}

impl Platform {
    /// The award's id in an address of this platform, without `.json` and the like.
    pub fn award_id(&self, url: &Url) -> Option<String> {
        let mut segments = url.path_segments()?;
        segments.find(|segment| self.before_id.contains(segment))?;
        let id = segments.next()?;
        let id = id.strip_suffix(".json").or_else(|| id.strip_suffix(".html")).unwrap_or(id);
        (!id.is_empty()).then(|| crate::award::uuids_lower(id))
    }
}
