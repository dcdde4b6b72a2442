//! Which capabilities an API needs; from them follow the runtime's files, its re-exports, the dependencies and features.

mod dependencies;
mod files;

use std::collections::BTreeSet;

pub use self::{
    dependencies::{Dependency, Feature, Target, is_ours},
    files::{Cfg, FILES, FOREIGN, RuntimeFile},
};
use super::{
    Api, Argument, BodyKind, Credential, EnumRepr, Form, Location, Output, ParameterStyle, Presence, Scalar, TypeKind,
    TypeRef,
};

/// Something that an API uses or does not. A file of the runtime holds exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capability {
    /// What every crate has.
    Core,
    /// A typed operation: the table of operations.
    Operations,
    /// A query parameter.
    Query,
    /// A header parameter.
    Header,
    /// A cookie parameter.
    Cookie,
    /// A parameter in a style of its own, or a form.
    Style,
    /// A parameter or a form that is made of its JSON.
    Fields,
    /// A body of `application/x-www-form-urlencoded`.
    Form,
    /// A body of `multipart/form-data`.
    Multipart,
    /// A file in a form.
    File,
    /// A body of text or bytes.
    Payload,
    /// Basic authentication.
    Basic,
    /// An idempotency key's header.
    Idempotency,
    /// An output that differs by status.
    ByStatus,
    /// A struct.
    Object,
    /// A secret field.
    Secret,
    /// A struct's map of properties that are not named.
    Rest,
    /// A property that may be absent or `null`.
    Nullable,
    /// An enum of texts that keeps unknown ones.
    OpenEnum,
    /// An enum of exactly these texts.
    ClosedEnum,
    /// An enum of integers that keeps unknown ones.
    OpenIntegerEnum,
    /// An enum of exactly these integers.
    ClosedIntegerEnum,
    /// An enum of numbers, or of values of several types.
    MixedEnum,
    /// A union.
    Union,
    /// A number that may have a fraction.
    Number,
    /// A scalar that is read and written by a codec of the wire tables, whichever.
    AnyCodec,
    /// A list in which each place has its own type, one of them with a codec.
    Tuple,
    /// The codec of this name (a column of the format table).
    Codec(&'static str),
    /// The dependency of this name (a column of the format table).
    Dependency(&'static str),
}

/// What an API needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capabilities(BTreeSet<Capability>);

impl Capabilities {
    /// Reads it off the API.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        let mut found = BTreeSet::from([Capability::Core]);
        found.extend(of_calls(api));
        found.extend(of_types(api));
        for ty in type_refs(api) {
            found.extend(of_scalars(ty));
        }
        Self(found)
    }

    /// Whether it is needed.
    #[must_use]
    pub fn has(&self, capability: Capability) -> bool {
        self.0.contains(&capability)
    }

    /// The runtime's files that the crate gets, in name order.
    pub fn files(&self) -> impl Iterator<Item = &'static RuntimeFile> {
        FILES.iter().filter(|file| file.needed_by.iter().any(|capability| self.has(*capability)))
    }

    /// What the crate depends on, in name order.
    #[must_use]
    pub fn dependencies(&self) -> Vec<Dependency> {
        dependencies::of(self)
    }

    /// The crate's features, `default` first.
    #[must_use]
    pub fn features(&self) -> Vec<Feature> {
        dependencies::features(self)
    }
}

fn of_calls(api: &Api) -> BTreeSet<Capability> {
    let mut found = BTreeSet::new();
    for operation in &api.operations {
        let typed = operation.form == Form::Typed;
        found.extend(typed.then_some(Capability::Operations));
        let arguments = operation.required.arguments().iter().chain(&operation.optional).filter(|_| typed);
        found.extend(operation.path_arguments.iter().chain(arguments).flat_map(of_argument));
        found.extend((typed && !operation.fixed_query.is_empty()).then_some(Capability::Query));
        found.extend(operation.body.iter().filter(|_| typed).flat_map(|body| of_body(&body.kind)));
        found.extend((typed && operation.idempotency_header.is_some()).then_some(Capability::Idempotency));
        let by_status = typed && matches!(operation.answer.output, Output::ByStatus { .. });
        found.extend(by_status.then_some(Capability::ByStatus));
    }
    let basic = api.auth.schemes.iter().any(|scheme| scheme.credential == Credential::Basic);
    found.extend(basic.then_some(Capability::Basic));
    found
}

fn of_argument(argument: &Argument) -> Vec<Capability> {
    use ParameterStyle::{FormComma, FormExplode, Simple};
    let plain = !argument.fields
        && matches!(
            (argument.location, argument.style),
            (Location::Path | Location::Header, Simple)
                | (Location::Query, FormExplode | FormComma)
                | (Location::Cookie, FormComma)
        );
    match argument.location {
        Location::Path if plain => vec![],
        Location::Query if plain => vec![Capability::Query],
        Location::Header if plain => vec![Capability::Header],
        Location::Cookie if plain => vec![Capability::Cookie],
        _ if argument.fields => vec![Capability::Style, Capability::Fields],
        _ => vec![Capability::Style],
    }
}

fn of_body(kind: &BodyKind) -> &'static [Capability] {
    match kind {
        BodyKind::Json { .. } => &[],
        BodyKind::Form { .. } => &[Capability::Form, Capability::Fields, Capability::Style],
        // Whoever sends forms may send files.
        BodyKind::Multipart { .. } => &[Capability::Multipart, Capability::File, Capability::Fields, Capability::Style],
        BodyKind::Text { .. } | BodyKind::Bytes { .. } => &[Capability::Payload],
    }
}

fn of_types(api: &Api) -> BTreeSet<Capability> {
    let mut found = BTreeSet::new();
    for def in &api.types {
        match &def.kind {
            TypeKind::Struct(object) => {
                found.insert(Capability::Object);
                found.extend(object.additional.as_ref().map(|_| Capability::Rest));
                let nullable = |f: &super::Field| f.presence == Presence::OptionalNullable;
                found.extend(object.fields.iter().any(nullable).then_some(Capability::Nullable));
                found.extend(object.fields.iter().any(|field| field.secret).then_some(Capability::Secret));
            }
            TypeKind::Enum(list) => {
                found.insert(match (list.repr, list.open) {
                    (EnumRepr::String, true) => Capability::OpenEnum,
                    (EnumRepr::String, false) => Capability::ClosedEnum,
                    (EnumRepr::Integer, true) => Capability::OpenIntegerEnum,
                    (EnumRepr::Integer, false) => Capability::ClosedIntegerEnum,
                    (EnumRepr::Mixed, _) => Capability::MixedEnum,
                });
            }
            TypeKind::Union(_) => {
                found.insert(Capability::Union);
            }
            TypeKind::Alias(_) => {}
        }
    }
    found
}

fn of_scalars(ty: &TypeRef) -> Vec<Capability> {
    match ty {
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => of_scalars(inner),
        TypeRef::Tuple(places) => {
            let mut found: Vec<_> = places.iter().flat_map(of_scalars).collect();
            found.extend(found.contains(&Capability::AnyCodec).then_some(Capability::Tuple));
            found
        }
        TypeRef::Scalar(scalar) => {
            let row = scalar.row();
            let codec = row.codec.map(|codec| [Capability::AnyCodec, Capability::Codec(codec)]);
            let number = (row.rust == "f64").then_some(Capability::Number);
            let file = (*scalar == Scalar::File).then_some(Capability::File);
            codec
                .into_iter()
                .flatten()
                .chain(number)
                .chain(file)
                .chain(row.dependency.map(Capability::Dependency))
                .collect()
        }
        TypeRef::Named(_) | TypeRef::External(_) | TypeRef::Json => Vec::new(),
    }
}

/// Every use of a type in the API.
fn type_refs(api: &Api) -> impl Iterator<Item = &TypeRef> {
    let types = api.types.iter().flat_map(super::TypeDef::parts);
    types.chain(api.operations.iter().flat_map(super::Operation::types))
}
