//! Dates and times as parameters.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use super::param::{Param, display_params};

display_params!(NaiveDate);

impl Param for DateTime<Utc> {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        put(None, &self.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
}
