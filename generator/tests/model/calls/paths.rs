//! Path templates.

use crate::calls::check;

check!(
    variables_anywhere_in_a_segment,
    r"
paths:
  /files/{name}.{ext}/raw:
    get:
      operationId: getRaw
      parameters:
      - {name: ext, in: path, required: true, schema: {type: string, enum: [json, xml]}}
      - {name: name, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: OK}}
"
);

check!(
    variables_and_parameters_that_do_not_agree,
    r"
paths:
  /pets/{petId}/toys/{toy}:
    get:
      operationId: getToy
      parameters:
      - {name: toy, in: path, required: true, schema: {type: integer}}
      - {name: owner, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: OK}}
    delete:
      operationId: removeToy
      parameters:
      - {name: toy, in: path, required: true, schema: {type: integer}}
      responses: {'200': {description: OK}}
"
);

check!(
    one_variable_twice_is_one_argument,
    r"
paths:
  /users/{id}/copy/{id}:
    post:
      operationId: copyUser
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: OK}}
"
);

check!(
    paths_that_no_request_has_come_to_some_that_it_has,
    r"
paths:
  /a?action=list: {get: {operationId: query, responses: {'200': {description: OK}}}}
  /a/../b: {get: {operationId: dots, responses: {'200': {description: OK}}}}
  /a/{id: {get: {operationId: brace, responses: {'200': {description: OK}}}}
  /a b/ü%20: {get: {operationId: encoded, responses: {'200': {description: OK}}}}
"
);

check!(
    path_items_are_shared_by_reference,
    r"
paths:
  /old/{id}: {$ref: '#/paths/~1new~1{id}'}
  /gone: {$ref: '#/paths/~1nowhere'}
  /new/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: get, responses: {'200': {description: OK}}}
"
);

check!(
    methods_keep_the_order_of_the_document,
    r"
paths:
  /pets:
    post: {operationId: createPet, tags: [pets], responses: {'200': {description: OK}}}
    delete: {operationId: deletePets, tags: [pets], responses: {'200': {description: OK}}}
    get: {operationId: listPets, tags: [pets], responses: {'200': {description: OK}}}
"
);
