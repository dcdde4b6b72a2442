//! `allOf`.

use crate::check::check;

check!(
    objects_are_merged,
    r"
Base: {type: object, required: [id], properties: {id: {type: string}, kind: {type: string, enum: [a, b]}}}
Left: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {left: {type: string}}}]}
Right:
  description: With siblings.
  required: [right, kind]
  properties: {right: {type: string}}
  allOf: [{$ref: '#/components/schemas/Base'}]
"
);

check!(
    one_reference_is_that_type,
    r"
Pet: {type: object, properties: {name: {type: string}}}
Holder:
  type: object
  properties:
    described: {allOf: [{$ref: '#/components/schemas/Pet'}], description: The first.}
    nullable: {allOf: [{$ref: '#/components/schemas/Pet'}], nullable: true}
    beside: {allOf: [{$ref: '#/components/schemas/Pet'}, {description: Said beside it.}]}
    typed: {type: object, allOf: [{$ref: '#/components/schemas/Pet'}]}
    more: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {age: {type: integer}}}]}
Same: {allOf: [{$ref: '#/components/schemas/Pet'}], description: The same.}
"
);

check!(
    nested_and_required_only,
    r"
A: {type: object, properties: {a: {type: string}}}
B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: string}}}]}
C: {allOf: [{$ref: '#/components/schemas/B'}, {required: [a, b]}]}
"
);

check!(
    a_property_said_twice_holds_both,
    r"
Base: {type: object, properties: {kind: {type: string, description: The kind.}, size: {type: integer}}}
Dog:
  allOf:
    - $ref: '#/components/schemas/Base'
    - type: object
      required: [kind]
      properties:
        kind: {type: string, enum: [dog]}
        size: {description: In centimetres.}
"
);

check!(
    scalars_are_merged,
    r"
Name: {type: string, maxLength: 10}
Short: {type: object, properties: {name: {allOf: [{$ref: '#/components/schemas/Name'}, {maxLength: 5}]}}}
"
);

check!(
    contradictions,
    r"
Both: {allOf: [{type: string}, {type: object, properties: {a: {type: string}}}]}
"
);

check!(
    circles,
    r"
A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {a: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: string}}}]}
Self: {allOf: [{$ref: '#/components/schemas/Self'}]}
"
);
