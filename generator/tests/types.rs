//! Named types, from hand-made models: the emitted files stand in `golden/types/`, where the package `runtime` compiles and
//! exercises them. `UPDATE_GOLDEN=1` writes them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "types/build.rs"]
mod build;
#[path = "types/sample.rs"]
mod sample;

use std::{collections::BTreeMap, env, fs, path::Path};

use generator::{emit::types::emit_types, model::Parts};

#[test]
fn the_golden_files_are_what_is_emitted() {
    let emitted: BTreeMap<_, _> =
        emit_types(&sample::api(), &Parts::default(), Some("golden"), "openapi.yaml").unwrap().into_iter().collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/types");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(folder.join("types"));
        for (path, text) in &emitted {
            let path = folder.join(path.trim_start_matches("src/"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    for (path, text) in &emitted {
        let on_disk = fs::read_to_string(folder.join(path.trim_start_matches("src/"))).unwrap_or_default();
        assert_same(path, &on_disk, text);
    }
    let files = fs::read_dir(folder.join("types")).unwrap().count();
    assert_eq!(files + 1, emitted.len(), "a golden file that nothing emits");
}

fn assert_same(path: &str, on_disk: &str, emitted: &str) {
    let on_disk = on_disk.replace("\r\n", "\n");
    let difference = similar::TextDiff::from_lines(on_disk.as_str(), emitted).unified_diff().to_string();
    assert!(difference.is_empty(), "{path}:\n{difference}");
}

#[test]
fn every_emitted_file_parses_and_is_stable() {
    for (path, text) in emit_types(&sample::api(), &Parts::default(), None, "openapi.yaml").unwrap() {
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.starts_with("// Generated from openapi.yaml; edit that instead.\n"), "{path}");
        assert!(!text.contains('\r') && text.ends_with('\n') && !text.contains(" \n"), "{path}");
    }
    assert_eq!(
        emit_types(&sample::api(), &Parts::default(), None, "a"),
        emit_types(&sample::api(), &Parts::default(), None, "a")
    );
}
