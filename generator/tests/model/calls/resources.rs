//! Resources and the names of methods.

use crate::calls::check;

check!(
    where_operations_belong,
    r"
tags:
- {name: User Keys, description: Keys of users.}
paths:
  /a: {get: {operationId: first, tags: [User Keys, other], responses: {'200': {description: OK}}}}
  /b: {get: {operationId: nested, x-sdk-resource: accounts.user_keys, tags: [ignored], responses: {'200': {description: OK}}}}
  /c: {get: {operationId: sameName, x-sdk-resource: user_keys, responses: {'200': {description: OK}}}}
  /api/v1/pets/{id}: {get: {operationId: untagged, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: OK}}}}
  /{id}: {get: {operationId: nameless, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: OK}}}}
  /ignored: {get: {operationId: ignored, x-sdk-ignore: true, responses: {'200': {description: OK}}}}
"
);

check!(
    names_of_methods,
    r"
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], summary: All pets., description: All pets. They are many., responses: {'200': {description: OK}}}
    post: {operationId: v1.pet.create, tags: [pets], deprecated: true, summary: Makes a pet, description: Of any kind., responses: {'200': {description: OK}}}
    delete: {operationId: pets_delete_all, tags: [pets], x-sdk-method: clear, responses: {'200': {description: OK}}}
"
);

check!(
    without_an_operation_id_of_its_own,
    r"
paths:
  /pets:
    get: {tags: [pets], responses: {'200': {description: OK}}}
  /pets/{petId}/toys:
    get: {tags: [pets], operationId: '', parameters: [{name: petId, in: path, required: true, schema: {type: string}}], responses: {'200': {description: OK}}}
    post: {tags: [pets], operationId: twice, parameters: [{name: petId, in: path, required: true, schema: {type: string}}], responses: {'200': {description: OK}}}
  /toys:
    post: {tags: [toys], operationId: twice, responses: {'200': {description: OK}}}
"
);

check!(
    synonyms_of_other_vendors,
    r"
paths:
  /a: {get: {operationId: first, x-speakeasy-group: users, x-speakeasy-name-override: list, responses: {'200': {description: OK}}}}
  /b: {get: {operationId: second, x-fern-sdk-group-name: [users, keys], x-fern-sdk-method-name: list, responses: {'200': {description: OK}}}}
  /c: {get: {operationId: third, x-fern-sdk-group-name: other, x-sdk-resource: users, x-sdk-methd: get, responses: {'200': {description: OK}}}}
  /d: {get: {operationId: fourth, x-speakeasy-ignore: true, responses: {'200': {description: OK}}}}
"
);
