//! Choices: raw ones from flags and `generator.toml` become one ready [`Config`].

mod check;
mod dependency;
mod file;
mod overrides;
mod raw;
mod ready;

use std::collections::BTreeMap;

pub use dependency::{OwnDependency, RawDependency};
pub use file::{FILE_NAME, File, SCHEMA_NAME, find, read};
pub use raw::{RawAllow, RawFile, RawOverride, RawSdk, RawSelect, RawTime, schema};
pub(crate) use ready::address;
pub use ready::{Deny, SpecSource, Target, absolute, ready};

use crate::{diagnostic::Code, dialect::knobs::Knob, finding::Spot, model::Time, source};

/// What one crate is made with. Ready: every default is filled in, every path is absolute.
#[derive(Clone, Debug)]
pub struct Config {
    /// The crate's name in Cargo.toml.
    pub package: String,
    /// The crate's version.
    pub version: String,
    /// SPDX expression; none: no `license` field.
    pub license: Option<String>,
    /// The repository's URL.
    pub repository: Option<String>,
    /// The name of the spec in the first line of emitted files: a file name, never an absolute path.
    pub spec_name: String,
    /// The name for the client's type, over `x-sdk-client`.
    pub client: Option<String>,
    /// Prefix of environment variables, over `x-sdk-env`: `AIRSTORE` gives `AIRSTORE_API_KEY`, `AIRSTORE_BASE_URL`.
    pub env_prefix: Option<String>,
    /// The crate is a member of a workspace: no `[workspace]` table in its manifest.
    pub member: bool,
    /// A hand-written `src/ext.rs` exists and is declared.
    pub ext: bool,
    /// What dates and times are in Rust.
    pub time: Time,
    /// What the crate depends on for types of one's own.
    pub dependencies: Vec<OwnDependency>,
    /// Emit `tests/`.
    pub tests: bool,
    /// Emit `examples/`.
    pub examples: bool,
    /// A Cargo feature for each resource; none: when the crate is large.
    pub resource_features: Option<bool>,
    /// Root of `crate::` paths in module mode (`Generator::module`): `crate::<mount>::…`.
    pub mount: Option<String>,
    /// Template and runtime files that replace the embedded ones: path below `templates/crate/` -> text.
    pub templates: BTreeMap<String, String>,
    /// What the description may refer to.
    pub source: source::Options,
    /// Diagnostics that are not shown, with the reason.
    pub allow: Vec<Allow>,
    /// What is known better than the description says it.
    pub knobs: Vec<Knob>,
    /// Where each of `knobs` stands.
    pub knob_spots: Vec<Option<Spot>>,
    /// Where `select` stands; none: on the command line.
    pub select_spot: Option<Spot>,
}

/// A quieted diagnostic.
#[derive(Clone, Debug)]
pub struct Allow {
    /// Its code.
    pub code: Code,
    /// Why.
    pub reason: String,
}

impl Config {
    /// Whether there is a Cargo feature for each resource; none: the size decides. A module has no features of its own.
    #[must_use]
    pub fn parts(&self) -> Option<bool> {
        if self.mount.is_some() { Some(false) } else { self.resource_features }
    }

    /// The defaults of a crate of its own with this name.
    #[must_use]
    pub fn new(package: &str) -> Self {
        Self {
            package: package.to_owned(),
            version: "0.1.0".to_owned(),
            license: None,
            repository: None,
            spec_name: "openapi.yaml".to_owned(),
            client: None,
            env_prefix: None,
            member: false,
            ext: false,
            time: Time::default(),
            dependencies: Vec::new(),
            tests: false,
            examples: true,
            resource_features: None,
            mount: None,
            templates: BTreeMap::new(),
            source: source::Options::default(),
            allow: Vec::new(),
            knobs: Vec::new(),
            knob_spots: Vec::new(),
            select_spot: None,
        }
    }

    /// Whether a diagnostic is shown: it is not allowed.
    #[must_use]
    pub fn shows(&self, code: Code) -> bool {
        self.allow.iter().all(|allowed| allowed.code != code)
    }
}
