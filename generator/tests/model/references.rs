//! References.

use crate::check::{self, check};

check!(
    dead_ends,
    r"
Holder:
  type: object
  properties:
    gone: {$ref: '#/components/schemas/Gone'}
    other_file: {$ref: './pet.yaml'}
    elsewhere: {$ref: '#/paths/~1pets'}
    list: {type: array, items: {$ref: '#/components/schemas/Gone'}}
"
);

check!(
    escaped_names,
    r"
a/b~c: {type: object, properties: {x: {type: string}}}
with space: {type: object, properties: {x: {type: string}}}
Holder:
  type: object
  properties:
    first: {$ref: '#/components/schemas/a~1b~0c'}
    second: {$ref: '#/components/schemas/with%20space'}
"
);

check!(
    into_a_schema,
    r"
Database:
  type: object
  properties:
    DbId: {type: string, format: uuid}
    owner: {type: object, properties: {name: {type: string}}}
    tags: {type: array, items: {type: string, enum: [a, b]}}
Output:
  type: object
  properties:
    id: {$ref: '#/components/schemas/Database/properties/DbId'}
    owner: {$ref: '#/components/schemas/Database/properties/owner'}
    tag: {$ref: '#/components/schemas/Database/properties/tags/items'}
    self: {$ref: '#/components/schemas/Output/properties/self'}
    none: {$ref: '#/components/schemas/Database/properties/gone'}
"
);

#[test]
fn places_are_those_of_the_input_when_something_before_was_left_out() {
    let document = check::document("Fine: {type: object, properties: {a: {type: string}}}").replace(
        "paths: {}",
        "paths:\n  /a:\n    get:\n      operationId: getA\n      parameters:\n      - {name: a, in: query, \
         schema: {type: string}}\n      - {$ref: '#/components/parameters/Lost'}\n      - {name: b, in: query, schema: \
         {oneOf: [{type: string}, {type: integer}]}}\n      responses: {}\n",
    ) + "  parameters:\n    Lost: 1\n";
    let (api, diagnostics) = check::resolve(&document);
    let said = diagnostics.items().iter().find(|said| said.code.as_str() == "parameter-style");
    let place = said.map(|said| said.origin.pointer.to_string());
    assert_eq!(place.as_deref(), Some("/paths/~1a/get/parameters/2/schema"), "{:#?}", diagnostics.items());
    assert_eq!(api.operations.len(), 1);
}
