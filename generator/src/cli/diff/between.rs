//! Who made a change: the old description under the new choices stands between the two sides, so that nobody who edits a
//! description is charged with a new configuration.

use std::{cmp::Reverse, collections::BTreeMap};

use jiff::civil::Date;

use super::look::{Seen, look};
use crate::{
    config::Config,
    diff::{
        self, Bump, Finding, Level, MadeBy, Report, Wire,
        inputs::{
            Side,
            choice::{Chosen, same_crate},
        },
    },
    failure::Failure,
    finding::{Finding as Said, Spot},
    pointer::{FileId, Origin},
};

/// A side, its choices, and what was made of it.
pub(super) struct Subject {
    pub(super) side: Side,
    pub(super) chosen: Chosen,
    pub(super) seen: Seen,
}

impl Subject {
    /// Runs the stages.
    pub(super) fn of(side: Side, chosen: Chosen) -> Result<Self, Failure> {
        let seen = look(&side, &chosen)?;
        Ok(Self { side, chosen, seen })
    }
}

/// The report, and the old description under the new choices where these differ from the old ones.
pub(super) struct Compared {
    pub(super) report: Report,
    pub(super) between: Option<Seen>,
}

/// Compares the two on a day; what the choices make stands apart.
///
/// # Errors
/// When the old description cannot be used with the new choices.
pub(super) fn compared(old: &Subject, new: &Subject, today: Date) -> Result<Compared, Failure> {
    let between = between(old, new)?;
    let mut report = of_two(between.as_ref().unwrap_or(&old.seen), &new.seen, today)?;
    if let Some(between) = &between {
        let made = of_two(&old.seen, between, today)?.findings.into_iter().filter_map(of_choices);
        report.findings.extend(made);
        report.findings.sort_by_key(|finding| (Reverse(finding.wire), Reverse(finding.rust.level)));
    }
    Ok(Compared { report, between })
}

/// What the old description is under the new choices. What a description refers to and its overlays are its own.
fn between(old: &Subject, new: &Subject) -> Result<Option<Seen>, Failure> {
    let (before, after) = (&old.chosen.target.config, &new.chosen.target.config);
    if same_crate(before, after) {
        return Ok(None);
    }
    let mut source = before.source.clone();
    source.choices.clone_from(&after.source.choices);
    let config = Config { source, ..after.clone() };
    let target = crate::config::Target { config, ..old.chosen.target.clone() };
    // What the new choices name need not be in the old description.
    let chosen = Chosen { target, entry: old.chosen.entry.clone(), borrowed: true };
    look(&old.side, &chosen).map(Some)
}

fn of_two(old: &Seen, new: &Seen, today: Date) -> Result<Report, Failure> {
    match (old.described(), new.described()) {
        (Some(old), Some(new)) => Ok(diff::compare_on(old, new, Some(today))),
        _ => Err(Failure::new(
            crate::failure::Exit::Internal,
            Said::new(crate::diagnostic::Code::Internal, "a side has no Api and no error"),
        )),
    }
}

/// A change that the choices made: the server is the same, so nothing changes on the wire.
fn of_choices(finding: Finding) -> Option<Finding> {
    let counts = finding.rust.level > Bump::None || finding.behaviour.is_some();
    counts.then_some(Finding {
        wire: Wire::None,
        rollout: false,
        level: Level::Info,
        made_by: MadeBy::Generator,
        ..finding
    })
}

/// For what is gone: where what held it stands in the new description.
pub(super) fn nearest(report: &Report, old: &Side, new: &Subject) -> BTreeMap<String, Spot> {
    let locator = new.seen.locator();
    let files = || new.seen.run.loaded.iter().flat_map(|loaded| &loaded.files);
    let find = |finding: &Finding| -> Option<Spot> {
        let side = finding.old.as_ref().filter(|_| finding.new.is_none())?;
        let file = side.spot.as_ref().map_or(old.name.as_str(), |spot| spot.file.as_str());
        let same = |name: &str| {
            let plain = diff::report::in_tree(name, &new.side.name);
            plain == diff::report::in_tree(file, &old.name)
        };
        // The two descriptions may be called otherwise; what they refer to is called by its path.
        let index = if file == old.name { Some(0) } else { files().position(|file| same(&file.name)) };
        locator.spot(&Origin { file: FileId(index?), pointer: side.pointer.clone() })
    };
    let gone = report.findings.iter().filter_map(|finding| Some((finding.fingerprint.clone(), find(finding)?)));
    gone.collect()
}
