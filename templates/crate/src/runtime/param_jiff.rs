//! Dates and times as parameters.

use super as runtime;

super::param::display_params!(jiff::Timestamp, jiff::civil::Date);
