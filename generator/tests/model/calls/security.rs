//! Security schemes, requirements and what the constructor takes.

use crate::calls::check;

check!(
    every_kind,
    r"
security: [{all-of-it: []}]
paths:
  /a: {get: {operationId: a, tags: [t], security: [{bearerAuth: []}, {basic: []}], responses: {'200': {description: OK}}}}
  /b: {get: {operationId: b, tags: [t], security: [{header: [], query: []}], responses: {'200': {description: OK}}}}
  /c: {get: {operationId: c, tags: [t], security: [{cookie: []}, {oauth: [read]}, {oauth: [write]}, {oidc: []}], responses: {'200': {description: OK}}}}
  /d: {get: {operationId: d, tags: [t], security: [], responses: {'200': {description: OK}}}}
components:
  securitySchemes:
    unused: {type: http, scheme: bearer}
    bearerAuth: {type: http, scheme: Bearer, description: A token., x-sdk-env: API_TOKEN, x-sdk-name: token}
    basic: {type: http, scheme: basic}
    header: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: session}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test/token', scopes: {read: Read.}}}}
    oidc: {type: openIdConnect, openIdConnectUrl: 'https://a.test'}
"
);

check!(
    one_credential_meets_all,
    r"
security: [{key: []}, {token: []}]
paths:
  /a: {get: {operationId: a, tags: [t], responses: {'200': {description: OK}}}}
  /b: {get: {operationId: b, tags: [t], responses: {'200': {description: OK}}}}
  /c: {get: {operationId: c, tags: [t], security: [{token: []}], responses: {'200': {description: OK}}}}
  /d: {get: {operationId: d, tags: [t], security: [{other: []}, {}], responses: {'200': {description: OK}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
    other: {type: http, scheme: bearer}
"
);

check!(
    unknown_schemes,
    r"
paths:
  /a: {get: {operationId: a, tags: [t], security: [{nowhere: []}], responses: {'200': {description: OK}}}}
  /b: {get: {operationId: b, tags: [t], security: [{digest: []}, {token: []}], responses: {'200': {description: OK}}}}
  /c: {get: {operationId: c, tags: [t], security: [{digest: [], token: []}], responses: {'200': {description: OK}}}}
components:
  securitySchemes:
    digest: {type: http, scheme: digest}
    token: {type: http, scheme: bearer}
"
);

check!(
    schemes_that_nothing_asks_for,
    r"
paths:
  /a: {get: {operationId: a, tags: [t], responses: {'200': {description: OK}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
"
);
