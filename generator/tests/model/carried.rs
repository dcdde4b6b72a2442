//! What only newer dialects can say, in the inner keys that lowering writes.

use crate::check::check_carried;

check_carried!(
    tuples,
    r"
Plain: {type: array, x-sdkgen-tuple: {min: 2, rest: false}, items: {oneOf: [{type: string}, {type: integer}]}}
Unsaid: {type: array, x-sdkgen-tuple: {min: 0, rest: false}, items: {oneOf: [{type: number}, {type: number}]}}
Short: {type: array, x-sdkgen-tuple: {min: 1, rest: false}, items: {oneOf: [{type: string}, {type: integer}]}}
More: {type: array, x-sdkgen-tuple: {min: 2, rest: true}, items: {oneOf: [{type: string}, {type: integer}, {type: boolean}]}}
Holder:
  type: object
  properties:
    coded: {type: array, x-sdkgen-tuple: {min: 2, rest: false}, items: {oneOf: [{type: string, format: date-time}, {$ref: '#/components/schemas/Inner'}]}}
    inline: {type: array, x-sdkgen-tuple: {min: 2, rest: false}, items: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: string, enum: [b, c]}]}}
    list: {type: array, items: {$ref: '#/components/schemas/Plain'}}
Inner: {type: object, properties: {a: {type: string}}}
Chain: {type: object, required: [next], properties: {next: {type: array, x-sdkgen-tuple: {min: 2, rest: false}, items: {oneOf: [{type: string}, {$ref: '#/components/schemas/Chain'}]}}}}
"
);

check_carried!(
    patterns,
    r"
Labels: {type: object, additionalProperties: {type: string}, x-sdkgen-patterns: ['^x-']}
Beside:
  type: object
  properties: {id: {type: string}}
  additionalProperties: {anyOf: [{type: string}, {type: integer}]}
  x-sdkgen-patterns: ['^a', '^b']
"
);

check_carried!(
    conditional_parts,
    r"
Payment:
  type: object
  required: [kind]
  properties: {kind: {type: string, enum: [card, bank]}}
  allOf:
    - {x-sdkgen-conditional: true, required: [number], properties: {kind: {type: string, enum: [card]}, number: {type: string}, extra: {type: string}}}
    - {x-sdkgen-conditional: true, required: [iban], properties: {iban: {type: string}, extra: {type: integer}}}
"
);
