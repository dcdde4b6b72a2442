//! Shapes: what can be seen of a value without decoding it, and the words that come from it.

use std::cmp::Reverse;

use super::{Context, View, object, tags::Tags, union::Alternative, view::Declared};
use crate::model::{JsonType, Scalar, Shape, Time, TypeRef, UnionVariant, WireName};

/// The word for an object that nothing names.
const OBJECT: &str = "Object";

/// How deep alternatives within alternatives are looked into.
const DEPTH: usize = 8;

impl<'a> Context<'a> {
    /// The shape of a variant.
    pub(super) fn shape(&mut self, view: &View<'a>) -> Shape {
        let mut types = self.json_types(view, DEPTH);
        types.sort_unstable();
        types.dedup();
        let (mut required, mut constants) = (Vec::new(), Vec::new());
        if types == [JsonType::Object] {
            for (wire, parts) in &view.properties {
                let parts: Vec<_> = parts.iter().filter_map(|p| self.flatten(&p.schema, &p.hint)).collect();
                let sent_only = parts.iter().any(|part| part.write_only);
                if view.required.contains(wire) && !sent_only {
                    required.push(WireName::from(*wire));
                }
                let constant = parts.iter().find_map(|part| constant(part));
                constants.extend(constant.filter(|_| !sent_only).map(|text| (WireName::from(*wire), vec![text])));
            }
        }
        Shape { types, required, constants }
    }

    /// The shape of a variant, with the texts of a property that may be left out.
    pub(super) fn listed_shape(&mut self, view: &View<'a>, tags: Option<&Tags>, index: usize) -> Shape {
        let mut shape = self.shape(view);
        if let Some((tags, texts)) = tags.and_then(|tags| Some((tags, tags.texts.get(index)?)))
            && shape.constants.iter().all(|(key, _)| key.as_str() != tags.property)
        {
            shape.constants.push((tags.property.as_str().into(), texts.clone()));
        }
        shape
    }

    /// The word for an inline alternative, by a constant that only it has where nothing else names it.
    pub(super) fn shape_word(&mut self, own: &Alternative<'a>, all: &[Alternative<'a>]) -> String {
        let plain = word(own, all);
        if plain != OBJECT {
            return plain;
        }
        let mut constants = self.shape(&own.view).constants;
        for other in all.iter().filter(|other| other.origin != own.origin) {
            let others = self.shape(&other.view).constants;
            constants.retain(|constant| !others.contains(constant));
        }
        constants.iter().min().map_or(plain, |(key, text)| format!("{} {}", key.as_str(), text.concat()))
    }

    /// The JSON types that a value can have; none: any.
    fn json_types(&mut self, view: &View<'a>, depth: usize) -> Vec<JsonType> {
        if let Some(ty) = view.json_type() {
            return vec![ty];
        }
        if view.declared != Declared::Nothing {
            return Vec::new();
        }
        if let Some(values) = &view.values {
            return values.iter().map(|value| value_type(&value.node)).collect();
        }
        let ([choice], 1..) = (view.choices.as_slice(), depth) else { return Vec::new() };
        let mut all = Vec::new();
        for option in &choice.options {
            let Some(option) = self.flatten(&option.schema, &option.hint) else { return Vec::new() };
            let types = self.json_types(&option, depth - 1);
            if types.is_empty() {
                return Vec::new();
            }
            all.extend(types);
        }
        all
    }
}

/// The one text that a property can have.
fn constant(view: &View<'_>) -> Option<String> {
    match view.values.as_deref() {
        Some([only]) if !view.nullable => match &only.node {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Bool(_) | serde_json::Value::Number(_) => Some(only.node.to_string()),
            _ => None,
        },
        _ => None,
    }
}

fn value_type(value: &serde_json::Value) -> JsonType {
    match value {
        serde_json::Value::Null => JsonType::Null,
        serde_json::Value::Bool(_) => JsonType::Boolean,
        serde_json::Value::Number(number) if number.is_i64() || number.is_u64() => JsonType::Integer,
        serde_json::Value::Number(_) => JsonType::Number,
        serde_json::Value::String(_) => JsonType::String,
        serde_json::Value::Array(_) => JsonType::Array,
        serde_json::Value::Object(_) => JsonType::Object,
    }
}

/// The place of a variant among those that are tried: what admits less goes first. Objects with more required keys
/// before those with fewer, texts of a form before any text, integers before numbers, anything last.
pub(super) fn order(variant: &UnionVariant) -> (bool, bool, bool, Reverse<usize>, Reverse<usize>) {
    let any = variant.shape.types.is_empty();
    let is = |rust: &str| matches!(variant.ty, TypeRef::Scalar(scalar) if scalar.row().rust == rust);
    let (text, number) = (is("String"), is("f64"));
    let (keys, constants) = (variant.shape.required.len(), variant.shape.constants.len());
    (any, text, number, Reverse(keys), Reverse(constants))
}

/// The word for an inline alternative: its title, its one value, its type, the key that only it requires.
fn word(own: &Alternative<'_>, all: &[Alternative<'_>]) -> String {
    let view = &own.view;
    if let Some(title) = view.title {
        return title.to_owned();
    }
    if let Some([only]) = view.values.as_deref() {
        return only.node.as_str().map_or_else(|| only.node.to_string(), str::to_owned);
    }
    if object::is_object(view) && !view.properties.is_empty() {
        let others = |key: &&&str| {
            let shares = |a: &Alternative<'_>| a.origin != own.origin && a.view.required.contains(*key);
            !all.iter().any(shares)
        };
        // The order of properties means nothing: of several keys, the first by name.
        let own_key = view.required.iter().filter(others).min();
        return own_key.map_or_else(|| OBJECT.to_owned(), |key| format!("With {key}"));
    }
    let word = match view.json_type() {
        _ if view.values.is_some() => "Enum",
        Some(JsonType::Null) => "Null",
        Some(JsonType::Boolean) => "Boolean",
        Some(JsonType::Integer) => "Integer",
        Some(JsonType::Number) => "Number",
        Some(JsonType::String) => return string_word(view.format.as_deref()),
        Some(JsonType::Array) => "List",
        Some(JsonType::Object) => "Map",
        None if !view.choices.is_empty() => "Choice",
        None => "Value",
    };
    word.to_owned()
}

fn string_word(format: Option<&str>) -> String {
    match format {
        // The same word whichever library is chosen.
        Some(format) if Scalar::select(JsonType::String, format, Time::default()) != Scalar::String => {
            format.to_owned()
        }
        _ => "Text".to_owned(),
    }
}
