//! YAML text, read as YAML 1.2 core. The only file that names serde_yaml.

use std::borrow::Cow;

use serde::de::DeserializeSeed as _;

use super::{
    Fault, Parsed,
    build::{Build, DEPTH, KEY, NODES, QUOTED, Trip},
    guard, marks,
};
use crate::diagnostic::Code;

pub(super) fn parse(text: &str, spent: usize) -> Result<Parsed, Fault> {
    guard::check(text)?;
    let readable = with_quoted_merge_keys(text);
    let build = Build::new(true, spent).quoted(readable != text);
    let mut documents = serde_yaml::Deserializer::from_str(&readable);
    let Some(first) = documents.next() else {
        return Err(Fault {
            code: Code::SourceUnreadable,
            message: "the input is empty".to_owned(),
            help: Some(super::text::EMPTY),
            position: None,
        });
    };
    let value = build.root().deserialize(first).map_err(|error| fault(text, &error, build.trip()))?;
    match documents.next() {
        None => Ok(Parsed { value, duplicates: build.duplicates(), nodes: build.nodes() }),
        Some(second) => Err(second_document(text, second)),
    }
}

/// The text in which `<<` in quotes is another key than the merge key, which the parser does not tell apart.
fn with_quoted_merge_keys(text: &str) -> Cow<'_, str> {
    let quoted = text.contains("\"<<\"") || text.contains("'<<'");
    if !quoted || text.contains(QUOTED) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\"<<\"", &format!("\"{QUOTED}\"")).replace("'<<'", &format!("'{QUOTED}'")))
}

/// What is said when the visitor stopped.
pub(super) fn stopped(trip: Trip, position: Option<(usize, usize)>) -> Fault {
    let (code, message, help) = match trip {
        Trip::Depth => (
            Code::SourceBudget,
            format!("nested more than {DEPTH} levels deep here"),
            Some("move inner parts into components and refer to them"),
        ),
        Trip::Nodes => (Code::SourceBudget, format!("unfolds to more than {NODES} nodes"), None),
        Trip::Tag => (Code::SourceSyntax, "a tag of YAML that is not one of its core types".to_owned(), Some(TAG_HELP)),
        Trip::Merge => (
            Code::SourceSyntax,
            "the merge key `<<` needs a mapping or a list of mappings".to_owned(),
            Some("refer to a mapping: `<<: *name`"),
        ),
    };
    Fault { code, message, help, position: position.or(Some((1, 1))) }
}

const TAG_HELP: &str = "remove the tag; a description holds plain data only";

/// What is said of a tag.
pub(super) fn tagged(tag: &str, position: Option<(usize, usize)>) -> Fault {
    let message = format!("the tag `{}` is not one of YAML's core types", tag.escape_debug());
    Fault { code: Code::SourceSyntax, message, help: Some(TAG_HELP), position }
}

fn fault(text: &str, error: &serde_yaml::Error, trip: Option<Trip>) -> Fault {
    let position = error.location().map(|place| (place.line(), place.column()));
    // An alias that unfolds too far is noticed where nothing is marked.
    let unfolding = || position.or_else(|| marks::Marks::of(text).unfolding(NODES));
    if let Some(trip) = trip {
        return stopped(trip, if trip == Trip::Nodes { unfolding() } else { position });
    }
    let message = error.to_string();
    if message.starts_with("recursion limit") {
        return stopped(Trip::Depth, position);
    }
    if message.starts_with("repetition limit") {
        return stopped(Trip::Nodes, unfolding());
    }
    if message.contains(KEY) {
        let message = "a key is a list or a mapping; only a text can be a key".to_owned();
        return Fault { code: Code::SourceSyntax, message, help: Some("put the key into quotes"), position };
    }
    if let Some(tab) = position.and_then(|(line, _)| tab_in_indentation(text, line)) {
        return Fault {
            code: Code::SourceSyntax,
            message: "a tab stands in the indentation, which YAML does not allow".to_owned(),
            help: Some("indent with spaces"),
            position: Some(tab),
        };
    }
    Fault { code: Code::SourceSyntax, message: format!("not valid YAML: {}", plain(&message)), help: None, position }
}

/// The parser's sentence without the place that the report states anyway.
fn plain(message: &str) -> String {
    let Some((said, rest)) = message.split_once(" at line ") else { return message.to_owned() };
    match rest.split_once(", ") {
        Some((_, context)) => format!("{said}, {context}"),
        None => said.to_owned(),
    }
}

/// The first tab before the text of the line or of the one before it; the parser may notice it a line late.
fn tab_in_indentation(text: &str, line: usize) -> Option<(usize, usize)> {
    [line, line.saturating_sub(1)].into_iter().filter(|line| *line > 0).find_map(|number| {
        let line = text.lines().nth(number - 1)?;
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        let tab = line.find('\t').filter(|at| *at < indentation)?;
        Some((number, tab + 1))
    })
}

fn second_document(text: &str, second: serde_yaml::Deserializer<'_>) -> Fault {
    // A syntax error behind the first document shows up as a second one.
    let build = Build::new(true, 0);
    if let Err(error) = build.root().deserialize(second) {
        return fault(text, &error, build.trip());
    }
    let position = marks::second_document(text);
    Fault {
        code: Code::SourceSyntax,
        message: "a second YAML document begins here".to_owned(),
        help: Some("put each document into a file of its own"),
        position,
    }
}
