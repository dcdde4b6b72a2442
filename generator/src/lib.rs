//! Turns an OpenAPI description into a typed Rust SDK crate.
//!
//! One line of stages, each with its own input and output type; [`run`] is the whole of it:
//!
//! ```text
//! text --source--> Value --dialect--> OpenAPI 3.0 --resolve--> Api --emit--> Files --output--> folder
//! ```
//!
//! Programs use [`Generator`]; the command line (`cli`) is one of them.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        reason = "a test stops at the first surprise"
    )
)]

pub mod cli;
pub mod config;
mod current;
pub mod diagnostic;
pub mod dialect;
pub mod diff;
pub mod emit;
pub mod failure;
pub mod finding;
mod generator;
pub mod glob;
pub mod guess;
pub mod model;
pub mod output;
mod parallel;
pub mod pointer;
pub mod resolve;
pub mod source;
pub mod stack;

pub use failure::Failure;
pub use generator::{Counts, Generated, Generator, Made, make};

use crate::{
    config::Config,
    diagnostic::Diagnostics,
    dialect::Lowered,
    emit::{Bug, Files},
    model::Api,
    source::{Input, Loaded},
};

/// The stages that make something out of a description, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Text to value.
    Source,
    /// Value to OpenAPI 3.0.
    Dialect,
    /// OpenAPI 3.0 to `Api`.
    Resolve,
    /// `Api` to files.
    Emit,
}

/// What the stages made of one input, as far as they came, and all that was said on the way.
///
/// What a stage has used up is dropped: of a large description the values are larger than all that comes of them. So
/// the document of `loaded` is there when [`Stage::Source`] is the last, and with [`Stage::Emit`] there is no `lowered`.
/// The texts stay, for the places of what is said.
#[derive(Debug, Default)]
pub struct Run {
    /// What `source` made.
    pub loaded: Option<Loaded>,
    /// What `dialect` made.
    pub lowered: Option<Lowered>,
    /// What `resolve` made.
    pub api: Option<Api>,
    /// What `emit` made.
    pub files: Option<Files>,
    /// What was said.
    pub diagnostics: Diagnostics,
}

/// Runs the stages up to `last`. A stage says all it finds; the next one begins only when nothing was an error.
/// Reads what the description refers to in other files, and writes nothing.
///
/// # Errors
/// [`Bug`] when `emit` cannot make what `resolve` accepted.
pub fn run(input: Input, config: &Config, last: Stage) -> Result<Run, Bug> {
    // Every stage recurses as deep as the description is nested, whatever stack the caller has.
    stack::deep(|| stages(input.clone(), config, last))
}

fn stages(input: Input, config: &Config, last: Stage) -> Result<Run, Bug> {
    let mut run = Run::default();

    run.loaded = source::load_all(input, &config.source, &mut run.diagnostics);
    let Some(loaded) = run.loaded.as_mut().filter(|_| last > Stage::Source && !run.diagnostics.has_errors()) else {
        return Ok(run);
    };

    run.lowered = dialect::lower_taking(loaded, &config.knobs, &mut run.diagnostics);
    loaded.drop_values();
    let Some(lowered) = barrier(&run.lowered, &run.diagnostics, last > Stage::Dialect) else { return Ok(run) };

    // What was said already will ask for places; a clean run has said nothing.
    let asked = run.loaded.iter().flat_map(|loaded| &loaded.files).filter(|_| !run.diagnostics.items().is_empty());
    let asked: Vec<_> = asked.collect();
    let (_, api) = parallel::both(
        || asked.iter().for_each(|file| file.mark()),
        || resolve::resolve(lowered, config, &mut run.diagnostics),
    );
    run.api = api;
    if last == Stage::Emit {
        run.lowered = None;
    }
    let Some(api) = barrier(&run.api, &run.diagnostics, last > Stage::Resolve) else { return Ok(run) };

    run.files = Some(emit::emit(api, config)?);
    Ok(run)
}

/// What the stage made, when the next one may have it.
fn barrier<'m, T>(made: &'m Option<T>, said: &Diagnostics, wanted: bool) -> Option<&'m T> {
    made.as_ref().filter(|_| wanted && !said.has_errors())
}
