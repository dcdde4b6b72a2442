//! All descriptions, several at once, with what is known already left out.

use std::{
    fs,
    io::IsTerminal as _,
    process::ExitCode,
    sync::{Mutex, PoisonError},
    thread,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use crate::{
    Error,
    args::Arguments,
    goals,
    record::Record,
    specs::Spec,
    state::{self, State},
    steps::{self, Folders},
    table,
};

/// Does them and says how they went.
pub fn survey(arguments: &Arguments, specs: &[Spec]) -> Result<ExitCode, Error> {
    let wanted = if arguments.no_compile { &steps::WITHOUT_COMPILER[..] } else { &steps::ALL[..] };
    let records = records(arguments, specs, wanted)?;
    println!("{}", table::table(&records));
    let goals = goals::goals(&records, wanted);
    for goal in &goals {
        println!("{goal}");
    }
    let deciding = if arguments.only_compile { 1 } else { goals.len() };
    let met = goals.iter().take(deciding).all(|goal| goal.met);
    if let Some(path) = &arguments.json {
        let report = json!({ "records": records, "goals": goals, "met": met });
        fs::write(path, format!("{report:#}\n"))?;
    }
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn records(arguments: &Arguments, specs: &[Spec], wanted: &[&str]) -> Result<Vec<Record>, Error> {
    let out = std::path::absolute(&arguments.out)?;
    fs::create_dir_all(&out)?;
    let program = state::program()?;
    let state = Mutex::new(State::open(out.join("state.json"), arguments.fresh));
    let bar = bar(specs.len());
    let next = Mutex::new(specs.iter());
    let work = |worker: usize| -> Result<Vec<Record>, Error> {
        let target = if worker == 0 { "target".to_owned() } else { format!("target-{}", worker + 1) };
        let folders = Folders { crates: out.join("crates"), empty: out.join("dependencies"), target: out.join(target) };
        let mut done = Vec::new();
        loop {
            let Some(spec) = lock(&next).next() else { return Ok(done) };
            let key = state::key(spec, &program, &wanted.join(" "))?;
            let known = lock(&state).get(&spec.name, &key).cloned();
            let record = match known {
                Some(record) => record,
                None => {
                    let began = |step: &str| bar.set_message(format!("{}: {step}", spec.name));
                    let record = steps::steps(spec, &folders, !arguments.no_compile, &began);
                    lock(&state).put(key, record.clone())?;
                    record
                }
            };
            done.push(record);
            bar.inc(1);
        }
    };
    let work = &work;
    let results: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..arguments.jobs.max(1)).map(|worker| scope.spawn(move || work(worker))).collect();
        workers.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    bar.finish_and_clear();
    let mut records = Vec::new();
    for result in results {
        records.extend(result.map_err(|_| "a worker ended early: a bug of this program")??);
    }
    records.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(records)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// On a terminal only.
pub fn bar(count: usize) -> ProgressBar {
    let target =
        if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(count as u64), target);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {elapsed} {wide_msg}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.enable_steady_tick(std::time::Duration::from_millis(200));
    bar
}
