//! Which components are types: what operations reach, and what nothing in the document refers to.

use generator::model::{Api, Usage};

use crate::check;

fn named(api: &Api) -> Vec<(&str, Usage)> {
    api.types.iter().map(|def| (def.name.as_str(), def.usage)).collect()
}

const SENT: Usage = Usage { request: true, response: false };
const RECEIVED: Usage = Usage { request: false, response: true };
const BOTH: Usage = Usage { request: true, response: true };

fn with_path(operation: &str, schemas: &str) -> String {
    let path = format!("paths:\n  /a:\n    post:\n{}", operation.trim_matches('\n'));
    check::document(schemas).replace("paths: {}", &path)
}

const ENVELOPED: &str = r"
      operationId: makeA
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}
";

const SCHEMAS: &str = r"
New: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
Kind: {type: string, enum: [a, b]}
Envelope: {type: object, properties: {data: {$ref: '#/components/schemas/Pet'}}}
Base: {type: object, properties: {id: {type: string}}}
Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}]}
";

#[test]
fn what_is_merged_or_unwrapped_is_no_type() {
    let document = with_path(ENVELOPED, SCHEMAS).replace("paths:", "x-sdk-envelope: {data: data}\npaths:");
    let (api, _) = check::resolve(&document);
    assert_eq!(named(&api), [("Kind", BOTH), ("New", SENT), ("Pet", RECEIVED)]);
}

#[test]
fn without_unwrapping_the_envelope_is_a_type() {
    let (api, _) = check::resolve(&with_path(ENVELOPED, SCHEMAS));
    assert_eq!(named(&api), [("Envelope", RECEIVED), ("Kind", BOTH), ("New", SENT), ("Pet", RECEIVED)]);
}

#[test]
fn what_nothing_refers_to_stays_with_all_that_it_holds() {
    let more = "Event: {type: object, properties: {pet: {$ref: '#/components/schemas/Part'}}}\n\
                Part: {type: object, properties: {id: {type: string}}}\n\
                Left: {type: object, properties: {right: {$ref: '#/components/schemas/Right'}}}\n\
                Right: {type: object, properties: {left: {$ref: '#/components/schemas/Left'}}}\n";
    let (api, _) = check::resolve(&with_path(ENVELOPED, &format!("{}{more}", &SCHEMAS[1..])));
    let names: Vec<_> = named(&api).into_iter().filter(|(_, usage)| *usage == BOTH).map(|(name, _)| name).collect();
    assert_eq!(names, ["Event", "Kind", "Left", "Part", "Right"]);
}

#[test]
fn a_payload_of_a_callback_stays() {
    let callback = "\x20     callbacks:\n        done:\n          '{$request.body#/url}':\n            post:\n              \
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}\n              \
                    responses: {'200': {description: ok}}\n";
    let (api, _) = check::resolve(&with_path(&format!("{ENVELOPED}{callback}"), SCHEMAS));
    assert!(named(&api).contains(&("Base", BOTH)));
}

#[test]
fn a_name_that_only_a_dropped_type_claims_is_free() {
    let more = "pet: {type: object, properties: {a: {type: string}}}\n\
                Wrap: {allOf: [{$ref: '#/components/schemas/pet'}, {type: object, properties: {b: {type: string}}}]}\n";
    let (api, diagnostics) = check::resolve(&with_path(ENVELOPED, &format!("{}{more}", &SCHEMAS[1..])));
    assert!(named(&api).contains(&("Pet", RECEIVED)));
    let collision = diagnostics.items().iter().find(|said| said.code.as_str() == "name-collision");
    assert!(collision.is_none(), "{collision:#?}");
}

#[test]
fn references_in_examples_are_none() {
    let schemas = "New: {type: object, example: {$ref: '#/components/schemas/Lone'}, properties: {a: {type: string}}}\n\
                   Envelope: {type: object, properties: {example: {$ref: '#/components/schemas/Held'}}}\n\
                   Lone: {type: object, properties: {a: {type: string}}}\n\
                   Held: {type: object, properties: {a: {type: string}}}\n";
    let (api, _) = check::resolve(&with_path(ENVELOPED, schemas));
    assert_eq!(named(&api), [("Envelope", RECEIVED), ("Held", RECEIVED), ("Lone", BOTH), ("New", SENT)]);
}
