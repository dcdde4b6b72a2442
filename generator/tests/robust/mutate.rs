//! A description in which nodes are gone, doubled, exchanged or of another type.

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

/// One change: what is done, to which node, with which other one.
#[derive(Clone, Debug)]
pub struct Change {
    kind: u8,
    at: Index,
    with: Index,
}

/// Some changes.
pub fn changes(most: usize) -> impl Strategy<Value = Vec<Change>> {
    let change = (0_u8..6, any::<Index>(), any::<Index>()).prop_map(|(kind, at, with)| Change { kind, at, with });
    proptest::collection::vec(change, 1..=most)
}

/// The description after the changes, as JSON.
pub fn apply(description: &str, changes: &[Change]) -> Vec<u8> {
    let mut value: Value = serde_yaml::from_str(description).unwrap();
    for change in changes {
        let mut places = Vec::new();
        collect("", &value, &mut places);
        let (at, other) = (change.at.get(&places), change.with.get(&places));
        let copy = value.pointer(other).unwrap().clone();
        match change.kind {
            0 => remove(&mut value, at),
            1 => *value.pointer_mut(at).unwrap() = copy,
            2 => *value.pointer_mut(at).unwrap() = json!([copy.clone(), copy]),
            3 => {
                let first = std::mem::replace(value.pointer_mut(at).unwrap(), copy);
                if let Some(second) = value.pointer_mut(other) {
                    *second = first;
                }
            }
            4 => *value.pointer_mut(at).unwrap() = serde_json::from_str(change.with.get::<&str>(ODD)).unwrap(),
            _ => rename(&mut value, at, change.with.get::<&str>(KEYS)),
        }
    }
    serde_json::to_vec(&value).unwrap()
}

/// Values that are rarely expected.
const ODD: &[&str] = &[
    "null",
    "true",
    "-1",
    "1.5",
    "1e300",
    "18446744073709551616",
    "\"\"",
    "\"\\u0000\"",
    "[]",
    "{}",
    r##"{"$ref": "#/components/schemas"}"##,
    r##"{"$ref": "#"}"##,
];

/// Keys that mean something at some places.
const KEYS: &[&str] = &[
    "$ref",
    "type",
    "properties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "enum",
    "default",
    "required",
    "nullable",
    "schema",
    "discriminator",
    "additionalProperties",
    "x-sdk-name",
    "x-sdk-resource",
    "format",
    "not",
    "{",
    "",
];

fn collect(path: &str, value: &Value, places: &mut Vec<String>) {
    places.push(path.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| collect(&format!("{path}/{index}"), item, places));
        }
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            collect(&format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")), member, places);
        }),
        _ => {}
    }
}

fn remove(value: &mut Value, at: &str) {
    with_parent(value, at, |parent, key| match parent {
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        Value::Object(members) => drop(members.shift_remove(key)),
        _ => {}
    });
}

fn rename(value: &mut Value, at: &str, to: &str) {
    with_parent(value, at, |parent, key| {
        if let Value::Object(members) = parent
            && let Some(member) = members.shift_remove(key)
        {
            members.insert(to.to_owned(), member);
        }
    });
}

fn with_parent(value: &mut Value, at: &str, change: impl FnOnce(&mut Value, &str)) {
    let Some((parent, key)) = at.rsplit_once('/') else { return };
    let key = key.replace("~1", "/").replace("~0", "~");
    change(value.pointer_mut(parent).unwrap(), &key);
}
