//! Descriptions in several files: what is joined, under which names, and where reports point.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use std::{collections::BTreeSet, fs, path::Path};

use generator::{
    Run, Stage,
    config::Config,
    finding::{Finding, Locator},
    run,
    source::Options,
};
use serde_json::{Value, json};

struct Case {
    folder: tempfile::TempDir,
    options: Options,
}

impl Case {
    /// Files by their path and text; the first is the root document.
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let options = Options { path: Some(folder.path().join(files[0].0)), ..Options::default() };
        Self { folder, options }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, last: Stage) -> (Run, Vec<String>) {
        let path = self.options.path.as_ref().unwrap();
        let config = Config { source: self.options.clone(), ..Config::new("x") };
        let mut input = generator::source::read::file(path).unwrap();
        input.name = "spec/api.yaml".to_owned();
        let (name, bytes) = (input.name.clone(), input.bytes.clone());
        let mut run = run(input, &config, last).unwrap();
        let sorted = std::mem::take(&mut run.diagnostics).into_sorted();
        let locator = Locator::new(run.loaded.as_ref(), &name, &bytes);
        let said = sorted.iter().map(|said| locator.find(said)).map(|found: Finding| {
            let place = found.spot.map(|spot| spot.label()).unwrap_or_default();
            format!("{place} {}: {}", found.code.as_str(), found.message)
        });
        let said = said.collect();
        (run, said)
    }

    #[track_caller]
    fn document(&self) -> Value {
        let (run, said) = self.run(Stage::Source);
        assert_eq!(said, [""; 0]);
        run.loaded.unwrap().document
    }

    fn said(&self) -> Vec<String> {
        self.run(Stage::Source).1
    }
}

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\n";

fn of(root: &str, others: &[(&str, &str)]) -> Case {
    let root = format!("{HEAD}{root}");
    let mut files = vec![("api.yaml", root.as_str())];
    files.extend(others);
    Case::new(&files)
}

#[test]
fn targets_become_components_once_and_are_named_from_themselves() {
    let case = of(
        "paths:\n  /a:\n    get:\n      responses:\n        '200': {$ref: answers/ok.yml}\ncomponents:\n  schemas:\n    Own: {properties: {a: {$ref: './models/pet%20shop.yaml#/defs/Pet'}, b: {$ref: 'models/pet shop.yaml#/defs/Pet'}}}\n",
        &[
            ("answers/ok.yml", "description: Ok.\ncontent: {application/json: {schema: {$ref: ../models/all.json}}}\n"),
            ("models/all.json", "{\"type\": \"array\", \"items\": {\"$ref\": \"pet shop.yaml#/defs/Pet\"}}"),
            (
                "models/pet shop.yaml",
                "defs:\n  Pet: {properties: {mother: {$ref: '#/defs/Pet'}, tag: {$ref: '../api.yaml#/components/schemas/Own'}}}\n",
            ),
        ],
    );
    let document = case.document();
    assert_eq!(document["paths"]["/a"]["get"]["responses"]["200"], json!({"$ref": "#/components/responses/ok"}));
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    let own = json!({"$ref": "#/components/schemas/Own"});
    assert_eq!(
        document["components"],
        json!({
            "schemas": {
                "Own": {"properties": {"a": pet, "b": pet}},
                "Pet": {"properties": {"mother": pet, "tag": own}},
                "all": {"type": "array", "items": pet},
            },
            "responses": {
                "ok": {"description": "Ok.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/all"}}}},
            },
        })
    );
    assert_eq!(case.run(Stage::Source).0.loaded.unwrap().files.len(), 4, "each file is read once");
}

#[test]
fn another_name_for_a_component_of_another_file_leaves_it_its_own() {
    let schemas = |root: &str| {
        let root = format!("paths: {{}}\ncomponents: {{schemas: {{{root}}}}}\n");
        let other = "components: {schemas: {Access: {type: object}}}\n";
        of(&root, &[("other.yaml", other)]).document()["components"]["schemas"].clone()
    };
    let (object, there) = (json!({"type": "object"}), "{$ref: 'other.yaml#/components/schemas/Access'}");
    let access = json!({"$ref": "#/components/schemas/Access"});
    assert_eq!(schemas(&format!("Rep: {there}")), json!({"Rep": access, "Access": object}));
    assert_eq!(schemas(&format!("Rep: {there}, Access: {there}")), json!({"Rep": access, "Access": object}));
    // The root document means something else by the name.
    let own = json!({"type": "string"});
    assert_eq!(schemas(&format!("Rep: {there}, Access: {{type: string}}")), json!({"Rep": object, "Access": own}));
}

#[test]
fn a_component_that_is_a_reference_is_the_file_and_whole_sections_are_copied() {
    let case = of(
        "paths: {}\ncomponents:\n  parameters: {$ref: parameters.yaml}\n  schemas:\n    Animal: {$ref: pet.yaml}\n    Twin: {$ref: pet.yaml}\n    Local: {$ref: '#/components/schemas/Animal'}\n    User: {properties: {p: {$ref: pet.yaml}, q: {$ref: index.yaml#/Pet}}}\n",
        &[
            (
                "parameters.yaml",
                "Limit: {name: limit, in: query, schema: {$ref: 'index.yaml#/Pet'}}\nMore: {$ref: '#/Limit'}\n",
            ),
            ("index.yaml", "Pet: {$ref: pet.yaml}\n"),
            ("pet.yaml", "type: object\n"),
        ],
    );
    let animal = json!({"$ref": "#/components/schemas/Animal"});
    assert_eq!(
        case.document()["components"],
        json!({
            "parameters": {
                "Limit": {"name": "limit", "in": "query", "schema": animal},
                "More": {"$ref": "#/components/parameters/Limit"},
            },
            "schemas": {
                "Animal": {"type": "object"},
                "Twin": animal,
                "Local": animal,
                "User": {"properties": {"p": animal, "q": animal}},
            },
        })
    );
}

#[test]
fn names_that_clash_get_a_suffix_of_their_own() {
    let root = |order: [&str; 3]| {
        let list: Vec<_> = order.iter().map(|o| format!("{{$ref: '{o}'}}")).collect();
        format!("paths: {{}}\ncomponents: {{schemas: {{error: {{oneOf: [{}]}}}}}}\n", list.join(", "))
    };
    let others = [("b/error.yaml", "{}"), ("a/error.yaml", "{}"), ("c.yaml", "error: {}")];
    let names = |order| {
        let case = of(&root(order), &others);
        let document = case.document();
        let mut names: Vec<_> = document["components"]["schemas"].as_object().unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    let expected = ["error", "error_a", "error_b", "error_c"];
    assert_eq!(names(["a/error.yaml", "b/error.yaml", "c.yaml#/error"]), expected);
    assert_eq!(names(["c.yaml#/error", "b/error.yaml", "a/error.yaml"]), expected);
}

#[test]
fn what_has_no_section_is_copied_in() {
    let case = of(
        "tags: [{name: x, description: {$ref: texts.yaml#/intro}}]\npaths:\n  /a: {$ref: 'paths.yaml#/a', description: Mine.}\n  /b: {get: {$ref: 'operations/get b.yaml'}}\n",
        &[
            ("texts.yaml", "intro: Hello.\n"),
            (
                "paths.yaml",
                "a: {description: Theirs., get: {responses: {'200': {$ref: '#/ok'}}}}\nok: {description: Ok.}\n",
            ),
            ("operations/get b.yaml", "parameters:\n- {$ref: ../shared.yaml#/limit}\nresponses: {}\n"),
            ("shared.yaml", "limit: {name: limit, in: query, schema: {type: integer}}\n"),
        ],
    );
    let document = case.document();
    assert_eq!(document["tags"], json!([{"name": "x", "description": "Hello."}]));
    let ok = json!({"$ref": "#/components/responses/ok"});
    assert_eq!(document["paths"]["/a"], json!({"description": "Mine.", "get": {"responses": {"200": ok}}}));
    let limit = json!([{"$ref": "#/components/parameters/limit"}]);
    assert_eq!(document["paths"]["/b"]["get"]["parameters"], limit);
}

#[test]
fn discriminators_and_external_values_follow_their_files() {
    let case = of(
        "paths: {}\ncomponents: {schemas: {Base: {$ref: models/base.yaml}}, examples: {a: {$ref: models/example.yaml}}}\n",
        &[
            (
                "models/base.yaml",
                "discriminator: {propertyName: k, mapping: {a: cat.yaml, b: '#/defs/Dog', c: Base}}\ndefs: {Dog: {}}\n",
            ),
            ("models/cat.yaml", "type: object\n"),
            ("models/example.yaml", "externalValue: value.bin\n"),
            ("models/value.bin", "not read"),
        ],
    );
    let document = case.document();
    let mapping = &document["components"]["schemas"]["Base"]["discriminator"]["mapping"];
    assert_eq!(*mapping, json!({"a": "#/components/schemas/cat", "b": "#/components/schemas/Dog", "c": "Base"}));
    assert_eq!(document["components"]["examples"]["a"]["externalValue"], "models/value.bin");
    assert_eq!(case.run(Stage::Source).0.loaded.unwrap().files.len(), 4);
}

#[test]
fn swagger_has_sections_of_its_own() {
    let root = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      parameters: [{$ref: p.yaml}]\n      responses: {'200': {$ref: r.yaml}}\n";
    let case = Case::new(&[
        ("api.yaml", root),
        ("p.yaml", "{name: a, in: body, schema: {$ref: s.yaml}}"),
        ("r.yaml", "{description: Ok., schema: {$ref: s.yaml}}"),
        ("s.yaml", "{type: object}"),
    ]);
    let document = case.document();
    let schema = json!({"$ref": "#/definitions/s"});
    assert_eq!(document["definitions"], json!({"s": {"type": "object"}}));
    assert_eq!(document["parameters"]["p"]["schema"], schema);
    assert_eq!(document["responses"]["r"]["schema"], schema);
}

#[test]
fn files_find_each_other_by_the_names_they_give_themselves() {
    let root = "openapi: 3.2.0\n$self: https://a.test/v1/api.yaml\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Own: {type: object}\n    A: {properties: {a: {$ref: 'https://a.test/v1/m/pet.yaml'}, b: {$ref: 'm/pet.yaml#here'}}}\n";
    let pet = "$id: https://b.test/pet\ntype: object\nproperties: {o: {$ref: 'https://a.test/v1/api.yaml#/components/schemas/Own'}, s: {$ref: 'https://b.test/pet'}, t: {$anchor: here}}\n";
    let document = Case::new(&[("api.yaml", root), ("m/pet.yaml", pet)]).document();
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["A"]["properties"]["a"], json!({"$ref": "#/components/schemas/pet"}));
    assert_eq!(schemas["A"]["properties"]["b"], json!({"$ref": "#/components/schemas/t"}));
    assert_eq!(schemas["pet"]["properties"]["o"], json!({"$ref": "#/components/schemas/Own"}));
    assert_eq!(schemas["pet"]["properties"]["s"], json!({"$ref": "#/components/schemas/pet"}));
    assert_eq!(schemas["pet"].get("$id"), None);
}

#[test]
fn nothing_outside_the_root_is_read() {
    let mut case = Case::new(&[
        (
            "spec/api.yaml",
            &format!(
                "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A: {{$ref: ../secret.yaml}}\n    B: {{$ref: link.yaml}}\n    C: {{$ref: /etc/hostname}}\n    D: {{$ref: 'file:///etc/hostname'}}\n    E: {{$ref: '%2e%2e/secret.yaml'}}\n"
            ),
        ),
        ("secret.yaml", "type: string"),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(case.path().join("secret.yaml"), case.path().join("spec/link.yaml")).unwrap();
    let said = case.said();
    assert_eq!(said.len(), 5, "{said:#?}");
    assert!(said.iter().all(|said| said.contains("reference-outside: ")), "{said:#?}");
    assert!(said[0].starts_with("spec/api.yaml:7:5 "), "{said:#?}");
    case.options.root = Some(case.path().to_path_buf());
    assert_eq!(case.said().len(), 2, "the root is wider: {:#?}", case.said());
}

#[test]
fn dead_ends_are_said_once_and_cost_a_type_only() {
    let case = of(
        "paths:\n  /p: {$ref: gone.yaml}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        a: {$ref: gone.yaml}\n        b: {$ref: 'b.yaml#/gone'}\n        c: {$ref: 'https://example.com/c.yaml'}\n        d: {$ref: 'loop.yaml'}\n        e: {type: string}\n",
        &[("b.yaml", "x: 1"), ("loop.yaml", "$ref: pool.yaml"), ("pool.yaml", "$ref: loop.yaml")],
    );
    let (run, said) = case.run(Stage::Resolve);
    let about: Vec<_> = said.iter().filter(|said| said.contains("reference-")).collect();
    let expected = [
        "spec/api.yaml:5:3 reference-dangling: `gone.yaml` leads to a file that is not there",
        "spec/api.yaml:11:9 reference-dangling: `gone.yaml` leads to a file that is not there",
        "spec/api.yaml:12:9 reference-dangling: `b.yaml#/gone` leads to nothing",
        "spec/api.yaml:13:9 reference-external: `https://example.com/c.yaml` is on another machine, which is not asked",
        "spec/api.yaml:14:9 reference-cycle: `loop.yaml` leads back to where it began",
    ];
    assert_eq!(BTreeSet::from_iter(about.iter().map(|s| s.as_str())), BTreeSet::from(expected));
    assert_eq!(run.api.unwrap().types.len(), 1);
}

#[test]
fn media_types_that_bodies_share_refer_to_files_too() {
    let case = of(
        "paths:\n  /p:\n    get: {responses: {'200': {description: '', content: {$ref: '#/components/mediaTypes/Pets'}}}}\ncomponents:\n  mediaTypes:\n    Pets: {application/json: {schema: {$ref: pet.yaml}}}\n",
        &[("pet.yaml", "type: object\nproperties: {name: {type: string}}\n")],
    );
    let (run, said) = case.run(Stage::Resolve);
    assert!(said.iter().all(|said| !said.contains("reference-")), "{said:#?}");
    let names: Vec<_> = run.api.unwrap().types.iter().map(|def| def.name.to_string()).collect();
    assert_eq!(names, ["Pet"]);
}

#[test]
fn another_name_for_a_component_of_the_same_file_is_kept() {
    let case = of(
        "paths: {}\ncomponents: {schemas: {Owner: {type: object, properties: {pet: {$ref: 'pets.yaml#/components/schemas/Animal'}}}}}\n",
        &[
            (
                "pets.yaml",
                "components: {schemas: {Animal: {$ref: '#/components/schemas/Pet'}, Pet: {type: object, properties: {a: {$ref: '#/components/schemas/Cat'}}}, Cat: {$ref: cat.yaml}}}\n",
            ),
            ("cat.yaml", "type: object\nproperties: {name: {type: string}}\n"),
        ],
    );
    let (run, said) = case.run(Stage::Resolve);
    assert!(said.iter().all(|said| !said.contains("reference-")), "{said:#?}");
    let mut names: Vec<_> = run.api.unwrap().types.iter().map(|def| def.name.to_string()).collect();
    names.sort();
    assert_eq!(names, ["Animal", "Cat", "Owner", "Pet"]);
}

#[test]
fn a_part_of_a_component_is_named_as_in_one_file() {
    let paths = |file: &str| {
        format!(
            "paths:\n  /p:\n    get: {{responses: {{'200': {{description: '', content: {{application/json: {{schema: {{type: object, properties: {{own: {{$ref: '{file}#/components/schemas/Member/properties/role'}}, all: {{$ref: '{file}#/components/schemas/Member'}}}}}}}}}}}}}}}}\n"
        )
    };
    let schemas = "components: {schemas: {Member: {type: object, properties: {role: {type: string, enum: [a, b]}}}}}\n";
    let names = |case: &Case| {
        let (run, said) = case.run(Stage::Resolve);
        assert!(said.iter().all(|said| !said.contains("reference-")), "{said:#?}");
        run.api.unwrap().types.iter().map(|def| def.name.to_string()).collect::<BTreeSet<_>>()
    };
    let one = names(&of(&format!("{}{schemas}", paths("")), &[]));
    assert!(one.contains("MemberRole"), "{one:?}");
    assert_eq!(names(&of(&paths("b.yaml"), &[("b.yaml", schemas)])), one);
}

#[test]
fn places_are_those_of_the_files() {
    let case = of(
        "paths: {}\ncomponents: {schemas: {A: {$ref: models/a.yaml}}}\n",
        &[
            ("models/a.yaml", "type: object\nproperties:\n  v: {type: string, default: 1.10}\n  n: {$ref: b.yaml}\n"),
            ("models/b.yaml", "not: {type: string}\n"),
        ],
    );
    let (run, said) = case.run(Stage::Resolve);
    assert!(said.iter().any(|s| s.starts_with("spec/models/b.yaml:1:1 schema-untyped")), "{said:#?}");
    let api = run.api.unwrap();
    assert_eq!(api.types[0].source.origin.file.0, 1);
    let syntax = of("paths: {}\ncomponents: {schemas: {A: {$ref: a.yaml}}}\n", &[("a.yaml", "type: object\n\tx: 1\n")]);
    assert!(syntax.said()[0].starts_with("spec/a.yaml:2:1 source-syntax"), "{:?}", syntax.said());
}

#[test]
fn budgets_hold_over_all_files() {
    // Each copies the next ten times.
    let files: Vec<(String, String)> = (0..8)
        .map(|n| {
            (
                format!("l{n}.yaml"),
                (0..10).map(|k| format!("p{k}: {{properties: {{$ref: l{}.yaml}}}}\n", n + 1)).collect(),
            )
        })
        .chain([("l8.yaml".to_owned(), "p: {}\n".to_owned())])
        .collect();
    let others: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let case = of("paths: {}\ncomponents: {schemas: {A: {properties: {$ref: l0.yaml}}}}\n", &others);
    let said = case.said();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("source-budget: all files together unfold to more than 5000000 nodes"), "{said:#?}");
}

#[test]
fn cycles_of_copies_end() {
    let case = of("paths: {/a: {$ref: a.yaml}}\n", &[("a.yaml", "get: {$ref: a.yaml}\n")]);
    assert!(case.said()[0].contains("reference-cycle"), "{:?}", case.said());
}
