//! Answers: statuses and headers.

use crate::support::rows;

rows! {
    success_added operation "{}" "{responses: {'202': {description: d}}}"
        "response-success-status-added" "response-success-status-removed";
    failure_added operation "{}" "{responses: {'404': {description: d}}}"
        "response-non-success-status-added" "response-non-success-status-removed";
    default_added operation "{}" "{responses: {default: {description: d}}}"
        "response-default-added" "response-default-removed";
    a_default_that_is_the_only_success operation
        "{responses: {'200': null, default: {description: d}}}" "{responses: {'200': null, '404': {description: d}}}"
        "response-success-status-removed response-non-success-status-added"
        "response-non-success-status-removed response-success-status-added";
    status_generalized operation
        "{responses: {'200': {description: d}}}" "{responses: {'200': null, 2XX: {description: d}}}"
        "response-status-generalized" "response-status-specialized";
    header_added operation
        "{}" "{responses: {'200': {headers: {H: {schema: {type: string}}}}}}"
        "response-header-added" "optional-response-header-removed";
    required_header_added operation
        "{}" "{responses: {'200': {headers: {H: {required: true, schema: {type: string}}}}}}"
        "response-header-added" "required-response-header-removed";
    header_became_required operation
        "{responses: {'200': {headers: {H: {schema: {type: string}}}}}}"
        "{responses: {'200': {headers: {H: {required: true, schema: {type: string}}}}}}"
        "response-header-became-required" "response-header-became-optional";
    header_explode operation
        "{responses: {'200': {headers: {H: {schema: {type: object}}}}}}"
        "{responses: {'200': {headers: {H: {explode: true, schema: {type: object}}}}}}"
        "response-header-explode-changed" "response-header-explode-changed";
    header_serialization operation
        "{responses: {'200': {headers: {H: {schema: {type: string}}}}}}"
        "{responses: {'200': {headers: {H: {content: {application/json: {schema: {type: string}}}}}}}}"
        "response-header-serialization-changed" "response-header-serialization-changed";
    header_in_another_case operation
        "{responses: {'200': {headers: {X-Id: {schema: {type: string}}}}}}"
        "{responses: {'200': {headers: {x-id: {schema: {type: string}}}}}}"
        "" "";
    content_type_is_no_header operation
        "{}" "{responses: {'200': {headers: {Content-Type: {required: true, schema: {type: string}}}}}}"
        "" "";
}
