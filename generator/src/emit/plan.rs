//! What every emitter reads.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Bug, Templates,
    print::{Block, SourceFile},
    tokens::Rust,
};
use crate::{
    config::Config,
    model::{
        Api, Operation, Parts, Resource, ResourceId,
        capabilities::{Capabilities, Feature},
        signature,
    },
};

/// The feature that turns all parts on.
const FULL: &str = "full";

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
    /// What stands under features of its own.
    pub parts: Parts,
}

impl<'a> Plan<'a> {
    /// Works out what follows from the API.
    #[must_use]
    pub fn new(api: &'a Api, config: &'a Config, templates: &'a Templates) -> Self {
        Self { api, config, templates, capabilities: Capabilities::of(api), parts: Parts::of(api, config.parts()) }
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

    /// The compiler's recursion limit where its usual one, 128, may not do: it walks through types that lie in each
    /// other, two or three steps a type (measured with chains of `Option` and of `Vec`).
    #[must_use]
    pub fn recursion_limit(&self) -> Option<String> {
        const USUAL: usize = 128;
        let steps = self.api.nesting.saturating_mul(3);
        (steps > USUAL).then(|| (USUAL + steps).next_power_of_two().to_string())
    }

    /// The same as an attribute of a crate. Programs that use the types need it too.
    #[must_use]
    pub fn limit_attribute(&self) -> TokenStream {
        let attribute = self.recursion_limit().map(|limit| quote! { #![recursion_limit = #limit] });
        quote! { #attribute }
    }

    /// The features of the crate: those that each crate has, and one that turns all parts on.
    #[must_use]
    pub fn features(&self) -> Vec<Feature> {
        let mut features = self.capabilities.features();
        if self.parts.names().is_empty() {
            return features;
        }
        for feature in features.iter_mut().filter(|feature| feature.name == "default") {
            feature.enables.push(FULL.to_owned());
        }
        let purpose = "all resources; without it those whose features are on";
        let full = Feature { name: FULL, enables: self.parts.names().to_vec(), purpose };
        features.insert(1, full);
        features
    }

    /// Prints the root file of an example or a test.
    ///
    /// # Errors
    /// [`Bug`] when the blocks are no Rust.
    pub fn print_program(&self, path: &str, docs: Vec<String>, blocks: Vec<Block>) -> Result<(String, String), Bug> {
        let attributes = self.limit_attribute();
        let file = SourceFile { spec_name: self.config.spec_name.clone(), docs, attributes, blocks };
        Ok((path.to_owned(), file.print(path)?))
    }

    /// Prints one file.
    ///
    /// # Errors
    /// [`Bug`] when the blocks are no Rust.
    pub fn print(&self, path: &str, docs: Vec<String>, blocks: Vec<Block>) -> Result<(String, String), Bug> {
        let file = SourceFile { spec_name: self.config.spec_name.clone(), docs, blocks, ..SourceFile::default() };
        Ok((path.to_owned(), file.print(path)?))
    }

    /// `#[cfg(...)]` of a resource in a crate with parts.
    #[must_use]
    pub fn resource_condition(&self, id: ResourceId) -> Option<TokenStream> {
        any_feature(self.parts.of_resource(id).as_slice())
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

    /// The resources right under the client, with their ids.
    pub fn tops(&self) -> impl Iterator<Item = (ResourceId, &'a Resource)> {
        let all = self.api.resources.iter().enumerate().map(|(index, resource)| (ResourceId(index), resource));
        all.filter(|(_, resource)| resource.parent.is_none())
    }

    /// How an operation's resource is reached: `client.connections()`.
    #[must_use]
    pub fn accessors(&self, operation: &Operation) -> Vec<&'a Resource> {
        signature::chain(self.api, operation)
    }
}

/// `#[cfg(...)]` of what stands when one of these features is on; none of what always stands.
#[must_use]
pub fn any_feature(features: &[&str]) -> Option<TokenStream> {
    match features {
        [] => None,
        [feature] => Some(quote! { #[cfg(feature = #feature)] }),
        features => Some(quote! { #[cfg(any(#(feature = #features),*))] }),
    }
}
