//! What a request must prove.

table! {
    ANONYMOUS_REMOVED "api-security-anonymous-access-removed" Err Breaking "Clients without a credential fail.";
    ANONYMOUS_ADDED "api-security-anonymous-access-added" Info Compatible "Clients that send a credential go on as before." rollout;
    ADDED "api-security-added" Info Compatible "Another way to prove who calls; the old ones stay.";
    REMOVED "api-security-removed" Err Breaking "Clients that prove it this way fail.";
    SCHEME_ADDED "api-security-scheme-added" Err Breaking "Clients that send only what was asked fail.";
    SCHEME_REMOVED "api-security-scheme-removed" Info Compatible "Clients that send more than is asked go on as before." rollout;
    SCOPE_ADDED "api-security-scope-added" Err Breaking "Tokens that were given without the scope fail.";
    SCOPE_REMOVED "api-security-scope-removed" Info Compatible "Tokens with the scope go on to work." rollout;
    GLOBAL_ANONYMOUS_REMOVED "api-global-security-anonymous-access-removed" Err Breaking "Clients without a credential fail.";
    GLOBAL_ANONYMOUS_ADDED "api-global-security-anonymous-access-added" Info Compatible "Clients that send a credential go on as before." rollout;
    GLOBAL_ADDED "api-global-security-added" Info Compatible "Another way to prove who calls; the old ones stay.";
    GLOBAL_REMOVED "api-global-security-removed" Err Breaking "Clients that prove it this way fail.";
    GLOBAL_SCHEME_ADDED "api-global-security-scheme-added" Err Breaking "Clients that send only what was asked fail.";
    GLOBAL_SCHEME_REMOVED "api-global-security-scheme-removed" Info Compatible "Clients that send more than is asked go on as before." rollout;
    GLOBAL_SCOPE_ADDED "api-global-security-scope-added" Err Breaking "Tokens that were given without the scope fail.";
    GLOBAL_SCOPE_REMOVED "api-global-security-scope-removed" Info Compatible "Tokens with the scope go on to work." rollout;
}
