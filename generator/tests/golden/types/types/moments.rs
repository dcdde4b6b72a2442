// Generated from openapi.yaml; edit that instead.

/// Some moments.
pub type Moments = Vec<Option<jiff::Timestamp>>;
