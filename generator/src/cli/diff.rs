//! `diff`: what changed between two descriptions, on the wire and for the users of the crate.

mod args;
mod between;
mod look;
mod release;
mod show;
mod sides;
mod verify;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub(super) use args::{DiffFlags, EXAMPLES};

use self::{
    between::{Compared, Subject, compared, nearest},
    show::{forms, show},
    sides::{Lookup, sides},
};
use super::{
    console::Console,
    targets::{file, here},
};
use crate::{
    config::absolute,
    diagnostic::Code,
    diff::{
        Report,
        accept::{Accepted, Day},
        gate::{FailOn, judge},
        inputs::{
            choice::{Wish, choose},
            git::Repository,
        },
        report::Ground,
    },
    failure::{Exit, Failure},
    finding::Finding,
    source::read,
};

/// Compares, reports, judges.
pub(super) fn diff(console: Console, flags: &DiffFlags) -> Result<Exit, Failure> {
    let here = here()?;
    let forms = forms(&flags.format, flags.quiet)?;
    let accepted = flags.accept.as_deref().map(|path| accepted(path, &here)).transpose()?;
    let today = today();
    let judged = |report: &mut Report| {
        let mut said = accepted.as_ref().map(|accepted| accepted.apply(report, day(today))).unwrap_or_default();
        said.extend(gate(report, flags));
        said
    };
    if let [old, new] = flags.crates.as_slice() {
        let mut report = verify::of_crates(console, flags, [old, new])?;
        report.suggested_version = release::after_crate(&absolute(&here, old), &report);
        let said = judged(&mut report);
        show(console, &forms, &report, &Ground::default(), &here)?;
        return Ok(ended(console, &said));
    }
    let [old, new] = subjects(flags, &here)?;
    let Compared { mut report, between } = compared(&old, &new, today)?;
    let unverified = match flags.verify {
        true => verify::verified(console, flags, [&old, &new], between.as_ref(), &mut report)?,
        false => None,
    };
    report.suggested_version = release::suggested(&old, &report).map(|version| version.to_string());

    let mut said = judged(&mut report);
    said.extend(unverified);
    let ground = Ground { nearest: nearest(&report, &old.side, &new), from_top: from_top(&here) };
    show(console, &forms, &report, &ground, &here)?;
    if flags.check_version {
        said.extend(release::check(&old, &new, &report)?);
    }
    if flags.write_version {
        release::write(console, &here, &new, &report)?;
    }
    Ok(ended(console, &said))
}

/// Says what there is to say beside the report. A gate that tripped comes before a verification that could not be.
fn ended(console: Console, said: &[Finding]) -> Exit {
    console.findings(said);
    let any = |code| said.iter().any(|finding| finding.code == code);
    match (any(Code::DiffGate), any(Code::DiffVerify)) {
        (true, _) => Exit::Found,
        (false, true) => Exit::Unverified,
        (false, false) => Exit::Done,
    }
}

/// Both sides with all that was made of them.
fn subjects(flags: &DiffFlags, here: &Path) -> Result<[Subject; 2], Failure> {
    let lookup = Lookup { config: flags.config.as_deref(), only: flags.only.as_deref() };
    let [old, new] = sides([flags.old.as_deref(), flags.new.as_deref()], here, lookup)?;
    let config = flags.config.as_deref().map(|path| file(Some(path), here)).transpose()?.flatten();
    let overlays: Vec<PathBuf> = flags.overlay.iter().map(|path| absolute(here, path)).collect();
    let (only, offline) = (flags.only.as_deref(), flags.offline);
    let wish = Wish { here, only, config: config.as_ref(), overlays: &overlays, offline };
    let [of_old, of_new] = choose(&old, &new, &wish)?;
    let (old, new) = std::thread::scope(|scope| {
        let new = scope.spawn(|| Subject::of(new, of_new));
        (Subject::of(old, of_old), new.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    both(old, new).map(<[Subject; 2]>::from)
}

/// Both sides, or all that is wrong with them.
fn both(old: Result<Subject, Failure>, new: Result<Subject, Failure>) -> Result<(Subject, Subject), Failure> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (Err(mut old), Err(new)) => {
            let said: Vec<String> = old.findings.iter().map(Finding::short).collect();
            // What both lack is said once.
            old.findings.extend(new.findings.into_iter().filter(|finding| !said.contains(&finding.short())));
            Err(old)
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

/// What trips the gates.
fn gate(report: &Report, flags: &DiffFlags) -> Vec<Finding> {
    let gates: Vec<FailOn> = flags.fail_on.iter().flat_map(|gates| gates.0.iter().copied()).collect();
    let tripped = judge(report, &gates);
    let say = |(gate, count): (FailOn, usize)| {
        let what = if count == 1 { "1 finding trips".to_owned() } else { format!("{count} findings trip") };
        Finding::new(Code::DiffGate, format!("{what} `--fail-on {gate}`"))
    };
    tripped.into_iter().map(say).collect()
}

fn accepted(path: &Path, here: &Path) -> Result<Accepted, Failure> {
    let name = path.display().to_string();
    let input = read::file(&absolute(here, path)).map_err(|error| Failure::unreadable(&name, &error))?;
    let text = String::from_utf8(input.bytes)
        .map_err(|_| Failure::usage(format!("`{}` is not UTF-8", name.escape_debug()), "save it as UTF-8"))?;
    Ok(Accepted::parse(text.trim_start_matches('\u{feff}'), &name)?)
}

/// The working folder from the top of its repository; empty where there is none.
fn from_top(here: &Path) -> String {
    Repository::around(here).map(|repository| repository.prefix().to_owned()).unwrap_or_default()
}

/// The day, at Greenwich. What depends on it is said of dates that the inputs name.
fn today() -> Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date()
}

/// The day as a file of accepted findings has it.
fn day(date: Date) -> Day {
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    (u16::try_from(date.year()).unwrap_or_default(), part(date.month()), part(date.day()))
}
