//! What `generator.toml` can say, as it is written. The doc comments are the schema's descriptions.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::RawDependency;
use crate::model::Time;

/// The file `generator.toml`: which crates are generated from which OpenAPI descriptions.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "generator.toml")]
pub struct RawFile {
    /// One table for each crate.
    #[serde(default)]
    pub sdk: Vec<RawSdk>,
}

/// One crate.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `spec` and `out`")]
#[schemars(rename = "Sdk")]
pub struct RawSdk {
    /// The OpenAPI description, relative to this file.
    pub spec: String,
    /// The folder that references to other files may not leave, relative to this file. Default: that of `spec`.
    pub ref_root: Option<String>,
    /// The origins (`https://example.com`) that references may lead to. Default: none, nothing is fetched.
    #[serde(default)]
    pub allow_remote: Vec<String>,
    /// The overlays (OpenAPI Overlay 1.0 and 1.1) that are applied to the description in order, relative to this file.
    #[serde(default)]
    pub overlays: Vec<String>,
    /// Which operations of the description the crate has. Default: all.
    #[serde(default)]
    pub select: RawSelect,
    /// The crate's folder, relative to this file.
    pub out: String,
    /// The crate's name. Default: the last part of `out`.
    pub package: Option<String>,
    /// The crate's version, not the API's. Default: 0.1.0.
    pub version: Option<String>,
    /// The crate's licence, an SPDX expression such as `MIT OR Apache-2.0`. Default: no `license` field.
    pub license: Option<String>,
    /// The URL of the crate's repository.
    pub repository: Option<String>,
    /// The name of the client's type, over the spec's `x-sdk-client`. Default: from the spec's title.
    pub client: Option<String>,
    /// The prefix of environment variables: `ACME` gives `ACME_API_KEY` and `ACME_BASE_URL`.
    pub env_prefix: Option<String>,
    /// What dates and times are in Rust: types of `jiff` (default), types of `chrono`, or `string`, the text and number
    /// that are sent.
    pub time: Option<RawTime>,
    /// Crates that types of your own are from, as they stand in the crate's manifest.
    #[serde(default)]
    pub dependencies: BTreeMap<String, RawDependency>,
    /// Emit `tests/`: a test per operation from the spec's examples. Default: false.
    pub tests: Option<bool>,
    /// Emit `examples/`: a program for each resource. Default: true.
    pub examples: Option<bool>,
    /// A Cargo feature for each resource, closed over its types, all on by default. Default: when operations and types
    /// together are 500 or more, and resources at most 250.
    pub resource_features: Option<bool>,
    /// Diagnostics that are not shown, each with a reason.
    #[serde(default)]
    pub allow: Vec<RawAllow>,
    /// What is known better than the description says it: one table for each place.
    #[serde(default, rename = "override")]
    pub overrides: Vec<RawOverride>,
    /// Diagnostics that stop the run: codes, or `warnings` for all of that severity.
    #[serde(default)]
    pub deny: Vec<String>,
}

/// What dates and times are in Rust.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Time")]
pub enum RawTime {
    /// `jiff::Timestamp`, `jiff::civil::Date`, `jiff::SpanFieldwise`.
    Jiff,
    /// `chrono::DateTime<chrono::Utc>`, `chrono::NaiveDate`; durations are text.
    Chrono,
    /// `String`, and `i64` for seconds since 1970.
    String,
}

impl From<RawTime> for Time {
    fn from(raw: RawTime) -> Self {
        match raw {
            RawTime::Jiff => Self::Jiff,
            RawTime::Chrono => Self::Chrono,
            RawTime::String => Self::String,
        }
    }
}

impl From<Time> for RawTime {
    fn from(time: Time) -> Self {
        match time {
            Time::Jiff => Self::Jiff,
            Time::Chrono => Self::Chrono,
            Time::String => Self::String,
        }
    }
}

/// Which operations a crate has: those that one of the inclusions matches, or all where there is none, without those
/// that an exclusion matches. In patterns `*` is any text (in a path: without `/`), `**` any text, `?` one character.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, expecting = "a table with lists of patterns, such as `tags`")]
#[schemars(rename = "Select")]
pub struct RawSelect {
    /// Tags whose operations are kept.
    pub tags: Vec<String>,
    /// Paths whose operations are kept.
    pub paths: Vec<String>,
    /// Operations that are kept: their operationId, or `METHOD /path`.
    pub operations: Vec<String>,
    /// Tags whose operations are left out.
    pub exclude_tags: Vec<String>,
    /// Paths whose operations are left out.
    pub exclude_paths: Vec<String>,
    /// Operations that are left out: their operationId, or `METHOD /path`.
    pub exclude_operations: Vec<String>,
}

/// A quieted diagnostic.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `code` and `reason`")]
#[schemars(rename = "Allow")]
pub struct RawAllow {
    /// Its code, as reports show it in brackets.
    pub code: String,
    /// Why it may be quiet.
    pub reason: String,
}

/// What a description gets wrong, or what is wanted otherwise.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `at` and what holds there")]
#[schemars(rename = "Override")]
pub struct RawOverride {
    /// What it is about: `User.email` (schema and property) or the JSON pointer in the description; `*` is anything
    /// within one step, `**` anything.
    pub at: String,
    /// The property or parameter may be absent, or is always there.
    pub optional: Option<bool>,
    /// It may be `null`, or never is.
    pub nullable: Option<bool>,
    /// The enum or union keeps what it does not know, or an unknown value is an error.
    pub open: Option<bool>,
    /// A text may arrive as a number, and a number as a text.
    pub lenient: Option<bool>,
    /// The Rust path of a type of your own that stands in its place: `my_crate::Email`.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// Traits that the type derives as well, by their Rust paths.
    #[serde(default)]
    pub derive: Vec<String>,
}

/// The JSON schema that editors complete and check `generator.toml` with.
#[must_use]
pub fn schema() -> String {
    let mut text = format!("{:#}", schemars::schema_for!(RawFile).as_value());
    text.push('\n');
    text
}

/// The keys that a table may have: those of its struct, read from the schema so that they are listed once.
pub(super) fn keys<T: JsonSchema>() -> Vec<String> {
    let schema = schemars::schema_for!(T);
    let properties = schema.get("properties").and_then(|p| p.as_object());
    properties.map(|p| p.keys().cloned().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_those_of_the_struct() {
        let keys = keys::<RawSdk>();
        for key in ["spec", "out", "env_prefix", "allow", "deny"] {
            assert!(keys.iter().any(|k| k == key), "{key} is not in {keys:?}");
        }
    }

    #[test]
    fn the_committed_schema_is_current() {
        let committed = include_str!("../../generator.schema.json");
        assert_eq!(schema(), committed, "`generator init` in an empty folder writes the current one");
    }

    #[test]
    fn the_schema_refuses_unknown_keys_and_describes_the_known() {
        let text = schema();
        assert!(text.contains("\"additionalProperties\": false"), "{text}");
        assert!(text.contains("relative to this file"), "{text}");
    }
}
