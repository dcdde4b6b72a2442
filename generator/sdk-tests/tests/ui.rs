//! Promises of the emitted API that are kept by not compiling: the files of `ui/`, each with its error code first.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The codes that a file says it fails with, and those that rustc gave.
type Codes = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_promise_fails_with_its_code() {
    let files = files();
    assert!(!files.is_empty(), "ui/ is empty");
    let said: Codes = files.iter().map(|file| (name(file), codes(file))).collect();
    assert_eq!(given(&files), said, "left: the codes that rustc gives; right: what the first lines of ui/*.rs say");
}

/// The whole text of each error, which changes from one compiler to the next.
#[test]
#[ignore = "the texts are those of the toolchain that .ci/run names"]
fn every_promise_fails_with_its_text() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn codes(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let said = text.lines().map_while(|line| line.strip_prefix("//~ ")).map(|code| code.trim().to_owned());
    let codes: BTreeSet<_> = said.collect();
    assert!(!codes.is_empty(), "{} does not say its code: begin it with `//~ E....`", file.display());
    codes
}

/// Checks all files as programs of one crate that stands beside the target folder's other crates, so that what they
/// depend on is compiled once.
fn given(files: &[PathBuf]) -> Codes {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest(files)).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The workspace's versions: nothing new is resolved, so nothing is downloaded.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--keep-going", "--message-format=json"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-target"))
        .output()
        .unwrap();
    let mut found: Codes = files.iter().map(|file| (name(file), BTreeSet::new())).collect();
    let messages = String::from_utf8(output.stdout).unwrap();
    for message in messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let Some(codes) = message["target"]["name"].as_str().and_then(|name| found.get_mut(name)) else { continue };
        if message["message"]["level"] == "error" {
            codes.extend(message["message"]["code"]["code"].as_str().map(str::to_owned));
        }
    }
    assert!(found.values().any(|codes| !codes.is_empty()), "{}", String::from_utf8_lossy(&output.stderr));
    found
}

fn manifest(files: &[PathBuf]) -> String {
    let sdk = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated-sdk");
    let mut text = format!(
        "[package]\nname = \"ui\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [dependencies]\nairstore-sdk = {{ path = {:?}, default-features = false, features = [\"client\"] }}\n",
        sdk.canonicalize().unwrap()
    );
    for file in files {
        text += &format!("\n[[bin]]\nname = {:?}\npath = {file:?}\n", name(file));
    }
    text
}
