//! The model: what the emitted crate is, with every name decided.
//!
//! Inert, serialisable data. It knows neither OpenAPI nor tokens: after [`resolve`](crate::resolve) nothing is a
//! reference, a schema, a tag or an operationId any more. What only reports must name stands in [`Source`].

pub mod answer;
pub mod api;
pub mod argument;
pub mod auth;
pub mod body;
pub mod capabilities;
pub mod docs;
pub mod http_method;
pub mod name;
pub mod operation;
pub mod parts;
pub mod path;
pub mod resource;
mod scalars;
pub mod signature;
pub mod types;

pub use answer::{Answer, Content, ErrorAnswer, Output, OutputVariant, Statuses};
pub use api::{
    Api, AppliedKnob, Counts, EnvVar, Envelope, ErrorShape, Fallback, Server, ServerVariable, Skipped, Source, Webhook,
};
pub use argument::{Argument, Location, ParameterStyle, RequiredArguments};
pub use auth::{Auth, Credential, Scheme, SchemeId};
pub use body::{Body, BodyKind};
pub use docs::Docs;
pub use http_method::HttpMethod;
pub use name::{FieldName, MethodName, ModuleName, TypeName, VariantName, WireName};
pub use operation::{Form, Operation, OperationId, PathSegment};
pub use parts::Parts;
pub use path::RustPath;
pub use resource::{Resource, ResourceId};
pub use scalars::{Scalar, Time};
pub use types::{
    Additional, Constraints, Enum, EnumRepr, EnumVariant, Field, JsonType, Literal, Presence, Shape, Struct, TagBy,
    Tagging, Traits, TypeDef, TypeId, TypeKind, TypeRef, Union, UnionVariant, Usage,
};
