//! What `diff` can be told.

use std::path::PathBuf;

use clap::Args;

use super::show::Form;
use crate::diff::gate::FailOn;

pub(in crate::cli) const EXAMPLES: &str = "\
Examples:
  generator diff                                what changed since the last commit
  generator diff main                           since the branch main
  generator diff main:openapi.yaml HEAD:openapi.yaml
  generator diff v1/openapi.yaml v2/openapi.yaml
  generator diff main --fail-on wire=breaking,rust=major
  generator diff main --format markdown=comment.md --format sarif=diff.sarif --format github
  generator diff main --accept accepted.toml    known differences, by fingerprint
  generator diff v1.2.0 --verify --write-version
  generator diff --crates old-sdk new-sdk       two crates, without descriptions

A side is a file, a folder with openapi.yaml, openapi.yml or openapi.json, a ref of
git with a path from the repository's top (main:api/openapi.yaml; main:./openapi.yaml
from this folder), or a ref alone, with the spec of generator.toml. A file of that
name wins. Each side is read with the generator.toml and the overlays of its own ref.

Exit codes: 0 done; 1 --fail-on or --check-version found something; 2 usage,
configuration or a path; 3 a description cannot be used; 4 --verify was asked for and
could not be done; 70 our bug.";

/// The flags of `diff`.
#[derive(Args, Clone, Debug, Default)]
pub(in crate::cli) struct DiffFlags {
    /// The old side: a file, a folder, or a ref of git (main:openapi.yaml, main). Default: the last commit.
    #[arg(value_name = "OLD")]
    pub(super) old: Option<String>,
    /// The new side. Default: the working tree.
    #[arg(value_name = "NEW")]
    pub(super) new: Option<String>,
    /// Compare two crates on disk, compiled, in place of descriptions.
    #[arg(long, num_args = 2, value_names = ["OLD_DIR", "NEW_DIR"], conflicts_with_all = ["old", "new", "config", "overlay", "only", "verify", "check_version", "write_version"])]
    pub(super) crates: Vec<PathBuf>,
    /// The generator.toml of both sides. Default: for each side the one of its ref.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// The crate of generator.toml, when it has several.
    #[arg(long, value_name = "PACKAGE")]
    pub(super) only: Option<String>,
    /// Apply this overlay to both sides, after their own; may be repeated, in order.
    #[arg(long, value_name = "FILE")]
    pub(super) overlay: Vec<PathBuf>,
    /// Fetch nothing, whatever generator.toml allows: for changes that strangers propose.
    #[arg(long)]
    pub(super) offline: bool,
    /// Emit both crates and compare what the compiler says of them.
    #[arg(long)]
    pub(super) verify: bool,
    /// Where what --verify and --crates compile is kept, for a fast next run. Default: a temporary folder.
    #[arg(long, value_name = "DIR")]
    pub(super) target_dir: Option<PathBuf>,
    /// The form of the report, and a file for it (default: standard output); may be repeated.
    #[arg(long, value_name = "NAME[=FILE]", value_parser = Form::parse)]
    pub(super) format: Vec<Form>,
    /// End with 1 when something is as bad: wire=compatible|risky|breaking, rust=patch|minor|major, or any.
    #[arg(long, value_name = "GATE,..", value_parser = gates)]
    pub(super) fail_on: Vec<Gates>,
    /// Differences that may pass: [[accept]] tables with `fingerprint`, `reason`, `author`, `expires`.
    #[arg(long, value_name = "FILE")]
    pub(super) accept: Option<PathBuf>,
    /// End with 1 when the SDK's version grew less than the changes of the description ask for.
    #[arg(long)]
    pub(super) check_version: bool,
    /// Set the SDK's next version in generator.toml, and tell the changes in its CHANGELOG.md.
    #[arg(long)]
    pub(super) write_version: bool,
    /// Say nothing but errors, and write only the reports that `--format` names.
    #[arg(long, short)]
    pub(in crate::cli) quiet: bool,
}

/// The conditions of one `--fail-on`.
#[derive(Clone, Debug)]
pub(super) struct Gates(pub(super) Vec<FailOn>);

fn gates(text: &str) -> Result<Gates, String> {
    FailOn::parse(text).map(Gates).map_err(|(message, help)| format!("{message}; {help}"))
}
