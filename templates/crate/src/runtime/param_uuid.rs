//! UUIDs as parameters.

use super as runtime;

super::param::display_params!(uuid::Uuid);
