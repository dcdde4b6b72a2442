//! What no rule explains.

table! {
    UNHANDLED "unhandled" Warn Risky "No rule knows what this does; read both values." rollout;
}
