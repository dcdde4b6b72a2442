//! The Rust signature of an item as text, for `inspect`, `explain` and the diff.
//!
//! What emit prints and what is written here follow the same rules (`sdk.md`, Arguments); a test of emit compares them.

use super::{
    Api, Argument, Body, Content, Enum, Field, Form, Operation, Output, Presence, RequiredArguments, Resource, Scalar,
    Struct, TypeDef, TypeId, TypeKind, TypeRef, Union,
};

/// A type as it stands in a field, list or answer: `Vec<Connection>`.
#[must_use]
pub fn owned(api: &Api, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(id) => api.ty(*id).name.to_string(),
        TypeRef::Scalar(scalar) => scalar.row().rust.to_owned(),
        TypeRef::List(item) => format!("Vec<{}>", owned(api, item)),
        TypeRef::Map(value) => format!("BTreeMap<String, {}>", owned(api, value)),
        TypeRef::Tuple(places) => {
            let places: Vec<_> = places.iter().map(|place| owned(api, place)).collect();
            format!("({})", places.join(", "))
        }
        TypeRef::Nullable(value) => format!("Option<{}>", owned(api, value)),
        TypeRef::External(path) => path.as_str().to_owned(),
        TypeRef::Json => "serde_json::Value".to_owned(),
    }
}

/// What an argument's type is behind its aliases, since `&str` serves an alias of `String` too.
#[must_use]
pub fn unalias<'a>(api: &'a Api, mut ty: &'a TypeRef) -> &'a TypeRef {
    // An alias of itself is no type; the bound only keeps a wrong model from looping here.
    for _ in 0..api.types.len() {
        match ty {
            TypeRef::Named(id) => match &api.ty(*id).kind {
                TypeKind::Alias(target) => ty = target,
                _ => return ty,
            },
            _ => return ty,
        }
    }
    ty
}

/// A type as it stands in an argument: `&str`, `impl Into<Color>`, `&[&str]`.
#[must_use]
pub fn argument(api: &Api, ty: &TypeRef) -> String {
    match unalias(api, ty) {
        TypeRef::Named(id) if is_enum(api, *id) => format!("impl Into<{}>", api.ty(*id).name),
        other => inner_argument(api, other, ""),
    }
}

/// The same inside an `Option`, where an `impl Into` would leave a plain `None` without a type.
fn inner_argument(api: &Api, ty: &TypeRef, lifetime: &str) -> String {
    match unalias(api, ty) {
        TypeRef::Scalar(scalar) => {
            let text = scalar.row().argument.unwrap_or(scalar.row().rust);
            text.replacen('&', &format!("&{lifetime}"), 1)
        }
        TypeRef::Named(id) if is_enum(api, *id) => api.ty(*id).name.to_string(),
        TypeRef::List(item) if is_text(api, item) => format!("&{lifetime}[&{lifetime}str]"),
        TypeRef::List(item) => format!("&{lifetime}[{}]", owned(api, item)),
        TypeRef::Nullable(value) => format!("Option<{}>", inner_argument(api, value, lifetime)),
        other => format!("&{lifetime}{}", owned(api, other)),
    }
}

/// A field's type, with what [`Presence`] and boxing add.
#[must_use]
pub fn field(api: &Api, field: &Field) -> String {
    let value = owned(api, &field.ty);
    let value = if field.boxed { format!("Box<{value}>") } else { value };
    match field.presence {
        Presence::Required => value,
        Presence::Optional | Presence::Nullable => format!("Option<{value}>"),
        Presence::OptionalNullable => format!("Nullable<{value}>"),
    }
}

/// What the call gives when awaited: `Vec<Connection>`, `()`.
#[must_use]
pub fn output(api: &Api, operation: &Operation) -> String {
    match &operation.answer.output {
        Output::Nothing => "()".to_owned(),
        Output::Json(ty) => owned(api, ty),
        Output::List(item) => format!("Vec<{}>", owned(api, item)),
        Output::Optional(ty) => format!("Option<{}>", owned(api, ty)),
        Output::Text => "String".to_owned(),
        Output::Bytes => "Bytes".to_owned(),
        Output::ByStatus { name, .. } => format!("op::{name}"),
    }
}

/// What one answer gives: `Connection`; `None`: nothing.
#[must_use]
pub fn content(api: &Api, content: &Content) -> Option<String> {
    match content {
        Content::Nothing => None,
        Content::Json(ty) => Some(owned(api, ty)),
        Content::Text => Some("String".to_owned()),
        Content::Bytes => Some("Bytes".to_owned()),
    }
}

/// The method: `pub fn list(&self, workspace_id: &str) -> op::List`.
#[must_use]
pub fn method(api: &Api, operation: &Operation) -> String {
    let mut arguments = vec!["&self".to_owned()];
    let mut generics = "";
    let typed = operation.form == Form::Typed;
    arguments.extend(operation.path_arguments.iter().map(|a| named_argument(api, a)));
    if typed {
        match &operation.required {
            RequiredArguments::Positional(required) => {
                arguments.extend(required.iter().map(|a| named_argument(api, a)))
            }
            RequiredArguments::Struct { name, .. } => arguments.push(format!("required: op::{name}")),
        }
        if let Some(body) = &operation.body {
            arguments.extend(body.kind.is_of_any_type().then(|| "media_type: &str".to_owned()));
            arguments.push(format!("body: {}", self::body(api, body)));
            generics = if arguments.last().is_some_and(|a| a.contains("'b ")) { "<'b>" } else { "" };
        }
    }
    let result = if typed { format!("op::{}", operation.call) } else { "RawCall".to_owned() };
    format!("pub fn {}{generics}({}) -> {result}", operation.name, arguments.join(", "))
}

/// The setter of an optional argument: `pub fn limit(self, limit: u32) -> Self`.
#[must_use]
pub fn setter(api: &Api, argument: &Argument) -> String {
    format!("pub fn {}(self, {}) -> Self", argument.name, named_argument(api, argument))
}

/// Where the method is: `resources::connections::Connections::list`.
#[must_use]
pub fn method_path(api: &Api, operation: &Operation) -> String {
    let resource = api.resource(operation.resource);
    format!("{}::{}", resource_path(resource), operation.name)
}

/// How the method is reached from a client: `client.connections().list`.
#[must_use]
pub fn call_path(api: &Api, operation: &Operation) -> String {
    let accessors: Vec<_> = chain(api, operation).iter().map(|r| format!("{}()", r.accessor)).collect();
    format!("client.{}.{}", accessors.join("."), operation.name)
}

/// The resources from the client down to the operation's own.
#[must_use]
pub fn chain<'a>(api: &'a Api, operation: &Operation) -> Vec<&'a Resource> {
    let mut chain = Vec::new();
    let mut next = Some(operation.resource);
    while let Some(id) = next.filter(|_| chain.len() <= api.resources.len()) {
        let resource = api.resource(id);
        next = resource.parent;
        chain.push(resource);
    }
    chain.reverse();
    chain
}

/// Where a resource is: `resources::connections::Connections`.
#[must_use]
pub fn resource_path(resource: &Resource) -> String {
    format!("resources::{}::{}", resource.module, resource.name)
}

/// Where a type is: `types::Connection`.
#[must_use]
pub fn type_path(def: &TypeDef) -> String {
    format!("types::{}", def.name)
}

/// A type's declaration on one line: `pub struct Connection { external_id: String, … }`.
#[must_use]
pub fn declaration(api: &Api, def: &TypeDef) -> String {
    match &def.kind {
        TypeKind::Struct(object) => format!("pub struct {} {{ {} }}", def.name, fields(api, object)),
        TypeKind::Enum(list) => format!("pub enum {} {{ {} }}", def.name, enum_variants(list)),
        TypeKind::Union(union) => format!("pub enum {} {{ {} }}", def.name, union_variants(api, union)),
        TypeKind::Alias(target) => format!("pub type {} = {};", def.name, owned(api, target)),
    }
}

/// A struct's constructor: `pub fn new(integration_type: impl Into<IntegrationType>) -> Self`.
#[must_use]
pub fn constructor(api: &Api, def: &TypeDef, object: &Struct) -> String {
    let arguments = object.new_arguments();
    let list = if arguments.len() > 3 {
        format!("required: {}Required", def.name)
    } else {
        let all: Vec<_> = arguments.iter().map(|f| format!("{}: {}", f.name, model_argument(api, f))).collect();
        all.join(", ")
    };
    format!("pub fn new({list}) -> Self")
}

/// The type of a model's setter: owned, with `impl Into` where something shorter can be given.
#[must_use]
pub fn model_argument(api: &Api, field: &Field) -> String {
    let value = match unalias(api, &field.ty) {
        TypeRef::Scalar(scalar) if scalar.row().argument.is_some() => format!("impl Into<{}>", scalar.row().rust),
        TypeRef::Named(id) if is_enum(api, *id) => format!("impl Into<{}>", api.ty(*id).name),
        _ => owned(api, &field.ty),
    };
    match field.presence {
        Presence::Nullable | Presence::OptionalNullable => format!("Option<{}>", owned(api, &field.ty)),
        Presence::Required | Presence::Optional => value,
    }
}

/// Whether the type is an enum, which an argument takes as `impl Into`.
#[must_use]
pub fn is_enum(api: &Api, id: TypeId) -> bool {
    matches!(api.ty(id).kind, TypeKind::Enum(_))
}

/// Whether the type is a `String`, which a list argument takes as `&str`.
#[must_use]
pub fn is_text(api: &Api, ty: &TypeRef) -> bool {
    matches!(unalias(api, ty), TypeRef::Scalar(Scalar::String | Scalar::LenientString))
}

fn named_argument(api: &Api, given: &Argument) -> String {
    if given.nullable {
        format!("{}: Option<{}>", given.name, inner_argument(api, &given.ty, ""))
    } else {
        format!("{}: {}", given.name, argument(api, &given.ty))
    }
}

/// The type of a body as an argument: `&Connection`.
#[must_use]
pub fn body(api: &Api, body: &Body) -> String {
    match (body.kind.ty(), body.required) {
        (Some(ty), true) => argument(api, ty),
        (Some(ty), false) => format!("impl Into<Option<{}>>", inner_argument(api, ty, "'b ")),
        (None, true) => "impl Into<Bytes>".to_owned(),
        (None, false) => "impl Into<Option<Bytes>>".to_owned(),
    }
}

fn fields(api: &Api, object: &Struct) -> String {
    let named = object.fields.iter().map(|f| format!("{}: {}", f.name, field(api, f)));
    let map = object.additional.iter().map(|a| format!("{}: BTreeMap<String, {}>", a.name, owned(api, &a.value)));
    named.chain(map).collect::<Vec<_>>().join(", ")
}

fn enum_variants(list: &Enum) -> String {
    let unknown = list.open.then(|| "Unknown(..)".to_owned());
    list.variants.iter().map(|v| v.name.to_string()).chain(unknown).collect::<Vec<_>>().join(", ")
}

fn union_variants(api: &Api, union: &Union) -> String {
    let named = union.variants.iter().map(|v| format!("{}({})", v.name, owned(api, &v.ty)));
    let unknown = union.open.then(|| "Unknown(serde_json::Value)".to_owned());
    named.chain(unknown).collect::<Vec<_>>().join(", ")
}
