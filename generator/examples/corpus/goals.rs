//! What must hold over all descriptions.

use std::fmt;

use serde::Serialize;

use crate::{record::Record, steps};

/// One of them.
#[derive(Debug, Serialize)]
pub struct Goal {
    /// What is wanted, and what is there.
    pub text: String,
    /// Whether it is.
    pub met: bool,
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.met { "met:   " } else { "missed:" }, self.text)
    }
}

/// The goals, over these records; the first is that all is well.
pub fn goals(records: &[Record], wanted: &[&str]) -> Vec<Goal> {
    let sum = |of: fn(&Record) -> usize| records.iter().map(of).sum::<usize>();
    let well = records.iter().filter(|record| record.is_well(wanted)).count();
    let how = if wanted.len() == steps::ALL.len() { "compile without one warning" } else { "are generated" };
    let operations = sum(|record| record.counts.typed + record.counts.quarantined);
    let described = sum(|record| record.counts.described);
    let quarantined = sum(|record| record.counts.quarantined);
    let untyped = sum(|record| record.untyped.count());
    let fields = sum(|record| record.counts.fields);
    let allows = sum(|record| record.allows.len());
    // Webhooks and callbacks are no methods, so that there are as many as stand under `paths`.
    let dropped: Vec<_> = records
        .iter()
        .filter(|record| {
            record.step("count").is_some() && record.counts.typed + record.counts.quarantined != record.counts.described
        })
        .map(|record| record.name.as_str())
        .collect();
    let dropped_names = if dropped.is_empty() { String::new() } else { format!("; not so in {}", dropped.join(", ")) };
    vec![
        Goal { text: format!("{well} of {} {how}", records.len()), met: well == records.len() },
        Goal {
            text: format!("{operations} methods for the {described} operations of the descriptions{dropped_names}"),
            met: dropped.is_empty(),
        },
        Goal {
            text: format!("{quarantined} of {operations} operations quarantined (at most 1 in 1,000)"),
            met: quarantined * 1000 <= operations,
        },
        Goal {
            text: format!("{untyped} untyped places beside {fields} fields (at most 1 in 100)"),
            met: untyped * 100 <= fields,
        },
        Goal {
            text: format!("{allows} files or manifests silence a lint (none, but for the runtime's unused parts)"),
            met: allows == 0,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::goals;
    use crate::record::{Counts, Record, Step};

    #[test]
    fn each_goal_can_be_missed() {
        let steps = ["generate", "count"].map(|name| Step { name: name.to_owned(), well: true, ..Step::default() });
        let counts = Counts { described: 1000, typed: 999, quarantined: 1, types: 1, fields: 100 };
        let mut record = Record { steps: steps.to_vec(), counts, ..Record::default() };
        record.untyped.fields.push("a".to_owned());
        let met = |record: &Record| {
            goals(std::slice::from_ref(record), &["generate", "count"]).iter().map(|goal| goal.met).collect::<Vec<_>>()
        };
        assert_eq!(met(&record), [true; 5]);
        record.counts.quarantined = 2;
        record.untyped.bodies.push("b".to_owned());
        record.allows.push("src/lib.rs: 1".to_owned());
        record.steps[1].well = false;
        assert_eq!(met(&record), [false; 5]);
    }
}
