//! Values from the spec that fit the Rust type they are meant for.

use serde_json::Value;

use super::{Context, object};
use crate::{
    diagnostic::Code,
    model::{JsonType, Literal, Scalar, TypeId, TypeKind, TypeRef, WireName},
    pointer::{At, Origin},
};

/// A default whose type may still be open.
#[derive(Debug)]
pub(super) struct Pending {
    pub owner: TypeId,
    pub wire: WireName,
    pub value: At<Value>,
    pub ty: TypeRef,
}

/// What became of a value.
enum Fit {
    /// A literal.
    Literal(Literal),
    /// It fits, but there is no literal of that type: documentation only.
    Unwritten,
    /// It does not fit.
    No,
}

/// Fills in the defaults of all fields.
pub(super) fn settle(cx: &mut Context<'_>) {
    for pending in std::mem::take(&mut cx.types.defaults) {
        let literal = cx.literal(&pending.value.node, &pending.ty, &pending.value.origin);
        if let TypeKind::Struct(body) = &mut cx.types.get_mut(pending.owner).kind
            && let Some(field) = body.fields.iter_mut().find(|field| field.wire == pending.wire)
        {
            field.default = literal;
        }
    }
}

impl Context<'_> {
    /// `value` as a literal of this type; `None` when there is none, with a diagnostic at `origin` when it does not
    /// fit.
    pub fn literal(&mut self, value: &Value, ty: &TypeRef, origin: &Origin) -> Option<Literal> {
        match self.fit(value, ty) {
            Fit::Literal(literal) => Some(literal),
            Fit::Unwritten => Some(Literal::Shown(value.clone())),
            Fit::No => {
                let message = format!("the value `{value}` does not fit its type");
                self.say(Code::SchemaValue, origin, message);
                None
            }
        }
    }

    fn fit(&self, value: &Value, ty: &TypeRef) -> Fit {
        match (ty, value) {
            (TypeRef::Nullable(_), Value::Null) => Fit::Unwritten,
            (TypeRef::Nullable(inner), _) => self.fit(value, inner),
            (TypeRef::External(_) | TypeRef::Json, _) => Fit::Unwritten,
            (TypeRef::Scalar(scalar), _) => fit_scalar(value, *scalar),
            (TypeRef::List(item), Value::Array(items)) => {
                all(items.iter().map(|value| self.fit_part(value, item)), Literal::List)
            }
            (TypeRef::Map(item), Value::Object(entries)) => {
                let keys: Vec<String> = entries.keys().cloned().collect();
                let with_keys = |values: Vec<Literal>| Literal::Map(keys.into_iter().zip(values).collect());
                all(entries.values().map(|value| self.fit_part(value, item)), with_keys)
            }
            (TypeRef::Tuple(places), Value::Array(items)) if items.len() == places.len() => Fit::Unwritten,
            (TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Tuple(_), _) => Fit::No,
            (TypeRef::Named(id), _) => self.fit_named(value, *id),
        }
    }

    /// As an item of a list or a value of a map.
    fn fit_part(&self, value: &Value, ty: &TypeRef) -> Fit {
        match (ty, self.fit(value, ty)) {
            // It would be a literal in `Some`, for which nobody asks.
            (TypeRef::Nullable(_), Fit::Literal(_)) => Fit::Unwritten,
            (_, fit) => fit,
        }
    }

    fn fit_named(&self, value: &Value, id: TypeId) -> Fit {
        match &self.types.get(id).kind {
            TypeKind::Alias(ty) if *ty != TypeRef::Named(id) => self.fit(value, ty),
            TypeKind::Alias(_) | TypeKind::Union(_) => Fit::Unwritten,
            TypeKind::Struct(_) if value.is_object() => Fit::Unwritten,
            TypeKind::Struct(_) => Fit::No,
            TypeKind::Enum(body) => {
                let found = body.variants.iter().find(|variant| match (&variant.wire, value) {
                    (Literal::String(text), Value::String(value)) => text == value,
                    (Literal::Integer(number), value) => value.as_i64() == Some(*number),
                    (Literal::Number(number), value) => value.as_f64() == Some(*number),
                    (Literal::Boolean(flag), value) => value.as_bool() == Some(*flag),
                    _ => false,
                });
                found.map_or(Fit::No, |variant| Fit::Literal(Literal::Variant(id, variant.name.clone())))
            }
        }
    }
}

/// What became of a value by what became of its parts.
fn all(parts: impl Iterator<Item = Fit>, make: impl FnOnce(Vec<Literal>) -> Literal) -> Fit {
    let (mut literals, mut unwritten) = (Vec::new(), false);
    for part in parts {
        match part {
            Fit::Literal(literal) => literals.push(literal),
            Fit::Unwritten => unwritten = true,
            Fit::No => return Fit::No,
        }
    }
    if unwritten { Fit::Unwritten } else { Fit::Literal(make(literals)) }
}

fn fit_scalar(value: &Value, scalar: Scalar) -> Fit {
    let literal = match (scalar, value) {
        (Scalar::String | Scalar::LenientString, Value::String(text)) => Some(Literal::String(text.clone())),
        (Scalar::Boolean, Value::Bool(flag)) => object::boolean(*flag, &TypeRef::Scalar(scalar)),
        (Scalar::F64 | Scalar::LenientNumber, Value::Number(number)) => {
            number.as_f64().filter(|n| n.is_finite()).map(Literal::Number)
        }
        _ if is_unwritten(scalar, value) => return Fit::Unwritten,
        (_, Value::Number(number)) => match (range(scalar), integer(number)) {
            (Some(range), Some(n)) if range.contains(&n) => i64::try_from(n).ok().map(Literal::Integer),
            _ => None,
        },
        _ => None,
    };
    literal.map_or(Fit::No, Fit::Literal)
}

/// Whether values of this kind have no literal in Rust.
fn is_unwritten(scalar: Scalar, value: &Value) -> bool {
    let row = scalar.row();
    match row.json {
        JsonType::String => value.is_string() && row.rust != "String",
        JsonType::Integer => value.is_number() && !scalar.is_integer(),
        _ => false,
    }
}

/// A whole number, `1.0` included.
fn integer(number: &serde_json::Number) -> Option<i128> {
    let whole = |n: f64| (n.fract() == 0.0 && n.abs() < 9_007_199_254_740_992.0).then_some(n as i128);
    number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from))
        .or_else(|| number.as_f64().and_then(whole))
}

/// The values of an integer scalar.
fn range(scalar: Scalar) -> Option<std::ops::RangeInclusive<i128>> {
    Some(match scalar {
        Scalar::I8 => i8::MIN.into()..=i8::MAX.into(),
        Scalar::I16 => i16::MIN.into()..=i16::MAX.into(),
        Scalar::I32 => i32::MIN.into()..=i32::MAX.into(),
        Scalar::I64 | Scalar::LenientInteger => i64::MIN.into()..=i64::MAX.into(),
        Scalar::U8 => 0..=u8::MAX.into(),
        Scalar::U16 => 0..=u16::MAX.into(),
        Scalar::U32 => 0..=u32::MAX.into(),
        Scalar::U64 => 0..=u64::MAX.into(),
        _ => return None,
    })
}
