//! Successes become one type; errors are documented.

use crate::calls::check;

check!(
    one_type,
    r"
paths:
  /none: {get: {operationId: none, tags: [t], responses: {'204': {description: Done.}}}}
  /no-success: {get: {operationId: noSuccess, tags: [t], responses: {'404': {description: Missing.}}}}
  /json: {get: {operationId: json, tags: [t], responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
  /nullable: {get: {operationId: nullable, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: string, nullable: true}}}}}}}
  /list: {get: {operationId: list, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}
  /same:
    post:
      operationId: same
      tags: [t]
      responses:
        '201': {description: New., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
        '200': {description: Known., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
  /maybe:
    get:
      operationId: maybe
      tags: [t]
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '202': {description: Later.}
  /head: {head: {operationId: head, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"
);

check!(
    different_types_are_told_by_status,
    r"
paths:
  /jobs:
    post:
      operationId: createJob
      responses:
        2XX: {description: Something., content: {application/json: {schema: {type: integer}}}}
        '202': {description: Later., content: {application/json: {schema: {type: object, properties: {job: {type: string}}}}}}
        '200': {description: Now., content: {application/json: {schema: {type: object, properties: {result: {type: string}}}}}}
        '204': {description: Never.}
"
);

check!(
    ranges_and_default,
    r"
paths:
  /range: {get: {operationId: range, tags: [t], responses: {2XX: {description: OK, content: {application/json: {schema: {type: string}}}}, default: {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}}}}
  /default: {get: {operationId: only, tags: [t], responses: {default: {description: All., content: {application/json: {schema: {type: string}}}}}}}
  /beside: {get: {operationId: beside, tags: [t], responses: {'404': {description: Missing.}, default: {description: Else., content: {application/json: {schema: {type: string}}}}}}}
  /redirect: {get: {operationId: redirect, tags: [t], responses: {'302': {description: Elsewhere.}, default: {description: Bad.}}}}
  /informational: {get: {operationId: informational, tags: [t], responses: {'101': {description: Switch.}, '200': {description: OK}}}}
components:
  schemas:
    Problem: {type: object, properties: {title: {type: string}}}
"
);

check!(
    text_bytes_and_streams,
    r"
paths:
  /text: {get: {operationId: text, tags: [t], responses: {'200': {description: OK, content: {text/plain: {schema: {type: string}}}}, '204': {description: None.}}}}
  /image: {get: {operationId: image, tags: [t], responses: {'200': {description: OK, content: {image/png: {schema: {type: string, format: binary}}}}}}}
  /binary: {get: {operationId: binary, tags: [t], responses: {'200': {description: OK, content: {'*/*': {schema: {type: string, format: binary}}}}}}}
  /typo: {get: {operationId: typo, tags: [t], responses: {'200': {description: OK, content: {application/jsons: {schema: {type: array, items: {type: string}}}}}}}}
  /both: {get: {operationId: both, tags: [t], responses: {'200': {description: OK, content: {text/csv: {}, text/event-stream: {}, application/json: {schema: {type: integer}}}}}}}
  /stream: {get: {operationId: stream, tags: [t], responses: {'200': {description: OK, content: {text/event-stream: {schema: {type: string}}}}}}}
  /mixed: {get: {operationId: mixed, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: integer}}}}, '202': {description: OK, content: {text/plain: {}}}}}}
"
);

check!(
    errors_have_types,
    r"
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '500': {description: Broken., content: {text/plain: {schema: {type: string}}}}
        '404': {description: Missing., content: {application/problem+json: {schema: {type: object, properties: {title: {type: string}}}}}}
        '409': {$ref: '#/components/responses/Conflict'}
        '410': {$ref: '#/components/responses/Gone'}
        '200': {description: OK}
        default: {description: Else., content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}
components:
  responses:
    Conflict: {description: Taken., content: {application/json: {schema: {type: object, properties: {by: {type: string}}}}}}
"
);

check!(
    links_and_callbacks_are_noted,
    r"
paths:
  /pets:
    post:
      operationId: createPet
      callbacks:
        onDone: {'{$request.query.url}': {post: {responses: {'200': {description: OK}}}}}
      responses:
        '201': {description: New., links: {self: {operationId: getPet}}}
"
);

check!(
    the_envelope,
    r"
x-sdk-envelope: {data: data, success: ok}
paths:
  /one: {get: {operationId: one, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Envelope'}, {type: object, properties: {data: {$ref: '#/components/schemas/Pet'}}}]}}}}}}}
  /list: {get: {operationId: list, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}, data: {type: array, nullable: true, items: {$ref: '#/components/schemas/Pet'}}}}}}}}}}
  /named: {get: {operationId: named, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {data: {$ref: '#/components/schemas/Pets'}}}}}}}}}
  /nullable: {get: {operationId: nullable, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {data: {type: string, nullable: true}}}}}}}}}
  /none: {delete: {operationId: none, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}, '204': {description: Done.}}}}
  /list-or-none: {get: {operationId: listOrNone, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {type: string}}}}}}}, '204': {description: None.}}}}
  /array: {get: {operationId: array, tags: [t], responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {type: string}}}}}}}}
  /out: {get: {operationId: out, tags: [t], x-sdk-envelope: false, responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {data: {type: string}}}}}}}}}
components:
  schemas:
    Envelope: {type: object, required: [ok], properties: {ok: {type: boolean}, error: {type: string}}}
    Pet: {type: object, properties: {name: {type: string}}}
    Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
"
);
