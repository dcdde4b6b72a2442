//! The emitted files as snapshots.

use super::{emit, fixture, zoo};
use crate::{config::OwnDependency, model::signature};

fn file(path: &str) -> String {
    let files = emit(&fixture::airstore(), &fixture::config()).unwrap();
    files.0.get(path).cloned().unwrap_or_else(|| panic!("no {path} among {:?}", files.0.keys()))
}

macro_rules! golden {
    ($($test:ident: $path:literal;)*) => { $(
        #[test]
        fn $test() {
            insta::assert_snapshot!(file($path));
        }
    )* };
}

golden! {
    manifest: "Cargo.toml";
    readme: "README.md";
    root: "src/lib.rs";
    client: "src/client.rs";
    config: "src/runtime/config.rs";
    runtime: "src/runtime.rs";
    resource: "src/resources/connections.rs";
    example: "examples/connections.rs";
    program_root: "tests/api.rs";
    program_module: "tests/api/connections.rs";
}

#[test]
fn everything_else() {
    let (api, config) = zoo::zoo();
    let files = emit(&api, &config).unwrap();
    insta::assert_snapshot!(files.0["src/resources/zoo.rs"]);
}

#[test]
fn signatures_are_what_is_emitted() {
    let squeeze = |text: &str| {
        let text: String = text.split_whitespace().collect();
        text.replace(",)", ")").replace("types::", "").replace("runtime::", "")
    };
    for (_, api, config) in fixture::all() {
        let files = emit(&api, &config).unwrap();
        let sources: Vec<_> = files.0.iter().filter(|(path, _)| path.starts_with("src/resources/")).collect();
        let all: String = sources.into_iter().map(|(_, text)| squeeze(text)).collect();
        for operation in &api.operations {
            let method = signature::method(&api, operation);
            assert!(all.contains(&squeeze(&method)), "{method}");
            for argument in operation.optional.iter() {
                let setter = signature::setter(&api, argument);
                assert!(all.contains(&squeeze(&setter)), "{setter}");
            }
        }
    }
}

#[test]
fn documentation_cannot_add_items() {
    let (api, config) = zoo::zoo();
    for (path, text) in emit(&api, &config).unwrap().0.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let evil = file.items.iter().any(|item| matches!(item, syn::Item::Fn(f) if f.sig.ident == "evil"));
        assert!(!evil && !text.contains('\u{202e}'), "{path}");
    }
}

#[test]
fn as_a_module() {
    let config = crate::config::Config { mount: Some("api::sdk".to_owned()), ..fixture::config() };
    let files = emit(&fixture::airstore(), &config).unwrap();
    assert!(files.0["mod.rs"].contains("pub use crate::api::sdk::client::Airstore;"));
    assert!(!files.0["mod.rs"].contains("#!["));
    assert!(files.0["resources/connections.rs"].contains("use crate::api::sdk::{runtime, types};"));
    let others = files.0.keys().filter(|path| !path.ends_with(".rs") || path.starts_with("tests/"));
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&String>::new());
    let lines = super::dependency_lines(&fixture::airstore(), &config).unwrap();
    let table: toml::Table = lines.parse().unwrap();
    assert_eq!(table.keys().collect::<Vec<_>>(), ["features", "dependencies", "target"]);
}

#[test]
fn dependencies_of_ones_own_stand_in_the_manifest() {
    let own = |name: &str, version: Option<&str>, path: Option<&str>, features: &[&str], bare| OwnDependency {
        name: name.to_owned(),
        version: version.map(str::to_owned),
        path: path.map(str::to_owned),
        features: features.iter().map(|text| (*text).to_owned()).collect(),
        bare,
    };
    let dependencies = vec![
        own("money", Some("1"), None, &[], false),
        own("near", None, Some("../near\"\n[x]"), &["a", "b"], true),
        own("zebra", Some("2"), Some("../z"), &[], false),
    ];
    let config = crate::config::Config { dependencies, ..fixture::config() };
    let files = emit(&fixture::airstore(), &config).unwrap();
    let manifest: toml::Table = files.0["Cargo.toml"].parse().unwrap();
    let found = &manifest["dependencies"];
    assert_eq!(found["money"].as_str(), Some("1"));
    // No value of the manifest has a line's end in it.
    let near = r#"{ path = "../near\" [x]", default-features = false, features = ["a", "b"] }"#;
    assert_eq!(found["near"], format!("x = {near}").parse::<toml::Table>().unwrap()["x"]);
    assert_eq!((found["zebra"]["version"].as_str(), found["zebra"]["path"].as_str()), (Some("2"), Some("../z")));
    assert!(found["jiff"].is_table(), "{found}");
}
