//! The same description gives the same bytes, wherever and however often; and the checked-in SDK is those bytes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::SystemTime,
};

use serde_json::Value;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The program in a folder, and with nothing of this machine's environment but what is given.
fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
    command.args(arguments).current_dir(folder).env_clear().envs(environment.iter().copied());
    command.output().unwrap()
}

#[track_caller]
fn succeeds(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Vec<u8> {
    let output = run(folder, arguments, environment);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    all
}

/// The files of a folder by their relative path.
fn relative(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let short = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files(folder).into_iter().map(|(path, bytes)| (short(&path), bytes)).collect()
}

/// A copy of what the generator reads and writes in the repository.
fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in files(&repository().join("generated-sdk")) {
        let target = copy.path().join(path.strip_prefix(repository()).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    for name in ["openapi.yaml", "generator.toml"] {
        fs::copy(repository().join(name), copy.path().join(name)).unwrap();
    }
    copy
}

/// The crate of a description.
fn made(text: &[u8], environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("api.yaml"), text).unwrap();
    succeeds(folder.path(), &["generate", "api.yaml", "--out", "sdk"], environment);
    relative(&folder.path().join("sdk"))
}

fn airstore() -> String {
    fs::read_to_string(repository().join("openapi.yaml")).unwrap()
}

fn maximal() -> &'static str {
    include_str!("hostile/maximal.yaml")
}

/// Invariant 5.
#[test]
fn the_sdk_is_what_the_generator_makes_of_the_description() {
    succeeds(&repository(), &["check"], &[]);
}

/// Invariant 11.
#[test]
fn the_sdk_can_be_made_anew_from_nothing() {
    let copy = copy();
    let sdk = copy.path().join("generated-sdk");
    let before = relative(&sdk);
    for gone in ["src", "tests", "examples"] {
        fs::remove_dir_all(sdk.join(gone)).unwrap();
    }
    succeeds(copy.path(), &[], &[]);
    assert!(relative(&sdk) == before, "a file is another one");
    fs::remove_dir_all(&sdk).unwrap();
    succeeds(copy.path(), &[], &[]);
    assert!(relative(&sdk) == before, "a file is another one");
}

/// Invariant 11: what is broken is overwritten, and does not get into the way of that.
#[test]
fn broken_rust_in_the_sdk_does_not_keep_the_generator_from_it() {
    let copy = copy();
    let sdk = copy.path().join("generated-sdk");
    let before = relative(&sdk);
    fs::write(sdk.join("src/client.rs"), "this is no Rust").unwrap();
    fs::write(sdk.join("Cargo.toml"), "this is no TOML").unwrap();
    assert_eq!(run(copy.path(), &["check"], &[]).status.code(), Some(1));
    succeeds(copy.path(), &["--force"], &[]);
    assert!(relative(&sdk) == before, "a file is another one");
}

#[test]
fn a_second_run_touches_nothing() {
    let copy = copy();
    let sdk = copy.path().join("generated-sdk");
    let long_ago = SystemTime::UNIX_EPOCH;
    for path in files(&sdk).into_keys() {
        fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }
    succeeds(copy.path(), &[], &[]);
    for path in files(&sdk).into_keys() {
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago, "{}", path.display());
    }
}

/// Invariant 4.
#[test]
fn neither_the_machine_nor_its_user_is_in_the_bytes() {
    for text in [airstore(), maximal().to_owned()] {
        let plain = made(text.as_bytes(), &[]);
        for (path, bytes) in &plain {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(!text.contains('\r') && text.ends_with('\n'), "{path}");
            assert!(!text.contains(env!("CARGO_MANIFEST_DIR")) && !text.contains("/tmp/"), "{path}");
        }
        let other = [
            ("HOME", "/nowhere"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Apia"),
            ("USER", "someone"),
            ("TERM", "xterm"),
            ("COLUMNS", "20"),
            ("SOURCE_DATE_EPOCH", "1"),
            ("CLICOLOR_FORCE", "1"),
        ];
        assert!(made(text.as_bytes(), &other) == plain, "the environment is in a file");
        assert!(made(text.as_bytes(), &[]) == plain, "two runs differ");
    }
}

/// Invariant 4: how a text is written down is not what it says.
#[test]
fn line_ends_and_notation_are_not_in_the_bytes() {
    let text = airstore();
    let plain = made(text.as_bytes(), &[]);
    assert!(made(text.replace('\n', "\r\n").as_bytes(), &[]) == plain, "CRLF");
    assert!(made(format!("\u{feff}{text}").as_bytes(), &[]) == plain, "a byte order mark");
    let value: Value = serde_yaml::from_str(&text).unwrap();
    assert!(made(&serde_json::to_vec(&value).unwrap(), &[]) == plain, "JSON");
}

/// Nothing depends on the order of keys where OpenAPI gives it no meaning. That of properties, paths and methods has
/// one for the reader: it is the order of fields and methods. The first example is the one that is shown.
#[test]
fn the_order_of_keys_without_a_meaning_is_not_in_the_bytes() {
    for text in [airstore(), maximal().to_owned()] {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let plain = made(&serde_json::to_vec(&value).unwrap(), &[]);
        let turned = made(&serde_json::to_vec(&reversed(value, "")).unwrap(), &[]);
        let differ: Vec<_> = plain.keys().filter(|path| plain.get(*path) != turned.get(*path)).collect();
        assert!(differ.is_empty() && plain.len() == turned.len(), "{differ:?}");
    }
}

/// The same with the keys of most objects in reverse order; `key` is the one that led here.
fn reversed(value: Value, key: &str) -> Value {
    let meant = ["properties", "paths", "schemas", "mapping", "variables", "securitySchemes", "examples"];
    match value {
        Value::Array(items) => items.into_iter().map(|item| reversed(item, "")).collect(),
        Value::Object(members) if key == "example" || key == "value" || key == "default" => Value::Object(members),
        Value::Object(members) => {
            let mut members: Vec<_> = members.into_iter().collect();
            // The methods of a path, too.
            if !meant.contains(&key) && !key.starts_with('/') {
                members.reverse();
            }
            members
                .into_iter()
                .map(|(key, value)| {
                    let inner = reversed(value, &key);
                    (key, inner)
                })
                .collect()
        }
        other => other,
    }
}
