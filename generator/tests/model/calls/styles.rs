//! Styles of parameters, covered and not.

use crate::calls::check;

check!(
    lists_with_and_without_explode,
    r"
paths:
  /{ids}:
    get:
      operationId: get
      tags: [t]
      parameters:
      - {name: ids, in: path, required: true, schema: {type: array, items: {type: integer}}}
      - {name: a, in: query, schema: {type: array, items: {type: string}}}
      - {name: b, in: query, explode: false, schema: {type: array, items: {type: string}}}
      - {name: c, in: query, style: pipeDelimited, explode: true, schema: {type: array, items: {type: string}}}
      - {name: D, in: header, schema: {type: array, items: {$ref: '#/components/schemas/Color'}}}
      - {name: e, in: query, schema: {$ref: '#/components/schemas/Colors'}}
      - {name: f, in: query, schema: {type: array, items: {type: string, nullable: true}}}
      responses: {'200': {description: OK}}
components:
  schemas:
    Color: {type: string, enum: [red, green]}
    Colors: {type: array, items: {$ref: '#/components/schemas/Color'}}
"
);

check!(
    optional_parameters_in_other_styles,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}
      - {name: ids, in: query, style: spaceDelimited, schema: {type: array, items: {type: string}}}
      - {name: tags, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
      - {name: object, in: query, schema: {type: object, additionalProperties: {type: string}}}
      - {name: nested, in: query, schema: {type: array, items: {type: array, items: {type: string}}}}
      - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
      - {name: session, in: cookie, schema: {type: string}}
      - {name: plain, in: query, style: deepObject, schema: {type: string}}
      responses: {'200': {description: OK}}
"
);

check!(
    required_parameters_in_other_styles,
    r"
paths:
  /things/{id}/{matrix}:
    put:
      operationId: updateThing
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: matrix, in: path, required: true, style: matrix, schema: {type: string}}
      - {name: filter, in: query, required: true, style: deepObject, schema: {type: object}}
      - {name: other, in: query, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {'200': {description: OK}}
"
);

check!(
    what_has_no_single_type_is_given_as_text,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: either, in: query, schema: {oneOf: [{type: string}, {type: integer}]}}
      - {name: mixed, in: query, schema: {anyOf: [{type: string}, {type: array, items: {type: string}}]}}
      - {name: any, in: query, schema: {}}
      - {name: anys, in: query, schema: {type: array, items: {}}}
      - {name: bytes, in: query, schema: {type: string, format: byte}}
      responses: {'200': {description: OK}}
"
);

check!(
    schemas_that_hold_themselves,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: a, in: query, schema: {$ref: '#/components/schemas/List'}}
      - {name: b, in: query, schema: {$ref: '#/components/schemas/Choice'}}
      responses: {'200': {description: OK}}
components:
  schemas:
    List: {type: array, items: {$ref: '#/components/schemas/List'}}
    Choice: {oneOf: [{type: string}, {$ref: '#/components/schemas/Choice'}, {$ref: '#/components/schemas/Other'}]}
    Other: {anyOf: [{$ref: '#/components/schemas/Choice'}, {type: array, items: {$ref: '#/components/schemas/Other'}}]}
"
);

check!(
    names_that_no_header_can_have,
    r#"
security: [{key: []}]
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: "X Y", in: header, schema: {type: string}}
      - {name: "a b&c", in: query, schema: {type: string}}
      responses: {'200': {description: OK, content: {"application/json\r\nX-Evil: 1": {schema: {type: string}}}}}
    post:
      operationId: createThing
      parameters: [{name: "X\r\nEvil", in: header, required: true, schema: {type: string}}]
      requestBody: {content: {"application/json; a=\r\n": {schema: {type: string}}}}
      responses: {'200': {description: OK}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: "X Key"}
"#
);

check!(
    components_without_a_text_of_their_own_are_given_as_text,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: mixed, in: query, schema: {$ref: '#/components/schemas/Mixed'}}
      - {name: bytes, in: query, schema: {$ref: '#/components/schemas/Bytes'}}
      - {name: bytess, in: query, schema: {$ref: '#/components/schemas/ListOfBytes'}}
      - {name: mixeds, in: query, schema: {type: array, items: {$ref: '#/components/schemas/Mixed'}}}
      - {name: colors, in: query, schema: {$ref: '#/components/schemas/Colors'}}
      - {name: gaps, in: query, schema: {$ref: '#/components/schemas/Gaps'}}
      - {name: map, in: query, schema: {$ref: '#/components/schemas/Any'}}
      - {name: union, in: query, schema: {$ref: '#/components/schemas/Either'}}
      responses: {'200': {description: OK}}
    post:
      operationId: makeThing
      parameters:
      - {name: map, in: query, required: true, schema: {$ref: '#/components/schemas/Any'}}
      responses: {'200': {description: OK}}
components:
  schemas:
    Mixed: {enum: [1, a]}
    Bytes: {type: string, format: byte}
    ListOfBytes: {type: array, items: {$ref: '#/components/schemas/Bytes'}}
    Color: {type: string, enum: [red]}
    Colors: {type: array, items: {$ref: '#/components/schemas/Color'}}
    Gaps: {type: array, items: {type: string, nullable: true}}
    Any: {type: object}
    Either: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}
"
);

check!(
    types_that_no_value_has_are_said,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: a, in: query, schema: {type: strng}}
      - {name: b, in: query, schema: {type: array, items: {type: file}}}
      - {name: c, in: query, schema: {type: 'null'}}
      responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {a: {type: 'null'}, b: {type: strng}, c: {type: file}}}}}}}
"
);

check!(
    what_is_said_of_parameters_wins,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: a, in: query, required: true, x-sdk-optional: true, schema: {type: string}}
      - {name: b, in: query, x-sdk-optional: false, schema: {type: string}}
      - {name: path, in: query, allowReserved: true, schema: {type: string}}
      responses: {'200': {description: OK}}
"
);
