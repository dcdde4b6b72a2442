// Generated from openapi.yaml; edit that instead.

use super::MergedWithLeftKind;

/// The values of `kind`. The description says the same in several places, which share one type.
pub type MergedWithRightKind = MergedWithLeftKind;
