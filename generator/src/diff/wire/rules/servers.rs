//! Where the API is.

table! {
    URL "api-server-url-changed" Warn Risky "Old clients go on to call the old address: keep it alive.";
    ADDED "api-server-added" Info Compatible "Clients may go on to call what they call.";
    REMOVED "api-server-removed" Warn Risky "Clients that call it must move: keep it alive until then.";
    DEFAULT "api-server-default-changed" Info None "New clients call another server when nobody says otherwise.";
    VARIABLE_DEFAULT "api-server-variable-default-changed" Warn Risky "New clients call another address when nobody says otherwise.";
    VARIABLE_VALUE_ADDED "api-server-variable-enum-value-added" Info Compatible "Clients may go on to call what they call.";
    VARIABLE_VALUE_REMOVED "api-server-variable-enum-value-removed" Err Risky "Clients that call the address with this value must move.";
    VARIABLE_BECAME_FREE "api-server-variable-became-not-enum" Info Compatible "Any value may stand there.";
    VARIABLE_BECAME_ENUM "api-server-variable-became-enum" Err Risky "Clients that call the address with another value must move.";
    VARIABLE_RENAMED "api-server-variable-renamed" Info None "The names of a server's variables do not travel.";
}
