//! verify: the verdict of the two crates themselves.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    canary,
    cargo::{Crate, Dependency, Harness},
    items, merge,
    rustdoc::Document,
    semver_checks,
    swaps::{Swaps, swaps},
};
pub use super::{
    canary::{Broken, Canary},
    cargo::NotVerified,
    semver_checks::SemverChecks,
};
use crate::diff::{
    disk,
    finding::{Bump, ItemChange, ItemKind, Report},
};

/// What two crates say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// What differs in their public faces.
    pub items: Vec<ItemChange>,
    /// Functions whose arguments changed places while calls still compile.
    pub swaps: Swaps,
    /// What all of it asks of the next version; never less than any of the three says.
    pub level: Bump,
    /// Whether programs written for the old one compile with the new one.
    pub canary: Canary,
    /// A second opinion.
    pub semver_checks: SemverChecks,
}

/// A crate that others are compared with.
#[derive(Debug)]
pub struct Baseline {
    subject: Crate,
    document: Document,
    proved: canary::Proved,
    /// What the program depends on beside the crate.
    named: Vec<Dependency>,
    target: PathBuf,
}

impl Baseline {
    /// Builds the old crate, and the program that uses it. `target` is a folder for what is compiled: one for all crates,
    /// so that dependencies are compiled once, and kept by the caller where a later comparison shall be fast.
    /// `progress` gets a line for each step.
    ///
    /// # Errors
    /// [`NotVerified`].
    pub fn new(old: &Path, target: &Path, progress: &dyn Fn(&str)) -> Result<Self, NotVerified> {
        let file = |error| NotVerified::File { path: target.to_owned(), error };
        let subject = Crate::at(old)?;
        disk::write(&target.join("CACHEDIR.TAG"), CACHE).map_err(file)?;
        let target = disk::full(target).map_err(file)?;
        let harness = Harness::new(&subject, target.join("canary").join("old"), &target)?;
        progress("reading the public face of the old crate (rustdoc)");
        let document = harness.document()?;
        let program = canary::program(&document);
        let named = harness.named_in(|name| program.names(name));
        harness.depends_on(&named.iter().collect::<Vec<_>>())?;
        progress(&format!("compiling {} uses of the old crate against it", program.uses.len()));
        let proved = canary::prove(program, &harness)?;
        Ok(Self { subject, document, proved, named, target })
    }

    /// What a new crate does to the users of the old one.
    ///
    /// # Errors
    /// [`NotVerified`]; then nothing is known, which is not the same as nothing found.
    pub fn verify(&self, new: &Path, progress: &dyn Fn(&str)) -> Result<Verification, NotVerified> {
        let (old, new) = (&self.subject, Crate::at(new)?);
        let harness = Harness::new(&new, self.target.join("canary").join("new"), &self.target)?;
        progress("reading the public face of the new crate (rustdoc)");
        let mut changes = features(&old.features, &new.features);
        let face = harness.document()?.face;
        changes.extend(items::compare(&self.document.face, &face));
        let swaps = swaps(&self.document.face, &face);
        harness.depends_on(&self.named.iter().collect::<Vec<_>>())?;
        progress("compiling the uses of the old crate against the new one");
        let canary = canary::run(&self.proved, &harness)?;
        progress("asking cargo-semver-checks");
        let semver_checks = semver_checks::run(old, &new, &self.target);

        let mut level = items::worst(&changes);
        if !canary.deprecated.is_empty() {
            level = level.max(Bump::Minor);
        }
        if !canary.broken.is_empty() || matches!(semver_checks, SemverChecks::Found(_)) {
            level = Bump::Major;
        }
        if level == Bump::None && !is_same(old, &new)? {
            level = Bump::Patch;
        }
        Ok(Verification { items: changes, swaps, level, canary, semver_checks })
    }
}

/// Compares two crates; see [`Baseline`].
///
/// # Errors
/// [`NotVerified`]; then nothing is known, which is not the same as nothing found.
pub fn verify_crates(
    old: &Path,
    new: &Path,
    target: &Path,
    progress: &dyn Fn(&str),
) -> Result<Verification, NotVerified> {
    // Nothing is compiled for a folder that is none.
    Crate::at(new)?;
    Baseline::new(old, target, progress)?.verify(new, progress)
}

/// What programs that make backups leave out (Cache Directory Tagging Specification).
const CACHE: &str = "Signature: 8a477f597d28d172789f06886806bc55\n";

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

/// The report of two crates that nothing else is known of. See [`verify_crates`].
///
/// # Errors
/// [`NotVerified`].
pub fn crates_report(old: &Path, new: &Path, target: &Path, progress: &dyn Fn(&str)) -> Result<Report, NotVerified> {
    let verification = verify_crates(old, new, target, progress)?;
    let name = |path: &Path| path.to_string_lossy().into_owned();
    Ok(merge::report(&name(old), &name(new), &verification))
}
