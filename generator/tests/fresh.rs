//! The checked-in SDK is what the generator makes of `openapi.yaml`, whatever stands in its folder.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A copy of what the generator reads and writes: a test changes nothing in the repository.
fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["openapi.yaml", "generator.toml", "generated-sdk"] {
        copy(&root().join(name), &folder.path().join(name));
    }
    folder
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// The same with paths relative to the folder.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(folder).into_iter().map(|(path, bytes)| (path.strip_prefix(folder).unwrap().to_owned(), bytes)).collect()
}

#[track_caller]
fn generator(folder: &Path, arguments: &[&str]) {
    let ended = Command::new(env!("CARGO_BIN_EXE_generator")).args(arguments).current_dir(folder).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{said}");
}

#[test]
fn the_checked_in_sdk_is_current() {
    generator(copied().path(), &["check"]);
}

#[test]
fn missing_sources_are_made_anew_with_the_same_bytes() {
    let folder = copied();
    let sdk = folder.path().join("generated-sdk");
    fs::remove_dir_all(sdk.join("src")).unwrap();
    fs::remove_dir_all(sdk.join("tests")).unwrap();
    generator(folder.path(), &["--quiet"]);
    assert!(contents(&sdk) == contents(&root().join("generated-sdk")), "the SDK is not what it was");
}

#[test]
fn broken_sources_do_not_stop_the_generator() {
    let folder = copied();
    let sdk = folder.path().join("generated-sdk");
    fs::write(sdk.join("src/lib.rs"), "<<<<<<< ours\n").unwrap();
    fs::write(sdk.join(".sdk-manifest.json"), "<<<<<<< ours\n").unwrap();
    generator(folder.path(), &["--quiet", "--force"]);
    assert!(contents(&sdk) == contents(&root().join("generated-sdk")), "the SDK is not what it was");
}

#[test]
fn bytes_do_not_depend_on_where_and_when() {
    let made = |folder: &str| {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir_all(place.path().join(folder)).unwrap();
        copy(&root().join("openapi.yaml"), &place.path().join(folder).join("openapi.yaml"));
        let out = format!("{folder}/sdk");
        generator(place.path(), &["generate", &format!("{folder}/openapi.yaml"), "--out", &out, "--quiet"]);
        contents(&place.path().join(out))
    };
    assert!(made("a") == made("some/where/else"), "two runs differ");
}
