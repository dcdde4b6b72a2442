//! A description of ten megabytes against its re-ordered copy with one edit.

use std::{fs, time::Instant};

use generator::{
    Stage,
    config::Config,
    diagnostic::Diagnostics,
    dialect::{Lowered, lower},
    diff::{
        OperationKey,
        wire::{Area, Comparison, Document, Pair, schema},
    },
    pointer::Pointer,
    run,
    source::{Input, load},
};
use serde_json::{Map, Value, json};

/// How many schemas there are; each is used by an operation of its own.
const SCHEMAS: usize = 6000;

fn document() -> Value {
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for index in 0..50 {
        let base = json!({"type": "object", "properties": {"id": {"type": "string", "format": "uuid"}, format!("base{index}"): {"type": "integer"}}});
        schemas.insert(format!("Base{index}"), base);
    }
    for index in 0..SCHEMAS {
        let of =
            |offset: usize| json!({"$ref": format!("#/components/schemas/Thing{}", (index * 7 + offset) % SCHEMAS)});
        let mut properties = Map::new();
        for field in 0..12 {
            let text = json!({"type": "string", "description": format!("The field {field} of thing {index}."), "maxLength": 40});
            properties.insert(format!("field{field}"), text);
        }
        properties.insert("kind".to_owned(), json!({"type": "string", "enum": ["a", "b", "c"], "nullable": true}));
        properties.insert("owner".to_owned(), of(1));
        properties.insert("list".to_owned(), json!({"type": "array", "items": of(2), "maxItems": 10}));
        properties.insert(
            "choice".to_owned(),
            json!({"oneOf": [of(3), of(4), {"type": "object", "properties": {"x": of(5)}}]}),
        );
        let base = json!({"$ref": format!("#/components/schemas/Base{}", index % 50)});
        let thing =
            json!({"allOf": [base, {"type": "object", "required": ["kind", "owner"], "properties": properties}]});
        schemas.insert(format!("Thing{index}"), thing);
        let answer = json!({"description": "It.", "content": {"application/json": {"schema": of(0)}}});
        paths.insert(format!("/things{index}"), json!({"get": {"responses": {"200": answer}}}));
    }
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths, "components": {"schemas": schemas}})
}

/// The same in another order: members, and the items of lists that have none.
fn turned(value: Value) -> Value {
    let turn = |(key, value): (String, Value)| match (key.as_str(), turned(value)) {
        ("allOf" | "oneOf" | "anyOf" | "enum" | "required" | "tags", Value::Array(items)) => {
            (key, items.into_iter().rev().collect())
        }
        (_, value) => (key, value),
    };
    match value {
        Value::Object(entries) => Value::Object(entries.into_iter().rev().map(turn).collect()),
        Value::Array(items) => Value::Array(items.into_iter().map(turned).collect()),
        other => other,
    }
}

fn lowered(text: &[u8]) -> Lowered {
    let input = Input { name: "spec.json".to_owned(), bytes: text.to_vec() };
    run(input, &Config::new("sdk"), Stage::Dialect).unwrap().lowered.unwrap()
}

/// `cargo test --release -p generator --test diff_schema -- --ignored --nocapture` prints how long each step takes.
#[test]
#[ignore = "ten megabytes: for an optimised build"]
fn ten_megabytes_against_the_turned_copy_with_one_edit() {
    let old = document();
    let mut new = turned(old.clone());
    new["components"]["schemas"]["Thing77"]["allOf"][0]["properties"]["field3"]["maxLength"] = 41.into();
    let (old, new) = (old.to_string().into_bytes(), new.to_string().into_bytes());
    let start = Instant::now();
    // As the command does.
    let (old_lowered, new_lowered) = std::thread::scope(|scope| {
        let new = scope.spawn(|| lowered(&new));
        (lowered(&old), new.join().unwrap())
    });
    let lowering = start.elapsed();
    let start = Instant::now();
    let mut comparison = Comparison::new(Document::new(&old_lowered), Document::new(&new_lowered));
    for index in 0..SCHEMAS {
        let path = format!("/things{index}");
        let place = Pointer::root().join("paths").join(&path).join("get").join("responses").join("200");
        let place = place.join("content").join("application/json").join("schema");
        let key = OperationKey { method: "GET".to_owned(), path };
        let pair = Pair::at(comparison.old, comparison.new, &place, Area::ResponseBody).unwrap();
        comparison.reach(&key, pair);
    }
    schema::compare_all(&mut comparison);
    let comparing = start.elapsed();
    let start = Instant::now();
    let found = comparison.finish();
    let finishing = start.elapsed();
    println!("{} bytes: load and lower {lowering:?}, compare {comparing:?}, finish {finishing:?}", old.len());
    let ids: Vec<_> = found.iter().map(|change| change.rule.id).collect();
    assert_eq!(ids, ["response-property-max-length-increased"]);
    assert!(old.len() > 10_000_000 && found[0].operations.len() > 1);
}

/// `DIFF_CORPUS` names a folder of folders, each with a description.
#[test]
#[ignore = "needs a corpus in DIFF_CORPUS"]
fn the_schemas_of_a_corpus_are_what_they_are_in_another_order() {
    let folder = std::env::var("DIFF_CORPUS").expect("DIFF_CORPUS names a folder");
    let files = fs::read_dir(folder).unwrap().flatten().filter_map(|entry| fs::read_dir(entry.path()).ok());
    let mut files: Vec<_> = files.flatten().flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let mut seen = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let mut diagnostics = Diagnostics::new();
        let loaded = load(Input { name, bytes: fs::read(&file).unwrap() }, &mut diagnostics);
        let Some(old) = loaded.as_ref().and_then(|loaded| lower(loaded, &mut diagnostics)) else { continue };
        let text = turned(loaded.unwrap().document).to_string();
        let new = lowered(text.as_bytes());
        let mut comparison = Comparison::new(Document::new(&old), Document::new(&new));
        let schemas = old.value.pointer("/components/schemas").and_then(Value::as_object).cloned().unwrap_or_default();
        for name in schemas.keys() {
            let place = Pointer::root().join("components").join("schemas").join(name);
            let key = OperationKey { method: "GET".to_owned(), path: format!("/{name}") };
            for area in [Area::ResponseBody, Area::RequestBody] {
                let pair = Pair::at(comparison.old, comparison.new, &place, area).unwrap();
                comparison.reach(&key, pair);
            }
        }
        schema::compare_all(&mut comparison);
        let found = comparison.finish();
        let said: Vec<_> = found.iter().map(|it| format!("{} {:?} {}", it.rule.id, it.subject, it.message)).collect();
        assert!(said.is_empty(), "{}: {said:#?}", file.display());
        seen += schemas.len();
    }
    println!("{seen} schemas");
    assert!(seen > 0);
}
