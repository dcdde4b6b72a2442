//! Answers: statuses and headers.

table! {
    SUCCESS_ADDED "response-success-status-added" Info Risky "Clients that compare the status meet one that they do not know.";
    SUCCESS_REMOVED "response-success-status-removed" Err Breaking "Clients that wait for this status do not get it." rollout;
    FAILURE_ADDED "response-non-success-status-added" Info Compatible "Clients must take statuses that they do not know as failures of their class.";
    FAILURE_REMOVED "response-non-success-status-removed" Info Compatible "Clients wait for a failure that does not come.";
    DEFAULT_ADDED "response-default-added" Info Compatible "Statuses that were not described now are.";
    DEFAULT_REMOVED "response-default-removed" Info Risky "Statuses that were described no longer are.";
    GENERALIZED "response-status-generalized" Warn Risky "Statuses of the class may come that clients do not know.";
    SPECIALIZED "response-status-specialized" Info Compatible "What comes is what the class held." rollout;
    HEADER_ADDED "response-header-added" Info Compatible "Clients that do not know it ignore it.";
    HEADER_REMOVED "required-response-header-removed" Err Breaking "Clients were told that it always comes.";
    HEADER_REMOVED_OPTIONAL "optional-response-header-removed" Warn Risky "Clients that use it miss it.";
    HEADER_OPTIONAL "response-header-became-optional" Err Breaking "Clients were told that it always comes.";
    HEADER_REQUIRED "response-header-became-required" Info Compatible "It now always comes." rollout;
    HEADER_EXPLODE "response-header-explode-changed" Err Breaking "Clients read its value in another form." rollout;
    HEADER_SERIALIZATION "response-header-serialization-changed" Err Breaking "A schema is read by style, a content by its media type." rollout;
}
