//! Which parameters are arguments, in which order.

use crate::calls::check;

check!(
    order_does_not_follow_the_document,
    r"
paths:
  /{b}/{a}:
    get:
      operationId: get
      tags: [things]
      parameters:
      - {name: z, in: query, required: true, schema: {type: string}}
      - {name: a, in: path, required: true, schema: {type: string}}
      - {name: m, in: header, required: true, schema: {type: integer}}
      - {name: b, in: path, required: true, schema: {type: boolean}}
      - {name: q, in: query, schema: {type: string}}
      - {name: c, in: query, schema: {type: string}}
      responses: {'200': {description: OK}}
"
);

check!(
    more_than_three_required_are_one_struct,
    r"
paths:
  /things/{id}:
    get:
      operationId: listThings
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: d, in: query, required: true, schema: {type: string}}
      - {name: c, in: query, required: true, schema: {type: string}}
      - {name: b, in: query, required: true, schema: {type: string}}
      - {name: a, in: query, required: true, schema: {type: string}}
      responses: {'200': {description: OK}}
"
);

check!(
    the_operation_overrides_the_path_item_by_name_and_place,
    r"
paths:
  /things:
    parameters:
    - {name: limit, in: query, description: Of the item., schema: {type: string}}
    - {name: X-Trace, in: header, schema: {type: string}}
    - {name: other, in: query, schema: {type: string}}
    get:
      operationId: listThings
      parameters:
      - {name: limit, in: query, description: Of the operation., schema: {type: integer}}
      - {name: limit, in: header, schema: {type: boolean}}
      - {name: x-trace, in: header, required: true, schema: {type: string}}
      - {name: again, in: query, schema: {type: string}}
      - {name: again, in: query, schema: {type: integer}}
      responses: {'200': {description: OK}}
"
);

check!(
    what_a_parameter_says,
    r"
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - name: limit
        in: query
        description: At most this many.
        deprecated: true
        schema: {type: integer, format: int32, maximum: 100, default: 10, description: Not this.}
      - {name: token, in: query, x-sdk-secret: true, schema: {type: string, description: From the schema.}}
      - {name: cursor, in: query, x-sdk-name: after, schema: {type: string, nullable: true}}
      - {name: color, in: query, schema: {type: string, enum: [red, green], default: green}}
      - {name: ids, in: query, schema: {type: array, items: {type: string, format: uuid}}}
      - {name: since, in: query, required: true, schema: {type: string, format: date-time, nullable: true}}
      responses: {'200': {description: OK}}
"
);

check!(
    shared_parameters_name_their_inline_types,
    r"
paths:
  /things:
    parameters: [{name: kind, in: query, schema: {type: string, enum: [a, b]}}]
    get:
      operationId: listThings
      parameters:
      - {$ref: '#/components/parameters/Order'}
      - {name: state, in: query, schema: {type: string, enum: [on, off]}}
      responses: {'200': {description: OK}}
    post:
      operationId: createThing
      parameters:
      - {$ref: '#/components/parameters/Order'}
      - {$ref: '#/components/parameters/Gone'}
      responses: {'200': {description: OK}}
components:
  parameters:
    Order: {name: order, in: query, schema: {type: string, enum: [asc, desc]}}
"
);

check!(
    headers_that_something_else_states,
    r"
security: [{key: []}]
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: accept, in: header, required: true, schema: {type: string}}
      - {name: Content-Type, in: header, schema: {type: string}}
      - {name: AUTHORIZATION, in: header, schema: {type: string}}
      - {name: x-api-key, in: header, required: true, schema: {type: string}}
      - {name: X-Api-Key, in: query, schema: {type: string}}
      responses: {'200': {description: OK}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key}
"
);

check!(
    idempotency,
    r"
paths:
  /a:
    post:
      operationId: byName
      tags: [t]
      parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]
      responses: {'200': {description: OK}}
  /b:
    post:
      operationId: byExtension
      tags: [t]
      parameters: [{name: PayPal-Request-Id, in: header, required: true, x-sdk-idempotency-key: true, schema: {type: string}}]
      responses: {'200': {description: OK}}
  /c:
    post:
      operationId: refused
      tags: [t]
      x-sdk-idempotent: true
      x-sdk-retry-conflict: true
      parameters: [{name: idempotency-key, in: header, x-sdk-idempotency-key: false, schema: {type: string}}]
      responses: {'200': {description: OK}}
"
);
