//! How deep a JSON value is nested, found without recursion.

use strict_json::Value;

/// Levels of objects and arrays: 0 for a scalar.
pub(crate) fn depth(value: &Value) -> usize {
    let mut deepest = 0;
    let mut open = vec![(value, 0usize)];
    while let Some((value, level)) = open.pop() {
        match value {
            Value::Object(members) => {
                deepest = deepest.max(level + 1);
                open.extend(members.values().map(|member| (member, level + 1)));
            }
            Value::Array(items) => {
                deepest = deepest.max(level + 1);
                open.extend(items.iter().map(|item| (item, level + 1)));
            }
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use strict_json::json;

    #[test]
    fn counts_levels() {
        assert_eq!(depth(&json!(1)), 0);
        assert_eq!(depth(&json!({})), 1);
        assert_eq!(depth(&json!({"a": [{"b": 1}], "c": {}})), 3);
    }
}
