// Generated from openapi.yaml; edit that instead.
//! The operations, grouped by resource; each is reached from the client.

pub mod connections;
