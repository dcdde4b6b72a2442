//! verify: the verdict of the two crates themselves.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    canary,
    cargo::{Crate, Harness},
    items, semver_checks,
};
pub use super::{
    canary::{Broken, Canary},
    cargo::NotVerified,
    semver_checks::SemverChecks,
};
use crate::diff::{
    disk,
    finding::{Bump, ItemChange, ItemKind},
};

/// What two crates say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// What differs in their public faces.
    pub items: Vec<ItemChange>,
    /// What all of it asks of the next version; never less than any of the three says.
    pub level: Bump,
    /// Whether programs written for the old one compile with the new one.
    pub canary: Canary,
    /// A second opinion.
    pub semver_checks: SemverChecks,
}

/// Compares two crates. `target` is a folder for what is compiled: one for both, so that dependencies are compiled once,
/// and kept by the caller where a second comparison shall be fast. `progress` gets a line for each step.
///
/// # Errors
/// [`NotVerified`]; then nothing is known, which is not the same as nothing found.
pub fn verify_crates(
    old: &Path,
    new: &Path,
    target: &Path,
    progress: &dyn Fn(&str),
) -> Result<Verification, NotVerified> {
    let (before, after) = (Crate::at(old)?, Crate::at(new)?);
    disk::write(&target.join("CACHEDIR.TAG"), CACHE)
        .map_err(|error| NotVerified::File { path: target.to_owned(), error })?;
    let target = disk::full(target).map_err(|error| NotVerified::File { path: target.to_owned(), error })?;
    let was = Harness::new(&before, folder(&target, "old"), &target)?;
    let is = Harness::new(&after, folder(&target, "new"), &target)?;

    progress("reading the public face of the old crate (rustdoc)");
    let (old_document, new_document) = (was.document()?, {
        progress("reading the public face of the new crate (rustdoc)");
        is.document()?
    });
    let mut changes = features(&before.features, &after.features);
    changes.extend(items::compare(&old_document.face, &new_document.face));

    let program = canary::program(&old_document);
    progress(&format!("compiling {} uses of the old crate against both", program.uses.len()));
    let canary = canary::run(&program, &was, &is)?;
    progress("asking cargo-semver-checks");
    let semver_checks = semver_checks::run(&before, &after, &target);

    let mut level = items::worst(&changes);
    if !canary.deprecated.is_empty() {
        level = level.max(Bump::Minor);
    }
    if !canary.broken.is_empty() || matches!(semver_checks, SemverChecks::Found(_)) {
        level = Bump::Major;
    }
    if level == Bump::None && !is_same(&before, &after)? {
        level = Bump::Patch;
    }
    Ok(Verification { items: changes, level, canary, semver_checks })
}

/// What programs that make backups leave out (Cache Directory Tagging Specification).
const CACHE: &str = "Signature: 8a477f597d28d172789f06886806bc55\n";

fn folder(target: &Path, side: &str) -> PathBuf {
    target.join("canary").join(side)
}

/// Whether both crates are the same but for their version and their folder.
fn is_same(old: &Crate, new: &Crate) -> Result<bool, NotVerified> {
    let code = disk::same(&old.folder.join("src"), &new.folder.join("src"));
    let code = code.map_err(|error| NotVerified::File { path: new.folder.join("src"), error })?;
    Ok(code && old.dependencies == new.dependencies && old.features == new.features)
}

type Features = BTreeMap<String, Vec<String>>;

/// The features that users can switch on. What one switches on is public where it is another of them; a dependency is not.
fn features(old: &Features, new: &Features) -> Vec<ItemChange> {
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    let text = |name: &str, on: Option<&Vec<String>>| on.map(|on| format!("{name} = {on:?}"));
    names
        .filter_map(|name| {
            let (before, after) = (old.get(name), new.get(name));
            let lost = |before: &Vec<String>, after: &Vec<String>| {
                before.iter().any(|on| old.contains_key(on) && new.contains_key(on) && !after.contains(on))
            };
            let level = match (before, after) {
                (Some(before), Some(after)) if before == after => return None,
                (Some(before), Some(after)) if lost(before, after) => Bump::Major,
                (Some(_), None) => Bump::Major,
                (Some(_), Some(_)) => Bump::Patch,
                (None, _) => Bump::Minor,
            };
            let (path, kind) = (format!("features::{name}"), ItemKind::Feature);
            Some(ItemChange { path, kind, old: text(name, before), new: text(name, after), level })
        })
        .collect()
}
