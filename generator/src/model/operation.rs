//! Operations: what can be called, and what it is on the wire.

use serde::Serialize;
use serde_json::Value;

use super::{
    Constraints, Docs, Literal, MethodName, ResourceId, SchemeId, Source, TypeName, TypeRef, VariantName, WireName,
};

/// Index of an operation in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OperationId(pub usize);

/// One method of one resource.
#[derive(Clone, Debug, Serialize)]
pub struct Operation {
    /// The resource's method.
    pub name: MethodName,
    /// The call's struct in the resource's `op` module.
    pub call: TypeName,
    /// Its dotted name in reports, traces and errors: `connections.create`.
    pub label: String,
    /// The resource that has it.
    pub resource: ResourceId,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path below the base URL.
    pub path: Vec<PathSegment>,
    /// What the spec says of it.
    pub docs: Docs,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
    /// What must be given beside the body: path arguments in the template's order, then required query and header
    /// parameters by wire name.
    pub path_arguments: Vec<Argument>,
    /// Required query, header and cookie parameters, sorted by wire name.
    pub required: RequiredArguments,
    /// Setters on the call, in the spec's order.
    pub optional: Vec<Argument>,
    /// What is sent.
    pub body: Option<Body>,
    /// What comes back.
    pub answer: Answer,
    /// Documented errors, by status.
    pub errors: Vec<ErrorAnswer>,
    /// As [`Auth::default`](super::Auth::default) states it; `None`: like that.
    pub security: Option<Vec<Vec<SchemeId>>>,
    /// Safe to send twice; `None`: as the HTTP method says (RFC 9110, section 9.2.2).
    pub idempotent: Option<bool>,
    /// The header that carries an idempotency key, when the spec declares one.
    pub idempotency_header: Option<WireName>,
    /// 409 is worth a retry here.
    pub retry_conflict: bool,
    /// Whether it is typed, or callable raw only.
    pub form: Form,
    /// The spec's own example of the request, by argument wire name; the body under `body`.
    pub example: Vec<(WireName, Value)>,
    /// The spec's own example of the first success answer's body, the whole document on the wire.
    pub answer_example: Option<Value>,
    /// Where it comes from.
    pub source: Source,
}

impl Operation {
    /// The path template as the spec has it: `/pets/{id}`.
    #[must_use]
    pub fn template(&self) -> String {
        let segment = |segment: &PathSegment| match segment {
            PathSegment::Literal(text) => text.clone(),
            PathSegment::Argument(index) => {
                let name = self.path_arguments.get(*index).map_or("", |argument| argument.wire.as_str());
                format!("{{{name}}}")
            }
        };
        self.path.iter().map(segment).collect()
    }
}

impl Operation {
    /// All arguments beside the body.
    pub fn arguments(&self) -> impl Iterator<Item = &Argument> {
        self.path_arguments.iter().chain(self.required.arguments()).chain(&self.optional)
    }

    /// The types of all that it sends and receives, errors included.
    #[must_use]
    pub fn types(&self) -> Vec<&TypeRef> {
        let mut all: Vec<_> = self.arguments().map(|argument| &argument.ty).collect();
        all.extend(self.body.iter().map(|body| match &body.kind {
            BodyKind::Json { ty, .. } => ty,
        }));
        match &self.answer.output {
            Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => all.push(ty),
            Output::ByStatus { variants, .. } => all.extend(variants.iter().filter_map(|variant| variant.ty.as_ref())),
            Output::Nothing | Output::Text | Output::Bytes => {}
        }
        all.extend(self.errors.iter().filter_map(|error| error.ty.as_ref()));
        all
    }
}

/// The methods of RFC 9110 section 9 and RFC 5789 that OpenAPI 3.0 names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are HTTP's own")]
pub enum HttpMethod {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl HttpMethod {
    /// As it stands on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PathSegment {
    /// Text as it is, slashes included.
    Literal(String),
    /// The value of `path_arguments[i]`.
    Argument(usize),
}

/// A parameter.
#[derive(Clone, Debug, Serialize)]
pub struct Argument {
    /// The argument or the setter.
    pub name: MethodName,
    /// Its name in the spec.
    pub wire: WireName,
    /// Where it is sent.
    pub location: Location,
    /// How it is written.
    pub style: ParameterStyle,
    /// Its type, without the `Option` of a nullable one.
    pub ty: TypeRef,
    /// Whether `null` may be given (a setter then takes `Option<T>`).
    pub nullable: bool,
    /// Never shown.
    pub secret: bool,
    /// What the spec says of it.
    pub docs: Docs,
    /// Whether the spec calls it deprecated.
    pub deprecated: bool,
    /// The server's default; documentation only.
    pub default: Option<Literal>,
    /// What the server checks; documentation only.
    pub constraints: Constraints,
    /// Where it comes from.
    pub source: Source,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are OpenAPI's own")]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a parameter's value becomes text (OpenAPI 3.0.3, Style Values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterStyle {
    /// Path and header: items joined by commas.
    Simple,
    /// Query: one pair for each item, or for each property of an object.
    FormExplode,
    /// Query: items joined by commas.
    FormComma,
}

/// Required query, header and cookie parameters.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredArguments {
    /// None to three: positional.
    Positional(Vec<Argument>),
    /// More: one exhaustive struct with named fields, `op::{name}`.
    Struct {
        /// The struct in the resource's `op` module.
        name: TypeName,
        /// Its fields.
        arguments: Vec<Argument>,
    },
}

impl RequiredArguments {
    /// Whichever the form.
    #[must_use]
    pub fn arguments(&self) -> &[Argument] {
        match self {
            Self::Positional(arguments) | Self::Struct { arguments, .. } => arguments,
        }
    }
}

/// A request body.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// What is sent, and as what.
    pub kind: BodyKind,
    /// Whether it must be given.
    pub required: bool,
    /// What the spec says of it.
    pub docs: Docs,
}

/// The bodies that can be sent.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// `application/json` or another JSON media type.
    Json {
        /// The media type to send.
        media_type: String,
        /// The value's type.
        ty: TypeRef,
    },
}

/// What a success answers.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// What the caller gets.
    pub output: Output,
    /// The value stands inside [`Envelope::data`](super::Envelope::data).
    pub enveloped: bool,
    /// The `Accept` header: declared response media types, JSON first; empty: `*/*`.
    pub accept: Vec<String>,
    /// What the spec says of the first success.
    pub docs: Docs,
}

/// What an operation gives.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// Nothing: `()`; whatever body comes is ignored.
    Nothing,
    /// A value from JSON.
    Json(TypeRef),
    /// A list from JSON where `null`, an absent value and an empty body are the empty list.
    List(TypeRef),
    /// A value, or nothing where the status says so: `Option<T>`.
    Optional(TypeRef),
    /// `String`, for a text media type.
    Text,
    /// `Bytes`, for anything else.
    Bytes,
    /// Several statuses of different types: `op::{name}`, a variant for each.
    ByStatus {
        /// The enum in the resource's `op` module.
        name: TypeName,
        /// In the order of the statuses.
        variants: Vec<OutputVariant>,
    },
}

/// One status of [`Output::ByStatus`].
#[derive(Clone, Debug, Serialize)]
pub struct OutputVariant {
    /// Named by the status' reason phrase.
    pub name: VariantName,
    /// The statuses.
    pub statuses: Statuses,
    /// What the body is; none: nothing.
    pub ty: Option<TypeRef>,
    /// What the spec says of it.
    pub docs: Docs,
}

/// A key of the responses object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statuses {
    /// One code.
    Code(u16),
    /// `2XX`: all of a class, by its first digit.
    Class(u8),
    /// `default`.
    Default,
}

/// A documented error.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorAnswer {
    /// When.
    pub statuses: Statuses,
    /// The body's type, for `ApiError::json`.
    pub ty: Option<TypeRef>,
    /// What the spec says of it.
    pub docs: Docs,
}

/// Whether the operation could be typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Fully.
    Typed,
    /// Quarantined: a method with its path arguments that gives a `RawCall`. Says why.
    Raw(String),
}
