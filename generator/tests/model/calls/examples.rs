//! The spec's own examples.

use crate::calls::check;

check!(
    of_requests_and_answers,
    r"
paths:
  /pets/{id}:
    put:
      operationId: replacePet
      parameters:
      - {name: id, in: path, required: true, example: p1, schema: {type: string, example: not this}}
      - {name: a, in: query, examples: {one: {$ref: '#/components/examples/One'}, two: {value: 2}}, schema: {type: integer}}
      - {name: b, in: query, schema: {type: string, example: from the schema}}
      - {name: c, in: query, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
            examples: {first: {externalValue: 'https://a.test'}, second: {value: {name: Rex}}}
      responses:
        '201': {description: New., content: {application/json: {example: {name: Second}}}}
        '200': {description: Known., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  examples:
    One: {value: 1}
  schemas:
    Pet: {type: object, example: {name: First}, properties: {name: {type: string}}}
"
);
