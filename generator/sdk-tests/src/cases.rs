//! The cases file: language-neutral calls with scripted answers.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;
use serde_json::Value;

use crate::Failure;

/// One call and the answers that it meets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// `create`, `list` or `delete`.
    pub op: String,
    /// The arguments by their wire names.
    pub args: Value,
    /// How the client is made.
    #[serde(default)]
    pub client: Options,
    /// What this call says otherwise.
    #[serde(default)]
    pub request: Options,
    /// After how many milliseconds the case ends as `still_waiting`.
    #[serde(rename = "capMs")]
    pub cap_ms: Option<u64>,
    /// The answers, for the recorder.
    #[serde(default)]
    pub script: Value,
}

/// Options of a client or of a call, under the TypeScript SDK's names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    /// The token.
    pub api_key: Option<String>,
    /// The base URL in place of the recorder's.
    #[serde(rename = "baseURL")]
    pub base_url: Option<String>,
    /// What follows the recorder's origin; `/api/v1` when absent.
    pub base_suffix: Option<String>,
    /// The client talks to a port that nobody listens on.
    #[serde(default)]
    pub refused: bool,
    /// Attempt timeout in milliseconds.
    pub timeout: Option<u64>,
    /// Retries after the first attempt; JavaScript callers can say a negative one.
    pub max_retries: Option<i64>,
    /// Headers of every call.
    #[serde(default)]
    pub default_headers: BTreeMap<String, String>,
    /// Headers of this call.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
}

/// Reads a cases file.
///
/// # Errors
/// The file cannot be read, or says something that is not known here.
pub fn read(path: &Path) -> Result<Vec<Case>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
