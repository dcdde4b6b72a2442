//! Components that nothing uses; a used one is seen at its uses.

table! {
    SCHEMA_ADDED "api-schema-added" Info None "No operation uses it.";
    SCHEMA_REMOVED "api-schema-removed" Info None "No operation used it.";
    SCHEMA_CHANGED "api-schema-changed" Info None "No operation uses it.";
    ADDED "api-component-added" Info None "No operation uses it.";
    REMOVED "api-component-removed" Info None "No operation used it.";
    CHANGED "api-component-changed" Info None "No operation uses it.";
}
