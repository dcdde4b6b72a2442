//! Alternatives that are one: lists of values beside each other, and a type that its owner states for all of them.

use super::{
    View,
    union::Alternative,
    view::{Declared, ValueNote},
};
use crate::{
    model::{JsonType, Scalar, Time},
    resolve::Context,
};

impl<'a> Context<'a> {
    /// Written as alternatives, lists of values of one type are one list: each value keeps what is said of it. A plain
    /// text or number beside them says that the list is open, which it is.
    pub(super) fn merge_lists(&mut self, alternatives: Vec<Alternative<'a>>) -> Vec<Alternative<'a>> {
        let mut kept: Vec<Alternative<'a>> = Vec::new();
        for alternative in alternatives {
            let Some(list) = listed(&alternative) else {
                kept.push(alternative);
                continue;
            };
            let notes = notes(&alternative.view);
            match kept.iter_mut().find(|known| listed(known) == Some(list)) {
                Some(first) => join(first, alternative, notes),
                None => {
                    let mut first = alternative;
                    first.view.notes = notes;
                    kept.push(first);
                }
            }
        }
        let lists: Vec<JsonType> = kept.iter().filter(|known| known.view.named_values).filter_map(listed).collect();
        kept.retain(|known| !lists.iter().any(|list| is_plain(&known.view, *list)));
        for alternative in &mut kept {
            // One value beside other types: a list too, since a plain text there would take any.
            if listed(alternative).is_some() {
                alternative.view.named_values = true;
                alternative.is_merged = true;
            }
        }
        kept
    }
}

fn join<'a>(first: &mut Alternative<'a>, second: Alternative<'a>, notes: Vec<ValueNote<'a>>) {
    let known = first.view.values.get_or_insert_default();
    for value in second.view.values.unwrap_or_default() {
        if known.iter().all(|k| k.node != value.node) {
            known.push(value);
        }
    }
    first.view.notes.extend(notes);
    (first.view.title, first.view.description, first.view.deprecated) = (None, None, false);
    (first.view.named_values, first.is_merged) = (true, true);
}

/// What stands beside the one value of a list.
fn notes<'a>(view: &View<'a>) -> Vec<ValueNote<'a>> {
    match view.values.as_deref() {
        Some([only]) => vec![ValueNote {
            value: only.node.clone(),
            title: view.title,
            description: view.description,
            deprecated: view.deprecated,
        }],
        _ => Vec::new(),
    }
}

/// The type of the values of an alternative that is an inline list and no more.
fn listed(alternative: &Alternative<'_>) -> Option<JsonType> {
    let view = &alternative.view;
    let values = view.values.as_ref().filter(|_| alternative.component.is_none() && view.properties.is_empty())?;
    let of = |ty: JsonType, test: fn(&serde_json::Value) -> bool| values.iter().all(|v| test(&v.node)).then_some(ty);
    of(JsonType::String, serde_json::Value::is_string)
        .or_else(|| of(JsonType::Integer, |value| value.as_i64().is_some()))
        .or_else(|| of(JsonType::Number, serde_json::Value::is_number))
}

/// Whether it is any value of a type, without a form of its own.
fn is_plain(view: &View<'_>, ty: JsonType) -> bool {
    let form = Scalar::select(ty, view.format.as_deref().unwrap_or_default(), Time::default());
    view.json_type() == Some(ty)
        && view.values.is_none()
        && view.choices.is_empty()
        && (ty != JsonType::String || form == Scalar::String)
}

/// Whether an inline alternative leaves its type to its owner, which states it.
pub(super) fn leaves_type(alternative: &View<'_>, owner: &View<'_>) -> bool {
    states_type(owner) && alternative.declared == Declared::Nothing && alternative.choices.is_empty()
}

/// Whether the owner of alternatives states their type, which is no object.
pub(super) fn states_type(owner: &View<'_>) -> bool {
    match owner.declared {
        Declared::Json(JsonType::Object | JsonType::Null) | Declared::Nothing | Declared::Unknown(_) => false,
        Declared::Json(_) => true,
    }
}
