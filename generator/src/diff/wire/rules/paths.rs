//! Operations: there or not, where, and under which name.

table! {
    ADDED "endpoint-added" Info Compatible "Nothing that calls the API today is concerned.";
    PATH_REMOVED "api-path-removed-without-deprecation" Err Breaking "Deprecate it with a sunset first, so that callers can move.";
    PATH_REMOVED_DEPRECATED "api-path-removed-with-deprecation" Info Risky "It was deprecated, but no day of its end was known to have passed: some may still call it.";
    PATH_REMOVED_EARLY "api-path-removed-before-sunset" Err Breaking "Keep it until the day that was announced.";
    PATH_REMOVED_LATE "api-path-removed-after-sunset" Info Compatible "Its end was announced and has passed.";
    REMOVED "api-removed-without-deprecation" Err Breaking "Deprecate it with a sunset first, so that callers can move.";
    REMOVED_DEPRECATED "api-removed-with-deprecation" Info Risky "It was deprecated, but no day of its end was known to have passed: some may still call it.";
    REMOVED_EARLY "api-removed-before-sunset" Err Breaking "Keep it until the day that was announced.";
    REMOVED_LATE "api-removed-after-sunset" Info Compatible "Its end was announced and has passed.";
    PATH_SUNSET_UNREADABLE "api-path-sunset-parse" Err Breaking "Whether its end had come cannot be told: write `x-sunset` as a date of RFC 3339.";
    MOVED "api-path-changed" Err Breaking "Keep the old path beside the new one, deprecated, until callers have moved." rollout;
    METHOD_CHANGED "api-method-changed" Err Breaking "Keep the old method beside the new one, deprecated, until callers have moved." rollout;
    ID_REMOVED "api-operation-id-removed" Info None "Only generated code and links use it.";
    ID_ADDED "api-operation-id-added" Info None "Only generated code and links use it.";
    TAG_ADDED "api-tag-added" Info None "Only documentation and generated code use it.";
    TAG_REMOVED "api-tag-removed" Info None "Only documentation and generated code use it.";
    TAG_DEFINED "tag-definition-added" Info None "Only documentation and generated code use it.";
    TAG_UNDEFINED "tag-definition-removed" Info None "Only documentation and generated code use it.";
    TAG_PARENT "tag-parent-changed" Info None "Only documentation and generated code use it.";
    TAG_KIND "tag-kind-changed" Info None "Only documentation and generated code use it.";
}
