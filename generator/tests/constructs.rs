//! Named types, from a description: every construct of schemas in `golden/constructs/openapi.yaml`, and the files that are
//! emitted for it beside it, where the package `runtime` compiles and exercises them. `UPDATE_GOLDEN=1` writes them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use generator::{
    config::Config,
    diagnostic::{Diagnostics, Severity},
    dialect,
    emit::types::emit_types,
    resolve,
    source::{self, Input},
};

/// What stands in the description in place of an inner key, which it cannot have: what newer dialects say.
const STAND_IN: &str = "x-inner-";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/constructs")
}

fn emitted() -> BTreeMap<String, String> {
    let mut diagnostics = Diagnostics::new();
    let bytes = fs::read(folder().join("openapi.yaml")).unwrap();
    let input = Input { name: "openapi.yaml".to_owned(), bytes };
    let loaded = source::load(input, &mut diagnostics).unwrap();
    let mut lowered = dialect::lower(&loaded, &mut diagnostics).unwrap();
    let text = serde_json::to_string(&lowered.value).unwrap().replace(STAND_IN, "x-sdkgen-");
    lowered.value = serde_json::from_str(&text).unwrap();
    lowered.document = serde_json::from_str(&text).unwrap();
    let api = resolve::resolve(&lowered, &Config::new("sdk"), &mut diagnostics).unwrap();
    assert!(api.fallbacks.is_empty(), "{:#?}", api.fallbacks);
    let errors: Vec<_> = diagnostics.items().iter().filter(|item| item.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    emit_types(&api, &generator::model::Parts::default(), Some("constructs"), "openapi.yaml")
        .unwrap()
        .into_iter()
        .collect()
}

#[test]
fn the_golden_files_are_what_is_emitted() {
    let emitted = emitted();
    let path_of = |path: &str| folder().join(path.trim_start_matches("src/"));
    if env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(folder().join("types"));
        for (path, text) in &emitted {
            fs::create_dir_all(path_of(path).parent().unwrap()).unwrap();
            fs::write(path_of(path), text).unwrap();
        }
    }
    for (path, text) in &emitted {
        let on_disk = fs::read_to_string(path_of(path)).unwrap_or_default().replace("\r\n", "\n");
        let difference = similar::TextDiff::from_lines(on_disk.as_str(), text.as_str()).unified_diff().to_string();
        assert!(difference.is_empty(), "{path}:\n{difference}");
        syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let files = fs::read_dir(folder().join("types")).unwrap().count();
    assert_eq!(files + 1, emitted.len(), "a golden file that nothing emits");
}
