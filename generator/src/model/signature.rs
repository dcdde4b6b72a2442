//! The Rust signature of an item as text, for `inspect`, `explain` and the diff.
//!
//! What emit prints and what is written here follow the same rules (`sdk.md`, Arguments); a test of emit compares them.

use super::{
    Api, Argument, Body, Content, Credential, Enum, Field, Form, Operation, Output, Presence, RequiredArguments,
    Resource, Scalar, Scheme, Struct, TypeDef, TypeId, TypeKind, TypeRef, Union, UnionVariant,
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
        TypeRef::Nullable(_) => inner_argument(api, ty, ""),
        TypeRef::Named(id) if is_enum(api, *id) => format!("impl Into<{}>", api.ty(*id).name),
        TypeRef::Scalar(scalar) => scalar.row().argument.unwrap_or(scalar.row().rust).to_owned(),
        TypeRef::List(item) if is_text(api, item) => "&[&str]".to_owned(),
        TypeRef::List(item) => format!("&[{}]", owned(api, item)),
        other => format!("&{}", owned(api, other)),
    }
}

/// The same inside an `Option`, where an `impl Into` would leave a plain `None` without a type. An alias keeps its name.
fn inner_argument(api: &Api, ty: &TypeRef, lifetime: &str) -> String {
    match unalias(api, ty) {
        TypeRef::Scalar(scalar) => match scalar.row().argument {
            Some(text) => text.replacen('&', &format!("&{lifetime}"), 1),
            None => owned(api, ty),
        },
        TypeRef::Named(id) if is_enum(api, *id) => owned(api, ty),
        TypeRef::List(item) if is_text(api, item) => format!("&{lifetime}[&{lifetime}str]"),
        TypeRef::List(item) => format!("&{lifetime}[{}]", owned(api, item)),
        TypeRef::Nullable(value) => format!("Option<{}>", inner_argument(api, value, lifetime)),
        _ => format!("&{lifetime}{}", owned(api, ty)),
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

/// So many required fields are positional arguments of `new`; more are the fields of a struct.
pub const MOST_POSITIONAL: usize = 3;

/// Whether `new` takes the struct `{name}Required`.
#[must_use]
pub fn takes_required(object: &Struct) -> bool {
    object.new_arguments().len() > MOST_POSITIONAL
}

/// A struct's constructor: `pub fn new(integration_type: impl Into<IntegrationType>) -> Self`.
#[must_use]
pub fn constructor(api: &Api, def: &TypeDef, object: &Struct) -> String {
    let list = if takes_required(object) {
        format!("required: {}Required", def.name)
    } else {
        let arguments = object.new_arguments();
        let all: Vec<_> = arguments.iter().map(|f| format!("{}: {}", f.name, new_argument(api, f))).collect();
        all.join(", ")
    };
    format!("pub fn new({list}) -> Self")
}

/// The type of an argument of a struct's `new`.
#[must_use]
pub fn new_argument(api: &Api, field: &Field) -> String {
    match field.presence {
        Presence::Nullable => format!("Option<{}>", owned(api, &field.ty)),
        _ => kept(api, &field.ty),
    }
}

/// The setter of a struct's field that `new` does not take: `pub fn scope(self, scope: impl Into<String>) -> Self`.
#[must_use]
pub fn field_setter(api: &Api, field: &Field) -> String {
    format!("pub fn {0}(self, {0}: {1}) -> Self", field.name, setter_argument(api, field))
}

/// The type of the argument of a field's setter.
#[must_use]
pub fn setter_argument(api: &Api, field: &Field) -> String {
    match field.presence {
        Presence::Required | Presence::Optional => kept(api, &field.ty),
        Presence::Nullable => format!("Option<{}>", owned(api, &field.ty)),
        Presence::OptionalNullable => format!("impl Into<Nullable<{}>>", owned(api, &field.ty)),
    }
}

/// A field of the struct that `new` takes: owned.
#[must_use]
pub fn required_field(api: &Api, field: &Field) -> String {
    match field.presence {
        Presence::Nullable => format!("Option<{}>", owned(api, &field.ty)),
        _ => owned(api, &field.ty),
    }
}

/// A type as an argument that is kept (`new` and the setters of a struct): owned, with `impl Into` where something
/// shorter can be given.
#[must_use]
pub fn kept(api: &Api, ty: &TypeRef) -> String {
    let into = match unalias(api, ty) {
        TypeRef::Scalar(scalar) => scalar.row().argument.is_some(),
        TypeRef::Named(id) => matches!(api.ty(*id).kind, TypeKind::Enum(_) | TypeKind::Union(_)),
        _ => false,
    };
    let owned = owned(api, ty);
    if into { format!("impl Into<{owned}>") } else { owned }
}

/// The payload of a union's variant.
#[must_use]
pub fn payload(api: &Api, variant: &UnionVariant) -> String {
    let owned = owned(api, &variant.ty);
    if variant.boxed { format!("Box<{owned}>") } else { owned }
}

/// The variants of a union that `From` makes of their payload: those whose payload says which one is meant.
#[must_use]
pub fn convertible<'u>(api: &Api, id: TypeId, union: &'u Union) -> Vec<&'u UnionVariant> {
    let payloads: Vec<_> = union.variants.iter().map(|variant| in_rust(api, &variant.ty)).collect();
    let own = TypeRef::Named(id);
    let single = |payload: &TypeRef| *payload != own && payloads.iter().filter(|other| *other == payload).count() == 1;
    let both = union.variants.iter().zip(&payloads);
    both.filter(|(_, payload)| single(payload)).map(|(variant, _)| variant).collect()
}

/// The type with every alias in it replaced, and rows of the format table by what they are in Rust.
#[must_use]
pub fn in_rust(api: &Api, ty: &TypeRef) -> TypeRef {
    let inner = |ty: &TypeRef| Box::new(in_rust(api, ty));
    match unalias(api, ty) {
        TypeRef::Scalar(scalar) => TypeRef::Scalar(scalar.same_in_rust()),
        TypeRef::List(item) => TypeRef::List(inner(item)),
        TypeRef::Map(value) => TypeRef::Map(inner(value)),
        TypeRef::Tuple(places) => TypeRef::Tuple(places.iter().map(|place| in_rust(api, place)).collect()),
        TypeRef::Nullable(value) => TypeRef::Nullable(inner(value)),
        other => other.clone(),
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
    format!("{}: {}", given.name, argument_type(api, given))
}

/// The type of a parameter as an argument.
#[must_use]
pub fn argument_type(api: &Api, given: &Argument) -> String {
    if given.nullable { format!("Option<{}>", inner_argument(api, &given.ty, "")) } else { argument(api, &given.ty) }
}

/// Whether the credential is a user name and a password.
#[must_use]
pub fn is_basic(scheme: &Scheme) -> bool {
    scheme.credential == Credential::Basic
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
