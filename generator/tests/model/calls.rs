//! Operations, resources, auth and servers: whole documents go in.

use generator::{diagnostic::Diagnostics, model::Api};

use crate::calls_render;

mod answers;
mod arguments;
mod bodies;
mod examples;
mod paths;
mod resources;
mod root;
mod security;
mod servers;
mod stability;
mod styles;
mod swagger;
mod whole;

/// The head of every document; a topic states what follows.
const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

/// What a topic that is not about servers has.
const SERVER: &str = "servers: [{url: 'https://api.test'}]\n";

/// The model of a document without its head.
pub fn resolve(body: &str) -> (Api, Diagnostics) {
    let server = if body.contains("\nservers:") { "" } else { SERVER };
    crate::check::resolve(&format!("{HEAD}{server}{}\n", body.trim_matches('\n')))
}

/// The snapshot of a topic: the document, what it becomes, and what is said.
pub fn text(body: &str) -> String {
    let (api, diagnostics) = resolve(body);
    format!("{}\n\n{}", body.trim_matches('\n'), calls_render::render(&api, diagnostics))
}

/// Compares a topic with its snapshot.
macro_rules! check {
    ($(#[$meta:meta])* $name:ident, $body:expr) => {
        #[test]
        $(#[$meta])*
        fn $name() {
            insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($name), $crate::calls::text($body));
            });
        }
    };
}

pub(crate) use check;
