//! Links from one answer to the next request.

table! {
    ADDED "response-link-added" Info Compatible "Clients that do not know it ignore it.";
    REMOVED "response-link-removed" Warn Risky "Clients that follow it must find the way themselves.";
    TARGET "response-link-target-changed" Warn Risky "Clients that follow it call another operation.";
    PARAMETERS "response-link-parameters-changed" Warn Risky "Clients that follow it send other values.";
    BODY "response-link-request-body-changed" Warn Risky "Clients that follow it send another body.";
    SERVER "response-link-server-changed" Warn Risky "Clients that follow it call another server.";
}
