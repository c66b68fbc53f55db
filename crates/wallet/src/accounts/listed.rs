//! What an account on a platform lists (Badgr's programming interface, versions 1 and 2).

use openbadges::claims::plain;
use serde_json::Value;
use url::Url;

/// Awards and collections of one account that are looked at.
const MOST: usize = 20_000;

/// An award as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Award {
    /// The platform's id.
    pub(super) id: String,
    /// The badge's name, for saying which could not be had.
    pub(super) name: String,
    /// Where everybody finds it; https.
    pub(super) address: Url,
}

/// A collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Collection {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    /// The platform's ids of the awards in it.
    pub(super) awards: Vec<String>,
}

impl Award {
    pub(super) fn host(&self) -> &str {
        self.address.host_str().unwrap_or_default()
    }

    /// The award in another version of the standard; none where its address already says one.
    pub(super) fn form(&self, version: &str) -> Option<Url> {
        let mut url = self.address.clone();
        if url.query().is_some() {
            return None;
        }
        url.query_pairs_mut().append_pair("v", version);
        Some(url)
    }

    /// Where the picture with the award in it is.
    pub(super) fn baked(&self) -> Option<Url> {
        let mut url = self.address.clone();
        url.set_query(None);
        url.path_segments_mut().ok()?.pop_if_empty().push("baked");
        Some(url)
    }
}

/// The awards of a list; none if it is no list. What has no id or no address is passed over: it was not issued yet.
pub(super) fn awards(answer: &Value) -> Option<Vec<Award>> {
    let list = list(answer)?;
    Some(list.iter().take(MOST).filter_map(award).collect())
}

fn award(one: &Value) -> Option<Award> {
    let address = Url::parse(text(one, "openBadgeId")?).ok()?;
    if address.scheme() != "https" {
        return None;
    }
    let class = one.get("badgeclass").filter(|class| class.is_object());
    let name = class.and_then(|class| text(class, "name")).map(plain).unwrap_or_default();
    Some(Award { id: text(one, "entityId")?.to_owned(), name, address })
}

/// The collections of a list.
pub(super) fn collections(answer: &Value) -> Vec<Collection> {
    let all = list(answer).map(Vec::as_slice).unwrap_or_default();
    all.iter().take(MOST).filter_map(collection).collect()
}

fn collection(one: &Value) -> Option<Collection> {
    let id = ["entityId", "slug", "id"].iter().find_map(|name| text(one, name))?;
    let name = plain(text(one, "name")?);
    if name.trim().is_empty() {
        return None;
    }
    let members = one.get("assertions").or_else(|| one.get("badges"))?.as_array()?;
    let member = |member: &Value| match member {
        Value::String(id) => Some(id.clone()),
        other => ["id", "slug", "entityId"].iter().find_map(|name| text(other, name)).map(str::to_owned),
    };
    Some(Collection {
        id: id.to_owned(),
        name,
        description: text(one, "description").map(plain).unwrap_or_default(),
        awards: members.iter().take(MOST).filter_map(member).collect(),
    })
}

/// Version 2 wraps its list, version 1 does not.
fn list(answer: &Value) -> Option<&Vec<Value>> {
    answer.get("result").unwrap_or(answer).as_array()
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_versions_are_read() {
        let answer = json!({ "status": { "success": true }, "result": [
            { "entityId": "a1", "openBadgeId": "https://api.example/public/assertions/a1",
              "badgeclass": { "name": "Wood\u{202e}" } },
            { "entityId": "a2", "openBadgeId": "http://api.example/public/assertions/a2" },
            { "entityId": "a3", "openBadgeId": null, "pending": true },
            7,
        ]});
        let found = awards(&answer).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].form("3_0").unwrap().as_str(), "https://api.example/public/assertions/a1?v=3_0");
        assert_eq!(found[0].baked().unwrap().as_str(), "https://api.example/public/assertions/a1/baked");
        assert!(awards(&json!({ "error": "no" })).is_none());
        let two = json!({ "result": [{ "entityId": "c", "name": "Mine", "assertions": ["a1"] }] });
        let one = json!([{ "slug": "c", "name": "Mine", "description": "", "badges": [{ "id": "a1" }] }, { "slug": "d" }]);
        assert_eq!(collections(&two), collections(&one));
        assert_eq!(collections(&two)[0].awards, ["a1"]);
    }
}
