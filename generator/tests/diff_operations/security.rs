//! What a request must prove, and the schemes.

use crate::support::{changes, ids, lowered, of_document, rows};

rows! {
    anonymous_access_removed operation "{}" "{security: [{key: []}]}"
        "api-security-anonymous-access-removed" "api-security-anonymous-access-added";
    anonymous_beside_a_credential operation "{security: [{}, {key: []}]}" "{security: [{key: []}]}"
        "api-security-anonymous-access-removed" "api-security-anonymous-access-added";
    way_added operation "{security: [{key: []}]}" "{security: [{key: []}, {token: []}]}"
        "api-security-added" "api-security-removed";
    way_replaced operation "{security: [{key: []}]}" "{security: [{token: []}]}"
        "api-security-removed api-security-added" "api-security-removed api-security-added";
    scheme_added operation "{security: [{key: []}]}" "{security: [{key: [], token: []}]}"
        "api-security-scheme-added" "api-security-scheme-removed";
    optional_way_removed operation "{security: [{}, {key: []}]}" "{security: [{}]}"
        "api-security-scheme-removed" "api-security-added";
    scope_added operation "{security: [{login: [r]}]}" "{security: [{login: [r, w]}]}"
        "api-security-scope-added" "api-security-scope-removed";
    global_anonymous_access_removed document "{}" "{security: [{key: []}]}"
        "api-global-security-anonymous-access-removed" "api-global-security-anonymous-access-added";
    global_way_added document "{security: [{key: []}]}" "{security: [{key: []}, {token: []}]}"
        "api-global-security-added" "api-global-security-removed";
    global_scheme_added document "{security: [{key: []}]}" "{security: [{key: [], token: []}]}"
        "api-global-security-scheme-added" "api-global-security-scheme-removed";
    global_scope_added document "{security: [{login: [r]}]}" "{security: [{login: [r, w]}]}"
        "api-global-security-scope-added" "api-global-security-scope-removed";
    component_added document
        "{}" "{components: {securitySchemes: {more: {type: http, scheme: basic}}}}"
        "api-security-component-added" "api-security-component-removed";
    component_type document
        "{}" "{components: {securitySchemes: {key: {type: http, in: null, name: null, scheme: basic}}}}"
        "api-security-component-type-changed" "api-security-component-type-changed";
    component_name document
        "{}" "{components: {securitySchemes: {key: {name: X-Other}}}}"
        "api-security-component-name-changed" "api-security-component-name-changed";
    component_location document
        "{}" "{components: {securitySchemes: {key: {in: query}}}}"
        "api-security-component-in-changed" "api-security-component-in-changed";
    component_http_scheme document
        "{}" "{components: {securitySchemes: {token: {scheme: basic}}}}"
        "api-security-component-http-scheme-changed" "api-security-component-http-scheme-changed";
    component_http_scheme_in_another_case document
        "{}" "{components: {securitySchemes: {token: {scheme: Bearer}}}}" "" "";
    component_bearer_format document
        "{}" "{components: {securitySchemes: {token: {bearerFormat: JWT}}}}"
        "api-security-component-bearer-format-changed" "api-security-component-bearer-format-changed";
    component_connect_url document
        "{components: {securitySchemes: {open: {type: openIdConnect, openIdConnectUrl: 'https://a.test/x'}}}}"
        "{components: {securitySchemes: {open: {type: openIdConnect, openIdConnectUrl: 'https://a.test/y'}}}}"
        "api-security-component-open-id-connect-url-changed" "api-security-component-open-id-connect-url-changed";
    component_authorization_url document
        "{components: {securitySchemes: {login: {flows: {implicit: {authorizationUrl: 'https://a.test/x', scopes: {}}}}}}}"
        "{components: {securitySchemes: {login: {flows: {implicit: {authorizationUrl: 'https://a.test/y', scopes: {}}}}}}}"
        "api-security-component-oauth-url-changed" "api-security-component-oauth-url-changed";
    component_token_url document
        "{}" "{components: {securitySchemes: {login: {flows: {clientCredentials: {tokenUrl: 'https://b.test'}}}}}}"
        "api-security-component-oauth-token-url-changed" "api-security-component-oauth-token-url-changed";
    component_refresh_url document
        "{}" "{components: {securitySchemes: {login: {flows: {clientCredentials: {refreshUrl: 'https://b.test'}}}}}}"
        "api-security-component-oauth-refresh-url-changed" "api-security-component-oauth-refresh-url-changed";
    component_flow document
        "{}" "{components: {securitySchemes: {login: {flows: {password: {tokenUrl: 'https://a.test', scopes: {}}}}}}}"
        "api-security-component-oauth-flow-added" "api-security-component-oauth-flow-removed";
    component_scope document
        "{}" "{components: {securitySchemes: {login: {flows: {clientCredentials: {scopes: {x: ''}}}}}}}"
        "api-security-component-oauth-scope-added" "api-security-component-oauth-scope-removed";
}

#[test]
fn a_changed_scheme_reaches_the_operations_that_ask_for_it() {
    let document = |name: &str| {
        lowered(of_document(&format!(
            "{{paths: {{/b: {{get: {{security: [{{key: []}}], responses: {{'200': {{description: d}}}}}}, put: {{responses: {{'200': {{description: d}}}}}}}}}},
            components: {{securitySchemes: {{key: {{name: {name}}}}}}}}}"
        )))
    };
    let found = changes(&document("A"), &document("B"));
    assert_eq!(ids(&found), "api-security-component-name-changed");
    let reached: Vec<_> = found[0].operations.iter().map(ToString::to_string).collect();
    assert_eq!(reached, ["GET /b"]);
}

#[test]
fn a_change_at_the_root_is_told_once_with_the_operations_that_have_nothing_of_their_own() {
    let document = |root: &str| {
        lowered(of_document(&format!(
            "{{security: {root}, paths: {{/b: {{
                get: {{responses: {{'200': {{description: d}}}}}},
                put: {{responses: {{'200': {{description: d}}}}}},
                post: {{security: [], responses: {{'200': {{description: d}}}}}}}}}}}}"
        )))
    };
    let found = changes(&document("[{key: []}]"), &document("[{token: []}]"));
    assert_eq!(ids(&found), "api-global-security-removed api-global-security-added");
    let reached: Vec<_> = found[0].operations.iter().map(ToString::to_string).collect();
    assert_eq!(reached, ["GET /b", "PUT /b"]);
    assert_eq!(found[0].message, "A call can no longer be proved by `key`.");
}
