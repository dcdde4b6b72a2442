//! The verdict of two crates, on a small SDK and single edits of it: what rustdoc's items say and what the canary meets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "diff_verify/edits.rs"]
mod edits;

use std::{fs, path::Path};

use edits::{EDITS, Edit};
use generator::diff::{
    Bump, Verified,
    rust::{
        cargo::NotVerified,
        merge, rustdoc,
        verify::{Baseline, SemverChecks, Verification, crates_report, verify_crates},
    },
};
use tempfile::TempDir;

/// The files of the SDK.
const FILES: [(&str, &str); 5] = [
    ("Cargo.toml", include_str!("diff_verify/Cargo.toml.txt")),
    ("src/lib.rs", include_str!("diff_verify/sdk.rs")),
    ("src/types.rs", include_str!("diff_verify/types.rs")),
    ("src/resources.rs", include_str!("diff_verify/resources.rs")),
    ("src/wire.rs", include_str!("diff_verify/wire.rs")),
];

/// The SDK's files with some of their text replaced; none: a text is not there.
fn changed(files: &[(&'static str, String)], changes: &[(&str, &str)]) -> Option<Vec<(&'static str, String)>> {
    let mut files = files.to_vec();
    for (from, to) in changes {
        let (_, text) = files.iter_mut().find(|(_, text)| text.contains(from))?;
        *text = text.replace(from, to);
    }
    Some(files)
}

fn sdk() -> Vec<(&'static str, String)> {
    FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
}

fn write_files(folder: &Path, files: &[(&'static str, String)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // Cargo looks at the time of files.
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(path, text).unwrap();
        }
    }
}

fn write(folder: &Path, changes: &[(&str, &str)]) {
    write_files(folder, &changed(&sdk(), changes).unwrap_or_else(|| panic!("not in the SDK: {changes:?}")));
}

/// What the canary shall say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canary {
    /// All compiles.
    Passes,
    /// All compiles, with a warning of a deprecation.
    Warns,
    /// Something does not compile.
    Breaks,
}

fn verdict(verification: &Verification) -> Canary {
    match (verification.canary.broken.is_empty(), verification.canary.deprecated.is_empty()) {
        (false, _) => Canary::Breaks,
        (true, false) => Canary::Warns,
        (true, true) => Canary::Passes,
    }
}

fn verify(work: &Path) -> Result<Verification, NotVerified> {
    verify_crates(&work.join("old"), &work.join("new"), &work.join("target"), &|_| {})
}

/// Several edits at a time, as many as touch neither one item nor one text.
#[test]
fn edits_have_their_levels_and_their_effects() {
    let work = TempDir::new().unwrap();
    let (old, new) = (work.path().join("old"), work.path().join("new"));
    write(&old, &[]);
    let baseline = Baseline::new(&old, &work.path().join("target"), &|_| {}).unwrap();
    let mut wrong = Vec::new();
    for Batch { canary, files, edits } in batches() {
        write_files(&new, &files);
        let names: Vec<_> = edits.iter().map(|edit| edit.name).collect();
        let found = baseline.verify(&new, &|_| {}).unwrap_or_else(|reason| panic!("{names:?}: {reason}"));
        if verdict(&found) != canary {
            wrong.push(format!("{names:?}: {canary:?} expected of {:#?}", found.canary));
        }
        for Edit { name, item, level, .. } in edits {
            let levels = found.items.iter().filter(|change| change.path == *item).map(|change| change.level);
            let worst = levels.max().unwrap_or_default();
            let met = match canary {
                Canary::Passes => true,
                Canary::Warns => found.canary.deprecated.iter().any(|broken| touches(&broken.path, item)),
                Canary::Breaks => found.canary.broken.iter().any(|broken| touches(&broken.path, item)),
            };
            if worst != *level || !met {
                wrong
                    .push(format!("{name}: {level:?}, {canary:?} expected for {item}, {worst:?} is there: {found:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a use of one item is a use of the other: a part of it, or the whole that it is a part of.
fn touches(used: &str, item: &str) -> bool {
    let part = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with("::"));
    used == item || part(used, item) || part(item, used)
}

/// Edits that stand in one crate.
struct Batch {
    canary: Canary,
    files: Vec<(&'static str, String)>,
    edits: Vec<&'static Edit>,
}

fn batches() -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    for edit in EDITS.iter().filter(|edit| !edit.item.is_empty()) {
        let fits = batches.iter_mut().find_map(|batch| {
            let free = batch.canary == edit.canary && batch.edits.iter().all(|other| other.item != edit.item);
            let files = free.then(|| changed(&batch.files, edit.changes)).flatten()?;
            Some((batch, files))
        });
        match fits {
            Some((batch, files)) => {
                batch.files = files;
                batch.edits.push(edit);
            }
            None => {
                let files = changed(&sdk(), edit.changes).unwrap();
                batches.push(Batch { canary: edit.canary, files, edits: vec![edit] });
            }
        }
    }
    batches
}

/// Each edit alone. Some 50 builds, so that it is not run by itself.
#[test]
#[ignore = "takes a minute on an idle machine"]
fn each_edit_has_its_level_and_its_effect() {
    // Cargo locks the folder that it builds in: two of them are two builds at a time.
    let (one, other) = EDITS.split_at(EDITS.len() / 2);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let other = scope.spawn(|| wrong(other));
        let mut all = wrong(one);
        all.extend(other.join().unwrap());
        all
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wrong(edits: &[Edit]) -> Vec<String> {
    let work = TempDir::new().unwrap();
    let (old, new) = (work.path().join("old"), work.path().join("new"));
    write(&old, &[]);
    let baseline = Baseline::new(&old, &work.path().join("target"), &|_| {}).unwrap();
    let mut wrong = Vec::new();
    for Edit { name, changes, level, canary, .. } in edits {
        write(&new, changes);
        let found = baseline.verify(&new, &|_| {}).unwrap_or_else(|reason| panic!("{name}: {reason}"));
        let worst = found.items.iter().map(|item| item.level).max().unwrap_or_default();
        if (found.level, verdict(&found)) != (*level, *canary) {
            wrong.push(format!("{name}: {level:?}, {canary:?} expected of {found:#?}"));
        }
        // Rustdoc alone says what all together say, but for code that is not public.
        assert!(worst == found.level || found.level == Bump::Patch, "{name}: {found:#?}");
        assert_eq!(found.canary.left_out, [""; 0], "{name}");

        // A report of it claims as much, and every item of it is told.
        let report = merge::report("old", "new", &found);
        assert_eq!((report.rust, report.verified), (found.level, Verified::Rustdoc), "{name}");
        let told: usize = report.findings.iter().map(|finding| finding.rust.items.len()).sum();
        assert!(told >= found.items.len(), "{name}: {report:#?}");
    }
    wrong
}

#[test]
fn a_crate_that_does_not_compile_is_not_verified() {
    let work = TempDir::new().unwrap();
    write(&work.path().join("old"), &[]);
    write(&work.path().join("new"), &[("pub id: i32", "pub id: Nothing")]);
    let reason = verify(work.path()).unwrap_err();
    let NotVerified::Broken { package, said } = &reason else { panic!("{reason:?}") };
    assert_eq!(package, "small-sdk");
    assert!(said.contains("cannot find type `Nothing`"), "{said}");
    assert!(crates_report(&work.path().join("old"), &work.path().join("none"), work.path(), &|_| {}).is_err());
    // The crates' own folders are as they were.
    let mut names: Vec<_> = fs::read_dir(work.path().join("old")).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["Cargo.toml", "src"]);
}

#[test]
fn an_unknown_format_is_not_believed() {
    let text = r#"{"root": 0, "index": {}, "paths": {}, "format_version": 9999}"#;
    let said = rustdoc::read(text.as_bytes()).unwrap_err().to_string();
    assert!(said.starts_with("rustdoc writes its JSON in format 9999; known is 57"), "{said}");
    assert!(matches!(rustdoc::read(b"{\"format_version\": 57}"), Err(rustdoc::Unreadable::Form(_))));
    assert!(matches!(rustdoc::read(b"<html>"), Err(rustdoc::Unreadable::Form(_))));
}

#[test]
fn a_second_opinion_that_is_not_installed_says_so() {
    let work = TempDir::new().unwrap();
    for side in ["old", "new"] {
        write(&work.path().join(side), &[]);
    }
    let found = verify(work.path()).unwrap();
    assert!(matches!(found.semver_checks, SemverChecks::NotInstalled | SemverChecks::Passed), "{found:?}");
    assert_eq!((found.level, found.items.len()), (Bump::None, 0));
    assert!(found.canary.uses > 80, "{found:?}");

    // Code that nobody sees is a patch nevertheless.
    write(&work.path().join("new"), &[("it failed", "it did fail")]);
    let found = verify(work.path()).unwrap();
    assert_eq!((found.level, found.items.len()), (Bump::Patch, 0));
    let report = merge::report("old", "new", &found);
    assert_eq!(report.findings.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), [merge::CODE]);
}
