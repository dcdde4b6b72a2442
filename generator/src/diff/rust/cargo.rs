//! cargo: a crate in a folder, and a package of ours that depends on it, which is what gets built.
//!
//! Building through a package of our own leaves the crate's folder as it is: no `Cargo.lock`, no `target` in it.

use std::{
    collections::BTreeMap,
    fmt, io,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::Deserialize;

use super::rustdoc::{self, Document, Unreadable};
use crate::diff::{
    disk,
    process::{Failure, Output, Process},
};

/// How long one build may take: the first compiles all dependencies.
pub(super) const LIMIT: Duration = Duration::from_secs(30 * 60);
/// What an SDK's users may switch on beside what is on by itself; what a crate has of these is built.
const FEATURES: &[&str] = &["blocking", "testing", "tracing"];
/// The name of our package.
const PACKAGE: &str = "canary";

/// Why nothing can be said about two crates.
#[derive(Debug)]
#[non_exhaustive]
pub enum NotVerified {
    /// The folder holds no crate with a library.
    NoCrate {
        /// The folder.
        folder: PathBuf,
        /// What is missing.
        reason: String,
    },
    /// A program is missing, or failed.
    Program(Failure),
    /// The crate does not compile, or its dependencies cannot be had.
    Broken {
        /// The crate.
        package: String,
        /// What the compiler said.
        said: String,
    },
    /// What rustdoc wrote cannot be read.
    Unreadable(Unreadable),
    /// A file could not be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The canary does not compile against the crate that it was made from: our bug.
    Canary {
        /// What the compiler said.
        said: String,
    },
}

impl fmt::Display for NotVerified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCrate { folder, reason } => write!(f, "{}: {reason}", folder.display()),
            Self::Program(failure) => failure.fmt(f),
            Self::Broken { package, said } => write!(f, "the crate `{package}` does not build:\n{said}"),
            Self::Unreadable(unreadable) => unreadable.fmt(f),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Canary { said } => {
                write!(f, "the program that uses the old crate does not compile against it, which is our bug:\n{said}")
            }
        }
    }
}

impl NotVerified {
    /// What to do next; none: the message says it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NoCrate { .. } => Some("name two folders, each with a Cargo.toml and a library".to_owned()),
            Self::Program(Failure::Missing { .. }) => {
                Some("install Rust, so that `cargo` is found: https://rustup.rs".to_owned())
            }
            Self::Unreadable(Unreadable::Format(_)) => {
                let known = rustdoc::COMPILER;
                Some(format!("run it with Rust {known}, in rustup's words `rustup run {known}.0 generator diff ...`"))
            }
            Self::Canary { .. } => Some("report it with both crates".to_owned()),
            _ => None,
        }
    }
}

impl std::error::Error for NotVerified {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Program(failure) => Some(failure),
            Self::Unreadable(unreadable) => Some(unreadable),
            Self::File { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// A crate, as its manifest says.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Its folder, in full.
    pub folder: PathBuf,
    /// Its name.
    pub package: String,
    /// Its version.
    pub version: String,
    /// The name that code calls it by.
    pub library: String,
    /// Its features with what each switches on.
    pub features: BTreeMap<String, Vec<String>>,
    /// What it depends on, for its tests too, as the manifest says.
    pub dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
    features: BTreeMap<String, Vec<String>>,
    dependencies: Vec<Dependency>,
    targets: Vec<Target>,
}

/// A line of the manifest's dependencies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Dependency {
    /// The package.
    pub name: String,
    /// What the manifest calls it, where that differs.
    pub rename: Option<String>,
    /// Which versions.
    pub req: String,
    /// Where it is from; none: a folder.
    pub source: Option<String>,
    /// `dev`, `build`; none: the library's own.
    pub kind: Option<String>,
    optional: bool,
    uses_default_features: bool,
    features: Vec<String>,
    target: Option<String>,
}

impl Dependency {
    /// What code calls it.
    #[must_use]
    pub fn called(&self) -> String {
        self.rename.as_deref().unwrap_or(&self.name).replace('-', "_")
    }

    /// Whether a user may write the same line: one of the library's own, from a registry that cargo knows by itself.
    fn is_public(&self) -> bool {
        self.kind.is_none() && self.source.as_deref() == Some("registry+https://github.com/rust-lang/crates.io-index")
    }

    fn line(&self) -> toml::Value {
        let version = toml::Value::from(self.req.as_str());
        let package = toml::Value::from(self.name.as_str());
        let pairs = [("version", version), ("package", package), ("default-features", false.into())];
        toml::Value::Table(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Crate {
    /// Reads the manifest in a folder.
    ///
    /// # Errors
    /// [`NotVerified`] when there is none, cargo refuses it, or it has no library.
    pub fn at(folder: &Path) -> Result<Self, NotVerified> {
        let none = |reason: &str| NotVerified::NoCrate { folder: folder.to_owned(), reason: reason.to_owned() };
        let full = disk::full(folder).map_err(|error| none(&error.to_string()))?;
        if !full.is_dir() {
            return Err(none("it is no folder"));
        }
        let manifest = full.join("Cargo.toml");
        let output =
            cargo(&full, &["metadata", "--no-deps", "--format-version", "1"]).run().map_err(
                |failure| match &failure {
                    Failure::Failed { output, .. } => none(output.stderr.trim()),
                    _ => NotVerified::Program(failure),
                },
            )?;
        let metadata: Metadata = serde_json::from_slice(&output.stdout).map_err(|error| none(&error.to_string()))?;
        let is_it = |package: &Package| disk::full(&package.manifest_path).is_ok_and(|path| path == manifest);
        let package = metadata.packages.into_iter().find(is_it).ok_or_else(|| none("there is no package"))?;
        let is_library = |target: &Target| target.kind.iter().any(|kind| kind == "lib" || kind == "rlib");
        let library = package.targets.into_iter().find(is_library).ok_or_else(|| none("the package has no library"))?;
        Ok(Self {
            folder: full,
            package: package.name,
            version: package.version,
            library: library.name.replace('-', "_"),
            features: package.features,
            dependencies: package.dependencies,
        })
    }
}

/// A package of ours that depends on one crate.
#[derive(Clone, Debug)]
pub struct Harness<'c> {
    subject: &'c Crate,
    folder: PathBuf,
    target: PathBuf,
}

impl<'c> Harness<'c> {
    /// Writes the package into a folder that is ours alone. `target` holds what is compiled, shared by all.
    ///
    /// # Errors
    /// [`NotVerified::File`].
    pub fn new(subject: &'c Crate, folder: PathBuf, target: &Path) -> Result<Self, NotVerified> {
        let harness = Self { subject, folder, target: target.to_owned() };
        harness.depends_on(&[])?;
        harness.program("fn main() {}\n")?;
        harness.lock()?;
        Ok(harness)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), NotVerified> {
        let path = self.folder.join(name);
        disk::write(&path, text).map_err(|error| NotVerified::File { path, error })
    }

    /// Writes the manifest: the crate, and what a program that uses it depends on beside it.
    ///
    /// # Errors
    /// [`NotVerified::File`].
    pub fn depends_on(&self, more: &[&Dependency]) -> Result<(), NotVerified> {
        let features = FEATURES.iter().filter(|name| self.subject.features.contains_key(**name));
        let features: Vec<toml::Value> = features.map(|name| toml::Value::from(*name)).collect();
        let folder = self.subject.folder.to_string_lossy().into_owned();
        let package = toml::Value::from(self.subject.package.as_str());
        let pairs = [("package", package), ("path", folder.into()), ("features", features.into())];
        let subject: toml::Table = pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();

        let mut dependencies: toml::Table = more.iter().map(|more| (more.called(), more.line())).collect();
        dependencies.insert("subject".to_owned(), subject.into());
        let package = [("name", PACKAGE), ("version", "0.0.0"), ("edition", "2024")];
        let package: toml::Table = package.into_iter().map(|(key, text)| (key.to_owned(), text.into())).collect();
        let parts = [("workspace", toml::Table::new()), ("package", package), ("dependencies", dependencies)];
        let manifest: toml::Table = parts.into_iter().map(|(key, part)| (key.to_owned(), part.into())).collect();
        self.write("Cargo.toml", &manifest.to_string())
    }

    /// The versions that the crate was locked to, where it was: its own file, or that of the workspace around it.
    fn lock(&self) -> Result<(), NotVerified> {
        let locked = self.subject.folder.ancestors().find_map(|folder| disk::read(&folder.join("Cargo.lock")).ok());
        match locked.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => self.write("Cargo.lock", &text),
            None => {
                let path = self.folder.join("Cargo.lock");
                disk::remove(&path).map_err(|error| NotVerified::File { path, error })
            }
        }
    }

    /// Writes the program of our package.
    ///
    /// # Errors
    /// [`NotVerified::File`].
    pub fn program(&self, text: &str) -> Result<(), NotVerified> {
        self.write("src/main.rs", text)
    }

    /// Runs cargo without the network, and once more with it when something must be downloaded.
    fn build(&self, args: &[&str], rest: &[&str]) -> Result<Output, Failure> {
        let run = |network: &[&str]| {
            cargo(&self.folder, args)
                .args(network)
                .args(["--target-dir".as_ref(), self.target.as_os_str()])
                .args(rest)
                .limit(LIMIT)
                .run()
        };
        match run(&["--offline"]) {
            Err(Failure::Failed { output, .. }) if output.stderr.contains("--offline") => run(&[]),
            done => done,
        }
    }

    /// What rustdoc says of the crate.
    ///
    /// # Errors
    /// [`NotVerified`] when it does not compile or rustdoc's format is another one.
    pub fn document(&self) -> Result<Document, NotVerified> {
        let path = self.target.join("doc").join(format!("{}.json", self.subject.library));
        let file = |error| NotVerified::File { path: path.clone(), error };
        // The other crate has the same name.
        disk::remove(&path).map_err(file)?;
        let args = ["rustdoc", "--quiet", "--lib", "-p", &self.subject.package];
        let rest = ["--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"];
        self.build(&args, &rest).map_err(|failure| self.broken(failure))?;
        let json = disk::read(&path).map_err(file)?;
        let mut document = rustdoc::read(&json).map_err(NotVerified::Unreadable)?;
        let public = self.subject.dependencies.iter().filter(|dependency| dependency.is_public());
        document.names.dependencies = public.map(Dependency::called).collect();
        Ok(document)
    }

    /// The crate's dependencies that a program names.
    #[must_use]
    pub fn named_in(&self, names: impl Fn(&str) -> bool) -> Vec<Dependency> {
        let public = self.subject.dependencies.iter().filter(|dependency| dependency.is_public());
        let mut named: Vec<Dependency> = public.filter(|dependency| names(&dependency.called())).cloned().collect();
        // One that is named for two systems has two lines.
        named.dedup_by_key(|dependency| dependency.called());
        named
    }

    fn broken(&self, failure: Failure) -> NotVerified {
        match failure {
            Failure::Failed { output, .. } => {
                NotVerified::Broken { package: self.subject.package.clone(), said: output.stderr.trim().to_owned() }
            }
            failure => NotVerified::Program(failure),
        }
    }

    /// Compiles the program of our package, as far as errors are found; what the compiler said of it.
    ///
    /// # Errors
    /// [`NotVerified`] when cargo could not begin: the crate itself does not compile.
    pub fn check(&self) -> Result<Vec<Message>, NotVerified> {
        let output = match self.build(&["check", "--quiet", "--message-format=json"], &[]) {
            Ok(output) => output,
            Err(Failure::Failed { output, .. }) if !messages(&output.stdout).is_empty() => output,
            Err(failure) => return Err(self.broken(failure)),
        };
        Ok(messages(&output.stdout))
    }
}

fn cargo(folder: &Path, args: &[&str]) -> Process {
    // What the environment asks for here is meant for another build.
    let process = Process::new("cargo").args(args).folder(folder);
    let process =
        process.env("RUSTC_BOOTSTRAP", "1").env("CARGO_ENCODED_RUSTFLAGS", "").env("CARGO_TERM_COLOR", "never");
    let unset = ["RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_ENCODED_RUSTDOCFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET"];
    unset.iter().fold(process, |process, name| process.without_env(name))
}

/// What the compiler said of our program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `error` or `warning`.
    pub level: String,
    /// `E0308`, `deprecated`.
    pub code: Option<String>,
    /// One line.
    pub text: String,
    /// The lines of our program that it points at, from 1: the main one.
    pub lines: Vec<usize>,
    /// With the piece of source.
    pub rendered: String,
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    target: Option<Target>,
    message: Option<Said>,
}

#[derive(Deserialize)]
struct Said {
    level: String,
    code: Option<Code>,
    message: String,
    spans: Vec<Span>,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

fn messages(stdout: &[u8]) -> Vec<Message> {
    let lines = stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Line>(line).ok());
    let ours = lines.filter(|line| {
        line.reason == "compiler-message" && line.target.as_ref().is_some_and(|target| target.name == PACKAGE)
    });
    ours.filter_map(|line| line.message).map(Said::message).collect()
}

impl Said {
    fn message(self) -> Message {
        let ours = |span: &&Span| span.is_primary && Path::new(&span.file_name).ends_with("src/main.rs");
        Message {
            lines: self.spans.iter().filter(ours).map(|span| span.line_start).collect(),
            level: self.level,
            code: self.code.map(|code| code.code),
            text: self.message,
            rendered: self.rendered.unwrap_or_default(),
        }
    }
}
