//! `inspect`: what the generator makes of a description.

mod human;
mod json;

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{
    args::{InspectFormat, InspectStage, SourceFlags, TargetFlags},
    console::{Console, print},
    targets::{file, here, name_overlays, targets},
};
use crate::{
    Run, Stage,
    config::{self, RawSdk, Target, absolute},
    failure::{Exit, Failure},
    finding::{Finding, Locator},
    generator::{findings, read_spec, unusable},
    model::Api,
    run,
};

/// What is wished for.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) spec: Option<String>,
    pub(super) only: Option<String>,
    pub(super) config: Option<PathBuf>,
    pub(super) source: SourceFlags,
    pub(super) format: InspectFormat,
    pub(super) stage: InspectStage,
}

/// Shows it.
pub(super) fn inspect(console: Console, wish: &Wish) -> Result<Exit, Failure> {
    let subject = subject(wish.spec.as_deref(), wish.only.as_deref(), wish.config.as_deref(), &wish.source)?;
    let last = match wish.stage {
        InspectStage::Source => Stage::Source,
        InspectStage::Dialect => Stage::Dialect,
        InspectStage::Api => Stage::Resolve,
    };
    let seen = look(&subject, last)?;
    let text = match wish.stage {
        InspectStage::Source => seen.run.loaded.as_ref().map(|l| pretty(&l.document)),
        InspectStage::Dialect => seen.run.lowered.as_ref().map(|l| pretty(&l.value)),
        InspectStage::Api => seen.run.api.as_ref().map(|api| match wish.format {
            InspectFormat::Human => human::api(&seen.view(api)),
            InspectFormat::Json => pretty(&json::api(&seen.view(api), &seen.findings)),
        }),
    };
    let Some(text) = text else {
        return Err(unusable(seen.findings, subject.target.spec.name()));
    };
    if wish.format == InspectFormat::Human {
        console.findings(&seen.findings);
    }
    print(text.trim_end());
    Ok(Exit::Done)
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

/// A description, and what its crate is called.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) target: Target,
    /// The root of Rust paths: the crate, or `crate` where no name is known.
    root: String,
}

/// What a run made of a description.
#[derive(Debug)]
pub(super) struct Seen<'s> {
    pub(super) run: Run,
    pub(super) findings: Vec<Finding>,
    subject: &'s Subject,
    bytes: Vec<u8>,
}

/// An `Api` with what is needed to say where its items come from and what they are called.
#[derive(Debug)]
pub(super) struct View<'v> {
    pub(super) api: &'v Api,
    pub(super) locator: Locator<'v>,
    /// How many operations were left out by choice.
    pub(super) left_out: usize,
    root: &'v str,
}

impl Seen<'_> {
    pub(super) fn view<'v>(&'v self, api: &'v Api) -> View<'v> {
        let name = self.subject.target.spec.name();
        let locator = Locator::new(self.run.loaded.as_ref(), name, &self.bytes);
        let left_out = self.run.loaded.as_ref().map_or(0, |loaded| loaded.left_out);
        View { api, locator, left_out, root: &self.subject.root }
    }
}

impl View<'_> {
    /// The whole path of an item: `airstore_sdk::types::Connection`.
    pub(super) fn rust(&self, path: &str) -> String {
        format!("{}::{path}", self.root)
    }
}

/// The description that is meant: an entry of `generator.toml` where there is one, since its choices name things.
pub(super) fn subject(
    spec: Option<&str>,
    only: Option<&str>,
    config: Option<&Path>,
    source: &SourceFlags,
) -> Result<Subject, Failure> {
    let here = here()?;
    let known = |text: &str| -> Result<bool, Failure> {
        let Some(file) = file(config, &here)? else { return Ok(false) };
        let wanted = absolute(&here, Path::new(text));
        Ok(file.raw.sdk.iter().any(|raw| absolute(&file.folder, Path::new(&raw.spec)) == wanted))
    };
    let stranger = match spec {
        Some(text) => only.is_none() && !known(text)?,
        None => false,
    };
    if let (Some(text), true) = (spec, stranger) {
        let mut raw =
            RawSdk { spec: text.to_owned(), out: ".".to_owned(), package: Some("sdk".to_owned()), ..RawSdk::default() };
        source.over(&mut raw, &here);
        let mut target = config::ready(&raw, &here, &|_, _| None)?;
        name_overlays(&mut target, &here);
        return Ok(Subject { target, root: "crate".to_owned() });
    }
    let (config, only) = (config.map(Path::to_path_buf), only.map(str::to_owned));
    let flags = TargetFlags { config, only, source: source.clone(), ..TargetFlags::default() };
    let mut found = targets(spec, &flags)?.into_iter();
    match (found.next(), found.next()) {
        (Some(target), None) => Ok(Subject { root: target.config.package.replace('-', "_"), target }),
        _ => Err(Failure::usage(
            "generator.toml has several crates",
            "name the SPEC of one, or choose one with `inspect --only PACKAGE`",
        )),
    }
}

/// Runs the stages.
pub(super) fn look(subject: &Subject, last: Stage) -> Result<Seen<'_>, Failure> {
    let Target { spec, config, deny, .. } = &subject.target;
    let input = read_spec(&subject.target)?;
    let bytes = input.bytes.clone();
    let ran = run(input, config, last).map_err(|bug| Failure::bug(&bug))?;
    let (run, findings) = findings(ran, spec.name(), &bytes, config, deny);
    Ok(Seen { run, findings, subject, bytes })
}
