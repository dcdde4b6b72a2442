//! The client, its builder, what the crate's root shows beside them, and the Cargo features.

use std::collections::BTreeSet;

use super::{About, Face, Input, Item, Reach, Signature, docs, types::TYPES};
use crate::{
    diff::finding::ItemKind,
    model::{
        Api, Credential, Docs, Scheme, SchemeId, ServerVariable,
        capabilities::{Capabilities, Capability, FOREIGN},
        signature::is_basic,
    },
    pointer::{Origin, Pointer},
};

/// The key of the client.
pub(super) const CLIENT: &str = "client";

pub(super) fn items(face: &Face<'_>) -> Vec<Item> {
    let mut items = vec![client(face)];
    items.extend(constructors(face));
    items.extend(face.api.auth.schemes.iter().enumerate().map(|(index, scheme)| credential(face.api, index, scheme)));
    items.extend(variables(face.api).into_iter().map(variable));
    let build = format!("pub fn build(self) -> Result<{}, Error>", face.api.client);
    // The first one is where calls go; the others are documentation.
    let server = face.api.servers.first().map(|server| server.url.clone()).unwrap_or_default();
    let others: Vec<_> = face.api.servers.iter().skip(1).map(|server| server.url.as_str()).collect();
    let build = builder("build", "build", Signature::plain(build)).from(&at("servers"));
    items.push(build.fact(About::BaseUrl, server).docs(docs(&Docs::default(), None, &others.join(", "))));
    if !face.api.types.is_empty() {
        items.push(Item::new(
            TYPES,
            ItemKind::Module,
            TYPES.to_owned(),
            Signature::plain("pub mod types"),
            Reach::Nothing,
        ));
    }
    items.extend(imports(face.api));
    items.extend(features(face));
    items
}

fn at(token: &str) -> Origin {
    Origin::root([token.to_owned()].into_iter().collect::<Pointer>())
}

fn client(face: &Face<'_>) -> Item {
    let api = face.api;
    let envelope = api.envelope.as_ref().map(|envelope| format!("{envelope:?}")).unwrap_or_default();
    let (errors, environment) = (format!("{:?}", api.errors), api.base_url_env.as_ref().map(|name| name.0.as_str()));
    let text = Signature::plain(format!("pub struct {}", api.client));
    Item::new(CLIENT, ItemKind::Struct, api.client.to_string(), text, Reach::Nothing)
        .from(&at("info"))
        .fact(About::Environment, environment.unwrap_or_default())
        .fact(About::Envelope, envelope)
        .fact(About::ErrorShape, errors)
        .docs(docs(&api.docs, None, &api.title))
}

fn constructors(face: &Face<'_>) -> Vec<Item> {
    let api = face.api;
    let item = |name: &str, signature: Signature| {
        let path = format!("{}::{name}", api.client);
        Item::new(format!("{CLIENT} {name}"), ItemKind::Method, path, signature, Reach::All).under(CLIENT)
    };
    let scheme = api.auth.constructor.and_then(|id| api.auth.schemes.get(id.0));
    let inputs = match scheme {
        Some(scheme) => Some(credential_inputs(scheme)),
        None => api.auth.schemes.is_empty().then(Vec::new),
    };
    let new = inputs.map(|inputs| {
        let text = format!("pub fn new({}) -> Result<Self, Error>", list(&inputs));
        item("new", Signature::function(text, inputs, "-> Result<Self, Error>")).from(&at("security"))
    });
    let named = api.base_url_env.is_some() || api.auth.schemes.iter().any(|scheme| scheme.env.is_some());
    let from_env = named.then(|| item("from_env", Signature::plain("pub fn from_env() -> Result<Self, Error>")));
    let builder = item("builder", Signature::plain("pub fn builder() -> ClientBuilder"))
        .from(&at("security"))
        .fact(About::Security, alternatives(api, &api.auth.default));
    let request = item("request", Signature::plain("pub fn request(&self, method: Method, path: &str) -> RawCall"));
    [new, from_env, Some(builder), Some(request)].into_iter().flatten().collect()
}

/// What a credential is given as; by what it is on the wire.
fn credential_inputs(scheme: &Scheme) -> Vec<Input> {
    let wire = format!("{:?}", scheme.credential);
    let input =
        |name: &str, wire: &str, ty: &str| Input { name: name.to_owned(), wire: wire.to_owned(), ty: ty.to_owned() };
    if is_basic(scheme) {
        vec![input("user", "user", "&str"), input("password", "password", "impl Into<Secret>")]
    } else {
        vec![input(scheme.setter.as_str(), &wire, "impl Into<Secret>")]
    }
}

fn list(inputs: &[Input]) -> String {
    inputs.iter().map(|input| format!("{}: {}", input.name, input.ty)).collect::<Vec<_>>().join(", ")
}

fn builder(key: &str, name: &str, signature: Signature) -> Item {
    let path = format!("ClientBuilder::{name}");
    Item::new(format!("builder {key}"), ItemKind::Method, path, signature, Reach::Nothing).at("builder")
}

fn credential(api: &Api, index: usize, scheme: &Scheme) -> Item {
    let name = scheme.setter.as_str();
    let inputs = credential_inputs(scheme);
    let text = format!("pub fn {name}(self, {}) -> Self", list(&inputs));
    // Two schemes may send the same: they are told apart by their order.
    let before = api.auth.schemes.iter().take(index).filter(|other| other.credential == scheme.credential).count();
    let wire = credential_text(&scheme.credential);
    let key = format!("credential {wire} {before}");
    builder(&key, name, Signature::function(text, inputs, "-> Self"))
        .from(&scheme.source.origin)
        .fact(About::Credential, wire)
        .fact(About::Environment, scheme.env.as_ref().map(|name| name.0.clone()).unwrap_or_default())
        .docs(docs(&scheme.docs, None, ""))
}

fn credential_text(credential: &Credential) -> String {
    match credential {
        Credential::Bearer => "Authorization: Bearer".to_owned(),
        Credential::Basic => "Authorization: Basic".to_owned(),
        Credential::Header(name) => format!("header {}", name.as_str()),
        Credential::Query(name) => format!("query {}", name.as_str()),
        Credential::Cookie(name) => format!("cookie {}", name.as_str()),
    }
}

/// Alternatives of credentials, as text.
pub(super) fn alternatives(api: &Api, sets: &[Vec<SchemeId>]) -> String {
    let of = |id: &SchemeId| api.auth.schemes.get(id.0).map(|scheme| credential_text(&scheme.credential));
    let set = |set: &Vec<SchemeId>| match set.as_slice() {
        [] => "nothing".to_owned(),
        // All of them are sent: their order is no matter.
        set => set.iter().filter_map(of).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" and "),
    };
    if sets.is_empty() { "nothing".to_owned() } else { sets.iter().map(set).collect::<Vec<_>>().join(" or ") }
}

/// The variables of all base URLs, each setter once.
fn variables(api: &Api) -> Vec<&ServerVariable> {
    let mut variables: Vec<&ServerVariable> = Vec::new();
    for variable in api.servers.iter().flat_map(|server| &server.variables) {
        if !variables.iter().any(|known| known.setter == variable.setter) {
            variables.push(variable);
        }
    }
    variables
}

fn variable(variable: &ServerVariable) -> Item {
    let (name, wire) = (variable.setter.as_str(), variable.wire.as_str());
    let text = format!("pub fn {name}(self, value: &str) -> Self");
    builder(&format!("variable {wire}"), name, Signature::plain(text))
        .from(&at("servers"))
        .fact(About::WireName, wire)
        .fact(About::Default, variable.default.as_str())
        .docs(docs(&variable.docs, None, &variable.allowed.join(", ")))
}

/// What the root shows beside the client.
fn imports(api: &Api) -> Vec<Item> {
    let needed = Capabilities::of(api);
    let runtime = needed.files().flat_map(|file| file.public.iter().copied());
    let foreign = FOREIGN.iter().flat_map(|(_, names)| names.iter().copied());
    let crates = ["chrono", "jiff", "uuid"].into_iter().filter(|name| needed.has(Capability::Dependency(name)));
    let names = runtime.chain(foreign).chain(crates).chain(["serde_json"]);
    let item = |name: &str| {
        let text = Signature::plain(format!("pub use {name}"));
        Item::new(format!("import {name}"), ItemKind::Import, name.to_owned(), text, Reach::Nothing)
    };
    names.map(item).collect()
}

fn features(face: &Face<'_>) -> Vec<Item> {
    let needed = Capabilities::of(face.api).features();
    let parts = face.parts.names();
    let full = (!parts.is_empty()).then_some("full");
    let names = needed.iter().map(|feature| feature.name).chain(full).chain(parts.iter().map(String::as_str));
    let item = |name: &str| {
        let text = Signature::plain(format!("feature {name}"));
        let item = Item::new(format!("feature {name}"), ItemKind::Feature, name.to_owned(), text, Reach::Nothing);
        item.at("features")
    };
    names.map(item).collect()
}
