//! Dates and times as parameters.

use super::param::{Param, display_params};

display_params!(jiff::Timestamp, jiff::civil::Date);
