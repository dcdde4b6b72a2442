//! What every emitter reads.

use super::{
    Bug, Templates,
    print::{Block, SourceFile},
    tokens::Rust,
};
use crate::{
    config::Config,
    model::{Api, Operation, Resource, capabilities::Capabilities, signature},
};

/// The API, the choices and what follows from both.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// What is emitted.
    pub api: &'a Api,
    /// How.
    pub config: &'a Config,
    /// The prose templates and the runtime's files.
    pub templates: &'a Templates,
    /// Which of the runtime's files the API needs.
    pub capabilities: Capabilities,
}

impl<'a> Plan<'a> {
    /// Works out what follows from the API.
    #[must_use]
    pub fn new(api: &'a Api, config: &'a Config, templates: &'a Templates) -> Self {
        Self { api, config, templates, capabilities: Capabilities::of(api) }
    }

    /// For a file that imports the module `types`.
    #[must_use]
    pub fn rust(&self) -> Rust<'a> {
        Rust::in_types(self.api, self.config.mount.as_deref())
    }

    /// How a program that uses the crate names it: `airstore_sdk`, or the path that it is mounted as.
    #[must_use]
    pub fn crate_name(&self) -> String {
        match &self.config.mount {
            Some(mount) => format!("crate::{mount}"),
            None => self.config.package.replace('-', "_"),
        }
    }

    /// Prints one file.
    ///
    /// # Errors
    /// [`Bug`] when the blocks are no Rust.
    pub fn print(&self, path: &str, docs: Vec<String>, blocks: Vec<Block>) -> Result<(String, String), Bug> {
        let file = SourceFile { spec_name: self.config.spec_name.clone(), docs, blocks, ..SourceFile::default() };
        Ok((path.to_owned(), file.print(path)?))
    }

    /// The operations of a resource, in the spec's order.
    pub fn operations(&self, resource: &'a Resource) -> impl Iterator<Item = &'a Operation> {
        let api = self.api;
        resource.operations.iter().map(move |id| api.operation(*id))
    }

    /// The resources right under `resource`, or under the client.
    pub fn children(&self, resource: Option<&'a Resource>) -> impl Iterator<Item = &'a Resource> {
        let api = self.api;
        api.resources.iter().filter(move |child| match (child.parent, resource) {
            (Some(parent), Some(resource)) => api.resource(parent).module == resource.module,
            (None, None) => true,
            _ => false,
        })
    }

    /// How an operation's resource is reached: `client.connections()`.
    #[must_use]
    pub fn accessors(&self, operation: &Operation) -> Vec<&'a Resource> {
        signature::chain(self.api, operation)
    }
}
