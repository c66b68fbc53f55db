//! How much work a schema can make over an instance. A reference that leads back to itself without going deeper, or one
//! that doubles at each step, would keep a validator busy for ever; so the walk is counted before it is made.

use strict_json::Value;

/// Steps of one validation. The largest schema of 1EdTech takes a few thousand on a large credential.
const MAX_STEPS: usize = 200_000;

/// Keywords whose schemas are applied to the same instance.
const SAME: [&str; 4] = ["not", "if", "then", "else"];
const SAME_LISTS: [&str; 3] = ["allOf", "anyOf", "oneOf"];
const SAME_MAPS: [&str; 2] = ["dependentSchemas", "dependencies"];
/// Keywords whose schema is applied to every child.
const CHILDREN: [&str; 7] = [
    "additionalProperties",
    "unevaluatedProperties",
    "items",
    "additionalItems",
    "unevaluatedItems",
    "contains",
    "prefixItems",
];

/// Can `instance` be validated with `schema` in a bounded number of steps? No, also, where a reference goes elsewhere than
/// into the schema itself.
pub(super) fn bounded(schema: &Value, instance: &Value) -> bool {
    let mut steps = 0;
    let mut open = vec![(schema, instance)];
    while let Some((at, instance)) = open.pop() {
        steps += 1;
        if steps > MAX_STEPS {
            return false;
        }
        let Value::Object(members) = at else { continue };
        for (name, member) in members {
            match (name.as_str(), member) {
                ("$ref" | "$recursiveRef" | "$dynamicRef", member) => {
                    match member.as_str().and_then(|reference| resolve(schema, reference)) {
                        Some(target) => open.push((target, instance)),
                        None => return false,
                    }
                }
                (name, member) if SAME.contains(&name) => open.push((member, instance)),
                (name, Value::Array(list)) if SAME_LISTS.contains(&name) => {
                    open.extend(list.iter().map(|member| (member, instance)));
                }
                (name, Value::Object(map)) if SAME_MAPS.contains(&name) => {
                    open.extend(map.values().map(|member| (member, instance)));
                }
                ("properties", Value::Object(map)) => {
                    let named = |(name, member)| Some((member, instance.get(name as &strict_json::Text)?));
                    open.extend(map.iter().filter_map(named));
                }
                ("patternProperties", Value::Object(map)) => {
                    for member in map.values() {
                        open.extend(children(instance).map(|child| (member, child)));
                    }
                }
                (name, Value::Array(list)) if CHILDREN.contains(&name) => {
                    open.extend(list.iter().zip(children(instance)));
                }
                (name, member) if CHILDREN.contains(&name) => {
                    open.extend(children(instance).map(|child| (member, child)));
                }
                _ => {}
            }
        }
    }
    true
}

fn children(instance: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match instance {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// `#`, or a JSON Pointer into the schema (RFC 6901).
fn resolve<'s>(schema: &'s Value, reference: &str) -> Option<&'s Value> {
    let own = schema.get("$id").and_then(Value::as_str).unwrap_or_default().trim_end_matches('#');
    let fragment = reference.strip_prefix(own).filter(|_| !own.is_empty()).unwrap_or(reference);
    let pointer = match fragment.strip_prefix('#') {
        Some(pointer) => pointer,
        None if fragment.is_empty() => "",
        None => return None,
    };
    // A percent sign would be read in two ways.
    (!pointer.contains('%')).then(|| schema.pointer(pointer)).flatten()
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    #[test]
    fn a_schema_that_goes_in_a_circle_or_doubles_is_refused() {
        let instance = json!({ "a": { "a": [1, 2] } });
        let good = json!({ "$id": "https://uni.example/s", "properties": { "a": { "$ref": "#" } } });
        assert!(bounded(&good, &instance));
        assert!(bounded(&json!({ "properties": { "a": { "$ref": "#/properties" } } }), &instance));
        for bad in [
            json!({ "$ref": "#" }),
            json!({ "allOf": [{ "anyOf": [{ "$ref": "#" }] }] }),
            json!({ "$ref": "https://uni.example/other" }),
            json!({ "$ref": "#anchor" }),
        ] {
            assert!(!bounded(&bad, &instance), "{bad}");
        }
        let mut definitions = strict_json::Map::new();
        definitions.insert("d0", json!({ "type": "object" }));
        for step in 1..40 {
            let before = format!("#/$defs/d{}", step - 1);
            definitions
                .insert(format!("d{step}"), json!({ "allOf": [{ "$ref": before }, { "$ref": before }] }));
        }
        assert!(!bounded(&json!({ "$ref": "#/$defs/d39", "$defs": definitions }), &instance));
        // Deep and doubled at each level.
        let doubling = json!({ "additionalProperties": { "allOf": [{ "$ref": "#" }, { "$ref": "#" }] } });
        let deep = (0..60).fold(json!(1), |inner, _| json!({ "a": inner }));
        assert!(!bounded(&doubling, &deep));
    }
}
