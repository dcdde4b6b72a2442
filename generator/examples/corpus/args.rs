//! What the command line can say.

use std::path::PathBuf;

use clap::Parser;

/// The generator over a folder of real descriptions.
///
/// Each one is generated, generated again (which must write nothing), checked, linted and documented with warnings as
/// errors; operations, types, untyped places and diagnostics are counted. Exit code 1 when a goal is missed.
#[derive(Debug, Parser)]
#[command(name = "corpus")]
pub struct Arguments {
    /// Holds `index.csv` with the columns `name` and `main` (the entry file below the folder `name`), or one description
    /// in each sub folder or file, found by what it says.
    pub folder: PathBuf,
    /// Only this one; may be repeated.
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Only so many, chosen by `--seed`.
    #[arg(long, value_name = "N")]
    pub sample: Option<usize>,
    /// Chooses the sample.
    #[arg(long, value_name = "S", default_value_t = 0)]
    pub seed: u64,
    /// How many at once; each has a target folder of its own, since cargo lets one build at a time into a folder.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub jobs: usize,
    /// Where the crates, the state and the target folders are.
    #[arg(long, value_name = "DIR", default_value = "target/corpus")]
    pub out: PathBuf,
    /// Writes all that was measured as JSON.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Does everything again; else what is done already with this generator and these descriptions is not.
    #[arg(long)]
    pub fresh: bool,
    /// Compiles nothing: generates and counts.
    #[arg(long)]
    pub no_compile: bool,
    /// Only that the crates compile without a warning decides the exit code; the other goals are said all the same.
    #[arg(long)]
    pub only_compile: bool,
    /// Reads the description's own examples as the emitted types, and compares what they write.
    #[arg(long)]
    pub examples: bool,
    /// Compares each with itself, with itself in another order and in two files (nothing), and with so many random edits
    /// of itself (each is found, none is invented).
    #[arg(long, value_name = "N")]
    pub changes: Option<usize>,
    /// Measures emitted crates beside those of openapi-to-rust, which is this program (see generator/benches/peers.sh),
    /// and beside their twins with serde's derive.
    #[arg(long, value_name = "PROGRAM")]
    pub peers: Option<PathBuf>,
    /// With `--peers`: also what three calls add to a released program.
    #[arg(long, requires = "peers")]
    pub programs: bool,
    /// With `--peers`: also a large description, whole and with one resource alone.
    #[arg(long, value_names = ["FILE", "RESOURCE"], num_args = 2, requires = "peers")]
    pub large: Vec<PathBuf>,
    /// Compares what is emitted with the committed manifest of hashes; exit code 1 when it is stale.
    #[arg(long, conflicts_with_all = ["sample", "json"])]
    pub manifest: bool,
    /// With `--manifest`: rewrites it; with `--only` too, adds these descriptions.
    #[arg(long, requires = "manifest")]
    pub update: bool,
    /// With `--manifest`: another file than the committed one.
    #[arg(long, value_name = "FILE", requires = "manifest")]
    pub manifest_file: Option<PathBuf>,
}
