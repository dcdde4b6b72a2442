//! `client.rs`: the client, and what is particular to it on the builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Bug, examples, markdown, method_docs, plan::Plan, print::Block, resource, tokens};
use crate::model::{Credential, Scheme, ServerVariable};

/// The file.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let mut blocks = imports(plan);
    blocks.extend([emit_struct(plan)?, emit_impl(plan), emit_debug(plan), emit_builder(plan)]);
    Ok(vec![plan.print("src/client.rs", vec!["The client.".to_owned()], blocks)?])
}

fn imports(plan: &Plan<'_>) -> Vec<Block> {
    let root = plan.rust().root();
    // With parts there may be none; then the paths are written out.
    let imported = plan.tops().next().is_some() && plan.parts.names().is_empty();
    let resources = imported.then(|| quote! { resources, });
    vec![
        Block::Lines(quote! { use std::{fmt, sync::Arc}; }),
        Block::Lines(quote! { use #root::{#resources runtime::{self, ClientBuilder}}; }),
    ]
}

fn emit_struct(plan: &Plan<'_>) -> Result<Block, Bug> {
    let name = &plan.api.client;
    let title = markdown::text(&plan.api.title);
    let first = if title.is_empty() { "The client of the API.".to_owned() } else { format!("A client for {title}.") };
    let clones = "Cheap to clone; clones share connections, retry budget and settings. `Debug` shows the host only.";
    let example = examples::client_example(plan)?;
    let lines = method_docs::join(vec![vec![first], vec![clones.to_owned()], example]);
    let docs = tokens::docs(lines.iter().map(String::as_str));
    Ok(Block::Items(quote! {
        #docs
        #[derive(Clone)]
        pub struct #name {
            pub(crate) core: Arc<runtime::Core>,
        }
    }))
}

fn emit_impl(plan: &Plan<'_>) -> Block {
    let name = &plan.api.client;
    let (new, from_env) = (emit_new(plan), emit_from_env(plan));
    let root = plan.rust().root();
    let from = (!plan.parts.names().is_empty()).then(|| quote! { #root:: });
    let accessors = plan.tops().map(|(id, child)| {
        let (condition, docs) = (plan.resource_condition(id), resource::accessor_docs(child));
        let (accessor, module, ty) = (&child.accessor, &child.module, &child.name);
        quote! {
            #docs
            #condition
            pub fn #accessor(&self) -> #from resources::#module::#ty<'_> {
                #from resources::#module::#ty { core: &self.core }
            }
        }
    });
    Block::Items(quote! {
        impl #name {
            #new
            #from_env

            /// Starts a client with settings of its own.
            pub fn builder() -> ClientBuilder {
                ClientBuilder::new()
            }

            #(#accessors)*

            /// Calls a path that has no method here, with the same credentials, retries and timeouts.
            ///
            /// `path` is relative to the base URL.
            pub fn request(&self, method: runtime::Method, path: &str) -> runtime::RawCall {
                runtime::RawCall::new(&self.core, method, path)
            }
        }
    })
}

/// `new`, where one credential or none is enough for every operation.
fn emit_new(plan: &Plan<'_>) -> Option<TokenStream> {
    let auth = &plan.api.auth;
    let root = plan.rust().root_text();
    let errors = format!("[`Config`]({root}::ErrorKind::Config) when a setting cannot be used.");
    let (parameters, build) = match auth.constructor.and_then(|id| auth.schemes.get(id.0)) {
        Some(scheme) => {
            let setter = &scheme.setter;
            match scheme.credential {
                Credential::Basic => {
                    (quote! { user: &str, password: impl Into<runtime::Secret> }, quote! { .#setter(user, password) })
                }
                _ => (quote! { #setter: impl Into<runtime::Secret> }, quote! { .#setter(#setter) }),
            }
        }
        None if auth.schemes.is_empty() => (TokenStream::new(), TokenStream::new()),
        None => return None,
    };
    let (credential, rest) = (!parameters.is_empty(), settings_sentence(plan));
    let first = if credential { "A client with this credential." } else { "A client with the default settings." };
    let docs = tokens::docs([first, "", &rest, "", "# Errors", &errors]);
    Some(quote! {
        #docs
        pub fn new(#parameters) -> Result<Self, runtime::Error> {
            Self::builder() #build .build()
        }
    })
}

fn settings_sentence(plan: &Plan<'_>) -> String {
    match &plan.api.base_url_env {
        Some(name) => {
            let name = markdown::code(&name.0);
            format!("The base URL comes from {name} when that is set; [`builder`](Self::builder) changes the rest.")
        }
        None => "[`builder`](Self::builder) changes the settings.".to_owned(),
    }
}

/// `from_env`, where the spec or the configuration names variables.
fn emit_from_env(plan: &Plan<'_>) -> Option<TokenStream> {
    let variables = variables(plan);
    if variables.is_empty() {
        return None;
    }
    let root = plan.rust().root_text();
    let list = variables.iter().map(|name| markdown::code(name)).collect::<Vec<_>>().join(", ");
    let first = format!("A client set up by environment variables: {list}.");
    let errors = if plan.api.auth.schemes.is_empty() {
        format!("[`Config`]({root}::ErrorKind::Config) when one cannot be used.")
    } else {
        format!("[`Config`]({root}::ErrorKind::Config) when a credential is missing or one cannot be used.")
    };
    let docs = tokens::docs([first.as_str(), "", "# Errors", &errors]);
    Some(quote! {
        #docs
        pub fn from_env() -> Result<Self, runtime::Error> {
            Self::builder().build()
        }
    })
}

/// The environment variables that the client reads.
#[must_use]
pub fn variables(plan: &Plan<'_>) -> Vec<String> {
    let schemes = plan.api.auth.schemes.iter().filter_map(|scheme| scheme.env.as_ref());
    schemes.chain(&plan.api.base_url_env).map(|name| name.0.clone()).collect()
}

fn emit_debug(plan: &Plan<'_>) -> Block {
    let name = &plan.api.client;
    Block::Items(quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.core, f)
            }
        }
    })
}

fn emit_builder(plan: &Plan<'_>) -> Block {
    let name = &plan.api.client;
    let credentials = plan.api.auth.schemes.iter().enumerate().map(|(index, scheme)| emit_credential(index, scheme));
    let variables = server_variables(plan).into_iter().map(emit_variable);
    let root = plan.rust().root_text();
    let errors =
        format!("[`Config`]({root}::ErrorKind::Config) when a setting cannot be used or a credential is missing.");
    let docs = tokens::docs(["The client.", "", "# Errors", &errors]);
    Block::Items(quote! {
        impl ClientBuilder {
            #(#credentials)*
            #(#variables)*

            #docs
            pub fn build(self) -> Result<#name, runtime::Error> {
                Ok(#name { core: self.finish(&runtime::API)? })
            }
        }
    })
}

fn emit_credential(index: usize, scheme: &Scheme) -> TokenStream {
    let setter = &scheme.setter;
    let index = proc_macro2::Literal::usize_unsuffixed(index);
    let what = match &scheme.credential {
        Credential::Bearer => "The token that is sent as `Authorization: Bearer`.".to_owned(),
        Credential::Basic => "The user name and password that are sent as `Authorization: Basic`.".to_owned(),
        Credential::Header(name) => format!("The key that is sent in the header {}.", markdown::code(name.as_str())),
        Credential::Query(name) => format!("The key that is sent in the query as {}.", markdown::code(name.as_str())),
        Credential::Cookie(name) => format!("The key that is sent in the cookie {}.", markdown::code(name.as_str())),
    };
    let env = scheme.env.as_ref().map(|name| format!("Without it: {} of the environment.", markdown::code(&name.0)));
    let given = method_docs::owned_lines(&scheme.docs);
    let lines = method_docs::join(vec![given, vec![what], env.into_iter().collect()]);
    let docs = tokens::docs(lines.iter().map(String::as_str));
    let (parameters, store) = match scheme.credential {
        Credential::Basic => (
            quote! { user: &str, password: impl Into<runtime::Secret> },
            quote! { self.basic(#index, user, password.into()) },
        ),
        _ => (quote! { #setter: impl Into<runtime::Secret> }, quote! { self.credential(#index, #setter.into()) }),
    };
    quote! {
        #docs
        pub fn #setter(self, #parameters) -> Self {
            #store
        }
    }
}

/// The variables of all base URLs, each setter once.
fn server_variables<'a>(plan: &Plan<'a>) -> Vec<&'a ServerVariable> {
    let mut variables: Vec<&ServerVariable> = Vec::new();
    for variable in plan.api.servers.iter().flat_map(|server| &server.variables) {
        if !variables.iter().any(|known| known.setter == variable.setter) {
            variables.push(variable);
        }
    }
    variables
}

fn emit_variable(variable: &ServerVariable) -> TokenStream {
    let (setter, wire) = (&variable.setter, &variable.wire);
    let fallback = format!("The variable {} of the base URL.", markdown::code(wire.as_str()));
    let text = if variable.docs.is_empty() { vec![fallback] } else { method_docs::owned_lines(&variable.docs) };
    let allowed: Vec<_> = variable.allowed.iter().map(|value| markdown::code(value)).collect();
    let mut values = Vec::new();
    if !allowed.is_empty() {
        values.push(format!("One of {}.", allowed.join(", ")));
    }
    if !variable.default.is_empty() {
        values.push(format!("Default: {}.", markdown::code(&variable.default)));
    }
    let values = if values.is_empty() { Vec::new() } else { vec![values.join(" ")] };
    let lines = method_docs::join(vec![text, values]);
    let docs = tokens::docs(lines.iter().map(String::as_str));
    quote! {
        #docs
        pub fn #setter(self, value: &str) -> Self {
            self.server_variable(#wire, value)
        }
    }
}
