//! The example of a build script: a package of its own, whose manifest must have what the SDK's code needs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::{fs, path::Path, process::Command};

use generator::Generator;

fn example() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/build_rs")
}

#[test]
fn its_manifest_has_what_the_module_needs_and_cargo_hears_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let spec = example().join("../../../openapi.yaml");
    let made = Generator::new(&spec).module("airstore").out(folder.path().join("airstore")).generate().unwrap();

    let manifest = fs::read_to_string(example().join("Cargo.toml")).unwrap();
    let needs = made.dependencies.as_deref().unwrap();
    assert!(manifest.contains(needs), "examples/build_rs/Cargo.toml lacks some of:\n{needs}");

    let root = fs::read_to_string(folder.path().join("airstore/mod.rs")).unwrap();
    assert!(!root.contains("#!["), "`include!` takes no inner attributes: {root}");
    assert!(root.contains("crate::airstore::"), "{root}");
    assert!(!made.written.written.iter().any(|path| path == "Cargo.toml" || path.starts_with("examples/")));

    let lines = made.cargo_lines();
    let read = lines.lines().find_map(|line| line.strip_prefix("cargo::rerun-if-changed=")).unwrap();
    assert_eq!(fs::canonicalize(read).unwrap(), fs::canonicalize(spec).unwrap());
}

#[test]
fn a_failure_names_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("api.yaml");
    fs::write(&spec, "openapi: 3.0.3\npaths: {\n").unwrap();
    let out = folder.path().join("sdk");
    let failure = Generator::new(&spec).out(&out).generate().unwrap_err();
    assert!(failure.to_string().contains("api.yaml:"), "{failure}");
    assert!(failure.to_string().contains(": error[source-syntax]: "), "{failure}");
    assert!(!out.exists());
    let failure = Generator::new(&spec).module("type").out(&out).generate().unwrap_err();
    assert!(failure.to_string().contains("`type` cannot be a module's name"), "{failure}");
}

#[test]
#[ignore = "compiles the generator and an HTTP stack once more: `.ci/run` does"]
fn it_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // The workspace's versions and target folder: what is compiled there already is not compiled again.
    fs::copy(root.join("Cargo.lock"), example().join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--color=never", "--manifest-path"])
        .arg(example().join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("warning"), "{said}");
}
