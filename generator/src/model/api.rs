//! The whole of an API, and what was left untyped.

use serde::Serialize;

use super::{
    Auth, Docs, Form, Operation, OperationId, Resource, ResourceId, TypeDef, TypeId, TypeName, TypeRef, WireName,
};
use crate::pointer::Origin;

/// Everything that emit needs to know about the API.
#[derive(Clone, Debug, Serialize)]
pub struct Api {
    /// The client's type.
    pub client: TypeName,
    /// The spec's `info.title`, as plain text.
    pub title: String,
    /// The spec's `info.description`.
    pub docs: Docs,
    /// Base URLs, the first being the default; never empty when the spec names one.
    pub servers: Vec<Server>,
    /// The environment variable that overrides the base URL.
    pub base_url_env: Option<EnvVar>,
    /// How calls prove who makes them.
    pub auth: Auth,
    /// The envelope around answers, when there is one.
    pub envelope: Option<Envelope>,
    /// Where errors say what is wrong.
    pub errors: ErrorShape,
    /// In name order.
    pub types: Vec<TypeDef>,
    /// How many types lie in each other at most; a circle counts as all of its types. The compiler's recursion limit
    /// follows from it.
    pub nesting: usize,
    /// In the spec's order.
    pub operations: Vec<Operation>,
    /// In module order.
    pub resources: Vec<Resource>,
    /// What the API sends by itself, in the spec's order; only the types of their bodies are in the crate.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub webhooks: Vec<Webhook>,
    /// Places whose schema says something and whose Rust type is `serde_json::Value` in its stead.
    pub fallbacks: Vec<Fallback>,
    /// Constructs that are not in the crate at all, each with a diagnostic.
    pub skipped: Vec<Skipped>,
    /// What overrides and extensions changed against what the description says otherwise. Only reports read it.
    pub knobs: Vec<AppliedKnob>,
    /// How many operations of the document are left out because it says so (`x-sdk-ignore`).
    pub ignored: usize,
}

/// What became of the document's operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All of the document: the sum of the others.
    pub operations: usize,
    /// With a typed call.
    pub typed: usize,
    /// Callable raw only.
    pub raw: usize,
    /// Left out because the description says so.
    pub ignored: usize,
}

impl Api {
    /// What became of the document's operations.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let typed = self.operations.iter().filter(|operation| operation.form == Form::Typed).count();
        let raw = self.operations.len() - typed;
        Counts { operations: typed + raw + self.ignored, typed, raw, ignored: self.ignored }
    }

    /// The type behind an id that this `Api` gave out.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a typed id indexes the arena that gave it out")]
    pub fn ty(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The operation behind an id that this `Api` gave out.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a typed id indexes the arena that gave it out")]
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// The resource behind an id that this `Api` gave out.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a typed id indexes the arena that gave it out")]
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0]
    }
}

/// What only reports, `inspect` and the diff name; no decision reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Where in the spec.
    pub origin: Origin,
    /// The component's name, the property's key, the operationId or the tag, as the spec spells it.
    pub name: Option<String>,
}

/// A request that the API sends to its users.
#[derive(Clone, Debug, Serialize)]
pub struct Webhook {
    /// As the spec spells it.
    pub name: String,
    /// What the spec says of it.
    pub docs: Docs,
    /// What arrives; none: nothing, or nothing in JSON.
    pub body: Option<TypeRef>,
    /// Where it comes from.
    pub source: Source,
}

/// A base URL.
#[derive(Clone, Debug, Serialize)]
pub struct Server {
    /// With `{variables}`.
    pub url: String,
    /// What the spec says of it.
    pub docs: Docs,
    /// The variables, in the order of the template.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a base URL.
#[derive(Clone, Debug, Serialize)]
pub struct ServerVariable {
    /// The builder's setter.
    pub setter: super::MethodName,
    /// Its name in the template.
    pub wire: WireName,
    /// Used when it is not set.
    pub default: String,
    /// The values that are allowed; empty: any.
    pub allowed: Vec<String>,
    /// What the spec says of it.
    pub docs: Docs,
}

/// The name of an environment variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct EnvVar(pub String);

/// An object around every answer.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope {
    /// The property that holds the value.
    pub data: WireName,
    /// The boolean property that says whether the call succeeded; `false` is an error whatever the status.
    pub success: Option<WireName>,
}

/// Where an error body says what is wrong. Each list is tried in order; the first string wins. JSON pointers (RFC 6901).
#[derive(Clone, Debug, Default, Serialize)]
pub struct ErrorShape {
    /// The message.
    pub message: Vec<String>,
    /// The machine-readable code.
    pub code: Vec<String>,
    /// The header that identifies a request.
    pub request_id: Option<WireName>,
}

/// A schema that became `serde_json::Value` although it says something.
#[derive(Clone, Debug, Serialize)]
pub struct Fallback {
    /// Where.
    pub origin: Origin,
    /// Why.
    pub reason: String,
}

/// Something that an override or an extension changed.
#[derive(Clone, Debug, Serialize)]
pub struct AppliedKnob {
    /// `at` of the override in `generator.toml`; none: the description says so itself.
    pub at: Option<String>,
    /// What it says: `optional = true`.
    pub set: String,
    /// Where in the description.
    pub origin: Origin,
}

/// A construct that the crate does not have.
#[derive(Clone, Debug, Serialize)]
pub struct Skipped {
    /// Where.
    pub origin: Origin,
    /// What it is: `callback`, `link`, `webhook`, …
    pub what: String,
}
