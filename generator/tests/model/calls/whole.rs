//! A whole API in the spirit of the one that this project is for: an envelope, secrets, environment, typed errors.

use crate::calls::check;

check!(
    a_service_with_an_envelope,
    r"
x-sdk-client: Airstore
x-sdk-base-url-env: AIRSTORE_BASE_URL
x-sdk-envelope: {data: data, success: success}
x-sdk-errors: {message: [/error, /message], request-id: x-request-id}
security: [{apiKey: []}]
tags: [{name: Connections, description: Links services to a workspace.}]
paths:
  /workspaces/{workspace_id}/connections:
    parameters: [{$ref: '#/components/parameters/WorkspaceId'}]
    post:
      operationId: createConnection
      tags: [Connections]
      x-sdk-method: create
      summary: Creates a connection.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ConnectionCreateParams'}
            examples: {oauth: {value: {integration_type: gmail, access_token: secret}}}
      responses:
        '201': {description: Created., content: {application/json: {schema: {$ref: '#/components/schemas/ConnectionAnswer'}, example: {success: true, data: {external_id: c1}}}}}
        '200': {description: Was there already., content: {application/json: {schema: {$ref: '#/components/schemas/ConnectionAnswer'}}}}
        '403': {$ref: '#/components/responses/Failure'}
    get:
      operationId: listConnections
      tags: [Connections]
      x-sdk-method: list
      responses:
        '200': {description: All., content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Envelope'}, {type: object, properties: {data: {type: array, nullable: true, items: {$ref: '#/components/schemas/Connection'}}}}]}}}}
        default: {$ref: '#/components/responses/Failure'}
  /workspaces/{workspace_id}/connections/{connection_id}:
    parameters:
    - {$ref: '#/components/parameters/WorkspaceId'}
    - {name: connection_id, in: path, required: true, example: c1, schema: {type: string}}
    delete:
      operationId: deleteConnection
      tags: [Connections]
      x-sdk-method: del
      responses:
        '200': {description: Deleted., content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}
        '204': {description: Deleted.}
        '404': {$ref: '#/components/responses/Failure'}
components:
  parameters:
    WorkspaceId: {name: workspace_id, in: path, required: true, description: The workspace., example: w1, schema: {type: string}}
  securitySchemes:
    apiKey: {type: http, scheme: bearer, x-sdk-env: AIRSTORE_API_KEY, x-sdk-name: api_key}
  responses:
    Failure: {description: Why not., content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}
  schemas:
    Envelope: {type: object, required: [success], properties: {success: {type: boolean}, error: {type: string}}}
    ConnectionAnswer: {allOf: [{$ref: '#/components/schemas/Envelope'}, {type: object, properties: {data: {$ref: '#/components/schemas/Connection'}}}]}
    Connection: {type: object, required: [external_id], properties: {external_id: {type: string}, scope: {type: string}}}
    ConnectionCreateParams:
      type: object
      required: [integration_type]
      properties:
        integration_type: {type: string, enum: [gmail, github]}
        access_token: {type: string, x-sdk-secret: true}
"
);
