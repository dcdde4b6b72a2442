//! Overlays: the specification's own compliant sets, and what is said of an overlay that cannot be applied.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use std::{fs, path::Path};

use generator::{
    diagnostic::Diagnostics,
    finding::Locator,
    source::{Input, Loaded, Options, Overlay, load_all, locate, read},
};
use serde_json::{Value, json};

fn overlay(path: &Path, name: &str) -> Overlay {
    Overlay { path: path.to_path_buf(), name: name.to_owned() }
}

fn apply(document: &str, overlays: &[&str]) -> (Loaded, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let write = |(index, text): (usize, &&str)| {
        let name = format!("o{index}.yaml");
        let path = folder.path().join(&name);
        fs::write(&path, text).unwrap();
        overlay(&path, &name)
    };
    let overlays = overlays.iter().enumerate().map(write).collect();
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "api.yaml".to_owned(), bytes: document.as_bytes().to_vec() };
    let options = Options { overlays, ..Options::default() };
    let loaded = load_all(input, &options, &mut diagnostics).unwrap();
    let locator = Locator::new(Some(&loaded), "api.yaml", document.as_bytes());
    let said = diagnostics.into_sorted().iter().map(|said| locator.find(said).short()).collect();
    (loaded, said)
}

fn actions(actions: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}")
}

#[track_caller]
fn document(document: &str, overlay: &str) -> Value {
    let (loaded, said) = apply(document, &[&actions(overlay)]);
    assert_eq!(said, [""; 0]);
    loaded.document
}

/// `OVERLAY_SETS` names the folder of the compliant sets.
#[test]
#[ignore = "needs the compliant sets of the Overlay Specification in OVERLAY_SETS"]
fn the_compliant_sets_are_applied_as_they_say() {
    let folder = std::env::var("OVERLAY_SETS").expect("OVERLAY_SETS names a folder");
    let mut sets: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    sets.sort();
    assert!(!sets.is_empty());
    for set in &sets {
        let mut diagnostics = Diagnostics::new();
        let input = read::file(&set.join("openapi.yaml")).unwrap();
        let overlays = vec![overlay(&set.join("overlay.yaml"), "overlay.yaml")];
        let loaded = load_all(input, &Options { overlays, ..Options::default() }, &mut diagnostics).unwrap();
        let expected = load_all(read::file(&set.join("output.yaml")).unwrap(), &Options::default(), &mut diagnostics);
        assert_eq!(diagnostics.items(), [], "{}", set.display());
        assert_eq!(loaded.document, expected.unwrap().document, "{}", set.display());
        println!("{}", set.display());
    }
    println!("{} sets", sets.len());
}

#[test]
fn objects_merge_lists_append_and_single_values_are_replaced() {
    let before = "a: {x: 1, l: [1], deep: {k: v}}\nl: [1]\ns: old\n";
    let update = "- {target: $.a, update: {x: {y: 1}, l: [2, 3], deep: {m: n}, new: true}}\n- {target: $.l, update: 2}\n- {target: $.l, update: [3, 4]}\n- {target: $.s, update: new}\n";
    let after = json!({"a": {"x": {"y": 1}, "l": [1, 2, 3], "deep": {"k": "v", "m": "n"}, "new": true}, "l": [1, 2, 3, 4], "s": "new"});
    assert_eq!(document(before, update), after);
}

#[test]
fn nodes_are_removed_and_copied() {
    let before = "l: [1, 2, 3, 4]\na: {b: {c: 1}}\nd: {}\n";
    let after = json!({"l": [2, 4], "a": {"b": {"c": 1}}, "d": {"c": 1}});
    assert_eq!(document(before, "- {target: '$.l[0, 2]', remove: true}\n- {target: $.d, copy: $.a.b}\n"), after);
    assert_eq!(document("a: {b: 1}\n", "- {target: '$..*', remove: true}\n"), json!({}));
}

#[test]
fn places_lead_into_the_overlay_and_around_what_was_removed() {
    let update =
        actions("- {target: '$.l[0]', remove: true}\n- target: $\n  update:\n    l:\n    - {new: 1}\n    n: {m: 2}\n");
    let (loaded, said) = apply("l:\n- {a: 1}\n- {a: 2}\n", &[&update]);
    assert_eq!(said, [""; 0]);
    let place = |pointer: &str| {
        let origin = loaded.places.origin(&generator::pointer::Pointer::parse(pointer).unwrap());
        let place = locate(&loaded, &origin).unwrap();
        format!("{}:{}:{}", loaded.files[origin.file.0].name, place.line, place.column)
    };
    assert_eq!(place("/l/0/a"), "api.yaml:3:4");
    assert_eq!(place("/l/1/new"), "o0.yaml:8:8");
    assert_eq!(place("/n/m"), "o0.yaml:9:9");
}

#[test]
fn what_cannot_be_applied_is_said_at_its_place_in_the_overlay() {
    let said = |text: &str| apply("a: {b: 1}\nl: []\n", &[text]).1.join("\n");
    let action = |text: &str| said(&actions(&format!("- {text}\n")));
    let texts = [
        said("openapi: 3.0.3\n"),
        said("overlay: 2.0.0\nactions: []\n"),
        said("overlay: 1.0.0\n"),
        said("overlay: 1.0.0\nactions: [\n"),
        action("{target: $.gone, remove: true}"),
        action("{target: '$.[', remove: true}"),
        action("{update: {}}"),
        action("{target: $.a}"),
        action("{target: $.a, update: text}"),
        action("{target: $.a.b, update: {}}"),
        action("{target: $, remove: true}"),
        action("{target: $.a, copy: '$.*'}"),
        action("{target: $.a, updaet: {}}"),
    ];
    insta::assert_snapshot!(texts.join("\n"));
}
