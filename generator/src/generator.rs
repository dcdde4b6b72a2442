//! The library's face: [`Generator`] for build scripts and other programs, and [`make`], which the command line shares.

use std::{
    env, io,
    path::{Path, PathBuf},
};

use crate::{
    Run, Stage,
    config::{self, Config, Deny, RawAllow, RawSdk, SpecSource, Target},
    diagnostic::{Code, Diagnostic, Severity},
    emit::{self, Files},
    failure::{Exit, Failure},
    finding::{Finding, Locator},
    model::{Api, Form, Time},
    output::{self, Layout, Written},
    run,
    source::{Input, read},
};

mod module;

/// Makes an SDK from an OpenAPI description.
///
/// ```no_run
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     // build.rs: writes OUT_DIR/pets/mod.rs and what it names
///     let made = generator::Generator::new("openapi.yaml").module("pets").generate()?;
///     print!("{}", made.cargo_lines());
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Generator {
    raw: RawSdk,
    mount: Option<String>,
    member: bool,
    force: bool,
}

/// What a [`Generator`] made.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The folder that was written.
    pub folder: PathBuf,
    /// What was written, kept and removed in it.
    pub written: Written,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
    /// The files that the result depends on, for `rerun-if-changed`.
    pub read: Vec<PathBuf>,
    /// In module mode the `[features]` and `[dependencies]` that the code needs, as TOML for the user's manifest.
    pub dependencies: Option<String>,
}

impl Generated {
    /// The lines that a build script prints for cargo: `rerun-if-changed` for each file read, a warning for each
    /// warning.
    #[must_use]
    pub fn cargo_lines(&self) -> String {
        let read = self.read.iter().map(|path| format!("cargo::rerun-if-changed={}\n", path.display()));
        let warnings = self.findings.iter().filter(|f| f.severity >= Severity::Warning);
        read.chain(warnings.map(|f| format!("cargo::warning={}\n", f.short()))).collect()
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident: $ty:ty => $value:expr;)*) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $name: $ty) -> Self {
            self.raw.$name = $value;
            self
        }
    )* };
}

impl Generator {
    /// From this file; a relative path is below the working folder, which in a build script is the package's.
    pub fn new(spec: impl AsRef<Path>) -> Self {
        let spec = spec.as_ref().to_string_lossy().into_owned();
        Self { raw: RawSdk { spec, ..RawSdk::default() }, mount: None, member: false, force: false }
    }

    choices! {
        /// The folder to write. Default in module mode: `OUT_DIR/<mount>`.
        out: impl AsRef<Path> => out.as_ref().to_string_lossy().into_owned();
        /// The folder that references to other files may not leave. Default: that of the description.
        ref_root: impl AsRef<Path> => Some(ref_root.as_ref().to_string_lossy().into_owned());
        /// Origins that references may lead to. Default: none.
        allow_remote: &[&str] => allow_remote.iter().map(|origin| (*origin).to_owned()).collect();
        /// Overlays that are applied to the description, in order.
        overlays: &[&str] => overlays.iter().map(|path| (*path).to_owned()).collect();
        /// Which operations the crate has. Default: all.
        select: config::RawSelect => select;
        /// The crate's name. Default: the last part of the folder.
        package: &str => Some(package.to_owned());
        /// The crate's version. Default: 0.1.0.
        version: &str => Some(version.to_owned());
        /// The crate's licence, an SPDX expression.
        license: &str => Some(license.to_owned());
        /// The URL of the crate's repository.
        repository: &str => Some(repository.to_owned());
        /// The name of the client's type.
        client: &str => Some(client.to_owned());
        /// The prefix of environment variables: `ACME` gives `ACME_API_KEY`.
        env_prefix: &str => Some(env_prefix.to_owned());
        /// What dates and times are in Rust. Default: types of `jiff`.
        time: Time => Some(time.into());
        /// Emit `tests/`. Default: no.
        tests: bool => Some(tests);
        /// Emit `examples/`. Default: yes.
        examples: bool => Some(examples);
    }

    /// Does not report a diagnostic, for a reason.
    #[must_use]
    pub fn allow(mut self, code: &str, reason: &str) -> Self {
        self.raw.allow.push(RawAllow { code: code.to_owned(), reason: reason.to_owned() });
        self
    }

    /// Stops at a diagnostic: a code, or `warnings` for all of them.
    #[must_use]
    pub fn deny(mut self, code: &str) -> Self {
        self.raw.deny.push(code.to_owned());
        self
    }

    /// The crate is a member of an outer workspace: its manifest gets no `[workspace]` table.
    #[must_use]
    pub fn member(mut self, member: bool) -> Self {
        self.member = member;
        self
    }

    /// Overwrites files that a person edited, and a folder that the generator did not make.
    #[must_use]
    pub fn force(mut self, force: bool) -> Self {
        self.force = force;
        self
    }

    /// Makes a module in place of a crate, to be mounted as `crate::<mount>`:
    ///
    /// ```text
    /// mod pets {
    ///     include!(concat!(env!("OUT_DIR"), "/pets/mod.rs"));
    /// }
    /// ```
    ///
    /// The user's own manifest must have what [`Generated::dependencies`] says.
    #[must_use]
    pub fn module(mut self, mount: &str) -> Self {
        self.mount = Some(mount.to_owned());
        self
    }

    /// Makes it.
    ///
    /// # Errors
    /// [`Failure`], whose `Display` names every place; nothing was written then.
    pub fn generate(self) -> Result<Generated, Failure> {
        let folder = env::current_dir().map_err(|error| Failure::unreadable(".", &error))?;
        let mut raw = self.raw;
        if let Some(mount) = &self.mount {
            module::prepare(&mut raw, mount)?;
        } else if raw.out.is_empty() {
            return Err(Failure::usage("no folder to write", "name it with `.out(\"my-sdk\")`"));
        }
        let mut target = config::ready(&raw, &folder, &|_, _| None)?;
        // A module has no manifest, so none that could begin a workspace.
        target.config.member = self.member || self.mount.is_some();
        target.config.mount = self.mount;
        let made = make(&target)?;
        // OUT_DIR is cargo's, and nobody edits there.
        let (layout, force) = match &target.config.mount {
            None => (Layout::Crate, self.force),
            Some(_) => (Layout::Module, true),
        };
        let options = output::Options { layout, force, dry_run: false };
        let written =
            output::write(&target.out, &made.files, options).map_err(|r| Failure::refused(&r, &target.out_name))?;
        let Made { findings, read, dependencies, .. } = made;
        Ok(Generated { folder: target.out, written, findings, read, dependencies })
    }
}

/// A crate in memory, and what is to be said about it.
#[derive(Debug)]
pub struct Made {
    /// Its files.
    pub files: Files,
    /// How much it covers.
    pub counts: Counts,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
    /// The files that were read.
    pub read: Vec<PathBuf>,
    /// In module mode: what the user's manifest needs.
    pub dependencies: Option<String>,
}

/// How much a crate covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Named types.
    pub types: usize,
    /// Operations with typed arguments and results.
    pub typed: usize,
    /// Operations that give a `RawCall`.
    pub raw: usize,
    /// Operations that were left out by choice.
    pub left_out: usize,
}

impl Counts {
    /// Of an API.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        let typed = api.operations.iter().filter(|o| o.form == Form::Typed).count();
        Self { types: api.types.len(), typed, raw: api.operations.len() - typed, left_out: 0 }
    }
}

/// Reads a target's description and makes its crate in memory; writes nothing.
///
/// # Errors
/// [`Failure`]: the description cannot be read or used, something denied was found, or a bug of ours.
pub fn make(target: &Target) -> Result<Made, Failure> {
    make_of(target, read_spec(target)?)
}

/// As [`make`], of a description that was read already.
pub(crate) fn make_of(target: &Target, input: Input) -> Result<Made, Failure> {
    let mut config = target.config.clone();
    config.ext = config.mount.is_none() && output::holds(&target.out, "src/ext.rs");
    let bytes = input.bytes.clone();
    let run = run(input, &config, Stage::Emit).map_err(|bug| Failure::bug(&bug))?;
    let (run, mut findings) = findings(run, target.spec.name(), &bytes, &config, &target.deny);
    let (Some(api), Some(files)) = (run.api, run.files) else {
        return Err(unusable(findings, target.spec.name()));
    };
    if config.license.is_none() && config.mount.is_none() {
        let message = format!("the crate `{}` has no licence", config.package);
        findings.extend(config.shows(Code::ConfigLicense).then(|| Finding::new(Code::ConfigLicense, message)));
    }
    if let Some(denied) = deny(&mut findings, &target.deny) {
        findings.push(denied);
        return Err(Failure { exit: Exit::Found, findings });
    }
    let read = run.loaded.iter().flat_map(|loaded| &loaded.files).filter_map(|file| file.path.clone()).collect();
    let dependencies = config.mount.is_some().then(|| emit::dependency_lines(&api, &config)).transpose();
    let dependencies = dependencies.map_err(|bug| Failure::bug(&bug))?;
    let left_out = run.loaded.as_ref().map_or(0, |loaded| loaded.left_out);
    let counts = Counts { left_out, ..Counts::of(&api) };
    Ok(Made { files, counts, findings, read, dependencies })
}

/// Makes errors of what is denied, so that `--quiet` shows it too, and says which codes it was.
fn deny(findings: &mut [Finding], deny: &[Deny]) -> Option<Finding> {
    let mut codes = Vec::new();
    for finding in findings.iter_mut().filter(|f| deny.iter().any(|d| d.trips(f.code, f.severity))) {
        finding.severity = Severity::Error;
        let code = format!("`{}`", finding.code.as_str());
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let verb = if codes.len() == 1 { "is" } else { "are" };
    let message = format!("{} {verb} denied; nothing was written", codes.join(", "));
    (!codes.is_empty()).then(|| Finding::new(Code::Denied, message))
}

/// Reads a target's description; a failure has the place where `generator.toml` names it.
pub(crate) fn read_spec(target: &Target) -> Result<Input, Failure> {
    input(&target.spec).map_err(|mut failure| {
        failure.findings.iter_mut().for_each(|finding| finding.spot.clone_from(&target.spec_at));
        failure
    })
}

/// Reads a description.
pub(crate) fn input(spec: &SpecSource) -> Result<Input, Failure> {
    if let Some(finding) = config::address(spec.name()) {
        return Err(Failure::new(Exit::Usage, finding));
    }
    let read = match spec {
        SpecSource::Path { path, .. } => read::file(path),
        SpecSource::Stdin => read::stdin(),
    };
    let name = spec.name().to_owned();
    let input = read.map_err(|error: io::Error| Failure::unreadable(&name, &error))?;
    Ok(Input { name, ..input })
}

/// What the stages said, sorted and with places, without what is allowed (unless it is denied by its code).
pub(crate) fn findings(mut run: Run, name: &str, bytes: &[u8], config: &Config, deny: &[Deny]) -> (Run, Vec<Finding>) {
    let sorted = std::mem::take(&mut run.diagnostics).into_sorted();
    let locator = Locator::new(run.loaded.as_ref(), name, bytes);
    let shown = |d: &&Diagnostic| config.shows(d.code) || deny.contains(&Deny::Code(d.code));
    let found = sorted.iter().filter(shown).map(|d| {
        let found = locator.find(d);
        if d.code == Code::SelectUnmatched {
            // Wrong is the choice, not the description.
            return Finding { pointer: None, spot: config.select_spot.clone(), ..found };
        }
        let Some(knob) = d.knob else { return found };
        // What is said of an override is said where it stands.
        Finding { pointer: None, spot: config.knob_spots.get(knob).cloned().flatten(), ..found }
    });
    let found = found.collect();
    (run, found)
}

/// The failure of a description that no crate came of.
pub(crate) fn unusable(mut findings: Vec<Finding>, name: &str) -> Failure {
    if findings.iter().any(|f| f.severity == Severity::Error) {
        let errors = || findings.iter().filter(|f| f.severity == Severity::Error);
        let is_ours =
            errors().all(|f| matches!(f.code, Code::SelectUnmatched | Code::ConfigOverride | Code::InputUnreadable));
        return Failure { exit: if is_ours { Exit::Usage } else { Exit::Spec }, findings };
    }
    let message = format!("`{name}` was refused without an error");
    findings.push(Finding::new(Code::Internal, message));
    Failure { exit: Exit::Internal, findings }
}
