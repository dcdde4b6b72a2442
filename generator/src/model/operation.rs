//! Operations: what can be called, and what it is on the wire.

use serde::Serialize;
use serde_json::Value;

use super::{
    Answer, Argument, Body, Content, Docs, ErrorAnswer, HttpMethod, MethodName, Output, RequiredArguments, ResourceId,
    SchemeId, Source, TypeName, TypeRef, WireName,
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

    /// The types of all that it sends.
    pub fn sent(&self) -> impl Iterator<Item = &TypeRef> {
        let arguments = self.arguments().map(|argument| &argument.ty);
        arguments.chain(self.body.iter().filter_map(|body| body.kind.ty()))
    }

    /// The types of all that it receives, errors included.
    #[must_use]
    pub fn received(&self) -> Vec<&TypeRef> {
        let mut all: Vec<_> = self.answer.item.iter().collect();
        match &self.answer.output {
            Output::Json(ty) | Output::List(ty) | Output::Optional(ty) => all.push(ty),
            Output::ByStatus { variants, .. } => all.extend(variants.iter().filter_map(|variant| variant.content.ty())),
            Output::Nothing | Output::Text | Output::Bytes => {}
        }
        all.extend(self.errors.iter().filter_map(|error| error.ty.as_ref()));
        all
    }

    /// The types of all that it sends and receives.
    pub fn types(&self) -> impl Iterator<Item = &TypeRef> {
        self.sent().chain(self.received())
    }
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

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PathSegment {
    /// Text as it is, slashes included.
    Literal(String),
    /// The value of `path_arguments[i]`.
    Argument(usize),
}
