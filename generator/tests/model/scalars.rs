//! The format table.

use crate::check::check;

check!(
    formats,
    r"
All:
  type: object
  properties:
    text: {type: string}
    email: {type: string, format: email}
    uri: {type: string, format: uri}
    decimal: {type: string, format: decimal}
    date_time: {type: string, format: date-time}
    date: {type: string, format: date}
    uuid: {type: string, format: uuid}
    byte: {type: string, format: byte}
    binary: {type: string, format: binary}
    int: {type: integer}
    int32: {type: integer, format: int32}
    int64: {type: integer, format: int64}
    uint8: {type: integer, format: uint8}
    odd: {type: integer, format: unix-time}
    number: {type: number}
    float: {type: number, format: float}
    double: {type: number, format: double}
    flag: {type: boolean}
    formatted_flag: {type: boolean, format: yes-no}
"
);

check!(
    component_scalars_are_aliases,
    r"
Id: {type: string, format: uuid, description: An id.}
Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
MaybeId: {type: string, nullable: true}
Holder:
  type: object
  required: [id, maybe]
  properties:
    id: {$ref: '#/components/schemas/Id'}
    maybe: {$ref: '#/components/schemas/MaybeId'}
    ids: {$ref: '#/components/schemas/Ids'}
    maybes: {type: array, items: {$ref: '#/components/schemas/MaybeId'}}
"
);
