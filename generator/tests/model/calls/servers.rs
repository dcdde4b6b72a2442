//! Base URLs.

use crate::calls::check;

check!(
    variables,
    r"

servers:
- url: https://{region}.api.test:{port}/v1/
  description: By region.
  variables:
    region: {default: eu, enum: [eu, us], description: Where.}
    port: {default: '443'}
    unused: {default: x}
- {url: http://localhost, description: At home.}
paths: {}
"
);

check!(
    unusable,
    r"

servers:
- {url: /}
- {url: /api/v3}
- {url: 'ftp://files.test'}
- {url: 'https://{tenant}.test'}
- {url: 'https://a.test/?key=1'}
- {url: 'https://user:pass@a.test'}
- {url: 'https://{open'}
- {url: 'https://{r}.test', variables: {r: {default: x, enum: [eu]}}}
paths: {}
"
);

check!(
    servers_of_operations,
    r"

servers: [{url: 'https://api.test'}]
paths:
  /a:
    servers: [{url: 'https://files.test'}]
    get: {operationId: a, tags: [t], servers: [{url: 'https://other.test'}], responses: {'200': {description: OK}}}
    post: {operationId: b, tags: [t], servers: [{url: 'https://api.test'}], responses: {'200': {description: OK}}}
"
);

check!(
    where_calls_go_anyway_is_no_server_of_its_own,
    r"
servers: [{url: 'https://api.test', description: The API.}, {url: 'https://other.test'}]
paths:
  /a:
    servers: [{url: 'https://api.test'}]
    get: {operationId: a, tags: [t], responses: {'200': {description: OK}}}
    post: {operationId: b, tags: [t], servers: [{url: 'https://other.test'}], responses: {'200': {description: OK}}}
"
);

check!(none, "\nservers: []\npaths: {}\n");

check!(
    a_variable_that_the_url_does_not_have_is_said,
    r"
servers:
- url: https://{region}.test
  variables:
    region: {default: eu}
    version: {default: v1}
paths: {}
"
);
