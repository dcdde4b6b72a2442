//! `tests/api.rs`: each operation against a server that answers as the spec says.

mod assertions;
mod wire;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{
    Bug,
    call::{self, Call},
    error_docs, operation,
    plan::Plan,
    print::{Block, SourceFile},
    raw_text,
};
use crate::{
    model::{Credential, Operation, Resource, Statuses},
    parallel,
};

/// What the tests' client sends as every key and token.
const CREDENTIAL: &str = "credential";

/// The root of the test program and a module for each resource.
///
/// # Errors
/// [`Bug`] when an item cannot be printed.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<(String, String)>, Bug> {
    if !plan.config.tests || plan.config.mount.is_some() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    let mut modules = Vec::new();
    let emitted = parallel::heaviest_first(
        &plan.api.resources,
        |resource| resource.operations.len(),
        |resource| {
            let tests = emit_resource(plan, resource);
            if tests.is_empty() { Ok(None) } else { emit_file(plan, resource, &tests).map(Some) }
        },
    )?;
    for (resource, file) in plan.api.resources.iter().zip(emitted) {
        if let Some(file) = file {
            let (module, path) = (&resource.module, format!("api/{}.rs", resource.module));
            modules.push(quote! { #[path = #path] mod #module; });
            files.push(file);
        }
    }
    let docs = vec!["Each operation against a server that answers as the description says.".to_owned()];
    let blocks = vec![root_imports(plan), Block::Lines(quote! { #(#modules)* }), emit_client(plan)];
    let path = "tests/api.rs";
    let (provider, limit) = (has_provider(), plan.limit_attribute());
    let attributes = quote! { #provider #limit };
    let file = SourceFile { spec_name: plan.config.spec_name.clone(), docs, attributes, blocks };
    files.push((path.to_owned(), file.print(path)?));
    Ok(files)
}

/// Without a provider no client is built: it says so, and the runtime's tests hold that.
fn has_provider() -> TokenStream {
    quote! { #![cfg(any(feature = "rustls", not(feature = "rustls-no-provider")))] }
}

fn crate_path(plan: &Plan<'_>) -> TokenStream {
    plan.crate_name().parse().unwrap_or_default()
}

fn root_imports(plan: &Plan<'_>) -> Block {
    let (path, client) = (crate_path(plan), &plan.api.client);
    // A resource may have the crate's name, and its module stands in this file.
    let twin = plan.api.resources.iter().any(|resource| resource.module.as_str() == plan.crate_name());
    let outer = twin.then(|| quote! { :: });
    Block::Lines(quote! {
        use #outer #path::{#client, Error};
        use wiremock::MockServer;
    })
}

/// The client of all tests.
fn emit_client(plan: &Plan<'_>) -> Block {
    let client = &plan.api.client;
    let credentials = plan.api.auth.schemes.iter().map(|scheme| {
        let setter = &scheme.setter;
        match scheme.credential {
            Credential::Basic => quote! { .#setter("user", "password") },
            _ => quote! { .#setter(#CREDENTIAL) },
        }
    });
    Block::Items(quote! {
        /// A client of the server, with credentials that the tests look for.
        fn client(server: &MockServer) -> Result<#client, Error> {
            #client::builder().ignore_env().base_url(&server.uri()) #(#credentials)* .build()
        }

        #[tokio::test]
        async fn a_client_hides_its_credential() -> Result<(), Box<dyn std::error::Error>> {
            let server = MockServer::start().await;
            let shown = format!("{:?}", client(&server)?);
            assert!(shown.contains(&server.address().to_string()), "{shown}");
            assert!(!shown.contains("credential") && !shown.contains("password"), "{shown}");
            Ok(())
        }
    })
}

fn emit_resource(plan: &Plan<'_>, resource: &Resource) -> Vec<TokenStream> {
    // A call of a deprecated method would have to silence the warning that it is there for.
    let typed = plan.operations(resource).filter(|operation| operation::is_typed(operation) && !operation.deprecated);
    typed.flat_map(|operation| emit_operation(plan, operation)).collect()
}

fn emit_operation(plan: &Plan<'_>, operation: &Operation) -> Vec<TokenStream> {
    let Some(call) = call::sample(plan, operation) else { return Vec::new() };
    [emit_success(plan, operation, &call), emit_errors(plan, operation, &call)].into_iter().flatten().collect()
}

fn emit_file(plan: &Plan<'_>, resource: &Resource, tests: &[TokenStream]) -> Result<(String, String), Bug> {
    let all = quote! { #(#tests)* };
    let offered = ["ApiError", "CallOptions", "ErrorKind"].into_iter();
    let roots: Vec<_> = offered.filter(|name| mentions(&all, name)).collect();
    let imports = call::imports(plan, Some(resource), &all, &roots);
    let offered = ["any", "body_json_string", "header", "method", "path", "query_param"].into_iter();
    let matchers = offered.filter(|name| mentions(&all, name)).map(super::tokens::ident);
    let own = imports.own;
    let blocks = vec![
        Block::Lines(imports.std),
        Block::Lines(quote! {
            #own
            use wiremock::{Mock, MockServer, ResponseTemplate, matchers::{#(#matchers),*}};
        }),
        Block::Lines(quote! { use super::client; }),
        Block::Items(all),
    ];
    let docs = vec![format!("The calls of `{}`.", resource.label)];
    plan.print(&format!("tests/api/{}.rs", resource.module), docs, blocks)
}

/// Whether a function or a path of this name stands in the tokens. Names of the spec stand in string literals here, as
/// methods after a dot, or behind `types::`.
fn mentions(tokens: &TokenStream, name: &str) -> bool {
    use proc_macro2::TokenTree;
    let mut after_dot = false;
    for token in tokens.clone() {
        match &token {
            TokenTree::Group(group) if mentions(&group.stream(), name) => return true,
            TokenTree::Ident(ident) if ident == name && !after_dot => return true,
            _ => {}
        }
        after_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
    }
    false
}

/// The request as the spec says, and the answer decoded.
fn emit_success(plan: &Plan<'_>, operation: &Operation, call: &Call) -> Option<TokenStream> {
    let answer = wire::answer(plan, operation)?;
    let name = format_ident!("{}_succeeds", operation.name.as_str());
    let matchers = wire::matchers(plan, operation, call);
    let (status, response) = (answer.status, answer.response);
    let sent = call.body.as_ref().map(raw_text::json).map(|body| quote! { const BODY: &str = #body; });
    let answered = answer.body.map(|body| quote! { const ANSWER: &str = #body; });
    let (lets, expression) = (&call.lets, &call.expression);
    let checks = assertions::emit(plan, operation, answer.value.as_ref());
    let bind = if checks.is_empty() {
        TokenStream::new()
    } else {
        quote! { let answer = }
    };
    Some(quote! {
        #[tokio::test]
        async fn #name() -> Result<(), Box<dyn std::error::Error>> {
            #sent
            #answered
            let server = MockServer::start().await;
            let response = ResponseTemplate::new(#status) #response;
            Mock::given #matchers .respond_with(response).expect(1).mount(&server).await;
            let client = client(&server)?;
            #lets
            #bind tokio::spawn(#expression.send()).await??;
            #checks
            Ok(())
        }
    })
}

/// Each documented error, told apart by its kind.
fn emit_errors(plan: &Plan<'_>, operation: &Operation, call: &Call) -> Option<TokenStream> {
    let cases: Vec<_> = operation
        .errors
        .iter()
        .filter_map(|error| match error.statuses {
            Statuses::Code(code) if (400..600).contains(&code) => {
                let kind = format_ident!("{}", error_docs::kind(code));
                let code = proc_macro2::Literal::u16_unsuffixed(code);
                Some(quote! { (#code, ErrorKind::#kind) })
            }
            _ => None,
        })
        .collect();
    if cases.is_empty() {
        return None;
    }
    let name = format_ident!("{}_errors", operation.name.as_str());
    let (lets, expression) = (&call.lets, &call.expression);
    let body = raw_text::json(&wire::error_body(plan, "what is wrong"));
    let message = (!plan.api.errors.message.is_empty())
        .then(|| quote! { assert_eq!(error.api().map(ApiError::message), Some("what is wrong")); });
    Some(quote! {
        #[tokio::test]
        async fn #name() -> Result<(), Box<dyn std::error::Error>> {
            for (status, kind) in [#(#cases),*] {
                let server = MockServer::start().await;
                let response = ResponseTemplate::new(status).set_body_raw(#body, "application/json");
                Mock::given(any()).respond_with(response).expect(1).mount(&server).await;
                let client = client(&server)?;
                #lets
                let call = #expression.with(CallOptions::new().max_retries(0));
                let error = call.await.unwrap_err();
                assert_eq!(error.kind(), kind);
                let answered = error.status().ok_or("no status")?;
                assert_eq!(answered.as_u16(), status);
                #message
            }
            Ok(())
        }
    })
}
