//! The folder's life, on a real file system.

use std::time::SystemTime;

use super::*;

const FORCE: Options = Options { layout: Layout::Crate, force: true, dry_run: false };

fn files(list: &[(&str, &str)]) -> Files {
    Files(list.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
}

fn first() -> Files {
    files(&[("Cargo.toml", "[package]\n"), ("src/lib.rs", "mod types;\n"), ("src/types/pet.rs", "struct Pet;\n")])
}

/// A folder that the first run made.
fn made() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &first(), Options::default()).unwrap();
    folder
}

fn read(folder: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

fn put(folder: &tempfile::TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn age(folder: &tempfile::TempDir, path: &str) {
    fs::File::options()
        .write(true)
        .open(folder.path().join(path))
        .unwrap()
        .set_modified(SystemTime::UNIX_EPOCH)
        .unwrap();
}

fn is_aged(folder: &tempfile::TempDir, path: &str) -> bool {
    fs::metadata(folder.path().join(path)).unwrap().modified().unwrap() == SystemTime::UNIX_EPOCH
}

#[test]
fn a_second_run_touches_nothing() {
    let folder = made();
    for path in ["Cargo.toml", "src/lib.rs", "src/types/pet.rs", manifest::NAME] {
        age(&folder, path);
    }
    let again = write(folder.path(), &first(), Options::default()).unwrap();
    assert!(again.written.is_empty() && again.removed.is_empty(), "{again:?}");
    assert_eq!(again.kept.len(), 3);
    for path in ["Cargo.toml", "src/lib.rs", "src/types/pet.rs", manifest::NAME] {
        assert!(is_aged(&folder, path), "{path} was touched");
    }
}

#[test]
fn only_changed_files_are_written_and_stale_ones_removed_with_their_folders() {
    let folder = made();
    put(&folder, "src/ext.rs", "// mine\n");
    age(&folder, "Cargo.toml");
    let next = files(&[("Cargo.toml", "[package]\n"), ("src/lib.rs", "// new\n")]);
    let done = write(folder.path(), &next, Options::default()).unwrap();
    assert_eq!(done.written, ["src/lib.rs"]);
    assert_eq!(done.removed, ["src/types/pet.rs"]);
    assert!(!folder.path().join("src/types").exists());
    assert!(is_aged(&folder, "Cargo.toml"));
    assert_eq!(read(&folder, "src/ext.rs"), "// mine\n");
    assert_eq!(read(&folder, "src/lib.rs"), "// new\n");
}

#[test]
fn a_hand_edit_is_refused_and_forced() {
    let folder = made();
    put(&folder, "src/lib.rs", "mod mine;\n");
    let next = files(&[("src/lib.rs", "// new\n"), ("src/types/pet.rs", "struct Pet2;\n")]);
    let refused = write(folder.path(), &next, Options::default()).unwrap_err();
    assert!(matches!(&refused, Refusal::Edited(paths) if paths == &["src/lib.rs"]), "{refused:?}");
    assert_eq!(read(&folder, "src/types/pet.rs"), "struct Pet;\n", "something was written");
    write(folder.path(), &next, FORCE).unwrap();
    assert_eq!(read(&folder, "src/lib.rs"), "// new\n");
}

#[test]
fn a_cut_off_run_is_finished_without_force() {
    let folder = made();
    let next = files(&[("Cargo.toml", "[package]\n# 2\n"), ("src/lib.rs", "// new\n"), ("src/new.rs", "// n\n")]);
    // The old manifest, one changed and one new file in place, the stale one gone, a temporary file left.
    put(&folder, "src/lib.rs", "// new\n");
    put(&folder, "src/new.rs", "// n\n");
    fs::remove_file(folder.path().join("src/types/pet.rs")).unwrap();
    put(&folder, "src/.sdk-tmp-abc", "half");
    let done = write(folder.path(), &next, Options::default()).unwrap();
    assert_eq!(done.written, ["Cargo.toml"]);
    assert!(!folder.path().join("src/.sdk-tmp-abc").exists());
    assert!(!folder.path().join("src/types").exists());
    assert_eq!(check(folder.path(), &next, Layout::Crate).unwrap(), []);
}

#[test]
fn a_cut_off_first_run_is_finished_without_force() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "src/lib.rs", "mod types;\n");
    put(&folder, "src/.sdk-tmp-abc", "half");
    let done = write(folder.path(), &first(), Options::default()).unwrap();
    assert_eq!(done.kept, ["src/lib.rs"]);
    assert_eq!(check(folder.path(), &first(), Layout::Crate).unwrap(), []);
}

#[test]
fn a_new_folder_comes_whole_or_not_at_all() {
    let around = tempfile::tempdir().unwrap();
    let out = around.path().join("below/sdk");
    let left = around.path().join("below/.sdk-tmp-sdk/src");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("half.rs"), "ha").unwrap();
    let done = write(&out, &first(), Options::default()).unwrap();
    assert_eq!(done.written.len(), 3);
    assert_eq!(check(&out, &first(), Layout::Crate).unwrap(), []);
    assert!(!out.join("src/half.rs").exists());
    let again = write(&out, &first(), Options::default()).unwrap();
    assert!(again.written.is_empty(), "{again:?}");

    // A folder stands where a file is to be.
    let twice = files(&[("src/a.rs", ""), ("src/a.rs/b.rs", "")]);
    let out = around.path().join("below/other");
    let refused = fresh::make(&out, twice.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap_err();
    assert!(matches!(&refused, Refusal::Io { path, .. } if path.starts_with(&out)), "{refused:?}");
    let names: Vec<_> = fs::read_dir(around.path().join("below")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["sdk"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, ".git/HEAD", "ref\n");
    put(&folder, "src/main.rs", "fn main() {}\n");
    let refused = write(folder.path(), &first(), Options::default()).unwrap_err();
    assert!(matches!(&refused, Refusal::Foreign(path) if path == "src/main.rs"), "{refused:?}");
    write(folder.path(), &first(), FORCE).unwrap();
    assert_eq!(read(&folder, "src/main.rs"), "fn main() {}\n");
}

#[test]
fn a_folder_with_only_git_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, ".git/HEAD", "ref\n");
    assert_eq!(write(folder.path(), &first(), Options::default()).unwrap().written.len(), 3);
}

#[test]
fn a_conflicted_manifest_counts_as_absent() {
    let folder = made();
    put(&folder, "src/ext.rs", "// mine\n");
    put(&folder, manifest::NAME, "<<<<<<< HEAD\n");
    assert_eq!(write(folder.path(), &first(), Options::default()).unwrap().kept.len(), 3);
    put(&folder, manifest::NAME, "<<<<<<< HEAD\n");
    let next = files(&[("src/lib.rs", "// new\n")]);
    assert!(matches!(write(folder.path(), &next, Options::default()), Err(Refusal::Edited(_))));
    write(folder.path(), &next, FORCE).unwrap();
}

#[test]
fn a_newer_manifest_is_refused() {
    let folder = made();
    let newer = read(&folder, manifest::NAME).replace(env!("CARGO_PKG_VERSION"), "99.0.0");
    put(&folder, manifest::NAME, &newer);
    let refused = write(folder.path(), &first(), Options::default()).unwrap_err();
    assert!(matches!(&refused, Refusal::Newer(version) if version == "99.0.0"), "{refused:?}");
    write(folder.path(), &first(), FORCE).unwrap();
    assert!(read(&folder, manifest::NAME).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_dry_run_decides_and_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let dry = Options { dry_run: true, ..Options::default() };
    assert_eq!(write(&folder.path().join("sdk"), &first(), dry).unwrap().written.len(), 3);
    assert!(!folder.path().join("sdk").exists());
}

#[test]
fn a_name_that_must_not_be_is_never_written() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../escape.rs", "build.rs", "src/bin/x.rs", ".cargo/config.toml"] {
        let refused = write(folder.path(), &files(&[("src/lib.rs", ""), (path, "x")]), FORCE).unwrap_err();
        assert!(matches!(&refused, Refusal::Name(name) if name == path), "{refused:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_poisoned_manifest_deletes_nothing_outside() {
    let outer = tempfile::tempdir().unwrap();
    fs::write(outer.path().join("precious"), "x").unwrap();
    let out = outer.path().join("sdk");
    write(&out, &first(), Options::default()).unwrap();
    let hash = manifest::hash(b"x");
    let text = format!(r#"{{"generator":"0.1.0","files":{{"../precious":"{hash}"}}}}"#);
    fs::write(out.join(manifest::NAME), text).unwrap();
    write(&out, &first(), FORCE).unwrap();
    assert!(outer.path().join("precious").exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = made();
    fs::remove_dir_all(folder.path().join("src/types")).unwrap();
    symlink(elsewhere.path(), folder.path().join("src/types")).unwrap();
    for options in [Options::default(), FORCE] {
        let refused = write(folder.path(), &first(), options).unwrap_err();
        assert!(matches!(&refused, Refusal::Obstacle { path, .. } if path.ends_with("src/types")), "{refused:?}");
    }
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);

    let folder = made();
    fs::write(elsewhere.path().join("target.rs"), "theirs").unwrap();
    fs::remove_file(folder.path().join("src/lib.rs")).unwrap();
    symlink(elsewhere.path().join("target.rs"), folder.path().join("src/lib.rs")).unwrap();
    assert!(matches!(write(folder.path(), &first(), Options::default()), Err(Refusal::Edited(_))));
    write(folder.path(), &first(), FORCE).unwrap();
    assert_eq!(fs::read_to_string(elsewhere.path().join("target.rs")).unwrap(), "theirs");
    assert!(!fs::symlink_metadata(folder.path().join("src/lib.rs")).unwrap().is_symlink());
}

#[test]
fn check_names_each_difference() {
    let folder = made();
    put(&folder, "src/lib.rs", "mod mine;\n");
    fs::remove_file(folder.path().join("Cargo.toml")).unwrap();
    let emitted = files(&[("Cargo.toml", "[package]\n"), ("src/lib.rs", "mod types;\n")]);
    let found = check(folder.path(), &emitted, Layout::Crate).unwrap();
    let kinds: Vec<_> = found.iter().map(|d| (d.path.as_str(), d.disk.is_some(), d.emitted.is_some())).collect();
    let expected = [("Cargo.toml", false, true), ("src/lib.rs", true, true), ("src/types/pet.rs", true, false)];
    assert_eq!(kinds, expected);
}

#[test]
fn check_sees_a_manifest_that_does_not_fit() {
    let folder = made();
    put(&folder, manifest::NAME, "<<<<<<< HEAD\n");
    let found = check(folder.path(), &first(), Layout::Crate).unwrap();
    assert_eq!(found.iter().map(|d| d.path.as_str()).collect::<Vec<_>>(), [manifest::NAME]);
}
