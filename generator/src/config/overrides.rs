//! Overrides: each checked by itself; whether the description has what they name is found when it is read.

use super::{RawOverride, RawSdk, check, ready::At};
use crate::{
    diagnostic::Code,
    dialect::knobs::{Knob, Pattern, Setting},
    finding::Finding,
};

/// The overrides that can be; all others are said.
pub(super) fn knobs(raw: &RawSdk, at: At<'_>, wrong: &mut Vec<Finding>) -> Vec<Knob> {
    let mut knobs = Vec::new();
    for (index, entry) in raw.overrides.iter().enumerate() {
        match knob(entry) {
            Ok(knob) => knobs.push(knob),
            Err(message) => wrong.push(Finding::new(Code::ConfigValue, message).at(at("override", Some(index)))),
        }
    }
    knobs
}

fn knob(raw: &RawOverride) -> Result<Knob, String> {
    let pattern = Pattern::parse(&raw.at)?;
    for path in raw.ty.iter().chain(&raw.derive) {
        check::rust_path(path)?;
    }
    let sets: Vec<Setting> = [
        raw.optional.map(Setting::Optional),
        raw.nullable.map(Setting::Nullable),
        raw.open.map(Setting::Open),
        raw.lenient.map(Setting::Lenient),
        raw.ty.clone().map(Setting::Type),
        Some(raw.derive.clone()).filter(|derive| !derive.is_empty()).map(Setting::Derive),
    ]
    .into_iter()
    .flatten()
    .collect();
    if sets.is_empty() {
        return Err(format!("the override of `{}` says nothing", raw.at));
    }
    Ok(Knob { at: raw.at.clone(), pattern, sets })
}
