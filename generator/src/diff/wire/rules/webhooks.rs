//! Webhooks and callbacks: here the server calls, and the client answers.

table! {
    ADDED "webhook-added" Info Compatible "Clients that do not know it have not asked for it.";
    REMOVED "webhook-removed" Err Breaking "Clients that wait for it are no longer called.";
    RENAMED "webhook-renamed" Err Breaking "Clients wait for it under its old name." rollout;
    METHOD "webhook-method-changed" Err Breaking "Clients answer to another method." rollout;
    CALLBACK_ADDED "callback-added" Info Compatible "Clients that do not know it have not asked for it.";
    CALLBACK_REMOVED "callback-removed" Err Breaking "Clients that wait for it are no longer called.";
    CALLBACK_EXPRESSION "callback-expression-changed" Err Breaking "The address to call is taken from another place." rollout;
    CALLBACK_METHOD "callback-method-changed" Err Breaking "Clients answer to another method." rollout;
    PAYLOAD_ADDED "webhook-payload-added" Info Compatible "Clients that read none go on as before." rollout;
    PAYLOAD_REMOVED "webhook-payload-removed" Err Breaking "Clients that read it miss it.";
    PAYLOAD_OPTIONAL "webhook-payload-became-optional" Err Breaking "Clients were told that it always comes.";
    PAYLOAD_REQUIRED "webhook-payload-became-required" Info Compatible "It now always comes." rollout;
    PARAMETER_ADDED "webhook-parameter-added" Info Compatible "Clients that do not know it ignore it.";
    PARAMETER_REMOVED "webhook-parameter-removed" Warn Risky "Clients that use it miss it.";
    PARAMETER_OPTIONAL "webhook-parameter-became-optional" Err Breaking "Clients were told that it always comes.";
    PARAMETER_REQUIRED "webhook-parameter-became-required" Info Compatible "It now always comes." rollout;
    STATUS_ADDED "webhook-response-status-added" Info Compatible "Clients may go on to answer as they do.";
    STATUS_REMOVED "webhook-response-status-removed" Err Risky "Clients that answer so may be taken to have failed.";
}
