//! Enums: lists of values.
//!
//! A list of one text that stands inline is a constant, not a choice: it stays a `String` that `new` fills in where it
//! is required; so is a list of one number. A type of its own for each would bury the real ones (one of the corpus has 900 of them). A component
//! with one value has a name that somebody chose, and stays an enum.

use serde_json::Value;

use super::{View, view::ValueNote};
use crate::{
    diagnostic::Code,
    model::{Docs, Enum, EnumRepr, EnumVariant, JsonType, Literal, Scalar, TypeId, TypeKind, TypeRef},
    pointer::At,
    resolve::{
        Context, docs,
        extensions::{EnumValue, Reader},
        names::{self, Claim, Kind, settle},
    },
};

/// What the values of a list have in common.
enum Common {
    Strings,
    Integers,
    Booleans,
    Numbers,
    Mixed,
    Objects,
    Nothing,
}

impl<'a> Context<'a> {
    /// The type of a schema that lists its values. `None`: the list does not decide the type, the other keywords do.
    pub(super) fn enum_type(&mut self, view: &mut View<'a>, target: Option<TypeId>) -> Option<TypeRef> {
        let values = self.fitting(view);
        if values.is_empty() {
            let origin = view.origin.join("enum");
            self.say(
                Code::SchemaContradiction,
                &origin,
                "no value of the list fits the schema's type; the list is left out",
            );
            return None;
        }
        let is_constant = values.len() == 1 && target.is_none() && !view.named_values;
        let whole = view.json_type() != Some(JsonType::Number);
        match common(&values) {
            Common::Strings if is_constant => Some(TypeRef::Scalar(Scalar::String)),
            Common::Integers if is_constant && whole => Some(self.scalar_type(view, JsonType::Integer)),
            Common::Integers | Common::Numbers if is_constant => Some(TypeRef::Scalar(Scalar::F64)),
            Common::Strings => Some(self.named_enum(view, target, EnumRepr::String, &values)),
            Common::Integers if whole => Some(self.named_enum(view, target, EnumRepr::Integer, &values)),
            Common::Booleans => Some(TypeRef::Scalar(Scalar::Boolean)),
            Common::Integers | Common::Numbers | Common::Mixed => {
                Some(self.named_enum(view, target, EnumRepr::Mixed, &values))
            }
            Common::Objects => view.json_type().is_none().then(|| {
                self.untyped(&view.origin.join("enum"), "a list of objects or arrays has no counterpart in Rust")
            }),
            Common::Nothing => {
                Some(self.untyped(&view.origin.join("enum"), "the values of the list have different types"))
            }
        }
    }

    /// The values that fit the stated type, each once.
    fn fitting(&mut self, view: &mut View<'a>) -> Vec<At<Value>> {
        let mut kept: Vec<At<Value>> = Vec::new();
        for value in view.values.take().unwrap_or_default() {
            if let Some(first) = kept.iter().find(|k| k.node == value.node) {
                let message = format!("the value `{}` stands twice in the list", value.node);
                let first = first.origin.clone();
                self.diagnostics.report(Code::SchemaValue, value.origin, message).related = Some(first);
            } else if view.json_type().is_none_or(|ty| fits(ty, &value.node)) {
                kept.push(value);
            } else {
                let message = format!("the value `{}` does not fit the schema's type", value.node);
                self.say(Code::SchemaValue, &value.origin, message);
            }
        }
        kept
    }

    fn named_enum(&mut self, view: &View<'a>, target: Option<TypeId>, repr: EnumRepr, values: &[At<Value>]) -> TypeRef {
        let id = self.target(view, target);
        let own = self.own_names(view, values);
        let mut claims = Vec::new();
        let mut variants = Vec::new();
        for value in values {
            let Some((wire, text)) = wire(&value.node) else { continue };
            let said = own.iter().find(|row| row.value == value.node);
            let origin = value.origin.clone();
            claims.push(match said.and_then(|row| row.name.as_deref()) {
                Some(name) if !view.notes.is_empty() => {
                    Claim::new(name, &text, origin).longer(format!("{name} {text}"))
                }
                Some(name) => {
                    self.pins.insert(Kind::Variant, origin.clone());
                    Claim::pinned(name, &text, origin)
                }
                None => Claim::new(&text, &text, origin),
            });
            let docs = said.and_then(|row| row.description.as_deref()).map(docs::canonical);
            let docs = docs.unwrap_or_else(Docs::default);
            let deprecated = view.notes.iter().any(|note| note.deprecated && note.value == value.node);
            variants.push(EnumVariant { name: names::variant_name(&[&text]), wire, docs, deprecated });
        }
        for (variant, name) in variants.iter_mut().zip(settle(&names::VARIANTS, &claims, self.diagnostics)) {
            variant.name = names::variant(&name);
        }
        let open = self.is_open(view);
        self.types.get_mut(id).kind = TypeKind::Enum(Enum { repr, variants, open });
        TypeRef::Named(id)
    }

    /// What extensions say of the values.
    fn own_names(&mut self, view: &View<'a>, values: &[At<Value>]) -> Vec<EnumValue> {
        let nodes: Vec<Value> = values.iter().map(|value| value.node.clone()).collect();
        let mut said = view.extensions.iter();
        let found = said.find_map(|at| {
            Reader::new(at.node, &at.origin).saying_once(&self.said).enum_values(&nodes, self.diagnostics)
        });
        found.unwrap_or_else(|| view.notes.iter().map(noted).collect())
    }

    /// Enums and unions are open unless an extension says otherwise.
    pub(super) fn is_open(&mut self, view: &View<'a>) -> bool {
        let mut said = view.extensions.iter();
        said.find_map(|at| Reader::new(at.node, &at.origin).flag("x-sdk-open", self.diagnostics)).unwrap_or(true)
    }
}

/// What stood beside a value. A number is named by its title; a text names itself.
fn noted(note: &ValueNote<'_>) -> EnumValue {
    let name = note.title.filter(|_| !note.value.is_string()).map(str::to_owned);
    let description = note.description.or(note.title.filter(|_| note.value.is_string())).map(str::to_owned);
    EnumValue { value: note.value.clone(), name, description }
}

fn fits(ty: JsonType, value: &Value) -> bool {
    match ty {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Integer => value.as_i64().is_some(),
        JsonType::Number => value.is_number(),
        JsonType::String => value.is_string(),
        JsonType::Array => value.is_array(),
        JsonType::Object => value.is_object(),
    }
}

fn common(values: &[At<Value>]) -> Common {
    let all = |test: fn(&Value) -> bool| values.iter().all(|value| test(&value.node));
    if all(Value::is_string) {
        Common::Strings
    } else if all(|value| value.as_i64().is_some()) {
        Common::Integers
    } else if all(Value::is_boolean) {
        Common::Booleans
    } else if all(Value::is_number) {
        Common::Numbers
    } else if all(|value| wire(value).is_some()) {
        Common::Mixed
    } else if all(|value| value.is_object() || value.is_array()) {
        Common::Objects
    } else {
        Common::Nothing
    }
}

/// A value on the wire, and its text.
fn wire(value: &Value) -> Option<(Literal, String)> {
    match value {
        Value::String(text) => Some((Literal::String(text.clone()), text.clone())),
        Value::Number(number) => match number.as_i64() {
            Some(n) => Some((Literal::Integer(n), n.to_string())),
            None => number.as_f64().filter(|n| n.is_finite()).map(|n| (Literal::Number(n), number.to_string())),
        },
        Value::Bool(flag) => Some((Literal::Boolean(*flag), flag.to_string())),
        _ => None,
    }
}
