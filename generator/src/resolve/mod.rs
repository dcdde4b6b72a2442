//! resolve: the typed document becomes the [`Api`], with every name decided.
//!
//! Passes, in order: declare a type id for every component schema, fill the bodies, read the root's choices, resolve
//! servers, auth and operations (inline schemas become types on the way), drop the types that nobody needs,
//! propagate usage, derive traits, box recursions, freeze the names, share what is repeated, put the types in their order. A pass collects all
//! it finds; nothing stops in between.

mod arguments;
pub mod auth;
mod bare;
pub mod body;
pub mod boxing;
mod choices;
pub mod context;
pub mod cycles;
pub mod docs;
mod document;
mod encoding;
mod endpoint;
mod example;
pub mod extensions;
mod files;
mod media;
pub mod names;
pub mod nesting;
pub mod operation;
pub mod order;
mod output;
mod own;
pub mod parameter;
mod path;
mod places;
pub mod prune;
pub mod refs;
pub mod resource;
pub mod response;
pub mod root;
mod said;
pub mod schema;
pub mod server;
mod shape;
mod share;
mod split;
mod status;
mod tags;
pub mod traits;
pub mod usage;
pub mod walk;
mod webhook;

pub use context::Context;
pub use walk::{Hint, SchemaRef};

use crate::{
    config::Config,
    diagnostic::Diagnostics,
    dialect::Lowered,
    model::{Api, AppliedKnob},
    stack,
};

/// Resolves the document.
pub fn resolve(lowered: &Lowered, config: &Config, diagnostics: &mut Diagnostics) -> Option<Api> {
    let (api, said) = stack::deep(|| {
        let mut said = Diagnostics::new();
        let mut api = resolve_all(lowered, config, &mut said);
        if !lowered.moves.is_empty() {
            api.iter_mut().for_each(|api| places::restore(api, &lowered.moves));
            places::restore_said(&mut said, &lowered.moves);
        }
        (api, said)
    });
    diagnostics.extend(said);
    api
}

/// What overrides and extensions changed; their places are those of the files already.
fn knobs(lowered: &Lowered) -> Vec<AppliedKnob> {
    let applied = lowered.knobs.iter().cloned();
    applied.map(|knob| AppliedKnob { at: knob.at, set: knob.set, origin: knob.origin }).collect()
}

fn resolve_all(lowered: &Lowered, config: &Config, diagnostics: &mut Diagnostics) -> Option<Api> {
    extensions::check_unknown(&lowered.value, diagnostics);
    let mut cx = Context::new(lowered, config, diagnostics);
    schema::declare(&mut cx);
    let root = root::resolve_root(&mut cx);
    cx.envelope.clone_from(&root.envelope);
    schema::fill(&mut cx);

    let servers = server::resolve_servers(&mut cx);
    let mut auth = auth::resolve_auth(&mut cx);
    let mut resources = resource::Resources::default();
    let operations = operation::resolve_operations(&mut cx, &mut auth, &mut resources);
    let webhooks = webhook::resolve_webhooks(&mut cx);
    schema::finish(&mut cx);

    let (types, mut access, input_names) = cx.types.into_parts();
    let mut api = Api {
        client: root.client,
        title: root.title,
        docs: root.docs,
        servers,
        base_url_env: root.base_url_env,
        auth,
        envelope: root.envelope,
        errors: root.errors,
        types,
        nesting: 0,
        operations,
        resources: resources.into_vec(),
        webhooks,
        fallbacks: cx.fallbacks,
        skipped: cx.skipped,
        knobs: knobs(lowered),
        ignored: cx.ignored,
    };
    let pins = cx.pins;
    files::settle(&mut api, &mut access);
    let mut travel = usage::travel(&api, &access);
    split::split(&mut api, &mut travel, &mut access, &input_names);
    usage::settle(&mut api, &travel, &access);
    tags::settle(&mut api.types);
    prune::prune(&mut api, &mut travel, &lowered.value);
    usage::propagate(&mut api, &travel);
    boxing::box_recursions(&mut api, diagnostics);
    api.nesting = nesting::measure(&api.types);
    traits::derive(&mut api);
    names::freeze(&mut api, &pins, diagnostics);
    share::share(&mut api, &pins);
    order::by_name(&mut api);
    Some(api)
}
