//! Samples as JSON.

use std::cell::{Cell, RefCell};

use serde_json::{Map, Value};

use crate::model::{
    Api, Enum, EnumRepr, Field, JsonType, Literal, Presence, Scalar, Struct, TagBy, Tagging, TypeId, TypeKind, TypeRef,
    Union, UnionVariant, signature::unalias,
};

/// Nodes that one sample may visit: unions tried in vain and types that fan out must end.
const BUDGET: u32 = 2_000;

/// Makes one sample.
pub(super) struct Json<'a> {
    api: &'a Api,
    budget: Cell<u32>,
    /// Types that are being made, outermost first: a type inside itself has no finite value by that way.
    open: RefCell<Vec<TypeId>>,
}

impl<'a> Json<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, budget: Cell::new(BUDGET), open: RefCell::default() }
    }

    /// `value` as the type writes it: keys that it does not know dropped, defaults filled in. `None`: it does not fit.
    pub(super) fn fit(&self, ty: &TypeRef, value: &Value) -> Option<Value> {
        self.spend()?;
        match (ty, value) {
            // What it takes is not known here.
            (TypeRef::External(_), _) => None,
            (TypeRef::Json, any) => Some(any.clone()),
            (TypeRef::Nullable(_), Value::Null) => Some(Value::Null),
            (TypeRef::Nullable(inner), some) => self.fit(inner, some),
            (TypeRef::List(item), Value::Array(items)) => {
                items.iter().map(|value| self.fit(item, value)).collect::<Option<_>>().map(Value::Array)
            }
            (TypeRef::Tuple(places), Value::Array(items)) => {
                let pairs = places.iter().zip(items).filter(|_| places.len() == items.len());
                let fitted: Option<Vec<_>> = pairs.map(|(place, value)| self.fit(place, value)).collect();
                fitted.filter(|fitted| fitted.len() == places.len()).map(Value::Array)
            }
            (TypeRef::Map(item), Value::Object(entries)) => {
                let fitted = entries.iter().map(|(key, value)| Some((key.clone(), self.fit(item, value)?)));
                fitted.collect::<Option<_>>().map(Value::Object)
            }
            (TypeRef::Scalar(scalar), value) => fit_scalar(*scalar, value),
            (TypeRef::Named(id), value) => match &self.api.ty(*id).kind {
                TypeKind::Alias(target) => self.fit(target, value),
                TypeKind::Struct(object) => self.fit_struct(object, value.as_object()?),
                TypeKind::Enum(list) => fit_enum(list, value),
                TypeKind::Union(union) => {
                    self.fit_union(union, value).map(|(variant, payload)| write_tag(union, variant, payload))
                }
            },
            (TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Tuple(_), _) => None,
        }
    }

    /// The variant that a reader would choose, and the payload as its type writes it: without a tag that the union adds.
    pub(super) fn fit_union<'u>(&self, union: &'u Union, value: &Value) -> Option<(&'u UnionVariant, Value)> {
        let Tagging::Property(property) = &union.tagging else {
            let mut fitting = union.variants.iter().filter(|variant| has_shape(variant, value));
            return fitting.find_map(|variant| Some((variant, self.fit(&variant.ty, value)?)));
        };
        let tag = value.get(property.as_str())?.as_str()?;
        let variant = union.variants.iter().find(|variant| variant.tags.iter().any(|known| known == tag))?;
        let mut payload = value.clone();
        if let Some(object) = payload.as_object_mut().filter(|_| variant.tag_by == TagBy::Union) {
            object.shift_remove(property.as_str());
        }
        Some((variant, self.fit(&variant.ty, &payload)?))
    }

    /// A small value of the type.
    pub(super) fn make(&self, ty: &TypeRef) -> Option<Value> {
        self.spend()?;
        match ty {
            TypeRef::External(_) => None,
            TypeRef::Json => Some(Value::Object(Map::new())),
            TypeRef::Nullable(inner) => Some(self.make(inner).unwrap_or(Value::Null)),
            TypeRef::List(item) => Some(Value::Array(self.make(item).into_iter().collect())),
            TypeRef::Tuple(places) => {
                places.iter().map(|place| self.make(place)).collect::<Option<_>>().map(Value::Array)
            }
            TypeRef::Map(item) => {
                let entry = self.make(item).map(|value| ("key".to_owned(), value));
                Some(Value::Object(entry.into_iter().collect()))
            }
            TypeRef::Scalar(scalar) => serde_json::from_str(scalar.row().wire).ok(),
            TypeRef::Named(id) => {
                if self.open.borrow().contains(id) {
                    return None;
                }
                self.open.borrow_mut().push(*id);
                let made = self.make_kind(&self.api.ty(*id).kind);
                self.open.borrow_mut().pop();
                made
            }
        }
    }

    fn make_kind(&self, kind: &TypeKind) -> Option<Value> {
        match kind {
            TypeKind::Alias(target) => self.make(target),
            TypeKind::Enum(list) => list.variants.first().map(|variant| literal(self.api, &variant.wire)),
            TypeKind::Union(union) => union.variants.iter().find_map(|variant| {
                let made = self.make(&variant.ty)?;
                match &union.tagging {
                    Tagging::Shape => Some(made),
                    Tagging::Property(property) => self.tagged(union, variant, property.as_str(), made),
                }
            }),
            TypeKind::Struct(object) => {
                let needed = object.fields.iter().filter(|field| field.is_argument() || field.default.is_some());
                let needed = needed.filter(|field| is_always_there(field));
                let made = needed.map(|field| {
                    let value = match &field.default {
                        Some(default) if default.is_written() => Some(literal(self.api, default)),
                        _ => self.make(&field.ty),
                    };
                    let value = if field.presence == Presence::Nullable { value.or(Some(Value::Null)) } else { value };
                    Some((field.wire.0.clone(), value?))
                });
                made.collect::<Option<_>>().map(Value::Object)
            }
        }
    }

    /// A made payload with the tag that leads to its variant.
    fn tagged(&self, union: &Union, variant: &UnionVariant, property: &str, mut made: Value) -> Option<Value> {
        let tag = variant.tags.first()?;
        made.as_object_mut()?.insert(property.to_owned(), Value::String(tag.clone()));
        let (variant, payload) = self.fit_union(union, &made)?;
        Some(write_tag(union, variant, payload))
    }

    fn fit_struct(&self, object: &Struct, given: &Map<String, Value>) -> Option<Value> {
        let mut fitted = Map::new();
        for field in &object.fields {
            match self.fit_field(field, given.get(field.wire.as_str()))? {
                Some(value) => fitted.insert(field.wire.0.clone(), value),
                None => continue,
            };
        }
        if let Some(additional) = &object.additional {
            let known = |key: &str| object.fields.iter().any(|field| field.wire.as_str() == key);
            for (key, value) in given.iter().filter(|(key, _)| !known(key)) {
                if let Some(value) = self.fit(&additional.value, value) {
                    fitted.insert(key.clone(), value);
                }
            }
        }
        Some(Value::Object(fitted))
    }

    /// The property's value; `Some(None)`: absent, and may be.
    fn fit_field(&self, field: &Field, given: Option<&Value>) -> Option<Option<Value>> {
        match (field.presence, given) {
            (Presence::Optional, None | Some(Value::Null)) | (Presence::OptionalNullable, None) => Some(None),
            (Presence::Nullable | Presence::OptionalNullable, Some(Value::Null)) => Some(Some(Value::Null)),
            (Presence::Required | Presence::Nullable, None) => {
                field.default.as_ref().map(|default| Some(literal(self.api, default)))
            }
            // A sample does without a field of a type that is not ours where it may.
            (Presence::Optional | Presence::OptionalNullable, Some(_)) if self.is_external(&field.ty) => Some(None),
            (_, Some(value)) => self.fit(&field.ty, value).map(Some),
        }
    }

    fn is_external(&self, ty: &TypeRef) -> bool {
        matches!(unalias(self.api, ty), TypeRef::External(_))
    }

    fn spend(&self) -> Option<()> {
        self.budget.set(self.budget.get().checked_sub(1)?);
        Some(())
    }
}

fn is_always_there(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Nullable)
}

/// The payload as the union writes it.
fn write_tag(union: &Union, variant: &UnionVariant, payload: Value) -> Value {
    match (&union.tagging, payload, variant.tags.first()) {
        (Tagging::Property(property), Value::Object(mut object), Some(tag)) if variant.tag_by != TagBy::Payload => {
            let written = object.entry(property.0.clone()).or_insert(Value::Null);
            if variant.tag_by == TagBy::Union || written.is_null() {
                *written = Value::String(tag.clone());
            }
            Value::Object(object)
        }
        (_, payload, _) => payload,
    }
}

fn has_shape(variant: &UnionVariant, value: &Value) -> bool {
    let types = &variant.shape.types;
    let keys = variant.shape.required.iter().all(|key| value.get(key.as_str()).is_some());
    let constants = variant.shape.constants.iter().all(|(key, listed)| match value.get(key.as_str()) {
        Some(Value::String(text)) => listed.contains(text),
        Some(other) => listed.contains(&other.to_string()),
        None => true,
    });
    (types.is_empty() || types.iter().any(|ty| is_of(*ty, value))) && ((keys && constants) || !value.is_object())
}

fn is_of(ty: JsonType, value: &Value) -> bool {
    match ty {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Integer => value.is_i64() || value.is_u64(),
        JsonType::Number => value.is_number(),
        JsonType::String => value.is_string(),
        JsonType::Array => value.is_array(),
        JsonType::Object => value.is_object(),
    }
}

/// Text, numbers and booleans as they are; a format's own text gives way to the sample of the table, which is known to
/// be read.
fn fit_scalar(scalar: Scalar, value: &Value) -> Option<Value> {
    let row = scalar.row();
    if !is_of(row.json, value) {
        return match value {
            Value::Number(number) if scalar == Scalar::LenientString => Some(Value::String(number.to_string())),
            _ => None,
        };
    }
    match row.json {
        JsonType::String if row.rust != "String" => {
            let given = row.canonical.zip(value.as_str()).and_then(|(canonical, text)| canonical(text));
            given.map(Value::String).or_else(|| serde_json::from_str(row.wire).ok())
        }
        JsonType::Integer if !scalar.is_integer() => serde_json::from_str(row.wire).ok(),
        JsonType::Integer => integer_fits(row.rust, value).then(|| value.clone()),
        JsonType::Number => value.as_f64().filter(|number| number.is_finite()).map(Value::from),
        _ => Some(value.clone()),
    }
}

fn integer_fits(rust: &str, value: &Value) -> bool {
    let (signed, unsigned) = (value.as_i64(), value.as_u64());
    match rust {
        "i8" => signed.is_some_and(|n| i8::try_from(n).is_ok()),
        "i16" => signed.is_some_and(|n| i16::try_from(n).is_ok()),
        "i32" => signed.is_some_and(|n| i32::try_from(n).is_ok()),
        "u8" => unsigned.is_some_and(|n| u8::try_from(n).is_ok()),
        "u16" => unsigned.is_some_and(|n| u16::try_from(n).is_ok()),
        "u32" => unsigned.is_some_and(|n| u32::try_from(n).is_ok()),
        "u64" => unsigned.is_some(),
        _ => signed.is_some(),
    }
}

fn fit_enum(list: &Enum, value: &Value) -> Option<Value> {
    let known = list.variants.iter().any(|variant| is_literal(&variant.wire, value));
    let kept = list.open && list.repr == EnumRepr::String && value.is_string();
    (known || kept).then(|| value.clone())
}

/// Whether an enum's wire literal is this value.
pub(super) fn is_literal(literal: &Literal, value: &Value) -> bool {
    match literal {
        Literal::String(text) => value.as_str() == Some(text),
        Literal::Integer(number) => value.as_i64() == Some(*number),
        Literal::Number(number) => value.as_f64() == Some(*number),
        Literal::Boolean(flag) => value.as_bool() == Some(*flag),
        _ => false,
    }
}

/// A value of the model as JSON.
fn literal(api: &Api, value: &Literal) -> Value {
    match value {
        Literal::String(text) => Value::String(text.clone()),
        Literal::Integer(number) => Value::from(*number),
        Literal::Number(number) => Value::from(*number),
        Literal::Boolean(yes) => Value::Bool(*yes),
        Literal::List(items) => items.iter().map(|item| literal(api, item)).collect(),
        Literal::Map(entries) => entries.iter().map(|(key, value)| (key.clone(), literal(api, value))).collect(),
        Literal::Shown(value) => value.clone(),
        Literal::Variant(id, name) => match &api.ty(*id).kind {
            TypeKind::Enum(list) => {
                let variant = list.variants.iter().find(|variant| variant.name == *name);
                // The wire of a variant is a string or an integer, so this goes no deeper.
                variant.map_or(Value::Null, |variant| literal(api, &variant.wire))
            }
            _ => Value::Null,
        },
    }
}
