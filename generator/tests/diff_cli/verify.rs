//! `--crates` and `--verify`: what is compared, what is said when it cannot be, and whose files are emitted.
//!
//! A program called `cargo` stands in for the real one where nothing has to be compiled: it answers `rustdoc` with a
//! document that the test names, and leaves the reading of manifests to the real one.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{
    commit,
    folder::{Ended, Folder, PETS},
    repository, without_post,
};

/// What rustdoc says of a crate without public items.
const NOTHING: &str = r#"{"format_version": 57, "root": 0, "paths": {"0": {"crate_id": 0, "path": ["pets"]}}, "index": {"0":
    {"name": "pets", "visibility": "public", "docs": null, "attrs": [], "deprecation": null,
     "inner": {"module": {"items": []}}}}}"#;

/// What rustdoc says in a year or two.
const UNKNOWN: &str = r#"{"format_version": 9999, "root": 0, "paths": {}, "index": {}}"#;

/// Runs the program where `cargo` and `git` are looked up in these folders.
fn run_on(folder: &Folder, path: &[PathBuf], arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
        .args(arguments)
        .current_dir(folder.path("."))
        .env("PATH", std::env::join_paths(path).unwrap())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The folders in which programs are looked up, with one before them that has our `cargo`.
fn with_cargo(folder: &Folder, document: &str) -> Vec<PathBuf> {
    let real = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    folder.put("bin/document.json", document);
    folder.put(
        "bin/cargo",
        &format!(
            r#"#!/bin/sh
bin=$(dirname "$0")
case "$1" in
rustdoc)
    subject=$(sed -n 's/^path = "\(.*\)"$/\1/p' Cargo.toml)
    echo "crate: $(cat "$subject/src/ext.rs" 2>/dev/null)" >>"$bin/asked"
    while [ $# -gt 0 ]; do
        case "$1" in
        --target-dir) target=$2 ;;
        -p) name=$(echo "$2" | tr - _) ;;
        esac
        shift
    done
    mkdir -p "$target/doc"
    cp "$bin/document.json" "$target/doc/$name.json"
    ;;
check) ;;
semver-checks) exit 101 ;;
*) exec '{}' "$@" ;;
esac
"#,
            Path::new(&real).display()
        ),
    );
    fs::set_permissions(folder.path("bin/cargo"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::iter::once(folder.path("bin")).chain(std::env::split_paths(&path)).collect()
}

fn put_crate(folder: &Folder, name: &str, text: &str) {
    folder.put(
        &format!("{name}/Cargo.toml"),
        "[package]\nname = \"bank\"\nversion = \"1.4.2\"\nedition = \"2021\"\n[workspace]\n",
    );
    folder.put(&format!("{name}/src/lib.rs"), text);
}

/// Two crates without dependencies: a function is gone, one is new, and two arguments of one type changed places.
fn banks() -> Folder {
    let folder = Folder::empty();
    let transfer = |from: &str, to: &str| {
        format!("pub fn transfer({from}: &str, {to}: &str, cents: u64) -> bool {{ {from} != {to} && cents > 0 }}\n")
    };
    put_crate(&folder, "old", &(transfer("from", "to") + "pub fn close(account: &str) -> usize { account.len() }\n"));
    put_crate(&folder, "new", &(transfer("to", "from") + "pub fn open(name: &str) -> usize { name.len() }\n"));
    folder
}

fn findings(report: &Value) -> &[Value] {
    report["findings"].as_array().unwrap()
}

/// The findings about an item.
fn about<'r>(report: &'r Value, path: &str) -> Vec<&'r Value> {
    let names = |finding: &&Value| finding["rust"]["items"].as_array().unwrap().iter().any(|item| item["path"] == path);
    findings(report).iter().filter(names).collect()
}

#[test]
fn crates_are_compared_without_descriptions() {
    let folder = banks();
    let compared =
        |more: &[&str]| folder.run(&[&["diff", "--crates", "old", "new", "--target-dir", "target"], more].concat());
    let report = compared(&["--format", "json"]).with(0).json();
    assert_eq!([&report["wire"], &report["rust"], &report["verified"]], ["none", "major", "rustdoc"]);
    assert_eq!(report["suggested_version"], "2.0.0");
    assert_eq!(about(&report, "close")[0]["rust"]["level"], "major");
    assert_eq!(about(&report, "open")[0]["rust"]["level"], "minor");
    // It compiles, so neither the program nor a type says it.
    let [swapped] = about(&report, "transfer")[..] else { panic!("{report:#}") };
    assert_eq!(swapped["rust"]["level"], "patch");
    let note = swapped["behaviour"].as_str().unwrap();
    assert!(note.contains("`transfer`: argument 1 was `from` and is now `to`, both `&str`"), "{note}");
    assert!(note.contains("argument 2 was `to` and is now `from`"), "{note}");
    // The crates' folders stay as they are, and the gate reads the same verdict.
    assert!(!folder.has("old/Cargo.lock") && !folder.has("new/target"));
    compared(&["--quiet", "--fail-on", "rust=major"]).with(1).says(&["`--fail-on rust=major`"]);
    compared(&["--quiet", "--fail-on", "wire=compatible"]).with(0);
    let same = folder.run(&["diff", "--crates", "new", "new", "--target-dir", "target", "--format", "json"]).with(0);
    assert_eq!(findings(&same.json()), [Value::Null; 0], "{}", same.out);
}

#[test]
fn what_is_no_crate_is_a_matter_of_the_command_line() {
    let folder = banks();
    folder.put("empty/x.txt", "");
    folder.put("binary/Cargo.toml", "[package]\nname = \"b\"\nversion = \"1.0.0\"\n[workspace]\n");
    folder.put("binary/src/main.rs", "fn main() {}\n");
    for (new, says) in [("gone", "gone"), ("empty", "Cargo.toml"), ("binary", "has no library")] {
        folder.run(&["diff", "--crates", "old", new]).with(2).says(&[says, "each with a Cargo.toml and a library"]);
    }
}

#[test]
fn crates_that_cannot_be_compared_end_with_4() {
    let folder = banks();
    let path = with_cargo(&folder, UNKNOWN);
    let ended = run_on(&folder, &path, &["diff", "--crates", "old", "new"]).with(4);
    assert_eq!(ended.out, "", "nothing is known, so nothing is reported");
    let _ = ended.says(&["error[diff-verify]", "format 9999; known is 57", "help: run it with Rust 1.95"]);

    let none = [folder.path("empty")];
    let missing = run_on(&folder, &none, &["diff", "--crates", "old", "new"]).with(4);
    let _ = missing.says(&["`cargo` is not installed", "install Rust"]);

    put_crate(&folder, "broken", "pub fn transfer() -> Nothing {}\n");
    let broken = folder.run(&["diff", "--crates", "old", "broken", "--target-dir", "target"]).with(4);
    // The compiler's words keep their lines; the first error is in the message.
    let broken = broken.says(&["\nerror[E0425]: cannot find type `Nothing` in this scope\n", "broken/src/lib.rs:1:"]);
    let broken = broken.says(&["the crate `bank` does not build: error[E0425]"]);
    assert!(!broken.err.contains("u{a}"), "{}", broken.err);
}

#[test]
fn descriptions_that_cannot_be_verified_are_reported_and_end_with_4() {
    let folder = repository();
    folder.put("api.yaml", &without_post());
    let path = with_cargo(&folder, UNKNOWN);
    let verify = |more: &[&str]| run_on(&folder, &path, &[&["diff", "--verify"], more].concat());
    let ended = verify(&["--format", "json"]).with(4);
    let report = ended.json();
    assert_eq!([&report["rust"], &report["verified"]], ["major", "not_verified"]);
    assert!(findings(&report).iter().all(|finding| finding["verified"] == "not_verified"), "{report:#}");
    let _ = ended.says(&["error[diff-verify]", "format 9999"]);
    // A gate that trips is what a workflow asked for.
    verify(&["--quiet", "--fail-on", "rust=major"]).with(1).says(&["diff-verify", "diff-gate"]);
    folder.put("old.yaml", PETS);
    let none = [folder.path("empty")];
    let ended = run_on(&folder, &none, &["diff", "old.yaml", "api.yaml", "--verify"]).with(4);
    assert!(ended.out.contains("could not be verified"), "{}", ended.out);
    let _ = ended.says(&["`cargo` is not installed"]);
}

/// A repository whose crate is checked in, as another generator would have made it.
fn with_checked_in() -> Folder {
    let folder = repository();
    folder.run(&["--quiet"]).with(0);
    let manifest = folder.read("sdk/Cargo.toml");
    assert!(manifest.contains("[features]\n"), "{manifest}");
    folder.put("sdk/Cargo.toml", &manifest.replace("[features]\n", "[features]\nleft-over = []\n"));
    folder.put(
        "sdk/src/lib.rs",
        &(folder.read("sdk/src/lib.rs") + "\n/// Of another generator.\npub fn left_over() {}\n"),
    );
    commit(&folder);
    folder.put("api.yaml", &without_post());
    folder
}

#[test]
fn the_checked_in_crate_is_charged_to_the_generator() {
    let folder = with_checked_in();
    let path = with_cargo(&folder, NOTHING);
    let ended = run_on(&folder, &path, &["diff", "--verify", "--format", "json"]).with(0);
    let report = ended.json();
    let [gone] = about(&report, "features::left-over")[..] else { panic!("{report:#}") };
    assert_eq!([&gone["made_by"], &gone["wire"], &gone["verified"]], ["generator", "none", "rustdoc"]);
    assert_eq!(gone["rust"]["level"], "major");
    let _ = ended.says(&["the checked-in crate is not what this generator makes of its description"]);
    // One that is what the generator makes is not compiled a second time.
    folder.put("api.yaml", PETS);
    folder.run(&["--quiet", "--force"]).with(0);
    commit(&folder);
    folder.put("api.yaml", &without_post());
    let ended = run_on(&folder, &path, &["diff", "--verify", "--format", "json"]).with(0);
    assert!(!ended.err.contains("checked-in") && !ended.out.contains("left-over"), "{}", ended.err);
}

#[test]
fn each_side_has_the_hand_written_methods_of_its_own_ref() {
    let folder = repository();
    folder.put("sdk/src/ext.rs", "// old methods\n");
    folder.run(&["--quiet", "--force"]).with(0);
    commit(&folder);
    folder.put("sdk/src/ext.rs", "// new methods\n");
    folder.put("api.yaml", &without_post());
    let path = with_cargo(&folder, NOTHING);
    run_on(&folder, &path, &["diff", "--verify", "--quiet"]).with(0);
    assert_eq!(folder.read("bin/asked"), "crate: // old methods\ncrate: // new methods\n");
    fs::remove_file(folder.path("bin/asked")).unwrap();
    folder.run(&["--quiet"]).with(0);
    commit(&folder);
    run_on(&folder, &path, &["diff", "HEAD", "HEAD~1", "--verify", "--quiet"]).with(0);
    assert_eq!(folder.read("bin/asked"), "crate: // new methods\ncrate: // old methods\n");
}

/// The same without a stand-in: the emitted crates of both refs, compiled.
#[test]
#[ignore = "compiles the emitted crate with its dependencies"]
fn emitted_crates_are_verified() {
    let folder = repository();
    let method =
        |gives: &str| format!("impl crate::Client {{\n    pub fn shops(&self) -> {gives} {{\n        1\n    }}\n}}\n");
    folder.put("sdk/src/ext.rs", &method("u32"));
    folder.run(&["--quiet", "--force"]).with(0);
    folder.put(
        "sdk/src/lib.rs",
        &(folder.read("sdk/src/lib.rs") + "\n/// Of another generator.\npub fn left_over() {}\n"),
    );
    commit(&folder);
    folder.put("sdk/src/ext.rs", &method("u64"));
    folder.put("api.yaml", &without_post());
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-verify");
    let arguments = ["diff", "--verify", "--format", "json", "--target-dir", target.to_str().unwrap()];
    let report = folder.run(&arguments).with(0).json();
    assert_eq!([&report["rust"], &report["verified"]], ["major", "rustdoc"]);
    let [own] = about(&report, "Client::shops")[..] else { panic!("{report:#}") };
    assert_eq!([&own["made_by"], &own["rust"]["level"]], ["spec", "major"]);
    let [left] = about(&report, "left_over")[..] else { panic!("{report:#}") };
    assert_eq!([&left["made_by"], &left["verified"]], ["generator", "rustdoc"]);
    let removed = findings(&report).iter().find(|finding| finding["id"] == "api-removed-without-deprecation").unwrap();
    assert_eq!(removed["verified"], "rustdoc", "{removed:#}");
}
