//! Components that nothing uses, and extensions.

use crate::support::rows;

rows! {
    schema_added document "{}" "{components: {schemas: {S: {type: string}}}}" "api-schema-added" "api-schema-removed";
    schema_changed document
        "{components: {schemas: {S: {type: string}}}}" "{components: {schemas: {S: {type: integer}}}}"
        "api-schema-changed" "api-schema-changed";
    schema_described document
        "{components: {schemas: {S: {type: object, properties: {description: {type: string}}}}}}"
        "{components: {schemas: {S: {type: object, description: D, properties: {description: {type: string, description: E}}}}}}"
        "" "";
    property_that_is_called_like_an_annotation document
        "{components: {schemas: {S: {type: object}}}}"
        "{components: {schemas: {S: {type: object, properties: {description: {type: string}}}}}}"
        "api-schema-changed" "api-schema-changed";
    component_added document
        "{}" "{components: {responses: {R: {description: d}}}}" "api-component-added" "api-component-removed";
    component_changed document
        "{components: {parameters: {P: {name: a, in: query, schema: {type: string}}}}}"
        "{components: {parameters: {P: {name: b, in: query, schema: {type: string}}}}}"
        "api-component-changed" "api-component-changed";
    name_of_ours operation "{}" "{x-sdk-method: list}" "sdk-name-changed" "sdk-name-changed";
    name_of_ours_by_another_vendor operation "{x-fern-sdk-method-name: list}" "{x-sdk-method: list}" "" "";
    behaviour_of_ours operation "{}" "{x-sdk-idempotent: true}" "sdk-behaviour-changed" "sdk-behaviour-changed";
    behaviour_of_the_document document
        "{}" "{x-sdk-envelope: {data: data}}" "sdk-behaviour-changed" "sdk-behaviour-changed";
    name_of_the_client document
        "{}" "{info: {x-sdk-client: Pets}}" "sdk-name-changed" "sdk-name-changed";
    extension_of_an_operation operation "{x-team: a}" "{x-team: b}" "extension-changed" "extension-changed";
    extension_of_the_document document "{}" "{x-team: b}" "extension-changed" "extension-changed";
    extension_of_a_parameter operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, x-team: b, schema: {type: string}}]}"
        "extension-changed" "extension-changed";
    extension_for_readers operation "{}" "{x-codeSamples: [{lang: curl}]}" "" "";
    version_and_title document "{info: {version: '1'}}" "{info: {version: '2', title: U, license: {name: MIT}}}" "" "";
}
