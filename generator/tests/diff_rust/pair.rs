//! Two descriptions that differ in one edit.

use generator::{
    Run, Stage,
    config::Config,
    diff::{
        Bump, Described, Report, compare,
        rust::{Change, predict},
    },
    run,
    source::Input,
};

/// A description with the usual head.
pub fn spec(body: &str) -> String {
    let body = body.trim_start_matches('\n');
    format!("openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://a.test'}}]\n{body}")
}

/// What the tests of the matrix edit.
pub const BASE: &str = "
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: from, in: query, required: true, schema: {type: string}}
        - {name: to, in: query, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, format: int32, default: 20}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses:
        '200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '404': {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    put:
      operationId: putPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
      responses: {'204': {description: done}}
components:
  schemas:
    Kind: {type: string, enum: [cat, dog, fox]}
    Color: {type: string, enum: [red, blue], x-sdk-open: false}
    Food: {oneOf: [{$ref: '#/components/schemas/Meat'}, {$ref: '#/components/schemas/Fish'}]}
    Meat: {type: object, required: [cut], properties: {cut: {type: string}}}
    Fish: {type: object, required: [river], properties: {river: {type: string}}}
    Problem: {type: object, required: [detail], properties: {detail: {type: string}}}
    Pet:
      type: object
      required: [id, kind]
      properties:
        id: {type: string}
        kind: {$ref: '#/components/schemas/Kind'}
        note: {type: string}
        food: {$ref: '#/components/schemas/Food'}
        size: {type: integer, format: int32}
    NewPet:
      type: object
      required: [name]
      properties:
        name: {type: string, maxLength: 20}
        color: {$ref: '#/components/schemas/Color'}
        nick: {type: string}
        weight: {type: integer}
";

/// The base with texts replaced; each must be there.
pub fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(spec(BASE), |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in the base");
        text.replacen(from, to, 1)
    })
}

pub fn described(text: &str) -> Run {
    let input = Input { name: "openapi.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let made = run(input, &Config::new("pets"), Stage::Resolve).unwrap();
    assert!(made.api.is_some(), "{:#?}", made.diagnostics.items());
    made
}

pub fn changes(old: &str, new: &str) -> Vec<Change> {
    predict(described(old).api.as_ref().unwrap(), described(new).api.as_ref().unwrap())
}

pub fn report(old: &str, new: &str) -> Report {
    let (old, new) = (described(old), described(new));
    compare(side("old.yaml", &old), side("new.yaml", &new))
}

pub fn side<'a>(name: &'a str, run: &'a Run) -> Described<'a> {
    let (loaded, lowered, api) = (run.loaded.as_ref(), run.lowered.as_ref(), run.api.as_ref());
    Described { name, loaded: loaded.unwrap(), lowered: lowered.unwrap(), api: api.unwrap(), parts: None }
}

pub fn level(changes: &[Change]) -> Bump {
    changes.iter().map(|change| change.item.level).max().unwrap_or_default()
}

/// One line a change: `major field types::Pet::note | pub note: String -> …`.
pub fn lines(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| {
        let item = &change.item;
        let (level, kind) = (format!("{:?}", item.level).to_lowercase(), format!("{:?}", item.kind).to_lowercase());
        let moved = change.new_path.as_ref().map(|path| format!(" => {path}")).unwrap_or_default();
        let part = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        format!("{level} {kind} {}{moved} | {} -> {}", item.path, part(&item.old), part(&item.new))
    };
    changes.iter().filter(|change| !change.docs_only).map(line).collect()
}

pub fn notes(changes: &[Change]) -> String {
    changes.iter().filter_map(|change| change.behaviour.clone()).collect::<Vec<_>>().join("; ")
}
