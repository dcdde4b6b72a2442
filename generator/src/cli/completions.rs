//! `completions`: a shell's completion script.

use clap::CommandFactory as _;

use super::{args::Arguments, console::print};
use crate::failure::Exit;

/// Prints the script.
pub(super) fn completions(shell: clap_complete::Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "generator", &mut script);
    print(String::from_utf8_lossy(&script).trim_end());
    Exit::Done
}
