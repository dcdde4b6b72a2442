// Generated from openapi.yaml; edit that instead.

use super::Color;

/// The schema `Sample`.
pub type Sample = (String, Color);
