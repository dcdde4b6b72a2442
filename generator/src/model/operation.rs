//! Operations: what can be called, and what it is on the wire.

use serde::Serialize;
use serde_json::Value;

use super::{
    Body, Constraints, Docs, Literal, MethodName, ResourceId, SchemeId, Source, TypeName, TypeRef, VariantName,
    WireName,
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
    /// The base URL of this operation alone.
    pub server: Option<String>,
    /// The path below the base URL.
    pub path: Vec<PathSegment>,
    /// Pairs that stand in the path's query and are always sent.
    pub fixed_query: Vec<(WireName, String)>,
    /// Words by which it may be looked for: the tags beside that of its resource.
    pub aliases: Vec<String>,
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
    /// Shows every type that its arguments, its body and its answers are made of.
    pub fn for_each_type(&mut self, visit: &mut dyn FnMut(&mut TypeRef)) {
        let required = match &mut self.required {
            RequiredArguments::Positional(arguments) | RequiredArguments::Struct { arguments, .. } => arguments,
        };
        let arguments = self.path_arguments.iter_mut().chain(required).chain(&mut self.optional);
        arguments.for_each(|argument| visit(&mut argument.ty));
        self.body.iter_mut().filter_map(|body| body.kind.ty_mut()).for_each(&mut *visit);
        self.answer.item.iter_mut().for_each(&mut *visit);
        match &mut self.answer.output {
            Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => visit(ty),
            Output::ByStatus { variants, .. } => {
                for variant in variants {
                    if let Content::Json(ty) = &mut variant.content {
                        visit(ty);
                    }
                }
            }
            Output::Nothing | Output::Text | Output::Bytes => {}
        }
        self.errors.iter_mut().filter_map(|error| error.ty.as_mut()).for_each(visit);
    }

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
        all.extend(self.body.iter().filter_map(|body| body.kind.ty()));
        all.extend(&self.answer.item);
        match &self.answer.output {
            Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => all.push(ty),
            Output::ByStatus { variants, .. } => all.extend(variants.iter().filter_map(|variant| variant.content.ty())),
            Output::Nothing | Output::Text | Output::Bytes => {}
        }
        all.extend(self.errors.iter().filter_map(|error| error.ty.as_ref()));
        all
    }
}

/// The methods of RFC 9110 section 9 and RFC 5789 that OpenAPI names, and any other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
    /// Of OpenAPI 3.2.
    Query,
    /// A token (RFC 9110, section 5.6.2) that is none of these.
    #[serde(untagged)]
    Other(String),
}

impl HttpMethod {
    /// The method of this name; none where HTTP could not have it.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let known = [
            Self::Get,
            Self::Put,
            Self::Post,
            Self::Delete,
            Self::Options,
            Self::Head,
            Self::Patch,
            Self::Trace,
            Self::Query,
        ];
        let is_sign = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
        let is_token = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte));
        let known = known.into_iter().find(|known| known.as_str() == name);
        known.or_else(|| is_token.then(|| Self::Other(name.to_owned())))
    }

    /// As it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
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
    /// Its text is made of its JSON: it is no single value and no list of such.
    pub fields: bool,
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
    /// The same, the properties of an object as `key=value`.
    SimpleExplode,
    /// Path: a dot before the whole.
    Label,
    /// Path: a dot before each item.
    LabelExplode,
    /// Path: `;name=` before the whole.
    Matrix,
    /// Path: `;name=` before each item.
    MatrixExplode,
    /// Query: one pair for each item, or for each property of an object.
    FormExplode,
    /// Query and cookie: items joined by commas.
    FormComma,
    /// Query: items joined by blanks.
    SpaceDelimited,
    /// Query: items joined by `|`.
    PipeDelimited,
    /// Query: items joined by tabs.
    TabDelimited,
    /// Query: `name[key]=value` for each property.
    DeepObject,
    /// Query: `name[]=value` for each item, which is what `deepObject` is to a list.
    Brackets,
    /// One text, in JSON.
    Json,
    /// The whole query, without a name.
    Whole,
    /// The same, in JSON.
    WholeJson,
}

impl ParameterStyle {
    /// The name of the style in the runtime.
    #[must_use]
    pub const fn runtime_name(self) -> &'static str {
        match self {
            Self::Simple => "Simple",
            Self::SimpleExplode => "SimpleExplode",
            Self::Label => "Label",
            Self::LabelExplode => "LabelExplode",
            Self::Matrix => "Matrix",
            Self::MatrixExplode => "MatrixExplode",
            Self::FormExplode => "Form",
            Self::FormComma => "Comma",
            Self::SpaceDelimited => "Space",
            Self::PipeDelimited => "Pipe",
            Self::TabDelimited => "Tab",
            Self::DeepObject => "Deep",
            Self::Brackets => "Brackets",
            Self::Json => "Json",
            Self::Whole => "Whole",
            Self::WholeJson => "WholeJson",
        }
    }
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

/// What a success answers.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// What the caller gets.
    pub output: Output,
    /// The value stands inside [`Envelope::data`](super::Envelope::data).
    pub enveloped: bool,
    /// What each item of a stream is; the caller gets the whole as text.
    pub item: Option<TypeRef>,
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
    /// What the body is.
    pub content: Content,
    /// What the spec says of it.
    pub docs: Docs,
}

/// What one answer's body is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Nothing.
    Nothing,
    /// A value from JSON.
    Json(TypeRef),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Content {
    /// The type of a value from JSON.
    #[must_use]
    pub const fn ty(&self) -> Option<&TypeRef> {
        match self {
            Self::Json(ty) => Some(ty),
            Self::Nothing | Self::Text | Self::Bytes => None,
        }
    }
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
