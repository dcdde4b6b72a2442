//! Deprecation and sunset.

table! {
    DEPRECATED "endpoint-deprecated" Info None "Callers should move; announce the end in `x-sunset`.";
    DEPRECATED_SUNSET "endpoint-deprecated-with-sunset" Info None "Callers must have moved by then.";
    REACTIVATED "endpoint-reactivated" Info None "Callers may stay.";
    SUNSET_DELETED "sunset-deleted" Err None "Keep the day that was announced as long as it is deprecated.";
    SUNSET_ADDED "api-sunset-date-added" Info None "Callers must have moved by then.";
    SUNSET_EARLIER "api-sunset-date-changed-too-small" Err Risky "Callers planned for the day that was announced.";
    SUNSET_LATER "api-sunset-date-postponed" Info None "Callers have more time.";
    SUNSET_UNREADABLE "api-deprecated-sunset-parse" Err None "Write `x-sunset` as a date of RFC 3339: `2030-01-31`.";
    PARAMETER_DEPRECATED "request-parameter-deprecated" Info None "Callers should stop to send it.";
    PARAMETER_REACTIVATED "request-parameter-reactivated" Info None "Callers may go on to send it.";
    PARAMETER_SUNSET_DELETED "request-parameter-sunset-deleted" Err None "Keep the day that was announced as long as it is deprecated.";
    PARAMETER_SUNSET_ADDED "request-parameter-sunset-date-added" Info None "Callers must have moved by then.";
    PARAMETER_SUNSET_EARLIER "request-parameter-sunset-date-changed-too-small" Err Risky "Callers planned for the day that was announced.";
    PARAMETER_SUNSET_LATER "request-parameter-sunset-date-postponed" Info None "Callers have more time.";
    PARAMETER_SUNSET_UNREADABLE "request-parameter-sunset-parse" Err None "Write `x-sunset` as a date of RFC 3339: `2030-01-31`.";
    HEADER_DEPRECATED "response-header-deprecated" Info None "Callers should stop to read it.";
    HEADER_REACTIVATED "response-header-reactivated" Info None "Callers may go on to read it.";
}
