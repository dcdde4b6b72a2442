//! Objects, maps, presence, constraints, defaults.

use crate::check::check;

check!(
    presence,
    r"
Pet:
  type: object
  description: A pet.
  required: [id, nick]
  properties:
    id: {type: integer, description: Its number.}
    nick: {type: string, nullable: true}
    tag: {type: string}
    owner: {type: string, nullable: true}
"
);

check!(
    maps_and_empty_objects,
    r"
Labels: {type: object, additionalProperties: {type: string}}
Anything: {type: object}
Explicit: {type: object, additionalProperties: true}
Nothing: {type: object, additionalProperties: false}
Nested: {additionalProperties: {type: array, items: {type: object, additionalProperties: {type: integer, nullable: true}}}}
"
);

check!(
    named_and_additional,
    r"
Open:
  type: object
  properties: {name: {type: string}}
  additionalProperties: {type: integer}
Free:
  type: object
  properties: {additional_properties: {type: string}}
  additionalProperties: true
Closed:
  type: object
  properties: {name: {type: string}}
  additionalProperties: false
"
);

check!(
    inline_types_are_named_by_their_place,
    r"
Pet:
  type: object
  properties:
    owner: {type: object, properties: {name: {type: string}}}
    tags: {type: array, items: {type: object, properties: {key: {type: string}}}}
    scores: {type: object, additionalProperties: {type: object, properties: {value: {type: number}}}}
    state: {type: string, enum: [alive, dead]}
"
);

check!(
    constraints_are_carried,
    r"
Bounded:
  type: object
  properties:
    name: {type: string, minLength: 1, maxLength: 9, pattern: '^a+$'}
    size: {type: integer, minimum: 1, maximum: 18446744073709551615, exclusiveMinimum: true}
    half: {type: integer, minimum: 1.5}
    step: {type: number, multipleOf: 0.1}
    tags: {type: array, items: {type: string}, minItems: 1, maxItems: 3, uniqueItems: true}
    extra: {type: object, additionalProperties: {type: string}, maxProperties: 7}
"
);

check!(
    defaults,
    r"
Settings:
  type: object
  required: [color, count, on, ratio, name, tags, labels, when]
  properties:
    color: {$ref: '#/components/schemas/Color'}
    count: {type: integer, format: int32, default: 10}
    on: {type: boolean, default: true}
    ratio: {type: number, default: 0.5}
    name: {type: string, default: ''}
    tags: {type: array, items: {type: string}, default: []}
    labels: {type: object, additionalProperties: {type: string}, default: {}}
    when: {type: string, format: date-time, default: '2020-01-01T00:00:00Z'}
    optional: {type: integer, default: 3}
Color: {type: string, enum: [red, dark-green], default: dark-green}
"
);

check!(
    defaults_that_do_not_fit,
    r"
Settings:
  type: object
  required: [count, small, color]
  properties:
    count: {type: integer, default: ten}
    small: {type: integer, format: int8, default: 300}
    color: {type: string, enum: [red], default: blue}
    list: {type: array, items: {type: string}, default: a}
    none: {type: string, nullable: true, default: null}
"
);

check!(
    a_required_constant_is_no_argument,
    r"
Event:
  type: object
  required: [object, version, live, name]
  properties:
    object: {type: string, enum: [event]}
    version: {type: integer, enum: [2]}
    live: {type: boolean, enum: [true]}
    name: {type: string}
"
);

check!(
    required_names_no_property,
    r"
Pet:
  type: object
  required: [name, nmae]
  properties: {name: {type: string}}
"
);

check!(
    secrets_and_lenience,
    r"
Key:
  type: object
  required: [id]
  properties:
    id: {type: string, x-sdk-lenient: true}
    token: {type: string, x-sdk-secret: true}
    password: {type: string, format: password}
    hidden: {type: string, x-sdk-ignore: true}
"
);

check!(
    types_are_evident_without_type,
    r"
Object: {properties: {name: {type: string}}}
List: {items: {type: string}}
Enum: {enum: [a, b]}
Format: {format: date-time}
Anything: {}
Described: {description: Whatever comes.}
"
);

check!(
    deprecated_and_titles,
    r"
Old:
  type: object
  deprecated: true
  title: An old thing
  properties:
    gone: {type: string, deprecated: true, title: Gone}
"
);

check!(
    untyped,
    r"
File: {type: file}
Not: {not: {type: string}}
Holder:
  type: object
  properties:
    strange: {type: strng}
    fine: {type: string, not: {enum: [a]}}
"
);

check!(
    deep_containers_get_an_alias,
    r"
Deep:
  type: object
  properties:
    maps:
      type: object
      additionalProperties: {type: object, additionalProperties: {type: array, items: {type: object, additionalProperties: {type: string}}}}
    lists: {type: array, items: {type: array, items: {type: array, items: {type: number}}}}
"
);
