//! Members that Open Educational Badges writes into its badges without signing them: no context defines them, and the
//! software that signs there leaves them out in silence. A strict reader would call each such badge altered.
//!
//! Named and narrow (docs/adr): only where the badge names that platform's own extension contexts, and only `hours` and
//! `minutes` of an item of `extensions:CompetencyExtension`, and an `extensions:LicenseExtension` whose `id` is no
//! address (nothing that hangs on such a name becomes a statement). They are left out of what is verified *and* of what
//! is shown.

use strict_json::{Map, Value, each};

const CONTEXTS: &str = "https://api.openbadges.education/static/extensions/";
const COMPETENCY: &str = "extensions:CompetencyExtension";
const LICENSE: &str = "extensions:LicenseExtension";

/// The document without its unsigned members, and their names; `None` if it has none, or is no badge of that platform.
pub(crate) fn without_unsigned(document: &Value) -> Option<(Value, Vec<&'static str>)> {
    let theirs = each(document.get("@context"))
        .any(|context| context.as_str().is_some_and(|url| url.starts_with(CONTEXTS)));
    if !theirs {
        return None;
    }
    let mut cleaned = document.clone();
    let mut left_out = Vec::new();
    let mut open = vec![&mut cleaned];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                clean(members, &mut left_out);
                open.extend(members.values_mut());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    left_out.sort_unstable();
    left_out.dedup();
    (!left_out.is_empty()).then_some((cleaned, left_out))
}

fn clean(members: &mut Map, left_out: &mut Vec<&'static str>) {
    let items = match members.get_mut(COMPETENCY) {
        Some(Value::Array(items)) => items.as_mut_slice(),
        Some(single) => std::slice::from_mut(single),
        None => &mut [],
    };
    for item in items {
        let Value::Object(item) = item else { continue };
        for name in ["hours", "minutes"] {
            // Only a bare figure; anything larger could hide something.
            if item.get(name).is_some_and(|value| value.is_number() || value.is_string() || value.is_null()) {
                item.remove(name);
                left_out.push(name);
            }
        }
    }
    let relative = members.get(LICENSE).and_then(|license| license.get("id")).and_then(Value::as_str);
    if relative.is_some_and(|id| !id.contains(':')) {
        members.remove(LICENSE);
        left_out.push(LICENSE);
    }
}
