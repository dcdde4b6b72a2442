//! The features of a large crate: one for each resource, closed over its types.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{env, fs, path::Path, process::Command};

use generator::{
    Stage,
    config::Config,
    emit::Files,
    model::{Api, Parts, TypeId},
    output::{self, Options},
    run,
    source::Input,
};

const SHOP: &str = r#"
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /orders/{id}:
    get:
      tags: [orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
  /people:
    get:
      tags: [client]
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Person'}}}}}
components:
  schemas:
    Order: {type: object, properties: {buyer: {$ref: '#/components/schemas/Person'}, lines: {type: array, items: {$ref: '#/components/schemas/Line'}}}}
    Line: {type: object, properties: {price: {type: number}}}
    Person: {type: object, properties: {name: {type: string}}}
    Hook: {type: object, properties: {about: {$ref: '#/components/schemas/Line'}, kind: {$ref: '#/components/schemas/Kind'}}}
    Kind: {type: string, enum: [a, b]}
"#;

fn shop(config: &Config) -> Files {
    let input = Input { name: "shop.yaml".to_owned(), bytes: SHOP.into() };
    run(input, config, Stage::Emit).unwrap().files.unwrap()
}

fn config() -> Config {
    Config { resource_features: Some(true), ..Config::new("shop-sdk") }
}

#[test]
fn each_resource_has_a_feature_closed_over_its_types() {
    let files = shop(&config());
    let manifest = files.0.get("Cargo.toml").unwrap();
    let features: String = manifest.lines().skip_while(|line| *line != "[features]").take(4).fold(String::new(), add);
    let parts: String = manifest.lines().skip_while(|line| !line.starts_with("# One")).take(4).fold(String::new(), add);
    insta::assert_snapshot!(features + &parts, @r#"
    [features]
    default = ["client", "rustls", "full"]
    full = ["client_api", "orders", "other_types"]
    client = [
    # One feature for each resource; a type stands where a resource needs it.
    client_api = []
    orders = []
    other_types = []
    "#);
    let types = files.0.get("src/types.rs").unwrap();
    let modules: String = types.lines().skip(3).take_while(|line| !line.is_empty()).fold(String::new(), add);
    insta::assert_snapshot!(modules, @r#"
    #[cfg(feature = "other_types")]
    mod hook;
    #[cfg(feature = "other_types")]
    mod kind;
    #[cfg(any(feature = "orders", feature = "other_types"))]
    mod line;
    #[cfg(feature = "orders")]
    mod order;
    #[cfg(any(feature = "client_api", feature = "orders"))]
    mod person;
    "#);
}

fn add(text: String, line: &str) -> String {
    text + line + "\n"
}

#[test]
fn a_small_crate_and_a_module_have_none() {
    let small = shop(&Config::new("shop-sdk"));
    assert!(!small.0.get("Cargo.toml").unwrap().contains("full"));
    let module = shop(&Config { mount: Some("shop".to_owned()), ..config() });
    assert!(module.0.values().all(|text| !text.contains("feature = \"orders\"")));
}

/// A resource for each of so many operations, which all give the same type, and each one of its own beside it.
fn resources(count: usize) -> Api {
    let answer = |n| format!("{{oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B{n}'}}]}}");
    let operation = |n| {
        let answer = answer(n);
        format!(
            "  /t{n}: {{get: {{tags: [t{n}], responses: {{'200': {{description: d, content: {{application/json: {{schema: {answer}}}}}}}}}}}}}\n"
        )
    };
    let operations: String = (0..count).map(operation).collect();
    let schemas: String = (0..count)
        .map(|n| format!(", B{n}: {{type: object, required: [b{n}], properties: {{b{n}: {{type: string}}}}}}"))
        .collect();
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n{operations}components: {{schemas: {{A: {{$ref: '#/components/schemas/C'}}, C: {{type: object, properties: {{a: {{type: string}}}}}}{schemas}}}}}\n"
    );
    let input = Input { name: "t.yaml".to_owned(), bytes: text.into() };
    run(input, &config(), Stage::Resolve).unwrap().api.unwrap()
}

#[test]
fn what_many_need_stands_always() {
    let api = resources(12);
    let parts = Parts::of(&api, Some(true));
    assert_eq!(parts.names().len(), 12);
    let of = |name: &str| {
        let index = api.types.iter().position(|def| def.name.as_str() == name).unwrap();
        parts.of_type(TypeId(index))
    };
    assert!(of("C").is_empty(), "behind what many need");
    assert_eq!(of("B3"), ["t3"]);
}

#[test]
fn a_crate_has_no_more_features_than_a_registry_takes() {
    let api = resources(251);
    assert!(Parts::of(&api, None).names().is_empty());
    assert_eq!(Parts::of(&api, Some(true)).names().len(), 251);
    assert_eq!(Parts::of(&resources(250), None).names().len(), 250);
}

#[test]
#[ignore = "compiles the crate once for each feature"]
fn each_feature_alone_is_without_a_warning() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parts");
    output::write(&folder, &shop(&config()), Options { force: true, ..Options::default() }).unwrap();
    // The versions that the repository has, so that nothing is resolved anew.
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let features = ["", "client_api", "orders", "other_types", "client,orders", "client", "rustls,full"];
    for features in features {
        check(&folder, &["--no-default-features", "--features", features]);
    }
    check(&folder, &["--all-features", "--all-targets"]);
}

fn check(folder: &Path, flags: &[&str]) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["clippy", "-q"]).args(flags).args(["--", "-Dwarnings"]).current_dir(folder);
    let output = command.env("CARGO_TARGET_DIR", folder.join("target")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{flags:?}\n{said}");
}
