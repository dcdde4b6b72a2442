//! `[sdk.dependencies]`: crates that types of one's own are from.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{RawSdk, check, ready::At};
use crate::{diagnostic::Code, finding::Finding, model::capabilities};

/// A dependency as it is written.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a version, or a table with `version`, `path`, `features`, `default-features`")]
#[schemars(rename = "Dependency")]
pub enum RawDependency {
    /// Its version.
    Version(String),
    /// Its version and more.
    Table(RawTable),
}

/// The long form of a dependency.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "DependencyTable")]
pub struct RawTable {
    /// Its version.
    pub version: Option<String>,
    /// Its folder, relative to the emitted crate's.
    pub path: Option<String>,
    /// Its features.
    #[serde(default)]
    pub features: Vec<String>,
    /// Whether it has its default features. Default: true.
    pub default_features: Option<bool>,
}

/// A dependency of the emitted crate for types of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDependency {
    /// The crate.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// Its folder, relative to the emitted crate's.
    pub path: Option<String>,
    /// Its features.
    pub features: Vec<String>,
    /// Without its default features.
    pub bare: bool,
}

impl OwnDependency {
    /// Its name as it stands in paths.
    #[must_use]
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// Checks and collects them.
pub(super) fn ready(raw: &RawSdk, at: At<'_>, wrong: &mut Vec<Finding>) -> Vec<OwnDependency> {
    let mut found = Vec::new();
    for (name, raw) in &raw.dependencies {
        let table = match raw.clone() {
            RawDependency::Version(version) => RawTable { version: Some(version), ..RawTable::default() },
            RawDependency::Table(table) => table,
        };
        if let Err(message) = check_one(name, &table) {
            wrong.push(Finding::new(Code::ConfigValue, message).at(at("dependencies", None)));
            continue;
        }
        let RawTable { version, path, features, default_features } = table;
        let bare = default_features == Some(false);
        found.push(OwnDependency { name: name.clone(), version, path, features, bare });
    }
    found
}

fn check_one(name: &str, table: &RawTable) -> Result<(), String> {
    check::package(name)?;
    if capabilities::is_ours(name) {
        return Err(format!("`{name}` is chosen by the generator: the crate has it where the API needs it"));
    }
    if table.version.is_none() && table.path.is_none() {
        return Err(format!("`{name}` needs a `version`, a `path` or both"));
    }
    if let Some(version) = &table.version {
        check::requirement(version)?;
    }
    if let Some(path) = &table.path {
        check::folder(path)?;
    }
    table.features.iter().try_for_each(|feature| check::feature(feature))
}
