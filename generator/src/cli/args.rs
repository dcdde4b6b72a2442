//! What the command line can say (clap).

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::diff::DiffFlags;

const EXAMPLES: &str = "\
Examples:
  generator                                   bring every crate of generator.toml up to date
  generator generate api.yaml --out my-sdk    make a crate from a description, anywhere
  generator init --example                    start with a description that is known to work
  generator check                             fail when a crate is not up to date
  generator explain api.yaml listPets         which Rust an operation becomes
  generator diff main                         what changed since a branch, for whom

Exit codes: 0 done; 1 a check or a gate found something, or a hand edit was kept;
2 usage, configuration or a path; 3 the description cannot be used; 4 `diff --verify`
could not verify; 70 our bug.";

const GENERATE_EXAMPLES: &str = "\
Examples:
  generator generate                              all crates of generator.toml
  generator generate --only my-sdk --dry-run      what would change in one of them
  generator generate api.yaml --out my-sdk        a crate, without generator.toml
  generator generate api.yaml --out sdk --member  as a member of a workspace
  generator generate --deny warnings              write nothing on a warning
  curl -sf https://example.com/api.json | generator generate - --out my-sdk";

const CHECK_EXAMPLES: &str = "\
Examples:
  generator check                          all crates of generator.toml; for CI
  generator check --only my-sdk            one of them
  generator check api.yaml --out my-sdk    a crate made without generator.toml
  generator check --format short           one line for each file that differs";

const INIT_EXAMPLES: &str = "\
Examples:
  generator init api.yaml    generator.toml, its schema for editors, and the crate
  generator init --example   the same with a description that comes along
  generator init api.yaml --out sdk --name acme-sdk --license MIT";

const INSPECT_EXAMPLES: &str = "\
Examples:
  generator inspect                        operations and types of generator.toml's crate
  generator inspect api.yaml               the same of any description
  generator inspect api.yaml --format json | jq '.operations[].signature'
  generator inspect api.yaml --stage dialect
                                   the description as it was read, names undecided

The JSON has `version`, `operations`, `types`, `fallbacks`, `skipped`, `findings`
and more; generator/INSPECT.md of the repository states every key. `version` grows
when a key changes its meaning or goes away.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  generator explain api.yaml listPets              by operationId
  generator explain api.yaml \"GET /pets/{id}\"      by method and path
  generator explain api.yaml Pet                   a schema, by its name here or in Rust
  generator explain schema-untyped                 what a diagnostic means
  generator explain                                all diagnostics";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  generator completions bash > ~/.local/share/bash-completion/completions/generator
  generator completions zsh > ~/.zfunc/_generator
  generator completions fish > ~/.config/fish/completions/generator.fish";

/// Turns an OpenAPI description into a typed Rust SDK crate.
#[derive(Debug, Parser)]
#[command(name = "generator", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Arguments {
    /// What to do; nothing: `generate`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The flags of `generate`.
    #[command(flatten)]
    pub generate: WriteFlags,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make crates, or bring them up to date.
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate {
        /// The description; `-` for standard input. Without it: those of generator.toml.
        spec: Option<String>,
        /// How.
        #[command(flatten)]
        flags: WriteFlags,
    },
    /// Fail when a crate on disk is not what would be generated; writes nothing.
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// The description; `-` for standard input. Without it: those of generator.toml.
        spec: Option<String>,
        /// Of which crates.
        #[command(flatten)]
        target: TargetFlags,
        /// How it is reported.
        #[command(flatten)]
        report: ReportFlags,
    },
    /// Write a generator.toml and make its crate.
    #[command(after_help = INIT_EXAMPLES)]
    Init {
        /// The description. Without it: openapi.yaml, openapi.yml or openapi.json of this folder.
        spec: Option<String>,
        /// Start with a description that comes along (written to openapi.yaml).
        #[arg(long, conflicts_with = "spec")]
        example: bool,
        /// The crate's folder. Default: the crate's name.
        #[arg(long, value_name = "DIR")]
        out: Option<String>,
        /// The crate's name. Default: from the description's title.
        #[arg(long, value_name = "CRATE")]
        name: Option<String>,
        /// The crate's licence, an SPDX expression such as `MIT OR Apache-2.0`.
        #[arg(long, value_name = "SPDX")]
        license: Option<String>,
        /// How it is reported.
        #[command(flatten)]
        report: ReportFlags,
    },
    /// Show what the generator makes of a description.
    #[command(after_help = INSPECT_EXAMPLES)]
    Inspect {
        /// The description; `-` for standard input. Without it: that of generator.toml.
        spec: Option<String>,
        /// The crate of generator.toml, when it has several.
        #[arg(long, value_name = "PACKAGE")]
        only: Option<String>,
        /// The generator.toml to use. Default: the nearest one above this folder.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// What the description may refer to.
        #[command(flatten)]
        source: SourceFlags,
        /// For people or for programs.
        #[arg(long, value_enum, default_value_t = InspectFormat::Human)]
        format: InspectFormat,
        /// What an earlier stage made of it.
        #[arg(long, value_enum, default_value_t = InspectStage::Api)]
        stage: InspectStage,
    },
    /// Say which Rust an operation or a schema becomes and why, or what a diagnostic means.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain {
        /// A diagnostic's code, or a description followed by an operation or a schema. Without it: all codes.
        #[arg(value_name = "CODE | SPEC")]
        first: Option<String>,
        /// An operationId, `METHOD /path`, or a schema's name.
        #[arg(value_name = "OPERATION-OR-SCHEMA")]
        item: Option<String>,
        /// What the description may refer to.
        #[command(flatten)]
        source: SourceFlags,
    },
    /// Say what changed between two descriptions: on the wire, and for the users of the crate.
    #[command(after_help = super::diff::EXAMPLES)]
    Diff {
        /// All of it.
        #[command(flatten)]
        flags: Box<DiffFlags>,
    },
    /// Print a shell's completion script.
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Which crates, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct TargetFlags {
    /// The crate's folder. Default: what generator.toml says for this description.
    #[arg(long, value_name = "DIR")]
    pub out: Option<String>,
    /// The crate's name. Default: the last part of --out.
    #[arg(long, value_name = "CRATE")]
    pub name: Option<String>,
    /// The crate's licence, an SPDX expression such as `MIT OR Apache-2.0`. Default: what generator.toml says.
    #[arg(long, value_name = "SPDX")]
    pub license: Option<String>,
    /// The generator.toml to use. Default: the nearest one above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Only this crate of generator.toml.
    #[arg(long, value_name = "PACKAGE", conflicts_with = "out")]
    pub only: Option<String>,
    /// Templates and runtime files that replace the embedded ones, by their path in this folder.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// What the description may refer to.
    #[command(flatten)]
    pub source: SourceFlags,
    /// With --out: the crate is a member of the workspace around it (no [workspace] table in its manifest).
    #[arg(long)]
    pub member: bool,
    /// Fail, and write nothing, on this diagnostic (a code) or on all `warnings`; may be repeated.
    #[arg(long, value_name = "warnings|CODE")]
    pub deny: Vec<String>,
}

/// What of a description is read: what it may refer to, how it is changed, and which operations are wanted.
#[derive(Args, Clone, Debug, Default)]
pub struct SourceFlags {
    /// The folder that references to other files may not leave. Default: that of the description.
    #[arg(long, value_name = "DIR")]
    pub ref_root: Option<PathBuf>,
    /// Apply this overlay (OpenAPI Overlay 1.0 or 1.1) to the description; may be repeated, in order.
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
    /// Follow references to this origin, such as https://example.com; may be repeated. Without it nothing is fetched.
    #[arg(long, value_name = "ORIGIN")]
    pub allow_remote: Vec<String>,
    /// Keep the operations with this tag; may be repeated, as all of the following (`*` matches any text).
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub tag: Vec<String>,
    /// Keep the operations of this path (`*` matches within a segment, `**` across).
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub path: Vec<String>,
    /// Keep the operations with this operationId, or this `METHOD /path`.
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub operation: Vec<String>,
    /// Leave out the operations with this tag.
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub exclude_tag: Vec<String>,
    /// Leave out the operations of this path.
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub exclude_path: Vec<String>,
    /// Leave out the operations with this operationId, or this `METHOD /path`.
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    pub exclude_operation: Vec<String>,
}

/// How a command speaks.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct ReportFlags {
    /// How diagnostics are shown: with an excerpt, on one line each, or as one JSON document on standard output.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Say nothing but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

/// The flags of `generate`.
#[derive(Args, Clone, Debug, Default)]
pub struct WriteFlags {
    /// Which crates.
    #[command(flatten)]
    pub target: TargetFlags,
    /// How it is reported.
    #[command(flatten)]
    pub report: ReportFlags,
    /// Say what would be done and touch nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Overwrite hand edits, write into a folder that is not ours, or over a newer generator's crate.
    #[arg(long)]
    pub force: bool,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With an excerpt of the source.
    #[default]
    Human,
    /// `file:line:column: severity[code]: message; help`.
    Short,
    /// One JSON document.
    Json,
}

/// The forms of `inspect`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

/// What `inspect` shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum InspectStage {
    /// The text as a value.
    Source,
    /// The value as OpenAPI 3.0.
    Dialect,
    /// The resolved API.
    #[default]
    Api,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound_and_every_command_has_examples() {
        let command = Arguments::command();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.starts_with("Examples:\n  generator "), "{} has no examples", sub.get_name());
        }
    }
}
