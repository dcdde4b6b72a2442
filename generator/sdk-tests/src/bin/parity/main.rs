//! `parity CASES.json OUT.json [--recorder PATH]`: drives the SDK through the cases and writes what happened.

mod drive;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use sdk_tests::{
    Failure, cases, process,
    record::{self, Entry, Outcome, Record},
    recorder::Recorder,
};

const USAGE: &str = "usage: parity CASES.json OUT.json [--recorder PATH]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Some((cases, out, recorder)) = arguments(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&cases, &out, &recorder).await {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(given: impl Iterator<Item = String>) -> Option<(PathBuf, PathBuf, PathBuf)> {
    let (mut paths, mut recorder) = (Vec::new(), None);
    let mut given = given;
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--recorder" => recorder = Some(PathBuf::from(given.next()?)),
            option if option.starts_with('-') => return None,
            path => paths.push(PathBuf::from(path)),
        }
    }
    let [cases, out] = <[PathBuf; 2]>::try_from(paths).ok()?;
    let recorder = recorder.unwrap_or_else(|| cases.with_file_name("recorder.mjs"));
    Some((cases, out, recorder))
}

async fn run(cases: &Path, out: &Path, recorder: &Path) -> Result<String, Failure> {
    let cases = cases::read(cases)?;
    let recorder = Recorder::start(recorder)?;
    let refused = format!("http://{}", process::free_address()?);
    let mut entries = Vec::with_capacity(cases.len());
    for case in &cases {
        recorder.script(&case.script).await?;
        let started = Instant::now();
        let outcome = drive::outcome(case, &recorder.url, &refused).await?;
        let elapsed_ms = u64::try_from(started.elapsed().as_millis())?;
        let (requests, gaps_ms) = recorder.take().await?;
        entries.push(Entry {
            id: case.id.clone(),
            op: case.op.clone(),
            args: case.args.clone(),
            outcome: without_address(outcome, &[&recorder.url, &refused]),
            attempts: requests.len(),
            elapsed_ms,
            gaps_ms,
            requests,
        });
    }
    let record = Record { sdk: drive::VERSION.to_owned(), cases: entries };
    record::write(out, &record)?;
    Ok(summary(&record))
}

/// Ports differ from run to run: an address in a message becomes `<url>`.
fn without_address(outcome: Outcome, addresses: &[&str]) -> Outcome {
    match outcome {
        Outcome::Error { class, status, message, request_id } => {
            let message = addresses.iter().fold(message, |text, address| text.replace(address, "<url>"));
            Outcome::Error { class, status, message, request_id }
        }
        other => other,
    }
}

fn summary(record: &Record) -> String {
    let count = |is: fn(&Outcome) -> bool| record.cases.iter().filter(|entry| is(&entry.outcome)).count();
    format!(
        "{} cases; {} values; {} errors; {} still waiting; {} inexpressible",
        record.cases.len(),
        count(|outcome| matches!(outcome, Outcome::Value { .. })),
        count(|outcome| matches!(outcome, Outcome::Error { .. })),
        count(|outcome| matches!(outcome, Outcome::StillWaiting { .. })),
        count(|outcome| matches!(outcome, Outcome::Inexpressible { .. })),
    )
}
