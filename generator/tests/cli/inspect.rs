//! The JSON of `inspect`: what it says of a description that uses most of what there is, and that its keys are
//! documented.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::folder::Folder;

const RICH: &str = include_str!("rich.yaml");
const DOCUMENTED: &str = include_str!("../../INSPECT.md");

#[test]
fn inspect_gives_programs_everything() {
    insta::assert_snapshot!(inspected(RICH, 0));
}

#[test]
fn every_key_is_documented() {
    let mut keys = BTreeSet::new();
    collect(&serde_json::from_str(&inspected(RICH, 0)).unwrap(), &mut keys);
    let unknown: Vec<_> = keys.iter().filter(|key| !DOCUMENTED.contains(&format!("`{key}`"))).collect();
    let in_braces = ["file", "line", "column", "pointer"];
    let unknown: Vec<_> = unknown.into_iter().filter(|key| !in_braces.contains(&key.as_str())).collect();
    assert!(unknown.is_empty(), "generator/INSPECT.md says nothing about {unknown:?}");
}

#[test]
fn no_documented_part_is_gone() {
    let json: Value = serde_json::from_str(&inspected(RICH, 0)).unwrap();
    let parts = [("An operation", &json["operations"][0]), ("A resource", &json["resources"][0])];
    for (title, item) in parts {
        let section = DOCUMENTED.split("\n## ").find(|s| s.starts_with(title)).unwrap();
        let first = |row: &str| row.split('|').nth(1).map(str::to_owned);
        let rows = section.lines().filter(|l| l.starts_with("| `")).filter_map(first);
        for key in
            rows.flat_map(|cell| cell.split(',').map(|k| k.trim().trim_matches('`').to_owned()).collect::<Vec<_>>())
        {
            assert!(item.get(&key).is_some(), "{title} has no `{key}`: {item:#}");
        }
    }
}

#[track_caller]
fn inspected(spec: &str, code: i32) -> String {
    Folder::empty().run_with(&["inspect", "-", "--format", "json"], spec).with(code).out
}

fn collect(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            // What stands in `default` is the description's own JSON.
            for (key, value) in members {
                keys.insert(key.clone());
                collect(value, keys);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}
