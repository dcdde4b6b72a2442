//! Where things stand now and where they stood, both ways: places lead reports back, references are led on.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    pointer::{Origin, Places, Pointer},
    source::position::Position,
};

/// What moved.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// Where what stands somewhere now stood.
    pub(super) places: Places,
    /// Where a reference to a place leads now.
    now: BTreeMap<Pointer, Pointer>,
}

impl Moved {
    /// What stands at `now` is made from a part of what stood at `before`.
    pub(super) fn part(&mut self, now: Pointer, before: &Pointer) {
        if now != *before {
            self.places.note(now, Origin::root(before.clone()));
        }
    }

    /// What stood at `before` stands at `now`, with all below it; references to it follow.
    pub(super) fn whole(&mut self, now: Pointer, before: &Pointer) {
        if now != *before {
            self.now.entry(before.clone()).or_insert_with(|| now.clone());
        }
        self.part(now, before);
    }

    /// Where what stands at `now` stood.
    pub(super) fn before(&self, now: &Pointer) -> Pointer {
        self.places.origin(now).pointer
    }

    fn follow(&self, before: &Pointer) -> Option<Pointer> {
        let tokens = before.tokens();
        (0..=tokens.len()).rev().find_map(|length| {
            let (above, below) = tokens.split_at_checked(length)?;
            let now = self.now.get(&above.iter().cloned().collect::<Pointer>())?;
            Some(below.iter().fold(now.clone(), |now, token| now.join(token)))
        })
    }
}

/// The pointer of a reference into the document itself.
pub(super) fn pointer(reference: &str) -> Option<Pointer> {
    let fragment = reference.strip_prefix('#')?;
    Pointer::parse(&decoded(fragment)?)
}

/// A fragment without percent-encoding.
fn decoded(fragment: &str) -> Option<String> {
    if !fragment.contains('%') {
        return Some(fragment.to_owned());
    }
    percent_encoding::percent_decode_str(fragment).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Leads all references to where their targets stand now. One that led to nothing stays as it was written, so that the
/// report shows the user's own words.
pub(super) fn references(position: Position, value: &mut Value, original: &Value, moved: &Moved) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::String(reference)) = entries.get_mut("$ref") {
                lead(reference, original, moved);
            }
            if position == Position::Schema
                && let Some(Value::Object(mapping)) =
                    entries.get_mut("discriminator").and_then(|d| d.get_mut("mapping"))
            {
                for target in mapping.values_mut() {
                    if let Value::String(target) = target {
                        lead(target, original, moved);
                    }
                }
            }
            for (key, value) in entries.iter_mut() {
                match position.child(key) {
                    Position::Other => {}
                    child => references(child, value, original, moved),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| references(position, item, original, moved)),
        _ => {}
    }
}

fn lead(reference: &mut String, original: &Value, moved: &Moved) {
    let Some(before) = pointer(reference) else { return };
    if original.pointer(&before.to_string()).is_none() {
        return;
    }
    if let Some(now) = moved.follow(&before) {
        *reference = format!("#{now}");
    }
}
