//! Dates and times as parameters.

use super::param::{Param, display_params};

display_params!(jiff::Timestamp, jiff::civil::Date);

impl Param for jiff::SpanFieldwise {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        put(None, &self.0.to_string());
    }
}
