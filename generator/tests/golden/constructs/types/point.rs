// Generated from openapi.yaml; edit that instead.

/// The schema `Point`.
pub type Point = (f64, f64);
