//! The command line: arguments, reports, one file per command.

mod args;
mod check;
mod completions;
mod console;
mod diff;
mod explain;
mod generate;
mod init;
mod inspect;
mod panic;
mod progress;
mod report;
mod targets;

use std::ffi::OsString;

use clap::Parser as _;
use serde_json::json;

use self::{
    args::{Arguments, Command, ReportFlags},
    console::Console,
};
use crate::failure::{Exit, Failure};

/// The version of all JSON that the command line prints; it grows when a key changes its meaning or goes away.
const JSON_VERSION: u32 = 1;

/// Runs the command line, speaks, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    match arguments.command {
        None => ended(arguments.generate.report, |c| generate::generate(c, None, &arguments.generate)),
        Some(Command::Generate { spec, flags }) => {
            ended(flags.report, |c| generate::generate(c, spec.as_deref(), &flags))
        }
        Some(Command::Check { spec, target, report }) => ended(report, |c| check::check(c, spec.as_deref(), &target)),
        Some(Command::Init { spec, example, out, name, license, report }) => {
            ended(report, |c| init::init(c, &init::Wish { spec, example, out, name, license }))
        }
        Some(Command::Inspect { spec, only, config, source, format, stage }) => {
            let wish = inspect::Wish { spec, only, config, source, format, stage };
            ended(ReportFlags::default(), |c| inspect::inspect(c, &wish))
        }
        Some(Command::Explain { first, item, source }) => {
            ended(ReportFlags::default(), |c| explain::explain(c, first.as_deref(), item.as_deref(), &source))
        }
        Some(Command::Diff { flags }) => {
            ended(ReportFlags { quiet: flags.quiet, ..ReportFlags::default() }, |c| diff::diff(c, &flags))
        }
        Some(Command::Completions { shell }) => completions::completions(shell),
    }
}

/// Runs a command; a failure is said in the form that was asked for.
fn ended(flags: ReportFlags, command: impl FnOnce(Console) -> Result<Exit, Failure>) -> Exit {
    let console = Console::new(flags);
    panic::caught(|| command(console)).unwrap_or_else(|failure| {
        console.findings(&failure.findings);
        let exit = failure.exit;
        console.json(&json!({ "version": JSON_VERSION, "exit": exit as u8, "findings": failure.findings }));
        exit
    })
}
