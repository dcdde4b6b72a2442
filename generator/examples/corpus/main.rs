//! The generator over a folder of real descriptions: what comes out is compiled, linted, documented, counted and timed.
//!
//! `cargo run -p generator --example corpus -- FOLDER`; `--help` says the rest. The state is kept in the output folder,
//! so that a run that was cut off goes on where it stopped.
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

mod allows;
mod args;
mod cargo;
mod changes;
mod documents;
mod generator_cli;
mod goals;
mod inspected;
mod judge;
mod manifest;
mod peak;
mod peers;
mod process;
mod record;
mod specs;
mod state;
mod steps;
mod survey;
mod table;
mod twin;
mod untyped;
mod yaml;

use std::{env, process::ExitCode};

use clap::Parser as _;

use crate::{args::Arguments, specs::Spec};

/// What ends the program: a text for the user.
type Error = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().collect();
    if let Some(own) = generator_cli::asked(&arguments) {
        return generator::cli::run(own).into();
    }
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    if arguments.manifest {
        return manifest::manifest(arguments);
    }
    let specs = chosen(arguments)?;
    if let Some(edits) = arguments.changes {
        return changes::changes(arguments, &specs, edits);
    }
    if let Some(rival) = &arguments.peers {
        return peers::peers(arguments, &specs, rival);
    }
    if arguments.examples { judge::judge(arguments, &specs) } else { survey::survey(arguments, &specs) }
}

fn chosen(arguments: &Arguments) -> Result<Vec<Spec>, Error> {
    let specs = specs::list(&arguments.folder)?;
    let specs = specs::only(specs, &arguments.only)?;
    Ok(specs::sample(specs, arguments.sample, arguments.seed))
}
