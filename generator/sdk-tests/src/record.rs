//! The record of a run: what went over the wire and what came out, in the shape that the TypeScript driver writes.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Failure;

/// A whole run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The SDK's version.
    pub sdk: String,
    /// One entry for each case, in the order of the cases file.
    pub cases: Vec<Entry>,
}

/// One case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The case's name.
    pub id: String,
    /// `create`, `list` or `delete`.
    pub op: String,
    /// The arguments by their wire names.
    pub args: Value,
    /// What the caller got.
    pub outcome: Outcome,
    /// How many requests arrived.
    pub attempts: usize,
    /// From the call to its end, in milliseconds.
    pub elapsed_ms: u64,
    /// Between the requests, in milliseconds.
    pub gaps_ms: Vec<i64>,
    /// The requests.
    pub requests: Vec<Request>,
}

/// What a call gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Outcome {
    /// It succeeded.
    Value {
        /// The value, written again as JSON.
        value: Value,
        /// The server's name for the request.
        request_id: Option<String>,
        /// The HTTP status.
        status: Option<u16>,
    },
    /// It failed.
    Error {
        /// The kind of error under the SDK's own name.
        class: String,
        /// The HTTP status.
        status: Option<u16>,
        /// What the error says.
        message: String,
        /// The server's name for the request.
        request_id: Option<String>,
    },
    /// The case's time was over first.
    StillWaiting {
        /// That time, in milliseconds.
        after_ms: u64,
    },
    /// The SDK has no way to say what the case asks for.
    Inexpressible {
        /// What that is.
        reason: String,
    },
}

/// One recorded request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The request target exactly as sent.
    pub target: String,
    /// Names in lower case, in the order sent, without those that belong to the connection.
    pub headers: Vec<(String, String)>,
    /// JSON where it is JSON, else text.
    pub body: Value,
}

/// Headers that a driver leaves out: they belong to the connection or to `fetch`.
pub const HOP: [&str; 7] =
    ["host", "connection", "accept", "accept-language", "accept-encoding", "sec-fetch-mode", "content-length"];

/// Reads a record.
///
/// # Errors
/// The file cannot be read or has another shape.
pub fn read(path: &Path) -> Result<Record, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a record.
///
/// # Errors
/// The file cannot be written.
pub fn write(path: &Path, record: &Record) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(record)?;
    std::fs::write(path, text + "\n").map_err(|error| format!("{}: {error}", path.display()).into())
}
