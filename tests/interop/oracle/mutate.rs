//! One small change at a random place of a document.

use strict_json::{Value, json};

use super::chance::Chance;
use super::values;

/// Changes a document, once or a few times.
pub(crate) fn mutate(chance: &mut Chance, document: &Value) -> Value {
    let mut changed = document.clone();
    for _ in 0..=chance.below(3) {
        let pointers = places(&changed);
        let pointer = chance.pick(&pointers).clone();
        let donor = document.pointer(chance.pick(&places(document)).as_str()).cloned().unwrap_or_default();
        if let Some(place) = changed.pointer_mut(&pointer) {
            change(chance, place, donor);
        }
    }
    changed
}

/// JSON pointers to all values but those of the outermost contexts.
fn places(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), document)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    // Within contexts nearly every change is refused: they are changed by a few only.
                    if name != "@context" || found.len() % 8 == 7 {
                        let name = name.replace('~', "~0").replace('/', "~1");
                        open.push((format!("{pointer}/{name}"), member));
                    }
                }
            }
            Value::Array(items) => {
                open.extend(items.iter().enumerate().map(|(at, item)| (format!("{pointer}/{at}"), item)))
            }
            _ => {}
        }
        found.push(pointer);
    }
    found
}

fn change(chance: &mut Chance, place: &mut Value, donor: Value) {
    match (chance.below(12), &mut *place) {
        (0, Value::Object(members)) => {
            if let Some(name) = names(members).get(chance.below(members.len().max(1))) {
                members.remove(name);
            }
        }
        (1, Value::Object(members)) => {
            let all = names(members);
            if let Some(name) = all.get(chance.below(all.len().max(1))) {
                let value = members.remove(name).unwrap_or_default();
                let new = chance.word(&[
                    "undefined",
                    "name",
                    "description",
                    "id",
                    "type",
                    "@id",
                    "ex:new",
                    "https://example.org/new",
                    "image",
                    "@included",
                    "creditsEarned",
                ]);
                members.insert(new, value);
            }
        }
        (2 | 3, Value::Object(members)) => {
            let new = chance.word(&[
                "name",
                "description",
                "result",
                "id",
                "type",
                "alignment",
                "@index",
                "https://example.org/new",
                "tag",
                "evidence",
                "@graph",
                "@reverse",
                "hashed",
            ]);
            members.insert(new, if chance.percent(50) { donor } else { values::scalar(chance) });
        }
        (4, Value::Object(members)) => {
            members.remove("id");
        }
        (5, Value::Object(members)) => {
            members.reverse_order();
        }
        (0..=4, Value::Array(items)) => {
            let copy = items.first().cloned().unwrap_or(donor);
            items.push(copy);
        }
        (5, Value::Array(items)) => items.reverse(),
        (6, place) => *place = json!([place.take()]),
        (7, Value::Array(items)) if items.len() == 1 => *place = items.remove(0),
        (7, place) => *place = json!({ "@list": [place.take()] }),
        (8, place) => *place = donor,
        (9, place) => *place = values::literal(chance),
        (10, place) => *place = json!({ "@set": place.take() }),
        (_, place) => *place = values::scalar(chance),
    }
}

fn names(members: &strict_json::Map) -> Vec<String> {
    members.keys().map(|name| name.to_string()).collect()
}

trait Reverse {
    fn reverse_order(&mut self);
}

impl Reverse for strict_json::Map {
    /// The order of members says nothing; the bytes must not change with it.
    fn reverse_order(&mut self) {
        let turned: Vec<_> = std::mem::take(self).into_iter().rev().collect();
        self.extend(turned);
    }
}
