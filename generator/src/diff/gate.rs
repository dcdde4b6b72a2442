//! gate: when a report fails a run. There is no gate unless one is asked for.

use std::fmt;

use super::finding::{Bump, Finding, Report, Wire};
use crate::guess;

/// What `--fail-on` names: one condition; the gate trips when one of them holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Any difference at all.
    Any,
    /// A wire verdict of this or worse.
    Wire(Wire),
    /// A change of the crate that asks for this or more.
    Rust(Bump),
}

const WIRES: [Wire; 3] = [Wire::Compatible, Wire::Risky, Wire::Breaking];
const BUMPS: [Bump; 3] = [Bump::Patch, Bump::Minor, Bump::Major];

impl FailOn {
    /// Reads `wire=breaking,rust=major` or `any`.
    ///
    /// # Errors
    /// The message and what to do, for the first part that is none.
    pub fn parse(text: &str) -> Result<Vec<Self>, (String, String)> {
        text.split(',').map(str::trim).map(Self::one).collect()
    }

    fn one(text: &str) -> Result<Self, (String, String)> {
        let found = match text.split_once('=') {
            None if text == "any" => Some(Self::Any),
            Some(("wire", level)) => WIRES.into_iter().find(|wire| wire.as_str() == level).map(Self::Wire),
            Some(("rust", level)) => BUMPS.into_iter().find(|bump| bump.as_str() == level).map(Self::Rust),
            _ => None,
        };
        found.ok_or_else(|| {
            let wires = WIRES.into_iter().map(Self::Wire);
            let all = wires.chain(BUMPS.into_iter().map(Self::Rust)).chain([Self::Any]).map(|one| one.to_string());
            let all: Vec<_> = all.collect();
            let known: Vec<_> = all.iter().map(String::as_str).collect();
            let help = format!("known are {}", known.join(", "));
            (format!("`{}` is no gate", text.escape_debug()), guess::did_you_mean(text, &known, &help))
        })
    }

    /// Whether one finding trips it. What was accepted trips nothing. What the generator or its configuration made is
    /// no change of the description, so it trips [`FailOn::Any`] alone.
    #[must_use]
    pub fn trips(self, finding: &Finding) -> bool {
        finding.accepted.is_none()
            && match self {
                Self::Any => true,
                Self::Wire(least) => finding.is_of_spec() && finding.wire >= least,
                Self::Rust(least) => finding.is_of_spec() && finding.rust.level >= least,
            }
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("any"),
            Self::Wire(wire) => write!(f, "wire={}", wire.as_str()),
            Self::Rust(bump) => write!(f, "rust={}", bump.as_str()),
        }
    }
}

/// What tripped: each condition with the number of findings that trip it; nothing when the gate holds.
#[must_use]
pub fn judge(report: &Report, gates: &[FailOn]) -> Vec<(FailOn, usize)> {
    let count = |gate: &FailOn| report.findings.iter().filter(|finding| gate.trips(finding)).count();
    gates.iter().map(|gate| (*gate, count(gate))).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::report::fixture;

    #[test]
    fn gates_are_read_alone_and_together() {
        assert_eq!(
            FailOn::parse("wire=breaking,rust=major").unwrap(),
            [FailOn::Wire(Wire::Breaking), FailOn::Rust(Bump::Major)]
        );
        assert_eq!(FailOn::parse("any").unwrap(), [FailOn::Any]);
    }

    #[test]
    fn a_wrong_gate_is_answered_with_the_right_one() {
        let (message, help) = FailOn::parse("wire=breakin").unwrap_err();
        assert_eq!(message, "`wire=breakin` is no gate");
        assert!(help.contains("wire=breaking"), "{help}");
        for wrong in ["", "wire", "wire=none", "rust=none", "breaking", "wire=breaking,"] {
            assert!(FailOn::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_what_is_as_bad_trips() {
        let mut report = fixture::report();
        let trips = |report: &Report, text| judge(report, &FailOn::parse(text).unwrap());
        assert_eq!(trips(&report, "wire=breaking"), [(FailOn::Wire(Wire::Breaking), 1)]);
        assert_eq!(trips(&report, "rust=minor"), [(FailOn::Rust(Bump::Minor), 2)]);
        assert_eq!(trips(&report, "any").len(), 1);
        report.findings.iter_mut().for_each(|finding| finding.accepted = Some("known".to_owned()));
        assert_eq!(trips(&report, "wire=compatible,rust=patch,any"), []);
    }
}
