//! Resources: the tree under the client that groups operations.

use serde::Serialize;

use super::{Docs, MethodName, ModuleName, OperationId, Source, TypeName};

/// Index of a resource in [`Api::resources`](super::Api::resources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ResourceId(pub usize);

/// A group of operations: one file of `resources/`.
#[derive(Clone, Debug, Serialize)]
pub struct Resource {
    /// Its Rust type.
    pub name: TypeName,
    /// Its module under `resources`, and so its file.
    pub module: ModuleName,
    /// The method that gives it, on the client or on its parent.
    pub accessor: MethodName,
    /// Its dotted name in reports, traces and errors: `connections`, `accounts.keys`.
    pub label: String,
    /// The resource it hangs under; none: the client.
    pub parent: Option<ResourceId>,
    /// In the spec's order.
    pub operations: Vec<OperationId>,
    /// What the spec says of it.
    pub docs: Docs,
    /// Where it comes from.
    pub source: Source,
}
