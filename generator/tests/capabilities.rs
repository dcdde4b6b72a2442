//! Invariant 13: each capability of the runtime alone, none and all, with each set of features, compile without a
//! warning. A file that names another capability's file does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use generator::{
    Stage,
    config::Config,
    emit::Files,
    model::{
        Time,
        capabilities::{Capabilities, FILES},
    },
    output::{self, Options},
    run,
    source::Input,
};

/// A description that needs what its name says, as `paths` and `components`.
const DESCRIPTIONS: &[(&str, &str)] = &[
    ("nothing", "paths: {}"),
    ("operation", "paths: {/a: {get: {responses: {'204': {description: d}}}}}"),
    (
        "query",
        "paths: {/a: {get: {parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "header",
        "paths: {/a: {get: {parameters: [{name: X-A, in: header, schema: {type: string}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "cookie",
        "paths: {/a: {get: {parameters: [{name: c, in: cookie, schema: {type: string}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "idempotency",
        "paths: {/a: {post: {parameters: [{name: Idempotency-Key, in: header, x-sdk-idempotency-key: true, schema: {type: string}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "by_status",
        "paths: {/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}, '202': {description: d, content: {application/json: {schema: {type: integer}}}}}}}}",
    ),
    (
        "basic",
        "paths: {/a: {get: {responses: {'204': {description: d}}}}}\nsecurity: [{b: []}]\ncomponents: {securitySchemes: {b: {type: http, scheme: basic}}}",
    ),
    ("object", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string}}}}}"),
    (
        "secret",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, x-sdk-secret: true}}}}}",
    ),
    (
        "rest",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}}}",
    ),
    (
        "nullable",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, nullable: true}}}}}",
    ),
    ("open_enum", "paths: {}\ncomponents: {schemas: {A: {type: string, enum: [a, b]}}}"),
    ("closed_enum", "paths: {}\ncomponents: {schemas: {A: {type: string, enum: [a, b], x-sdk-open: false}}}"),
    ("open_integer_enum", "paths: {}\ncomponents: {schemas: {A: {type: integer, enum: [1, 2]}}}"),
    ("closed_integer_enum", "paths: {}\ncomponents: {schemas: {A: {type: integer, enum: [1, 2], x-sdk-open: false}}}"),
    ("union", "paths: {}\ncomponents: {schemas: {A: {oneOf: [{type: string}, {type: array, items: {type: string}}]}}}"),
    (
        "timestamp",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, format: date-time}}}}}",
    ),
    ("date", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, format: date}}}}}"),
    ("uuid", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, format: uuid}}}}}"),
    ("byte", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, format: byte}}}}}"),
    (
        "lenient",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, x-sdk-lenient: true}}}}}",
    ),
];

/// What a request carries beside JSON.
const REQUESTS: &[(&str, &str)] = &[
    (
        "cookie",
        "paths: {/a: {get: {parameters: [{name: c, in: cookie, schema: {type: string}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "style",
        "paths: {/a: {get: {parameters: [{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "fields",
        "paths: {/a: {get: {parameters: [{name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}], responses: {'204': {description: d}}}}}",
    ),
    (
        "form",
        "paths: {/a: {post: {requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'204': {description: d}}}}}",
    ),
    (
        "multipart",
        "paths: {/a: {post: {requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string, format: binary}}}}}}, responses: {'204': {description: d}}}}}",
    ),
    (
        "payload",
        "paths: {/a: {post: {requestBody: {required: true, content: {'*/*': {schema: {type: string, format: binary}}}}, responses: {'204': {description: d}}}}}",
    ),
    ("mixed_enum", "paths: {}\ncomponents: {schemas: {A: {enum: [a, 1, true]}}}"),
];

/// A property of each format, by the library that `generator.toml` chooses.
const FORMATS: &[(&str, Time, &str)] = &[
    ("duration", Time::Jiff, "{type: string, format: duration}"),
    ("unix_time", Time::Jiff, "{type: integer, format: unix-time}"),
    ("chrono_timestamp", Time::Chrono, "{type: string, format: date-time}"),
    ("chrono_date", Time::Chrono, "{type: string, format: date}"),
    ("chrono_unix_time", Time::Chrono, "{type: integer, format: unix-time}"),
    ("chrono_duration", Time::Chrono, "{type: string, format: duration}"),
    ("string_timestamp", Time::String, "{type: string, format: date-time}"),
    ("string_unix_time", Time::String, "{type: integer, format: unix-time}"),
    ("byte_url", Time::Jiff, "{type: string, format: base64url}"),
    ("ip", Time::Jiff, "{type: string, format: ip}"),
    ("number_text", Time::Jiff, "{type: string, format: int64}"),
    ("whole_number", Time::Jiff, "{type: number, format: int64}"),
    ("lenient_number", Time::Jiff, "{type: number, x-sdk-lenient: true}"),
];

const USES: &str = "
paths:
  /a:
    get:
      parameters:
        - {name: p, in: query, schema: SCHEMA}
        - {name: l, in: query, schema: {type: array, items: SCHEMA}}
        - {name: h, in: header, schema: SCHEMA}
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
  /b/{p}:
    post:
      parameters: [{name: p, in: path, required: true, schema: SCHEMA}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'204': {description: d}}
components:
  schemas:
    A:
      type: object
      required: [a]
      properties: {a: SCHEMA, o: SCHEMA, l: {type: array, items: SCHEMA}}
      additionalProperties: SCHEMA
";

/// The property in a type that is sent and received, and as a parameter, alone and in a list, by each library.
fn formats() -> impl Iterator<Item = (String, Files, BTreeSet<&'static str>)> {
    FORMATS.iter().map(|(name, time, schema)| {
        let description = USES.replace("SCHEMA", schema);
        let (files, modules) = emitted_with(name, &description, *time);
        ((*name).to_owned(), files, modules)
    })
}

/// Feature sets as cargo's arguments. Those of the whole client are checked on all capabilities together.
const FEATURES: &[&[&str]] = &[&[], &["--no-default-features"], &["--all-features"]];

fn emitted(name: &str, description: &str) -> (Files, BTreeSet<&'static str>) {
    emitted_with(name, description, Time::Jiff)
}

fn emitted_with(name: &str, description: &str, time: Time) -> (Files, BTreeSet<&'static str>) {
    emitted_in("3.0.3", name, description, time)
}

fn emitted_in(version: &str, name: &str, description: &str, time: Time) -> (Files, BTreeSet<&'static str>) {
    let head = "info: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\n";
    let input = Input {
        name: "openapi.yaml".to_owned(),
        bytes: format!("openapi: {version}\n{head}{description}\n").into_bytes(),
    };
    let config = Config { member: true, time, ..Config::new(&format!("only-{}", name.replace('_', "-"))) };
    let run = run(input, &config, Stage::Emit).unwrap();
    let api = run.api.unwrap_or_else(|| panic!("{name}: {:?}", run.diagnostics));
    (run.files.unwrap(), Capabilities::of(&api).files().map(|file| file.module).collect())
}

/// Tuples are of OpenAPI 3.1.
fn tuple() -> (Files, BTreeSet<&'static str>) {
    let text = "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: array, prefixItems: [{type: string, format: date-time}, {type: integer}], items: false, minItems: 2}}}}}";
    emitted_in("3.1.0", "tuple", text, Time::Jiff)
}

/// The descriptions by name, with one that needs everything.
fn crates() -> BTreeMap<String, Files> {
    let mut all: BTreeMap<_, _> =
        DESCRIPTIONS.iter().chain(REQUESTS).map(|(name, text)| ((*name).to_owned(), emitted(name, text).0)).collect();
    all.extend(formats().map(|(name, files, _)| (name, files)));
    all.insert("tuple".to_owned(), tuple().0);
    let everything = include_str!("hostile/maximal.yaml").replace("@t(", "(");
    let everything = ["@x(", "@n(", "@s("].iter().fold(everything, |text, start| text.replace(start, "("));
    let plain: String = everything.split_once("openapi:").unwrap().1.replace(['(', ')'], "");
    let input = Input { name: "openapi.yaml".to_owned(), bytes: format!("openapi:{plain}").into_bytes() };
    let config = Config { member: true, ..Config::new("all") };
    let run = run(input, &config, Stage::Emit).unwrap();
    all.insert("all".to_owned(), run.files.unwrap_or_else(|| panic!("{:?}", run.diagnostics)));
    all
}

#[test]
fn each_file_of_the_runtime_is_needed_by_one_of_the_descriptions() {
    let mut met = BTreeSet::new();
    for (name, text) in DESCRIPTIONS.iter().chain(REQUESTS) {
        met.extend(emitted(name, text).1);
    }
    met.extend(formats().flat_map(|(_, _, modules)| modules));
    met.extend(tuple().1);
    let missed: Vec<_> = FILES.iter().map(|file| file.module).filter(|module| !met.contains(module)).collect();
    assert_eq!(missed, [""; 0]);
}

/// One workspace, so that what the crates depend on is compiled once. `.ci/run` asks for it.
#[test]
#[ignore = "compiles some twenty crates three times"]
fn each_capability_alone_and_all_compile_without_a_warning() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("capabilities");
    let _ = fs::remove_dir_all(root.join("crates"));
    let crates = crates();
    for (name, files) in &crates {
        output::write(&root.join("crates").join(name), files, Options::default()).unwrap();
    }
    fs::write(root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n").unwrap();
    // The versions that the repository has, so that nothing is resolved anew.
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), root.join("Cargo.lock")).unwrap();
    for features in FEATURES {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["check", "-q", "--workspace", "--lib"]).args(*features).current_dir(&root);
        let output = command.env("RUSTFLAGS", "-D warnings").env("CARGO_TARGET_DIR", root.join("target")).output();
        let output = output.unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{features:?}\n{said}");
    }
}
