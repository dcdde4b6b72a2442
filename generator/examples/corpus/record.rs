//! What is known of one description after its steps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{process::Cost, untyped::Untyped};

/// One step of one description.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Whether it did what it should, without a warning.
    pub well: bool,
    /// Why not: the first lines.
    pub said: Vec<String>,
    /// What it cost.
    pub cost: Cost,
}

/// How much there is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Counts {
    /// Operations under `paths` of the description.
    pub described: usize,
    /// Methods of the crate that are typed.
    pub typed: usize,
    /// Methods of the crate that give a `RawCall`.
    pub quarantined: usize,
    pub types: usize,
    pub fields: usize,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The description.
    pub name: String,
    /// Its version: the first two numbers.
    pub version: String,
    /// Its size, with all files that belong to it.
    pub bytes: u64,
    /// In the order in which they were done; one that failed ends them.
    pub steps: Vec<Step>,
    /// How much there is.
    pub counts: Counts,
    /// The places that are not typed although the description says something.
    pub untyped: Untyped,
    /// Where lints are silenced.
    pub allows: Vec<String>,
    /// How often each code was said.
    pub diagnostics: BTreeMap<String, usize>,
}

impl Record {
    /// A step by its name.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == name)
    }

    /// Whether everything was done, and well.
    pub fn is_well(&self, steps: &[&str]) -> bool {
        steps.iter().all(|name| self.step(name).is_some_and(|step| step.well))
    }

    /// The step that was not well.
    pub fn failed(&self) -> Option<&Step> {
        self.steps.iter().find(|step| !step.well)
    }
}
