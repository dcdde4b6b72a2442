//! Where the API is.

use crate::support::rows;

rows! {
    url_changed document "{servers: [{url: 'https://a.test'}]}" "{servers: [{url: 'https://b.test'}]}"
        "api-server-url-changed" "api-server-url-changed";
    server_added document "{servers: [{url: 'https://a.test'}]}" "{servers: [{url: 'https://a.test'}, {url: 'https://b.test'}]}"
        "api-server-added" "api-server-removed";
    default_changed document
        "{servers: [{url: 'https://a.test'}, {url: 'https://b.test'}]}" "{servers: [{url: 'https://b.test'}, {url: 'https://a.test'}]}"
        "api-server-default-changed" "api-server-default-changed";
    variable_default document
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a}}}]}"
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: b}}}]}"
        "api-server-variable-default-changed" "api-server-variable-default-changed";
    variable_value document
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a, enum: [a]}}}]}"
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a, enum: [b, a]}}}]}"
        "api-server-variable-enum-value-added" "api-server-variable-enum-value-removed";
    variable_became_enum document
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a}}}]}"
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a, enum: [b, a]}}}]}"
        "api-server-variable-became-enum" "api-server-variable-became-not-enum";
    variable_renamed document
        "{servers: [{url: 'https://{r}.test', variables: {r: {default: a}}}]}"
        "{servers: [{url: 'https://{s}.test', variables: {s: {default: a}}}]}"
        "api-server-variable-renamed" "api-server-variable-renamed";
    server_of_an_operation operation
        "{servers: [{url: 'https://a.test'}]}" "{servers: [{url: 'https://b.test'}]}"
        "api-server-url-changed" "api-server-url-changed";
    a_slash_at_the_end document "{servers: [{url: 'https://a.test/v1'}]}" "{servers: [{url: 'https://a.test/v1/'}]}" "" "";
}
