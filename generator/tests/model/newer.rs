//! What OpenAPI 3.1 and 3.2 have and 3.0 has not, as far as it reaches the model.

use generator::model::{Api, Usage};

use crate::{check, render};

fn newer(version: &str, schemas: &str, more: &str) -> String {
    check::document(schemas).replace("3.0.3", version).replace("paths: {}\n", more)
}

fn text(document: &str) -> String {
    let (api, diagnostics) = check::resolve(document);
    format!("{document}\n\n{}", render::render(&api, diagnostics))
}

fn usage(api: &Api, name: &str) -> Option<Usage> {
    api.types.iter().find(|def| def.name.as_str() == name).map(|def| def.usage)
}

const WEBHOOKS: &str = r"webhooks:
  pet.sold:
    post:
      description: Somebody took it.
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sold'}}}}
  pet.lost:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {where: {type: string}}}}}}
";

const SOLD: &str = r"
Sold: {type: object, required: [pet], properties: {pet: {$ref: '#/components/schemas/Pet'}}}
Pet: {type: object, properties: {name: {type: [string, 'null']}}}
";

#[test]
fn payloads_of_webhooks_are_received() {
    let (api, _) = check::resolve(&newer("3.1.0", SOLD, WEBHOOKS));
    let received = Some(Usage { request: false, response: true });
    for name in ["Sold", "Pet", "PetLostPayload"] {
        assert_eq!(usage(&api, name), received, "{name}");
    }
    assert_eq!(api.webhooks.len(), 2);
    assert!(api.operations.is_empty());
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn webhooks() {
    snapshot("webhooks", &text(&newer("3.1.0", SOLD, WEBHOOKS)));
}

#[test]
fn keywords_of_3_1() {
    let schemas = r"
Sizes: {type: [integer, string, 'null'], format: int64, minimum: 0, maxLength: 9}
Kind: {const: pet}
Owner:
  $ref: '#/components/schemas/Base'
  description: Who has it.
  type: object
  required: [name]
  properties: {name: {type: string, examples: [Ann]}, photo: {type: string, contentEncoding: base64}}
Base: {type: object, properties: {id: {anyOf: [{type: string, format: uuid, description: Its id.}, {type: 'null'}]}}}
Tree: {$dynamicAnchor: node, type: object, properties: {children: {type: array, items: {$dynamicRef: '#node'}}}}
Local: {type: object, properties: {at: {$ref: '#/components/schemas/Local/$defs/Point'}}, $defs: {Point: {type: object, properties: {x: {type: number, exclusiveMinimum: 0}}}}}
Rest: {type: object, unevaluatedProperties: {type: integer}}
";
    snapshot("keywords_of_3_1", &text(&newer("3.1.0", schemas, "")));
}
