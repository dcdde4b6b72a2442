// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

/// The schema `Anything`.
pub type Anything = BTreeMap<String, serde_json::Value>;
