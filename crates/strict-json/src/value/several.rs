//! One or several.

use crate::Value;

/// The items of a list. A single value is a list of one, as JSON-LD writes it; `null`, and what is not there, is none.
pub fn each(value: Option<&Value>) -> std::slice::Iter<'_, Value> {
    match value {
        Some(Value::Array(items)) => items.as_slice(),
        Some(Value::Null) | None => &[],
        Some(one) => std::slice::from_ref(one),
    }
    .iter()
}

/// The first item of a list, or the single value itself.
pub fn first(value: Option<&Value>) -> Option<&Value> {
    each(value).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn one_or_several() {
        let value = json!({ "none": null, "empty": [], "one": 1, "several": [1, null, 2] });
        let items = |name: &str| each(value.get(name)).cloned().collect::<Vec<_>>();
        assert_eq!((items("missing"), items("none"), items("empty")), (vec![], vec![], vec![]));
        assert_eq!(items("one"), [json!(1)]);
        assert_eq!(items("several"), [json!(1), json!(null), json!(2)]);
        assert_eq!(first(value.get("several")), Some(&json!(1)));
    }
}
