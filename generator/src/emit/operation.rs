//! One operation: the resource's method, and in the resource's `op` module its setters, its row in the table, its
//! required arguments and its output by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    arguments, method_docs,
    print::Table,
    tokens::{self, Rust},
};
use crate::model::{
    Api, Argument, Content, Form, HttpMethod, Operation, Output, OutputVariant, RequiredArguments, SchemeId, Statuses,
    TypeRef,
};

/// The method of a typed operation.
#[must_use]
pub fn emit_method(rust: &Rust<'_>, operation: &Operation, example: &[String]) -> TokenStream {
    let head = head(rust, operation, example);
    let (name, call) = (&operation.name, &operation.call);
    let lifetime = operation.body.as_ref().filter(|b| arguments::body_lifetime(rust, b)).map(|_| quote! { <'b> });
    let path = operation.path_arguments.iter().map(|a| arguments::parameter(rust, a));
    let required = required_parameters(rust, operation);
    let body = operation.body.iter().map(|b| arguments::body_parameter(rust, b));
    let parameters = path.chain(required).chain(body);
    let conversions = conversions(rust, operation);
    let puts = puts(rust, operation);
    quote! {
        #head
        pub fn #name #lifetime (&self, #(#parameters),*) -> op::#call {
            #(#conversions)*
            op::#call(runtime::Request::new(self.core, op::#call::INFO) #(#puts)*)
        }
    }
}

/// The method of an operation that is not typed: its path arguments, its facts (the table makes those of the others),
/// and a raw call.
#[must_use]
pub fn emit_raw_method(rust: &Rust<'_>, operation: &Operation) -> TokenStream {
    let head = head(rust, operation, &[]);
    let name = &operation.name;
    let parameters = operation.path_arguments.iter().map(|a| arguments::parameter(rust, a));
    let conversions = operation.path_arguments.iter().filter_map(|a| arguments::conversion(rust, a));
    let puts = operation.path_arguments.iter().map(|a| put_positional(rust, a));
    let resource = &rust.api.resource(operation.resource).label;
    let (label, path) = (name.as_str(), method_docs::path_template(operation));
    let method_text = operation.method.as_str();
    let differing = differing(rust.api, operation);
    quote! {
        #head
        pub fn #name(&self, #(#parameters),*) -> runtime::RawCall {
            const INFO: &runtime::OperationInfo = &runtime::OperationInfo {
                resource: #resource,
                name: #label,
                method: #method_text,
                path: #path,
                #(#differing,)*
                ..runtime::OperationInfo::DEFAULT
            };
            #(#conversions)*
            runtime::RawCall::operation(runtime::Request::new(self.core, INFO) #(#puts)*)
        }
    }
}

/// Docs and attributes.
fn head(rust: &Rust<'_>, operation: &Operation, example: &[String]) -> TokenStream {
    let lines = method_docs::join(vec![method_docs::lines(rust, operation), example.to_vec()]);
    let docs = tokens::docs(lines.iter().map(String::as_str));
    // People look for the word of the HTTP method.
    let delete = operation.method == HttpMethod::Delete && operation.name.as_str() != "delete";
    let alias = delete.then(|| quote! { #[doc(alias = "delete")] });
    let aliases = operation.aliases.iter().map(|alias| quote! { #[doc(alias = #alias)] });
    let deprecated = operation.deprecated.then(|| quote! { #[deprecated] });
    quote! { #docs #alias #(#aliases)* #deprecated }
}

fn required_parameters(rust: &Rust<'_>, operation: &Operation) -> Vec<TokenStream> {
    match &operation.required {
        RequiredArguments::Positional(required) => required.iter().map(|a| arguments::parameter(rust, a)).collect(),
        RequiredArguments::Struct { name, .. } => vec![quote! { required: op::#name }],
    }
}

fn conversions(rust: &Rust<'_>, operation: &Operation) -> Vec<TokenStream> {
    let positional = operation.path_arguments.iter().chain(positional(operation));
    let arguments = positional.filter_map(|a| arguments::conversion(rust, a));
    arguments.chain(operation.body.iter().filter_map(|b| arguments::body_conversion(rust, b))).collect()
}

fn puts(rust: &Rust<'_>, operation: &Operation) -> Vec<TokenStream> {
    let path = operation.path_arguments.iter().map(|a| put_positional(rust, a));
    let required = operation.required.arguments().iter().map(|argument| match &operation.required {
        RequiredArguments::Positional(_) => put_positional(rust, argument),
        RequiredArguments::Struct { .. } => {
            let name = &argument.name;
            arguments::put_field(argument, &quote! { required.#name })
        }
    });
    let body = operation.body.iter().map(|b| arguments::put_body(rust, b));
    let key = operation.idempotency_header.as_ref().map(|_| quote! { .idempotency_key() });
    let fixed = operation.fixed_query.iter().map(|(name, value)| quote! { .query(#name, #value) });
    path.chain(fixed).chain(required).chain(body).chain(key).collect()
}

fn put_positional(rust: &Rust<'_>, argument: &Argument) -> TokenStream {
    let name = &argument.name;
    arguments::put(rust, argument, &quote! { #name })
}

fn positional(operation: &Operation) -> &[Argument] {
    match &operation.required {
        RequiredArguments::Positional(arguments) => arguments,
        RequiredArguments::Struct { .. } => &[],
    }
}

/// The setters of the optional arguments.
#[must_use]
pub fn emit_setters(rust: &Rust<'_>, operation: &Operation) -> Option<TokenStream> {
    let call = &operation.call;
    let setters = operation.optional.iter().map(|argument| emit_setter(rust, argument));
    (!operation.optional.is_empty()).then(|| quote! { impl #call { #(#setters)* } })
}

fn emit_setter(rust: &Rust<'_>, argument: &Argument) -> TokenStream {
    let lines = method_docs::argument(rust.api, argument);
    let docs = tokens::docs(lines.iter().map(String::as_str));
    let deprecated = argument.deprecated.then(|| quote! { #[deprecated] });
    let (name, parameter) = (&argument.name, arguments::parameter(rust, argument));
    let conversion = arguments::conversion(rust, argument);
    let put = arguments::put(rust, argument, &quote! { #name });
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #parameter) -> Self {
            #conversion
            Self(self.0 #put)
        }
    }
}

/// The struct of more than three required arguments. Exhaustive: one more required field is a break anyway.
#[must_use]
pub fn emit_required(rust: &Rust<'_>, operation: &Operation) -> Option<TokenStream> {
    let RequiredArguments::Struct { name, arguments } = &operation.required else { return None };
    let resource = &rust.api.resource(operation.resource).name;
    let docs = format!(" What [`{resource}::{0}`](super::{resource}::{0}) needs beside path and body.", operation.name);
    // A secret must not show; a struct that is only written needs no `Debug` then.
    let debug = (!arguments.iter().any(|a| a.secret)).then(|| quote! { Debug, });
    let fields = arguments.iter().map(|argument| {
        let lines = method_docs::argument(rust.api, argument);
        let docs = tokens::docs(lines.iter().map(String::as_str));
        let (name, ty) = (&argument.name, rust.ty(&argument.ty));
        let ty = if argument.nullable {
            quote! { Option<#ty> }
        } else {
            ty
        };
        quote! { #docs pub #name: #ty }
    });
    Some(quote! {
        #[doc = #docs]
        #[derive(Clone, #debug PartialEq)]
        pub struct #name { #(#fields),* }
    })
}

/// The operation's row in `operations!`.
#[must_use]
pub fn emit_row(rust: &Rust<'_>, operation: &Operation) -> Vec<TokenStream> {
    let (name, call) = (&operation.name, &operation.call);
    let (method, path) = (http_method(&operation.method), method_docs::path_template(operation));
    let (decode, output) = decoding(rust, operation);
    let differing = differing(rust.api, operation);
    let facts = (!differing.is_empty()).then(|| quote! { , { #(#differing),* } });
    vec![quote! { #name: #call = #method #path -> #decode #output #facts }]
}

/// The decoder of the runtime, and what it gives.
fn decoding(rust: &Rust<'_>, operation: &Operation) -> (TokenStream, TokenStream) {
    match &operation.answer.output {
        Output::Nothing => (quote! { empty }, quote! { () }),
        Output::Json(ty) => {
            let decode = if operation.answer.enveloped {
                quote! { data }
            } else {
                quote! { json }
            };
            (decode, rust.ty(ty))
        }
        Output::List(item) => (quote! { list }, rust.ty(&TypeRef::List(Box::new(item.clone())))),
        Output::Optional(ty) => {
            let ty = rust.ty(ty);
            (quote! { maybe }, quote! { Option<#ty> })
        }
        Output::Text => (quote! { text }, quote! { String }),
        Output::Bytes => (quote! { bytes }, quote! { runtime::Bytes }),
        Output::ByStatus { name, .. } => (quote! { by_status }, quote! { #name }),
    }
}

/// Fields of `OperationInfo` that differ from what is usual with the operation's decoder.
fn differing(api: &Api, operation: &Operation) -> Vec<TokenStream> {
    let accept = operation.answer.accept.join(", ");
    let accept = if accept.is_empty() { "*/*".to_owned() } else { accept };
    let usual = if matches!(operation.answer.output, Output::Nothing) { "*/*" } else { "application/json" };
    let accept = (accept != usual).then(|| quote! { accept: #accept });
    let auth = operation.security.as_ref().map(|alternatives| {
        let alternatives = emit_alternatives(alternatives);
        quote! { auth: Some(#alternatives) }
    });
    let idempotent = operation.idempotent.map(|yes| quote! { idempotent: Some(#yes) });
    let key = operation.idempotency_header.as_ref().map(|name| quote! { idempotency_header: Some(#name) });
    let conflict = operation.retry_conflict.then(|| quote! { retry_conflict: true });
    let bare = (api.envelope.is_some() && !operation.answer.enveloped).then(|| quote! { enveloped: false });
    let server = operation.server.as_ref().map(|url| quote! { server: Some(#url) });
    [accept, auth, idempotent, key, conflict, bare, server].into_iter().flatten().collect()
}

/// Alternatives of schemes: `&[&[0]]`.
#[must_use]
pub fn emit_alternatives(alternatives: &[Vec<SchemeId>]) -> TokenStream {
    let sets = alternatives.iter().map(|set| {
        let indexes = set.iter().map(|id| proc_macro2::Literal::usize_unsuffixed(id.0));
        quote! { &[#(#indexes),*] }
    });
    quote! { &[#(#sets),*] }
}

/// The table of an output by status.
#[must_use]
pub fn emit_output(rust: &Rust<'_>, operation: &Operation) -> Option<Table> {
    let Output::ByStatus { name, variants } = &operation.answer.output else { return None };
    let resource = &rust.api.resource(operation.resource).name;
    let docs = format!(" What [`{resource}::{0}`](super::{resource}::{0}) gives, by the status.", operation.name);
    Some(Table {
        attributes: TokenStream::new(),
        name: "outputs",
        head: quote! { #[doc = #docs] #name },
        rows: variants.iter().map(|variant| emit_output_row(rust, operation, variant)).collect(),
    })
}

fn emit_output_row(rust: &Rust<'_>, operation: &Operation, variant: &OutputVariant) -> Vec<TokenStream> {
    let name = &variant.name;
    let (status, text) = match variant.statuses {
        Statuses::Code(code) => (code.to_string(), format!("The answer to {code}.")),
        Statuses::Class(class) => (format!("{class}xx"), format!("The answer to any other {class}XX.")),
        Statuses::Default => ("default".to_owned(), "The answer to any other success.".to_owned()),
    };
    let status: TokenStream = status.parse().unwrap_or_default();
    let decode = match &variant.content {
        Content::Json(ty) => {
            let decode = if operation.answer.enveloped {
                quote! { data }
            } else {
                quote! { json }
            };
            let ty = rust.ty(ty);
            quote! { #decode #ty }
        }
        Content::Nothing => quote! { empty },
        Content::Text => quote! { text String },
        Content::Bytes => quote! { bytes runtime::Bytes },
    };
    let given = method_docs::owned_lines(&variant.docs);
    let lines = if given.is_empty() { vec![text] } else { given };
    let docs = lines.iter().map(|line| format!(" {line}")).map(|line| quote! { #[doc = #line] });
    docs.chain([quote! { #status #name #decode }]).collect()
}

/// `GET`, or the text of a method that is no name in Rust.
fn http_method(method: &HttpMethod) -> TokenStream {
    match syn::parse_str::<proc_macro2::Ident>(method.as_str()) {
        Ok(name) => quote! { #name },
        Err(_) => {
            let text = method.as_str();
            quote! { #text }
        }
    }
}

/// Whether the operation has a typed call.
#[must_use]
pub fn is_typed(operation: &Operation) -> bool {
    operation.form == Form::Typed
}
