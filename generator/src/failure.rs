//! How a run ends: the table of exit codes, and a failure with all that is to be said about it.

use std::{error, fmt, path::Path, process::ExitCode};

use crate::{diagnostic::Code, emit::Bug, finding::Finding, output::Refusal, source::read};

/// The exit codes of all commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// A check or a gate found something, or a file that a person edited was not overwritten.
    Found = 1,
    /// Usage, configuration, a path that cannot be read or written.
    Usage = 2,
    /// The spec cannot be used.
    Spec = 3,
    /// Verification was asked for and could not be done.
    Unverified = 4,
    /// A bug of the generator.
    Internal = 70,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a run stopped. Nothing was written, unless the operating system stopped the writing itself.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// What is to be said, the reason first unless the spec is the reason.
    pub findings: Vec<Finding>,
}

/// How many findings are shown before only their number is.
pub const SHOWN: usize = 50;

impl Failure {
    /// With one thing to say.
    #[must_use]
    pub fn new(exit: Exit, finding: Finding) -> Self {
        Self { exit, findings: vec![finding] }
    }

    /// The command line or the configuration asks for something that cannot be.
    pub fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Exit::Usage, Finding::new(Code::Usage, message).help(help))
    }

    /// A stage broke its promise.
    #[must_use]
    pub fn bug(bug: &Bug) -> Self {
        Self::new(Exit::Internal, Finding::new(Code::Internal, format!("{}: {}", bug.item, bug.what)))
    }

    /// The output folder was left as it is.
    #[must_use]
    pub fn refused(refusal: &Refusal, out: &str) -> Self {
        let finding = Finding::new;
        match refusal {
            Refusal::Edited(paths) => Self {
                exit: Exit::Found,
                findings: paths
                    .iter()
                    .map(|path| finding(Code::OutputEdited, format!("`{}` was edited by hand", join(out, path))))
                    .collect(),
            },
            Refusal::Foreign(path) => Self::new(
                Exit::Usage,
                finding(
                    Code::OutputForeign,
                    format!("`{out}` is not a crate of the generator: it holds `{path}` and no manifest"),
                ),
            ),
            Refusal::Newer(version) => Self::new(
                Exit::Usage,
                finding(
                    Code::OutputNewer,
                    format!("`{out}` was made by generator {version}, this is {}", env!("CARGO_PKG_VERSION")),
                ),
            ),
            Refusal::Obstacle { path, what, needs } => Self::new(
                Exit::Usage,
                finding(Code::OutputUnwritable, format!("`{}` is {what}, where the output needs {needs}", shown(path))),
            ),
            Refusal::Io { path, error } => Self::unwritable(path, error),
            Refusal::Name(path) => Self::new(
                Exit::Internal,
                finding(Code::Internal, format!("`{path}` is a file name that must never be written")),
            ),
        }
    }

    /// A path cannot be written.
    #[must_use]
    pub fn unwritable(path: &Path, error: &std::io::Error) -> Self {
        let message = format!("`{}` cannot be written: {}", shown(path), read::answer(error));
        let help = match error.kind() {
            std::io::ErrorKind::NotFound => "the folder that it shall be in is not there: make it first",
            std::io::ErrorKind::IsADirectory => "it is a folder: name a file in it",
            _ => "check the path and its permissions",
        };
        Self::new(Exit::Usage, Finding::new(Code::OutputUnwritable, message).help(help))
    }

    /// A path cannot be read.
    #[must_use]
    pub fn unreadable(name: &str, error: &std::io::Error) -> Self {
        let message = format!("`{name}` cannot be read: {}", read::answer(error));
        let finding = Finding::new(Code::InputUnreadable, message);
        let finding = match error.kind() {
            std::io::ErrorKind::IsADirectory => finding.help("name the description's file in it"),
            _ => finding,
        };
        Self::new(Exit::Usage, finding)
    }
}

impl From<Vec<Finding>> for Failure {
    fn from(findings: Vec<Finding>) -> Self {
        Self { exit: Exit::Usage, findings }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.findings.iter().take(SHOWN).enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{}", finding.short())?;
        }
        match self.findings.len().checked_sub(SHOWN) {
            Some(rest) if rest > 0 => write!(f, "\nand {rest} more"),
            _ => Ok(()),
        }
    }
}

impl error::Error for Failure {}

/// A path below the output folder, as reports show it.
#[must_use]
pub fn join(out: &str, path: &str) -> String {
    format!("{}/{path}", out.trim_end_matches('/'))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_the_first_fifty_and_counts_the_rest() {
        let findings = vec![Finding::new(Code::Usage, "no"); 53];
        let text = Failure { exit: Exit::Usage, findings }.to_string();
        assert_eq!(text.lines().count(), 51);
        assert!(text.ends_with("and 3 more"), "{text}");
    }

    #[test]
    fn refusals_have_the_exit_codes_of_the_table() {
        let exit = |refusal| Failure::refused(&refusal, "sdk").exit;
        assert_eq!(exit(Refusal::Edited(vec!["a".to_owned()])), Exit::Found);
        assert_eq!(exit(Refusal::Foreign("a".to_owned())), Exit::Usage);
        assert_eq!(exit(Refusal::Newer("9.0.0".to_owned())), Exit::Usage);
        assert_eq!(exit(Refusal::Name("../a".to_owned())), Exit::Internal);
    }
}
