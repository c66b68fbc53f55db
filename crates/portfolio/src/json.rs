//! A hand-out as plain JSON.

use crate::profile::SharedProfile;

/// The profile as JSON: the same data as inside a page, for programs.
pub fn render_json(profile: &SharedProfile) -> String {
    let mut text = serde_json::to_string_pretty(profile).unwrap_or_default();
    text.push('\n');
    text
}
