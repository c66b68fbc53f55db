//! A newer version that the issuer offers (VC Data Model 2.0 §5.4, Open Badges 3.0 §8.2 step 3). It is named, never asked for
//! here: whoever holds the badge decides that.

use strict_json::{Value, each};

use crate::check::Check;
use crate::codes;
use crate::look::Look;
use crate::proof::Finding;
use crate::proof::assertion::public;
use crate::wanted::{DocUrl, Role};

/// Names the first refresh service of the one kind that is known, if the proof is good: an address that somebody else wrote
/// in would lead the holder to that somebody.
pub(crate) fn offer(look: &Look<'_>, credential: &Value, finding: &Finding, status: &mut Check) {
    let Some(services) = credential.get("refreshService").filter(|_| finding.good()) else { return };
    let Some(url) = each(Some(services)).find_map(service) else { return };
    let host = url.host().unwrap_or_default();
    look.want(&url, Role::Refresh);
    status.add_note(codes::STATUS_REFRESH_OFFERED.note().with("host", host));
}

fn service(service: &Value) -> Option<DocUrl> {
    let known = each(service.get("type")).any(|kind| kind.as_str() == Some("1EdTechCredentialRefresh"));
    let url = service.get("id").and_then(Value::as_str).filter(|_| known).and_then(public)?;
    url.is_https().then_some(url)
}
