//! Types and formats: which of two sets holds the other.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    dialect::{carry, formats},
    diff::wire::{Area, Document, Place},
};

/// Keywords that say something of one type of scalar only.
const OF_SCALARS: &[&str] = &[
    "type",
    "format",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    carry::MINIMUM,
    carry::MAXIMUM,
    carry::EXCLUSIVE_MINIMUM,
    carry::EXCLUSIVE_MAXIMUM,
    carry::MULTIPLE_OF,
];

/// The types of an `anyOf` at `place` that only lists types: as `type: [...]` became one, or written so.
pub fn listed<'a>(document: Document<'a>, place: &Place<'_>, branches: &'a [Value]) -> Option<Vec<&'a str>> {
    let mut types = Vec::new();
    let mut formats = 0;
    for branch in branches.iter().filter_map(Value::as_object) {
        let name = branch.get("type").or_else(|| branch.get(carry::TYPE)).and_then(Value::as_str)?;
        formats += usize::from(branch.contains_key("format"));
        if name != "null" && types.contains(&name) {
            return None;
        }
        types.push(name);
    }
    types.retain(|name| *name != "null");
    if formats > 1 || (types.contains(&"integer") && types.contains(&"number")) {
        return None;
    }
    let only_types = branches.iter().filter_map(Value::as_object).all(|branch| {
        let is_scalar = branch.get("type").is_some_and(|name| name != "object" && name != "array");
        is_scalar && branch.keys().all(|key| OF_SCALARS.contains(&key.as_str()))
    });
    let was_type = || document.origin(&place.pointer()).pointer.last() == Some("type");
    (only_types || was_type()).then_some(types)
}

/// How two sets of valid values stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// They are one.
    Same,
    /// The new one holds the old one.
    Wider,
    /// The old one holds the new one.
    Narrower,
    /// Neither holds the other.
    Other,
}

impl Step {
    /// Both steps at once.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, step) | (step, Self::Same) => step,
            (one, two) if one == two => one,
            _ => Self::Other,
        }
    }
}

/// A set of types; none: all.
pub type Types<'a> = Option<BTreeSet<&'a str>>;

/// From one set of types to another.
#[must_use]
pub fn step(old: &Types<'_>, new: &Types<'_>, area: Area) -> Step {
    match (old, new) {
        (None, None) => Step::Same,
        (Some(_), None) => Step::Wider,
        (None, Some(_)) => Step::Narrower,
        (Some(old), Some(new)) => match (covers(new, old, area), covers(old, new, area)) {
            (true, true) => Step::Same,
            (true, false) => Step::Wider,
            (false, true) => Step::Narrower,
            (false, false) => Step::Other,
        },
    }
}

fn covers(outer: &BTreeSet<&str>, inner: &BTreeSet<&str>, area: Area) -> bool {
    // A parameter and a header are texts: whatever is no list and no object is a text, too.
    let is_text = matches!(area, Area::RequestParameter | Area::ResponseHeader);
    inner.iter().all(|name| {
        outer.contains(name)
            || (*name == "integer" && outer.contains("number"))
            || (is_text && outer.contains("string") && !matches!(*name, "object" | "array"))
    })
}

/// Formats that hold each other, the narrowest first.
const CHAINS: &[&[&str]] =
    &[&["int8", "int16", "int32", "int64"], &["uint8", "uint16", "uint32", "uint64"], &["float", "double"]];

/// Formats of texts that a client reads into something else than a text.
const READ: &[&str] = &["uuid", "date", "date-time", "time", "duration", "byte", "base64url", "binary", "ipv4", "ipv6"];

/// Whether the format decides what is read.
#[must_use]
pub fn is_read(format: &str) -> bool {
    READ.contains(&format) || formats::NUMERIC.contains(&format)
}

/// From one format to another; `None` when both only describe.
#[must_use]
pub fn format_step(old: Option<&str>, new: Option<&str>) -> Option<Step> {
    let (old, new) = (old.filter(|format| is_read(format)), new.filter(|format| is_read(format)));
    match (old, new) {
        (None, None) => None,
        (Some(_), None) => Some(Step::Wider),
        (None, Some(_)) => Some(Step::Narrower),
        (Some(old), Some(new)) => {
            let place = |chain: &&[&str], name: &str| chain.iter().position(|format| *format == name);
            let found = CHAINS.iter().find_map(|chain| Some((place(chain, old)?, place(chain, new)?)));
            Some(match found {
                Some((old, new)) if old < new => Step::Wider,
                Some((old, new)) if old > new => Step::Narrower,
                Some(_) => Step::Same,
                None => Step::Other,
            })
        }
    }
}
