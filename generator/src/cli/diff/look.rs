//! What the stages make of one side.

use std::collections::BTreeSet;

use crate::{
    Run, Stage,
    config::Config,
    diagnostic::{Code, Diagnostics, Severity},
    diff::{
        Described,
        inputs::{Side, choice::Chosen},
    },
    failure::Failure,
    finding::Locator,
    generator::{findings, unusable},
    run,
    source::{Input, read},
};

/// A description with all that was made of it.
#[derive(Debug)]
pub(super) struct Seen {
    name: String,
    parts: Option<bool>,
    pub(super) run: Run,
}

impl Seen {
    /// As the comparison wants it. Every stage ran, or there would be no [`Seen`].
    pub(super) fn described(&self) -> Option<Described<'_>> {
        let (Run { loaded, lowered, api, .. }, name, parts) = (&self.run, &self.name, self.parts);
        Some(Described { name, loaded: loaded.as_ref()?, lowered: lowered.as_ref()?, api: api.as_ref()?, parts })
    }

    /// Finds places in it.
    pub(super) fn locator(&self) -> Locator<'_> {
        Locator::new(self.run.loaded.as_ref(), &self.name, &[])
    }
}

/// Reads a side and runs the stages up to the `Api`.
///
/// # Errors
/// When it cannot be read (2) or used (3); what is said names the side.
pub(super) fn look(side: &Side, chosen: &Chosen) -> Result<Seen, Failure> {
    let input = read::file(&side.spec).map_err(|error| Failure::unreadable(&side.name, &error))?;
    // Files beside it are named after it, so that the ref comes before the names afterwards.
    let input = Input { name: side.plain.clone(), ..input };
    let bytes = input.bytes.clone();
    let mut config = chosen.target.config.clone();
    let mut ran = run(input.clone(), &config, Stage::Resolve).map_err(|bug| Failure::bug(&bug))?;
    if chosen.borrowed && forget_unmatched(&ran, &mut config) {
        ran = run(input, &config, Stage::Resolve).map_err(|bug| Failure::bug(&bug))?;
    }
    name_files(side, &mut ran);
    if ran.api.is_none() {
        let (_, said) = findings(ran, &side.name, &bytes, &config, &[]);
        return Err(unusable(said, &side.name));
    }
    // What is said of a side that can be used is for those who generate: nothing is looked up in its text.
    Ok(Seen { name: side.name.clone(), parts: config.parts(), run: Run { diagnostics: Diagnostics::new(), ..ran } })
}

/// Takes out what another side's choices say of things that this one does not have; whether there were any.
fn forget_unmatched(run: &Run, config: &mut Config) -> bool {
    let errors = || run.diagnostics.items().iter().filter(|said| said.severity == Severity::Error);
    let knobs: BTreeSet<usize> =
        errors().filter(|said| said.code == Code::ConfigOverride).filter_map(|said| said.knob).collect();
    let choices: Vec<_> =
        errors().filter(|said| said.code == Code::SelectUnmatched).map(|said| said.message.clone()).collect();
    let mut index = 0;
    let mut keep = || {
        index += 1;
        !knobs.contains(&(index - 1))
    };
    let kept: Vec<bool> = config.knobs.iter().map(|_| keep()).collect();
    retain(&mut config.knobs, &kept);
    retain(&mut config.knob_spots, &kept);
    let before = config.source.choices.len();
    config.source.choices.retain(|choice| !choices.iter().any(|message| message.contains(&choice.pattern)));
    !knobs.is_empty() || config.source.choices.len() < before
}

fn retain<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().copied().unwrap_or(true));
}

/// Says of which ref the files are.
fn name_files(side: &Side, run: &mut Run) {
    let Some(export) = &side.export else { return };
    let folder = read::canonical(export.folder()).unwrap_or_else(|_| export.folder().to_path_buf());
    for file in run.loaded.iter_mut().flat_map(|loaded| &mut loaded.files) {
        let path = file.path.as_deref();
        let exported = path.is_some_and(|path| path.starts_with(&folder) || path.starts_with(export.folder()));
        // Overlays are named as they were chosen.
        if exported && !file.name.starts_with(&export.name("")) {
            file.name = side.called(&file.name);
        }
    }
}
