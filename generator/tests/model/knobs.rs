//! Descriptions that are wrong: what `x-sdk-optional` and its like change.

use crate::check::check;

check!(
    a_field_may_be_absent_or_null_against_what_is_said,
    r"
User:
  type: object
  required: [id, email, name, owner, team]
  properties:
    id: {type: integer, x-sdk-optional: true}
    email: {type: string, x-sdk-nullable: true}
    name: {type: string, nullable: true, x-sdk-nullable: false}
    owner: {$ref: '#/components/schemas/Owner', x-sdk-optional: true, x-sdk-nullable: true}
    team: {$ref: '#/components/schemas/Team', x-sdk-nullable: false}
    tag: {type: string, x-sdk-optional: false}
    list: {type: array, items: {type: string, x-sdk-nullable: true}}
Owner: {type: object, properties: {name: {type: string}}}
Team: {type: object, nullable: true, properties: {name: {type: string}}}
"
);

check!(
    required_by_another_part_of_all_of,
    r"
Base: {type: object, required: [a], properties: {a: {type: string}}}
Heir:
  allOf:
  - {$ref: '#/components/schemas/Base'}
  - {type: object, properties: {a: {x-sdk-optional: true}, b: {type: string}}}
"
);

check!(
    a_wrong_value_is_said,
    r"
A: {type: object, required: [a], properties: {a: {type: string, x-sdk-optional: perhaps}}}
"
);
