//! The generator's command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    generator::cli::run(std::env::args_os()).into()
}
