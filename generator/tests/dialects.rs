//! Dialects end in `dialect`: one API, written in each version of the specification, gives one `Api`.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{fs, path::Path};

use generator::{Stage, config::Config, diagnostic::Code, run, source::Input};
use serde_json::Value;

/// Each file of `dialects/`; the first is what the others are compared with.
const VERSIONS: &[&str] = &["openapi-3.0.yaml", "openapi-3.1.yaml", "openapi-3.2.yaml", "swagger-2.0.yaml"];

/// The model as JSON, without what only says where something stood.
fn api(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialects").join(name);
    let input = Input { name: name.to_owned(), bytes: fs::read(path).unwrap() };
    let run = run(input, &Config::new("pets"), Stage::Resolve).unwrap();
    let said: Vec<_> = run.diagnostics.items().iter().filter(|said| said.code != Code::ConfigLicense).collect();
    assert!(said.is_empty(), "{name}: {said:#?}");
    let mut api = serde_json::to_value(run.api.unwrap()).unwrap();
    without_places(&mut api);
    if name.starts_with("swagger") {
        // 2.0 has no word for what a server is.
        api["servers"][0]["docs"]["summary"] = "production.".into();
    }
    api
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|key, _| key != "origin");
            entries.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

#[test]
fn one_api_in_each_version_is_one_api() {
    let (first, others) = VERSIONS.split_first().unwrap();
    let expected = serde_json::to_string_pretty(&api(first)).unwrap();
    for other in others {
        let found = serde_json::to_string_pretty(&api(other)).unwrap();
        let differs = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
        let around = |text: &str, line: usize| {
            text.lines().skip(line.saturating_sub(25)).take(35).collect::<Vec<_>>().join("\n")
        };
        if let Some(line) = differs {
            panic!("{first}:\n{}\n\n{other}:\n{}", around(&expected, line), around(&found, line));
        }
        assert_eq!(expected.len(), found.len(), "{other}");
    }
}
