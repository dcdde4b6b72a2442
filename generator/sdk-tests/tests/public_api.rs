//! Whose types the emitted crate's public API names, read from rustdoc's JSON.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use serde_json::Value;

/// Crates whose types a user may meet in a signature, an impl or a re-export.
const ALLOWED: [&str; 10] =
    ["airstore_sdk", "alloc", "bytes", "core", "futures_core", "http", "jiff", "serde_core", "serde_json", "std"];

const FEATURES: &str = "client,rustls,native-tls,rustls-no-provider,blocking,tracing,testing,serde-all";

// One test: both halves write the same file.
#[test]
#[ignore = "needs RUSTC_BOOTSTRAP=1 and the toolchain that .ci/run names"]
fn only_vocabulary_crates_are_named_and_reqwest_under_its_feature() {
    let named = crates_named(FEATURES);
    let others: Vec<_> = named.iter().filter(|name| !ALLOWED.contains(&name.as_str())).collect();
    assert!(others.is_empty(), "the public API names types of {others:?}");
    assert!(named.contains("http"), "the reader of rustdoc's JSON sees no foreign type at all");
    assert!(crates_named(&format!("{FEATURES},reqwest-client")).contains("reqwest"));
}

/// The crates of all items that the documented items mention: rustdoc leaves out what is private.
fn crates_named(features: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The workspace's own target folder: the dependencies are there.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    let output = Command::new(env!("CARGO"))
        .args(["rustdoc", "-p", "airstore-sdk", "--lib", "--no-default-features", "--features", features, "--locked"])
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &target)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(target.join("doc/airstore_sdk.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut ids = BTreeSet::new();
    for item in document["index"].as_object().unwrap().values() {
        // Blanket and auto impls are the compiler's, not ours.
        let derived = &item["inner"]["impl"];
        if item["crate_id"] == 0 && derived["is_synthetic"] != true && derived["blanket_impl"].is_null() {
            collect(&item["inner"], &mut ids);
        }
    }
    ids.iter().filter_map(|id| owner(&document, id)).collect()
}

/// The ids of the paths in a type: objects that hold `path` (or `name`) beside `id`.
fn collect(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (Some(id), true) =
                (members.get("id"), members.contains_key("path") || members.contains_key("source"))
            {
                ids.insert(id.to_string());
            }
            members.values().for_each(|member| collect(member, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, ids)),
        _ => {}
    }
}

fn owner(document: &Value, id: &str) -> Option<String> {
    let krate = document["paths"].get(id)?["crate_id"].as_u64()?;
    if krate == 0 {
        return Some("airstore_sdk".to_owned());
    }
    document["external_crates"][krate.to_string()]["name"].as_str().map(str::to_owned)
}
