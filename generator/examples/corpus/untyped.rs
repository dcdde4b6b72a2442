//! The places whose schema says something and whose Rust type does not say it.
//!
//! A *place* is a field of a struct, a struct's map of further properties, a parameter, a request body or the success
//! results of an operation. It is *untyped* when, behind aliases, lists, maps and `Option`, its Rust type is
//!
//! - `serde_json::Value` although the schema says something ([`Schema::says`]): more than descriptions, `nullable` and
//!   examples, and less than "any of JSON's types";
//! - bytes, where the schema says something that is no text of bytes (`binary`, `byte`, `contentEncoding`);
//! - `String`, where the schema says a type other than `string`, an `enum` of two or more values, alternatives of which
//!   one is such, or a format that the generator has a type for (a constant leaves nothing to choose, and its text is
//!   what `new` fills in);
//! - a map or a list where the schema names properties;
//! - nothing, where a body is described and the method takes or gives none (an answer to HEAD never has one).
//!
//! A method that gives a `RawCall` has no types: its described body and its described results count as one place each.
//! A place counts once, however much of it is untyped. What a named type holds is counted there, not where it is used.

pub mod operation;
mod schema;

use std::collections::BTreeMap;

use generator::model::{JsonType, Scalar, Time};
use serde::{Deserialize, Serialize};
use syn::{GenericArgument, PathArguments, Type};

use self::schema::Schema;
use crate::{
    documents::{At, Documents},
    inspected::Inspected,
};

/// The untyped places, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Untyped {
    /// Fields, and maps of further properties.
    pub fields: Vec<String>,
    /// Parameters.
    pub parameters: Vec<String>,
    /// Request bodies.
    pub bodies: Vec<String>,
    /// Success results.
    pub results: Vec<String>,
}

impl Untyped {
    /// How many.
    pub fn count(&self) -> usize {
        self.fields.len() + self.parameters.len() + self.bodies.len() + self.results.len()
    }
}

/// Finds them.
pub fn untyped(documents: &Documents, inspected: &Inspected) -> Untyped {
    let envelope = inspected.envelope.as_ref().map(|envelope| envelope.data.as_str());
    let judge = Judge { documents, aliases: inspected.aliases(), envelope };
    let mut found = Untyped::default();
    for ty in &inspected.types {
        let at = documents.place(ty.place.file.as_deref(), &ty.place.pointer);
        for field in &ty.fields {
            let place = documents.place(field.place.file.as_deref(), &field.place.pointer);
            if judge.place(&field.value_type, &place) {
                found.fields.push(format!("{}.{}: {}", ty.name(), field.wire, field.value_type));
            }
        }
        let additional = ty.additional.as_ref().filter(|map| {
            let schema = Schema::at(documents, &at).values();
            schema.iter().any(|schema| judge.text(&map.ty, schema))
        });
        found.fields.extend(additional.map(|map| format!("{}.*: {}", ty.name(), map.ty)));
    }
    for operation in &inspected.operations {
        operation::places(&judge, operation, &mut found);
    }
    found
}

/// Compares types with schemas.
struct Judge<'d> {
    documents: &'d Documents,
    aliases: BTreeMap<&'d str, &'d str>,
    envelope: Option<&'d str>,
}

/// A Rust type, as far as it matters here.
enum Shape {
    Json,
    Bytes,
    Text,
    Nothing,
    List(Type),
    Map(Type),
    Inside(Type),
    Other,
}

/// How many names of names are followed.
const DEPTH: usize = 32;

impl Judge<'_> {
    fn place(&self, ty: &str, at: &At) -> bool {
        self.text(ty, &Schema::at(self.documents, at))
    }

    fn text(&self, ty: &str, schema: &Schema) -> bool {
        syn::parse_str(ty).is_ok_and(|ty| self.is_untyped(&ty, schema, DEPTH))
    }

    fn is_untyped(&self, ty: &Type, schema: &Schema, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        if let Some(target) = self.alias(ty) {
            return self.is_untyped(&target, schema, depth);
        }
        match shape(ty) {
            Shape::Json | Shape::Nothing => schema.says(),
            Shape::Bytes => schema.says() && !schema.is_binary(),
            Shape::Text => says_more_than_text(schema),
            Shape::Inside(inner) => self.is_untyped(&inner, schema, depth),
            Shape::List(inner) => {
                schema.names_properties() || schema.items().iter().any(|items| self.is_untyped(&inner, items, depth))
            }
            Shape::Map(inner) => {
                schema.names_properties() || schema.values().iter().any(|value| self.is_untyped(&inner, value, depth))
            }
            Shape::Other => false,
        }
    }

    fn alias(&self, ty: &Type) -> Option<Type> {
        let Type::Path(path) = ty else { return None };
        let name = path.path.segments.last().filter(|last| last.arguments.is_empty())?.ident.to_string();
        syn::parse_str(self.aliases.get(name.as_str())?).ok()
    }
}

fn says_more_than_text(schema: &Schema) -> bool {
    let known = |format: &str| Scalar::select(JsonType::String, format, Time::default()) != Scalar::String;
    schema.is_other_than_text() || schema.formats().iter().any(|format| known(format))
}

fn shape(ty: &Type) -> Shape {
    let path = match ty {
        Type::Path(path) => &path.path,
        Type::Tuple(tuple) if tuple.elems.is_empty() => return Shape::Nothing,
        _ => return Shape::Other,
    };
    let Some(last) = path.segments.last() else { return Shape::Other };
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().rev().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty.clone()),
            _ => None,
        }),
        _ => None,
    };
    let of_json = path.segments.first().is_some_and(|first| first.ident == "serde_json");
    match (last.ident.to_string().as_str(), inner) {
        ("Value", None) if of_json => Shape::Json,
        ("Bytes", None) => Shape::Bytes,
        ("String", None) => Shape::Text,
        ("Vec" | "BTreeSet" | "HashSet", Some(inner)) => Shape::List(inner),
        ("BTreeMap" | "HashMap" | "Map" | "IndexMap", Some(inner)) => Shape::Map(inner),
        ("Option" | "Nullable" | "Box", Some(inner)) => Shape::Inside(inner),
        _ => Shape::Other,
    }
}

#[cfg(test)]
mod tests;
