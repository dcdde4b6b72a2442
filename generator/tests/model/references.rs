//! References.

use crate::check::check;

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
