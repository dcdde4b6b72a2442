//! Types that hold themselves.

use crate::check::check;

check!(
    itself,
    r"
Node:
  type: object
  required: [left]
  properties:
    left: {$ref: '#/components/schemas/Node'}
    right: {$ref: '#/components/schemas/Node'}
    children: {type: array, items: {$ref: '#/components/schemas/Node'}}
    by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
"
);

check!(
    through_others_with_one_box,
    r"
A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, again: {$ref: '#/components/schemas/B'}}}
B: {type: object, properties: {c: {$ref: '#/components/schemas/Alias'}}}
Alias: {$ref: '#/components/schemas/C'}
C: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, d: {$ref: '#/components/schemas/D'}}}
D: {type: object, properties: {name: {type: string}}}
"
);

check!(
    through_unions,
    r"
Filter:
  oneOf: [{$ref: '#/components/schemas/And'}, {$ref: '#/components/schemas/Not'}, {type: string}]
And: {type: object, required: [and], properties: {and: {type: array, items: {$ref: '#/components/schemas/Filter'}}}}
Not: {type: object, required: [not], properties: {not: {$ref: '#/components/schemas/Filter'}}}
"
);

check!(
    unions_of_themselves,
    r"
A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}
"
);

check!(
    aliases_of_themselves,
    r"
A: {$ref: '#/components/schemas/B'}
B: {$ref: '#/components/schemas/A'}
List: {type: array, items: {$ref: '#/components/schemas/List'}}
Value: {anyOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Value'}}]}
"
);
