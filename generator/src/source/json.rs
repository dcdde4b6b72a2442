//! JSON text, several times faster through serde_json than through a YAML parser.

use serde::de::DeserializeSeed as _;

use super::{
    Fault, Parsed,
    build::{Build, Trip},
};
use crate::diagnostic::Code;

/// Whether the text may be JSON: it begins with a bracket.
pub(super) fn begins_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Whether its author meant JSON rather than YAML in brackets: the first key is quoted.
pub(super) fn begins_strictly(text: &str) -> bool {
    text.trim_start().strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

pub(super) fn parse(text: &str, spent: usize) -> Result<Parsed, Fault> {
    let build = Build::new(false, spent);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = build.root().deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    match value {
        Ok(value) => Ok(Parsed { value, duplicates: build.duplicates(), nodes: build.nodes() }),
        Err(error) => Err(fault(text, &error, build.trip())),
    }
}

fn fault(text: &str, error: &serde_json::Error, trip: Option<Trip>) -> Fault {
    let position = Some((error.line().max(1), column(text, error)));
    let message = error.to_string();
    // serde_json counts a level more than we do, so it may give up first.
    let trip = trip.or_else(|| message.starts_with("recursion limit").then_some(Trip::Depth));
    if let Some(trip) = trip {
        return super::yaml::stopped(trip, position);
    }
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(said, _)| said);
    Fault { code: Code::SourceSyntax, message: format!("not valid JSON: {message}"), help: None, position }
}

/// serde_json counts bytes; people and editors count characters.
fn column(text: &str, error: &serde_json::Error) -> usize {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = error.column().saturating_sub(1);
    line.char_indices().take_while(|(at, _)| *at < before).count() + 1
}
