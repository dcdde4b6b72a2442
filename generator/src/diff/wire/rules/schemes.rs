//! Security schemes.

table! {
    ADDED "api-security-component-added" Info None "It matters where an operation asks for it.";
    REMOVED "api-security-component-removed" Info None "It matters where an operation asked for it.";
    TYPE "api-security-component-type-changed" Info Breaking "Clients prove who they are in a way that is no longer read." rollout;
    NAME "api-security-component-name-changed" Err Breaking "Clients send the key under a name that is no longer read." rollout;
    LOCATION "api-security-component-in-changed" Err Breaking "Clients send the key where it is no longer read." rollout;
    SCHEME "api-security-component-http-scheme-changed" Err Breaking "Clients prove who they are in a way that is no longer read." rollout;
    BEARER_FORMAT "api-security-component-bearer-format-changed" Info None "It is a hint for readers; the token is opaque to clients.";
    CONNECT_URL "api-security-component-open-id-connect-url-changed" Warn Risky "Clients ask the old address for what they need.";
    AUTHORIZATION_URL "api-security-component-oauth-url-changed" Info Risky "Clients send their users to the old address.";
    TOKEN_URL "api-security-component-oauth-token-url-changed" Info Risky "Clients ask the old address for tokens.";
    REFRESH_URL "api-security-component-oauth-refresh-url-changed" Warn Risky "Clients ask the old address for new tokens.";
    FLOW_ADDED "api-security-component-oauth-flow-added" Info Compatible "Another way to get a token; the old ones stay.";
    FLOW_REMOVED "api-security-component-oauth-flow-removed" Err Breaking "Clients that get their tokens this way fail.";
    SCOPE_ADDED "api-security-component-oauth-scope-added" Info Compatible "It matters where an operation asks for it.";
    SCOPE_REMOVED "api-security-component-oauth-scope-removed" Info Risky "Clients that ask for the scope may get no token.";
}
