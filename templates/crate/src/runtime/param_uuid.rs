//! UUIDs as parameters.

use super::param::{Param, display_params};

display_params!(uuid::Uuid);
