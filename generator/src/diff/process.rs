//! process: the only file that starts programs (git and cargo). No shell, no input, and an end at the limit of time.

use std::{
    ffi::{OsStr, OsString},
    fmt,
    io::{self, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

/// How long a program may run when nothing else is said.
const LIMIT: Duration = Duration::from_secs(60);
/// How often a running program is looked at; what a short one costs at most.
const TICK: Duration = Duration::from_millis(5);
/// How long the pipes of an ended program may stay open: a child of its own may hold them.
const DRAIN: Duration = Duration::from_secs(2);

/// A program that is going to run.
#[derive(Debug)]
pub struct Process {
    program: String,
    command: Command,
    limit: Duration,
}

/// What a program said that ended well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// As bytes: git prints files.
    pub stdout: Vec<u8>,
    /// As text, with what is not UTF-8 replaced.
    pub stderr: String,
}

/// Why a program gave nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// There is no such program.
    Missing {
        /// Its name.
        program: String,
    },
    /// The system refused to start it or to hand over what it said.
    System {
        /// Its name.
        program: String,
        /// What the system said.
        error: io::Error,
    },
    /// It ran longer than it may; it was ended.
    TooLong {
        /// Its name.
        program: String,
        /// How long it may.
        limit: Duration,
    },
    /// It ended with an error of its own.
    Failed {
        /// Its name.
        program: String,
        /// Its exit code; none: a signal ended it.
        code: Option<i32>,
        /// What it said until then.
        output: Output,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { program } => write!(f, "`{program}` is not installed"),
            Self::System { program, error } => write!(f, "`{program}` could not be run: {error}"),
            Self::TooLong { program, limit } => {
                write!(f, "`{program}` ran longer than {} s and was ended", limit.as_secs())
            }
            Self::Failed { program, code, output } => {
                match code {
                    Some(code) => write!(f, "`{program}` ended with {code}")?,
                    None => write!(f, "`{program}` was ended by a signal")?,
                }
                let said = output.stderr.trim();
                if said.is_empty() { Ok(()) } else { write!(f, ": {said}") }
            }
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::System { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl Process {
    /// The program of that name, found as the system finds programs.
    #[must_use]
    pub fn new(program: &str) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { program: program.to_owned(), command, limit: LIMIT }
    }

    /// Adds arguments; each reaches the program as it is.
    #[must_use]
    pub fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, args: I) -> Self {
        self.command.args(args);
        self
    }

    /// The folder that it runs in.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets a variable of its environment; the others are ours.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// Takes a variable out of its environment.
    #[must_use]
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// How long it may run; a minute when nothing is said.
    #[must_use]
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// Runs it to its end.
    ///
    /// # Errors
    /// [`Failure`] when it is missing, cannot be started, runs too long, or ends with an error.
    pub fn run(mut self) -> Result<Output, Failure> {
        let (child, system) = (self.command.spawn(), |error| Failure::System { program: self.program.clone(), error });
        let mut child = child.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Missing { program: self.program.clone() },
            _ => system(error),
        })?;
        // Both pipes are emptied while it runs: a full one would stop it.
        let (stdout, stderr) = (drain(child.stdout.take()), drain(child.stderr.take()));

        let end = Instant::now() + self.limit;
        let status = loop {
            if let Some(status) = child.try_wait().map_err(system)? {
                break status;
            }
            if Instant::now() >= end {
                stop(&mut child);
                return Err(Failure::TooLong { program: self.program, limit: self.limit });
            }
            thread::sleep(TICK);
        };
        let output = Output {
            stdout: collected(&stdout).map_err(system)?,
            stderr: String::from_utf8_lossy(&collected(&stderr).map_err(system)?).into_owned(),
        };
        match status.success() {
            true => Ok(output),
            false => Err(Failure::Failed { program: self.program, code: status.code(), output }),
        }
    }
}

/// Reads a pipe to its end on a thread of its own.
fn drain(pipe: Option<impl Read + Send + 'static>) -> Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = pipe.map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut bytes));
        // Nobody waits any more when the program ran too long.
        let _ = sender.send(read.map(|_| bytes));
    });
    receiver
}

fn collected(pipe: &Receiver<io::Result<Vec<u8>>>) -> io::Result<Vec<u8>> {
    pipe.recv_timeout(DRAIN).map_err(|_| io::Error::new(io::ErrorKind::TimedOut, "its output has no end"))?
}

/// Ends it. What it started itself (rustc, for cargo) ends with the unit of work that it is at.
fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_says_is_kept() {
        let output = Process::new("cargo").args(["--version"]).run().unwrap();
        assert!(output.stdout.starts_with(b"cargo "), "{output:?}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = Process::new("no-such-program-anywhere").run().unwrap_err();
        assert_eq!(failure.to_string(), "`no-such-program-anywhere` is not installed");
    }

    #[test]
    fn arguments_meet_no_shell() {
        let failure = Process::new("cargo").args(["help", "a b; $(true)"]).run().unwrap_err();
        let Failure::Failed { code: Some(_), output, .. } = &failure else { panic!("{failure:?}") };
        assert!(output.stderr.contains("a b; $(true)"), "{failure}");
    }

    #[test]
    fn the_folder_and_the_environment_are_the_callers() {
        let folder = tempfile::tempdir().unwrap();
        let git = || Process::new("git").folder(folder.path()).env("GIT_CEILING_DIRECTORIES", folder.path());
        git().args(["init", "-q", "."]).run().unwrap();
        let top = git().args(["rev-parse", "--is-inside-work-tree"]).run().unwrap();
        assert_eq!(top.stdout, b"true\n");
        let none = git().env("GIT_DIR", "nowhere").args(["rev-parse"]).run();
        assert!(matches!(none, Err(Failure::Failed { code: Some(128), .. })), "{none:?}");
    }

    #[cfg(unix)]
    #[test]
    fn one_that_has_no_end_is_ended() {
        let started = Instant::now();
        let failure = Process::new("sleep").args(["30"]).limit(Duration::from_millis(50)).run().unwrap_err();
        assert!(matches!(failure, Failure::TooLong { .. }), "{failure}");
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[cfg(unix)]
    #[test]
    fn more_than_a_pipe_holds_arrives_whole() {
        let output = Process::new("seq").args(["1", "100000"]).run().unwrap();
        assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 100_000);
    }
}
