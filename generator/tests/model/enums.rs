//! Enums.

use crate::check::check;

check!(
    strings_and_integers,
    r"
Color: {type: string, enum: [red, dark-green, BLUE]}
Size: {type: integer, enum: [1, 2, -1]}
Untyped: {enum: [a, b]}
"
);

check!(
    null_entries_make_it_nullable,
    r"
Color: {type: string, nullable: true, enum: [red, null]}
Holder:
  type: object
  required: [color]
  properties:
    color: {$ref: '#/components/schemas/Color'}
    inline: {type: string, enum: [a, null]}
    colors: {type: array, items: {$ref: '#/components/schemas/Color'}}
"
);

check!(
    duplicates_and_misfits_are_dropped,
    r"
Twice: {type: string, enum: [a, b, a]}
Misfit: {type: integer, enum: [1, two]}
AllMisfit: {type: string, enum: [1, 2]}
Mixed: {enum: [a, 1]}
Empty: {type: string, enum: []}
"
);

check!(
    booleans_and_numbers_stay_plain,
    r"
Yes: {type: boolean, enum: [true]}
Half: {type: number, enum: [0.5, 1.5]}
Whole: {type: number, enum: [1, 2]}
Objects: {enum: [{a: 1}, {b: 2}]}
"
);

check!(
    names_of_values,
    r"
Sort: {type: string, enum: [created, -created, '+1', '-1', '', '*', '<=', '>', 1.0, '10', '2024-01-01', 'a/b', 'a b', Unknown, Self, user.created, 'reactions-+1', 'reactions--1', 'reactions-1']}
Twins: {type: string, enum: [asc, ASC, Asc]}
Foreign: {type: string, enum: [grün, größe, 日本, 中国]}
Versions: {type: string, enum: [v1.0, v10, v1_0]}
"
);

check!(
    extensions_name_values,
    r"
Color:
  type: string
  enum: [r, g]
  x-sdk-enum:
    - {value: r, name: Red, description: Like blood.}
    - {value: g, name: Green}
Closed: {type: string, enum: [a, b], x-sdk-open: false}
"
);

check!(
    numbers_and_mixed_values,
    r"
Limit: {enum: [auto, 1, 0.5, false, null, 3000000000]}
Speed: {type: number, enum: [0.5, 1, 1.5]}
Switch: {enum: [true, false]}
Closed: {enum: [1, all], x-sdk-open: false}
Holder:
  type: object
  required: [version, ratio, flag, mode]
  properties:
    version: {type: integer, enum: [3]}
    ratio: {type: number, enum: [0.5]}
    flag: {type: boolean, enum: [true]}
    mode: {type: string, enum: [fast]}
    optional: {type: integer, enum: [4]}
    limit: {enum: [auto, 10], default: 10}
"
);
