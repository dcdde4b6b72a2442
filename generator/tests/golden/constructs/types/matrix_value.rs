// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

/// `MatrixValue` in the API's description.
pub type MatrixValue = BTreeMap<String, Vec<Vec<Option<i64>>>>;
