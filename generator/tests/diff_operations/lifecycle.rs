//! Deprecation and sunset.

use crate::support::rows;

rows! {
    operation_deprecated operation "{}" "{deprecated: true}" "endpoint-deprecated" "endpoint-reactivated";
    operation_deprecated_with_sunset operation "{}" "{deprecated: true, x-sunset: '2030-01-31'}"
        "endpoint-deprecated-with-sunset" "endpoint-reactivated";
    sunset_deleted operation "{deprecated: true, x-sunset: '2030-01-31'}" "{deprecated: true}"
        "sunset-deleted" "api-sunset-date-added";
    sunset_earlier operation
        "{deprecated: true, x-sunset: '2030-01-31'}" "{deprecated: true, x-sunset: '2029-12-31T00:00:00Z'}"
        "api-sunset-date-changed-too-small" "api-sunset-date-postponed";
    sunset_that_cannot_be_read operation
        "{deprecated: true, x-sunset: '2030-01-31'}" "{deprecated: true, x-sunset: soon}"
        "api-deprecated-sunset-parse" "api-sunset-date-postponed";
    parameter_deprecated operation
        "{parameters: [{name: a, in: query, schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, deprecated: true, schema: {type: string}}]}"
        "request-parameter-deprecated" "request-parameter-reactivated";
    parameter_sunset_deleted operation
        "{parameters: [{name: a, in: query, deprecated: true, x-sunset: '2030-01-31', schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, deprecated: true, schema: {type: string}}]}"
        "request-parameter-sunset-deleted" "request-parameter-sunset-date-added";
    parameter_sunset_earlier operation
        "{parameters: [{name: a, in: query, deprecated: true, x-sunset: '2030-01-31', schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, deprecated: true, x-sunset: '2029-01-31', schema: {type: string}}]}"
        "request-parameter-sunset-date-changed-too-small" "request-parameter-sunset-date-postponed";
    parameter_sunset_that_cannot_be_read operation
        "{parameters: [{name: a, in: query, deprecated: true, x-sunset: '2030-01-31', schema: {type: string}}]}"
        "{parameters: [{name: a, in: query, deprecated: true, x-sunset: soon, schema: {type: string}}]}"
        "request-parameter-sunset-parse" "request-parameter-sunset-date-postponed";
    header_deprecated operation
        "{responses: {'200': {headers: {H: {schema: {type: string}}}}}}"
        "{responses: {'200': {headers: {H: {deprecated: true, schema: {type: string}}}}}}"
        "response-header-deprecated" "response-header-reactivated";
}
