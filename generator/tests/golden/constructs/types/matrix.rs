// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::MatrixValue;

/// The schema `Matrix`.
pub type Matrix = BTreeMap<String, MatrixValue>;
