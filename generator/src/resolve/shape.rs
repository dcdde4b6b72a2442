//! What a schema looks like to a place that is no JSON: a parameter's text, a body of bytes.

use super::{Context, schema::View};
use crate::model::JsonType;

/// What can be written as a parameter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One value with a type of its own: a scalar or an enum.
    Scalar,
    /// One value, but of no single type: it is given as text.
    Text,
    /// Several values, each a [`Shape::Scalar`].
    List,
    /// Several values, each a [`Shape::Text`].
    TextList,
    /// What has members, in words.
    Other(Words),
}

/// What a value with members is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// "an object".
    pub(super) text: &'static str,
    /// Whether something with members stands in it, for which OpenAPI states no text.
    pub(super) is_nested: bool,
}

const fn words(text: &'static str, is_nested: bool) -> Words {
    Words { text, is_nested }
}

/// How many schemas are looked at for one parameter: choices of choices may be many, and a choice of itself never ends.
const MAX_LOOKS: usize = 256;

/// The shape of a schema.
pub(super) fn of<'a>(cx: &mut Context<'a>, view: &View<'a>) -> Shape {
    let mut left = MAX_LOOKS;
    look(cx, view, &mut left)
}

fn look<'a>(cx: &mut Context<'a>, view: &View<'a>, left: &mut usize) -> Shape {
    let Some(fewer) = left.checked_sub(1) else { return Shape::Other(words("a choice between too many values", true)) };
    *left = fewer;
    if !view.choices.is_empty() {
        return of_choices(cx, view, left);
    }
    match view.json_type() {
        Some(JsonType::String) if view.format.as_deref() == Some("byte") => Shape::Text,
        Some(JsonType::String | JsonType::Integer | JsonType::Number | JsonType::Boolean) => Shape::Scalar,
        Some(JsonType::Array) => of_items(cx, view, left),
        Some(JsonType::Object) => Shape::Other(words("an object", false)),
        Some(JsonType::Null) => Shape::Text,
        None if view.values.is_some() => Shape::Scalar,
        None => Shape::Text,
    }
}

/// A choice between single values can be given as text.
fn of_choices<'a>(cx: &mut Context<'a>, view: &View<'a>, left: &mut usize) -> Shape {
    for part in view.choices.iter().flat_map(|choice| &choice.options) {
        let option = cx.view(&part.schema, &part.hint).map(|option| look(cx, &option, left));
        if !matches!(option, None | Some(Shape::Scalar | Shape::Text)) {
            return Shape::Other(words("a choice between values and lists or objects", false));
        }
    }
    Shape::Text
}

fn of_items<'a>(cx: &mut Context<'a>, view: &View<'a>, left: &mut usize) -> Shape {
    let Some(part) = view.items.first() else { return Shape::TextList };
    let Some(item) = cx.view(&part.schema, &part.hint) else { return Shape::TextList };
    if item.json_type() == Some(JsonType::Array) {
        return Shape::Other(words(NESTED, true));
    }
    match look(cx, &item, left) {
        Shape::Scalar => Shape::List,
        Shape::Text => Shape::TextList,
        _ => Shape::Other(words(NESTED, true)),
    }
}

const NESTED: &str = "a list of lists or objects";

/// Whether a schema describes an object and nothing else.
pub(super) fn is_object(view: &View<'_>) -> bool {
    view.choices.is_empty() && view.json_type() == Some(JsonType::Object)
}

/// Whether a schema describes raw bytes (OpenAPI 3.0.3, Data Types).
pub(super) fn is_binary(view: &View<'_>) -> bool {
    view.json_type() == Some(JsonType::String) && view.format.as_deref() == Some("binary")
}
