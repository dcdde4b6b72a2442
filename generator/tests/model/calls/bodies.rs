//! Request bodies.

use crate::calls::check;

check!(
    json_is_preferred,
    r"
paths:
  /a:
    post:
      operationId: several
      tags: [t]
      requestBody:
        description: What to make.
        required: true
        content:
          multipart/form-data: {schema: {type: object}}
          application/vnd.api+json: {schema: {type: integer}}
          application/json; charset=utf-8: {schema: {type: string}}
      responses: {'200': {description: OK}}
  /b:
    post:
      operationId: anything
      tags: [t]
      requestBody: {content: {'*/*': {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: OK}}
  /c:
    post:
      operationId: patched
      tags: [t]
      requestBody: {content: {application/merge-patch+json: {schema: {type: object, nullable: true, properties: {a: {type: string}}}}}}
      responses: {'200': {description: OK}}
  /d:
    post:
      operationId: untyped
      tags: [t]
      requestBody: {required: true, content: {application/json: {}}}
      responses: {'200': {description: OK}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"
);

check!(
    other_media_types,
    r"
paths:
  /forms: {post: {operationId: sendForm, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}, responses: {'200': {description: OK}}}}
  /files/{id}:
    put:
      operationId: upload
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {multipart/form-data: {}, application/octet-stream: {}}}
      responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {size: {type: integer}}}}}}}
  /nothing: {post: {operationId: sendNothing, requestBody: {content: {}}, responses: {'200': {description: OK}}}}
  /gone: {post: {operationId: sendGone, requestBody: {$ref: '#/components/requestBodies/Gone'}, responses: {'200': {description: OK}}}}
"
);

check!(
    inline_bodies_are_named_by_their_owner,
    r"
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {'200': {description: OK}}
    put:
      operationId: replacePet
      requestBody: {$ref: '#/components/requestBodies/PetBody'}
      responses: {'200': {description: OK}}
components:
  requestBodies:
    PetBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
"
);

check!(
    what_has_a_form_of_its_own_is_text_outside_an_object,
    r"
paths:
  /times:
    post:
      operationId: setTimes
      tags: [t]
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Bytes'}}}}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {type: object, additionalProperties: {type: string, format: date-time}}}}}
        '400': {description: Bad, content: {application/json: {schema: {$ref: '#/components/schemas/Times'}}}}
    get:
      operationId: getTimes
      tags: [t]
      responses:
        '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Held'}}}}}
        '400': {description: Bad, content: {application/json: {schema: {type: array, items: {type: string, format: date}}}}}
components:
  schemas:
    Bytes: {type: string, format: byte}
    Times: {type: array, items: {$ref: '#/components/schemas/Time'}}
    Time: {type: string, format: date-time, nullable: true}
    Held: {type: object, properties: {at: {$ref: '#/components/schemas/Time'}}}
"
);

check!(
    forms_with_files,
    r"
paths:
  /pets:
    post:
      operationId: makePet
      tags: [t]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Upload'}}
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Upload'}
            encoding:
              photo: {contentType: image/png}
              meta: {contentType: 'application/json; charset=utf-8'}
              other: {contentType: 'image/png, image/jpeg'}
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Upload'}}}}}
    put:
      operationId: putPet
      tags: [t]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {name: {type: string}, at: {type: object, properties: {zip: {type: string}}}}}
            encoding:
              at: {style: deepObject, explode: true}
              name: {style: form}
      responses: {'200': {description: OK}}
components:
  schemas:
    Upload:
      type: object
      properties:
        photo: {type: string, format: binary}
        others: {type: array, items: {type: string, format: binary}}
        meta: {type: object, properties: {raw: {type: string, format: binary}}}
"
);

check!(
    texts_and_bytes,
    r"
paths:
  /a: {put: {operationId: putText, tags: [t], requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}, responses: {'200': {description: OK}}}}
  /b: {put: {operationId: putXml, tags: [t], requestBody: {required: true, content: {application/xml: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'200': {description: OK}}}}
  /c: {put: {operationId: putBytes, tags: [t], requestBody: {content: {application/octet-stream: {}}}, responses: {'200': {description: OK}}}}
  /d: {put: {operationId: putImage, tags: [t], requestBody: {required: true, content: {image/png: {}, image/jpeg: {}}}, responses: {'200': {description: OK}}}}
  /e: {put: {operationId: putAny, tags: [t], requestBody: {required: true, content: {'image/*': {schema: {type: string, format: binary}}}}, responses: {'200': {description: OK}}}}
  /f: {put: {operationId: putAll, tags: [t], requestBody: {required: true, content: {'*/*': {}}}, responses: {'200': {description: OK}}}}
  /g: {put: {operationId: putRelated, tags: [t], requestBody: {required: true, content: {multipart/related: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'200': {description: OK}}}}
"
);

check!(
    headers_of_parts_are_said,
    r"
paths:
  /things:
    post:
      operationId: makeThing
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {a: {type: string}, b: {type: string}}}
            encoding:
              a: {headers: {Content-Type: {schema: {type: string}}, X-Sum: {schema: {type: string}}}}
              b: {headers: {content-type: {schema: {type: string}}}}
      responses: {'200': {description: OK}}
"
);
