//! semver_checks: cargo-semver-checks as a second opinion, where it is installed.
//!
//! It compares no types, so it can add to what rustdoc's items say and never takes anything away.

use std::path::Path;

use super::cargo::{Crate, LIMIT};
use crate::diff::process::{Failure, Process};

/// Its exit code when a rule was broken.
const FOUND: i32 = 100;

/// What it said.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SemverChecks {
    /// There is no such program here.
    NotInstalled,
    /// It could not come to an end.
    Failed(String),
    /// It found nothing that a minor version forbids.
    Passed,
    /// The rules that a minor version would break: `struct_missing`.
    Found(Vec<String>),
}

/// Asks it about two crates as a minor version.
#[must_use]
pub fn run(old: &Crate, new: &Crate, target: &Path) -> SemverChecks {
    let installed = Process::new("cargo").args(["semver-checks", "--version"]).run();
    if installed.is_err() {
        return SemverChecks::NotInstalled;
    }
    let arguments = ["semver-checks", "--release-type", "minor", "--color", "never", "--baseline-root"];
    let run = Process::new("cargo")
        .args(arguments)
        .args([old.folder.as_os_str(), "--manifest-path".as_ref(), new.folder.join("Cargo.toml").as_os_str()])
        .folder(&new.folder)
        .env("CARGO_TARGET_DIR", target.join("semver-checks"))
        // It builds the documentation of both itself.
        .limit(LIMIT)
        .run();
    match run {
        Ok(_) => SemverChecks::Passed,
        Err(Failure::Failed { code: Some(FOUND), output, .. }) => {
            let text = format!("{}\n{}", String::from_utf8_lossy(&output.stdout), output.stderr);
            SemverChecks::Found(rules(&text))
        }
        Err(failure) => SemverChecks::Failed(failure.to_string()),
    }
}

/// The ids in lines such as `--- failure struct_missing: pub struct removed or renamed ---`.
fn rules(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("--- failure "));
    let mut rules: Vec<String> = lines.filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect();
    rules.sort();
    rules.dedup();
    rules
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn rules_are_read_from_its_words() {
        let text = "     Checked [   0.004s] 94 checks: 92 pass, 2 fail\n\n\
                    --- failure struct_missing: pub struct removed or renamed ---\n\nDescription:\n\
                    --- failure enum_variant_added: enum variant added on exhaustive enum ---\n";
        assert_eq!(rules(text), ["enum_variant_added", "struct_missing"]);
    }
}
