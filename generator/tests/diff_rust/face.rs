//! The public face that is read off the model is that of the emitted crate: the same items with the same signatures, neither
//! more nor fewer.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use generator::{
    Stage,
    config::Config,
    diff::rust::surface_of,
    emit,
    model::Api,
    run,
    source::{Input, Options},
};

use crate::emitted;

/// The lines of the model's face.
pub fn of_model(api: &Api) -> BTreeSet<String> {
    let line = |item: generator::diff::rust::surface::Item| {
        let attribute = if item.deprecated { "#[deprecated] " } else { "" };
        emitted::line(&format!("{:?}", item.kind), &item.path, &format!("{attribute}{}", item.signature.text))
    };
    surface_of(api).into_iter().map(line).collect()
}

pub fn api(bytes: Vec<u8>, options: Options, config: &Config) -> Option<Api> {
    let config = Config { source: options, ..config.clone() };
    run(Input { name: "openapi.yaml".to_owned(), bytes }, &config, Stage::Resolve).unwrap().api
}

#[track_caller]
fn check(name: &str, api: &Api, files: &BTreeMap<String, String>) {
    let (model, real) = (of_model(api), emitted::face(files));
    assert!(real.len() > 80, "{name}: the reader of sources sees {real:#?}");
    let missing: Vec<_> = real.difference(&model).take(8).collect();
    let invented: Vec<_> = model.difference(&real).take(8).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "{name}: not in the face {missing:#?}, not emitted {invented:#?}"
    );
}

#[track_caller]
fn check_emitted(name: &str, bytes: Vec<u8>, options: Options) {
    let config = Config::new("sdk");
    let Some(api) = api(bytes, options, &config) else { panic!("{name} gives no model") };
    let files = emit::emit(&api, &config).unwrap();
    check(name, &api, &files.0);
}

#[test]
fn it_is_that_of_the_sdk_on_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = BTreeMap::new();
    let (mut open, top) = (vec![root.join("generated-sdk")], root.join("generated-sdk"));
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = path.strip_prefix(&top).unwrap().to_str().unwrap().replace('\\', "/");
            if entry.file_type().unwrap().is_dir() {
                open.extend((name != "target").then_some(path));
            } else if name.ends_with(".rs") || name == "Cargo.toml" {
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let file: generator::config::RawFile =
        toml::from_str(&fs::read_to_string(root.join("generator.toml")).unwrap_or_default()).unwrap_or_default();
    let spec = file.sdk.first().map_or_else(|| "openapi.yaml".to_owned(), |sdk| sdk.spec.clone());
    let config = Config::new("airstore-sdk");
    let api = api(fs::read(root.join(spec)).unwrap(), Options::default(), &config).unwrap();
    check("generated-sdk", &api, &files);
}

#[test]
fn it_is_that_of_every_construct_of_types() {
    let bytes = include_bytes!("../golden/constructs/openapi.yaml").to_vec();
    check_emitted("constructs", bytes, Options::default());
}

#[test]
fn it_is_that_of_every_construct_of_calls() {
    check_emitted("calls", include_bytes!("calls.yaml").to_vec(), Options::default());
}

#[test]
fn it_is_that_of_a_crate_with_parts() {
    let mut paths = String::new();
    for index in 0..501 {
        let (tag, name) = (index % 3, format!("Thing{index}"));
        paths.push_str(&format!(
            "  /a{index}:\n    get:\n      operationId: get{index}\n      tags: [t{tag}]\n      responses:\n        '200': {{description: x, \
             content: {{application/json: {{schema: {{title: {name}, type: object, properties: {{a: {{type: string}}}}}}}}}}}}\n"
        ));
    }
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\nservers: [{{url: 'https://a.test'}}]\npaths:\n{paths}"
    );
    check_emitted("parts", text.into_bytes(), Options::default());
}

/// `DIFF_FACE=folder cargo test -p generator --test diff_rust -- --ignored real`: the same for descriptions of others.
#[test]
#[ignore = "needs descriptions of others: DIFF_FACE names their folder"]
fn it_is_that_of_real_descriptions() {
    let Some(folder) = std::env::var_os("DIFF_FACE") else { return };
    let config = Config::new("sdk");
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let inside = fs::read_dir(entry.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut specs: Vec<_> = inside
            .filter(|path| path.extension().is_some_and(|e| ["yaml", "yml", "json"].iter().any(|x| e == *x)))
            .collect();
        specs.sort();
        for path in specs {
            let name = path.display().to_string();
            let options = Options { path: Some(path.clone()), ..Options::default() };
            let Some(api) = api(fs::read(&path).unwrap(), options, &config) else { continue };
            let files = emit::emit(&api, &config).unwrap();
            if api.operations.is_empty() {
                continue;
            }
            check(&name, &api, &files.0);
            println!("{name}: {} items", of_model(&api).len());
        }
    }
}
