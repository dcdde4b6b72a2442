//! Descriptions of other versions: Swagger 2.0, and what 3.2 has of parameters.

use crate::{calls_render, check};

const DOCUMENT: &str = r"
swagger: '2.0'
info: {title: T, version: 1.10}
host: api.test
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
security: [{key: []}]
tags: [{name: pets, description: What lives here.}]
parameters:
  limit: {name: limit, in: query, type: integer, format: int32, default: 20}
  pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
responses:
  fault: {description: A fault., schema: {$ref: '#/definitions/Fault'}}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind, name]
    properties:
      kind: {type: string}
      name: {type: string, example: Rex}
      tag: {type: string, x-nullable: true}
      code: {type: string, enum: [1.10, on]}
  Dog:
    allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {good: {type: boolean}}}]
  Fault: {type: object, properties: {message: {type: string}}}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
      - {$ref: '#/parameters/limit'}
      - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
      - {name: ids, in: query, type: array, items: {type: integer}}
      responses:
        '200': {description: Pets., schema: {type: array, items: {$ref: '#/definitions/Pet'}}}
        default: {$ref: '#/responses/fault'}
    post:
      operationId: addPet
      tags: [pets]
      parameters: [{$ref: '#/parameters/pet'}]
      responses: {'201': {description: Made., schema: {$ref: '#/definitions/Pet'}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, type: string, format: uuid}]
    put:
      operationId: renamePet
      tags: [pets]
      parameters:
      - name: body
        in: body
        description: The new name.
        schema: {type: object, required: [name], properties: {name: {type: string}}}
      responses: {'204': {description: Renamed.}}
  /pets/{id}/photo:
    get:
      operationId: getPetPhoto
      tags: [pets]
      produces: [image/png]
      parameters: [{name: id, in: path, required: true, type: string}]
      responses: {'200': {description: The photo., schema: {type: file}}}
";

#[test]
fn a_whole_description() {
    let (api, diagnostics) = check::resolve(DOCUMENT);
    let text = format!("{}\n\n{}", DOCUMENT.trim(), calls_render::render(&api, diagnostics));
    insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
        insta::assert_snapshot!("a_whole_description", text);
    });
}

const QUERYSTRING: &str = r"
openapi: 3.2.0
info: {title: T, version: 1.0.0}
paths:
  /a:
    get:
      operationId: byForm
      parameters:
      - {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {b: {type: string}}}}}}
      responses: {'200': {description: OK}}
  /b:
    get:
      operationId: byJson
      parameters:
      - {name: q, in: querystring, content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
      responses: {'200': {description: OK}}
  /c:
    get:
      operationId: byText
      parameters: [{name: q, in: querystring, content: {text/plain: {schema: {type: string}}}}]
      responses: {'200': {description: OK}}
";

#[test]
fn the_whole_query_as_one_parameter() {
    let (api, diagnostics) = check::resolve(QUERYSTRING);
    let text = format!("{}\n\n{}", QUERYSTRING.trim(), calls_render::render(&api, diagnostics));
    insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
        insta::assert_snapshot!("the_whole_query_as_one_parameter", text);
    });
}
