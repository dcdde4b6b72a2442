//! `runtime/config.rs`: the facts of the API, as the one constant that the runtime reads.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Bug, operation, plan::Plan, print::Block};
use crate::model::{Credential, Envelope, Scheme, Server};

/// The file.
///
/// # Errors
/// [`Bug`] when the constant cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    let blocks = vec![imports(plan), emit_constant(plan)];
    Ok(vec![plan.print("src/runtime/config.rs", vec!["The facts of this API.".to_owned()], blocks)?])
}

fn imports(plan: &Plan<'_>) -> Block {
    let api = plan.api;
    let mut names = vec![quote! { ApiInfo }];
    names.extend((!api.auth.schemes.is_empty()).then(|| quote! { CredentialKind }));
    names.extend(api.envelope.is_some().then(|| quote! { EnvelopeInfo }));
    names.extend((!api.auth.schemes.is_empty()).then(|| quote! { SchemeInfo }));
    names.extend((!api.servers.is_empty()).then(|| quote! { ServerInfo }));
    names.extend(api.servers.iter().any(|s| !s.variables.is_empty()).then(|| quote! { VariableInfo }));
    Block::Lines(quote! { use super::info::{#(#names),*}; })
}

fn emit_constant(plan: &Plan<'_>) -> Block {
    let api = plan.api;
    let client = api.client.as_str();
    let servers = api.servers.iter().map(emit_server);
    let base_url_env = optional(api.base_url_env.as_ref().map(|name| &name.0));
    let schemes = api.auth.schemes.iter().map(emit_scheme);
    let auth = operation::emit_alternatives(&api.auth.default);
    let everywhere = is_needed_everywhere(plan);
    let envelope = emit_envelope(api.envelope.as_ref());
    let (message, code) = (&api.errors.message, &api.errors.code);
    let request_id = optional(api.errors.request_id.as_ref().map(|name| &name.0));
    Block::Items(quote! {
        /// What this API is.
        pub(crate) const API: ApiInfo = ApiInfo {
            client: #client,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            servers: &[#(#servers),*],
            base_url_env: #base_url_env,
            schemes: &[#(#schemes),*],
            auth: #auth,
            auth_everywhere: #everywhere,
            envelope: #envelope,
            error_message: &[#(#message),*],
            error_code: &[#(#code),*],
            request_id: #request_id,
        };
    })
}

/// Whether no operation can be called without a credential.
fn is_needed_everywhere(plan: &Plan<'_>) -> bool {
    let needs = |alternatives: &[Vec<_>]| !alternatives.is_empty() && alternatives.iter().all(|set| !set.is_empty());
    let default = &plan.api.auth.default;
    let mut operations = plan.api.operations.iter();
    !plan.api.operations.is_empty() && operations.all(|o| needs(o.security.as_ref().unwrap_or(default)))
}

fn emit_server(server: &Server) -> TokenStream {
    let url = &server.url;
    let variables = server.variables.iter().map(|variable| {
        let (name, default, allowed) = (&variable.wire, &variable.default, &variable.allowed);
        quote! { VariableInfo { name: #name, default: #default, allowed: &[#(#allowed),*] } }
    });
    quote! { ServerInfo { url: #url, variables: &[#(#variables),*] } }
}

fn emit_scheme(scheme: &Scheme) -> TokenStream {
    let name = scheme.setter.as_str();
    let env = optional(scheme.env.as_ref().map(|name| &name.0));
    let credential = match &scheme.credential {
        Credential::Bearer => quote! { Bearer },
        Credential::Basic => quote! { Basic },
        Credential::Header(name) => quote! { Header(#name) },
        Credential::Query(name) => quote! { Query(#name) },
        Credential::Cookie(name) => quote! { Cookie(#name) },
    };
    quote! { SchemeInfo { name: #name, credential: CredentialKind::#credential, env: #env } }
}

fn emit_envelope(envelope: Option<&Envelope>) -> TokenStream {
    match envelope {
        None => quote! { None },
        Some(envelope) => {
            let (data, success) = (&envelope.data, optional(envelope.success.as_ref().map(|name| &name.0)));
            quote! { Some(EnvelopeInfo { data: #data, success: #success }) }
        }
    }
}

fn optional(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote! { Some(#text) },
        None => quote! { None },
    }
}
