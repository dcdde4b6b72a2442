//! The one helper.

use generator::{
    config::Config,
    diagnostic::Diagnostics,
    dialect, model, resolve,
    source::{self, Input},
};

use crate::render;

/// Choices that no test of the model depends on.
pub fn config() -> Config {
    Config::new("sdk")
}

/// The model of a whole document, and what is said about it.
pub fn resolve(document: &str) -> (model::Api, Diagnostics) {
    resolve_with(document, &config())
}

/// The same, with choices.
pub fn resolve_with(document: &str, config: &Config) -> (model::Api, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "openapi.yaml".to_owned(), bytes: document.as_bytes().to_vec() };
    let loaded = source::load(input, &mut diagnostics).unwrap_or_else(|| panic!("{:#?}", diagnostics.items()));
    let lowered = dialect::lower(&loaded, &mut diagnostics).unwrap_or_else(|| panic!("{:#?}", diagnostics.items()));
    let api = resolve::resolve(&lowered, config, &mut diagnostics);
    (api.unwrap_or_else(|| panic!("{:#?}", diagnostics.items())), diagnostics)
}

/// A document that has only these component schemas.
pub fn document(schemas: &str) -> String {
    let indented: String = schemas.trim_matches('\n').lines().map(|line| format!("    {line}\n")).collect();
    let head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://api.test'}]\npaths: {}\ncomponents:\n  schemas:\n";
    format!("{head}{indented}")
}

/// The snapshot of a topic: its component schemas, the types that they become, and what is said.
pub fn text(schemas: &str) -> String {
    let (api, diagnostics) = resolve(&document(schemas));
    format!("{}\n\n{}", schemas.trim_matches('\n'), render::render(&api, diagnostics))
}

/// The same for schemas with inner keys, which a description cannot have: they are put in after lowering.
pub fn carried(schemas: &str) -> String {
    let (api, diagnostics) = resolve_carried(&document(schemas));
    format!("{}\n\n{}", schemas.trim_matches('\n'), render::render(&api, diagnostics))
}

fn resolve_carried(document: &str) -> (model::Api, Diagnostics) {
    const STAND_IN: &str = "x-inner-";
    let mut diagnostics = Diagnostics::new();
    let bytes = document.replace("x-sdkgen-", STAND_IN).into_bytes();
    let input = Input { name: "openapi.yaml".to_owned(), bytes };
    let loaded = source::load(input, &mut diagnostics).unwrap_or_else(|| panic!("{:#?}", diagnostics.items()));
    let mut lowered = dialect::lower(&loaded, &mut diagnostics).unwrap_or_else(|| panic!("{:#?}", diagnostics.items()));
    let text = serde_json::to_string(&lowered.value).expect("JSON").replace(STAND_IN, "x-sdkgen-");
    lowered.value = serde_json::from_str(&text).expect("JSON");
    lowered.document = serde_json::from_str(&text).expect("a document");
    let api = resolve::resolve(&lowered, &config(), &mut diagnostics);
    (api.unwrap_or_else(|| panic!("{:#?}", diagnostics.items())), diagnostics)
}

/// Compares a topic with its snapshot.
macro_rules! check {
    ($(#[$meta:meta])* $name:ident, $schemas:expr) => {
        #[test]
        $(#[$meta])*
        fn $name() {
            insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($name), $crate::check::text($schemas));
            });
        }
    };
}

/// As [`check`], with inner keys.
macro_rules! check_carried {
    ($name:ident, $schemas:expr) => {
        #[test]
        fn $name() {
            insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($name), $crate::check::carried($schemas));
            });
        }
    };
}

pub(crate) use check;
pub(crate) use check_carried;
