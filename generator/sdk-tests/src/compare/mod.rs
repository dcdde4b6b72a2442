//! Two records next to each other: every difference, and the reason that justifies it.

mod difference;
mod rules;
mod target;

pub use difference::{Difference, Field, differences};
pub use rules::{RULES, Rule};

use crate::{
    Failure,
    record::{Entry, Record},
};

/// A difference with what the rules say to it.
#[derive(Debug)]
pub struct Judged {
    /// The case's name.
    pub case: String,
    /// What differs.
    pub difference: Difference,
    /// The rule that justifies it, by its place in [`RULES`], and why it holds in this case.
    pub reason: Option<(usize, String)>,
}

/// What the comparison of two records found.
#[derive(Debug)]
pub struct Comparison {
    /// How many cases were compared.
    pub cases: usize,
    /// Every difference, in the order of the cases.
    pub judged: Vec<Judged>,
}

impl Comparison {
    /// Differences that no rule justifies.
    pub fn unexplained(&self) -> impl Iterator<Item = &Judged> {
        self.judged.iter().filter(|judged| judged.reason.is_none())
    }

    /// Rules that justified nothing although the known cases show their difference.
    pub fn unused(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        RULES.iter().enumerate().filter(|(_, rule)| rule.shown).filter_map(|(index, rule)| {
            let used = self.judged.iter().any(|judged| judged.reason.as_ref().is_some_and(|(by, _)| *by == index));
            (!used).then_some(rule)
        })
    }
}

/// Compares the records case by case.
///
/// # Errors
/// The records are not of the same cases.
pub fn compare(typescript: &Record, rust: &Record) -> Result<Comparison, Failure> {
    let names = |record: &Record| record.cases.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
    if names(typescript) != names(rust) {
        return Err("the records are of different cases".into());
    }
    let pairs = typescript.cases.iter().zip(&rust.cases);
    let judged = pairs.flat_map(|(ts, rust)| differences(ts, rust).into_iter().map(|found| judge(ts, rust, found)));
    Ok(Comparison { cases: rust.cases.len(), judged: judged.collect() })
}

fn judge(typescript: &Entry, rust: &Entry, difference: Difference) -> Judged {
    let mut rules = RULES.iter().enumerate();
    let reason = rules.find_map(|(index, rule)| Some((index, (rule.holds)(typescript, rust, &difference)?)));
    Judged { case: rust.id.clone(), difference, reason }
}
