//! Where a command speaks: results on standard output, what is said about the input on standard error.

use std::{
    env,
    io::{self, IsTerminal as _, Write as _},
};

use serde_json::Value;

use super::{
    args::{Format, ReportFlags},
    report,
};
use crate::{diagnostic::Severity, finding::Finding};

/// The terminal, or what stands in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Console {
    flags: ReportFlags,
    /// Standard error is a terminal.
    terminal: bool,
    colour: bool,
}

impl Console {
    /// Speaks as the flags say.
    pub(super) fn new(flags: ReportFlags) -> Self {
        let terminal = io::stderr().is_terminal();
        Self { flags, terminal, colour: wanted(terminal) }
    }

    /// Whether the result is one JSON document.
    pub(super) fn is_json(self) -> bool {
        self.flags.format == Format::Json
    }

    /// Whether a sign of life may be shown.
    pub(super) fn shows_progress(self) -> bool {
        self.terminal && !self.flags.quiet && !self.is_json()
    }

    /// A line of the result, unless nothing but errors is wanted.
    pub(super) fn line(self, text: &str) {
        if !self.flags.quiet && !self.is_json() {
            print(text);
        }
    }

    /// A line about what was done, beside a result that stands on standard output.
    pub(super) fn note(self, text: &str) {
        if !self.flags.quiet {
            let _ = writeln!(io::stderr().lock(), "{text}");
        }
    }

    /// The result as JSON, when that is wanted.
    pub(super) fn json(self, document: &Value) {
        if self.is_json() {
            print(&format!("{document:#}"));
        }
    }

    /// What is said about the input. As JSON it stands in the result.
    pub(super) fn findings(self, findings: &[Finding]) {
        let shown: Vec<&Finding> =
            findings.iter().filter(|f| !self.flags.quiet || f.severity == Severity::Error).collect();
        let text = match self.flags.format {
            Format::Human => report::human(&shown, self.colour),
            Format::Short => report::short(&shown),
            Format::Json => return,
        };
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

/// Prints a result on standard output. A reader that went away (`| head`) is no error.
pub(super) fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n"));
}

/// Whether standard output is coloured.
pub(super) fn colours_output() -> bool {
    wanted(io::stdout().is_terminal())
}

fn wanted(terminal: bool) -> bool {
    let variable = |name| env::var_os(name).map(|v| v.to_string_lossy().into_owned());
    colour(variable("NO_COLOR"), variable("CLICOLOR_FORCE"), terminal)
}

/// Whether to colour: `NO_COLOR` (no-color.org) before `CLICOLOR_FORCE` before the terminal.
fn colour(no_color: Option<String>, force: Option<String>, terminal: bool) -> bool {
    let set = |value: Option<String>| value.is_some_and(|v| !v.is_empty());
    !set(no_color) && (terminal || force.is_some_and(|v| !v.is_empty() && v != "0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_follows_the_environment_then_the_terminal() {
        let some = |text: &str| Some(text.to_owned());
        assert!(colour(None, None, true));
        assert!(!colour(None, None, false));
        assert!(!colour(some("1"), some("1"), true));
        assert!(colour(some(""), some("1"), false));
        assert!(!colour(None, some("0"), false));
    }

    #[test]
    fn progress_is_for_a_person_at_a_terminal() {
        let shows = |terminal, format, quiet| {
            Console { flags: ReportFlags { format, quiet }, terminal, colour: false }.shows_progress()
        };
        assert!(shows(true, Format::Human, false));
        assert!(!shows(false, Format::Human, false));
        assert!(!shows(true, Format::Json, false));
        assert!(!shows(true, Format::Human, true));
    }
}
