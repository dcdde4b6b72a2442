//! `parity-compare TS.json RUST.json`: lists every difference of the two records with the reason that justifies it.
//!
//! Exits 1 on a difference that nothing justifies, and on a justification that nothing needs.

use std::{path::Path, process::ExitCode};

use sdk_tests::{
    Failure,
    compare::{Comparison, RULES, compare},
    record,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [typescript, rust] = arguments.as_slice() else {
        eprintln!("usage: parity-compare TS.json RUST.json");
        return ExitCode::from(2);
    };
    match run(Path::new(typescript), Path::new(rust)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(typescript: &Path, rust: &Path) -> Result<bool, Failure> {
    let comparison = compare(&record::read(typescript)?, &record::read(rust)?)?;
    list(&comparison);
    println!("\nThe justifications:");
    for rule in RULES {
        println!("  {}: {}", rule.name, rule.item);
    }
    let unexplained = comparison.unexplained().count();
    let unused: Vec<_> = comparison.unused().map(|rule| rule.name).collect();
    for name in &unused {
        println!("unused: {name}");
    }
    let (cases, differences) = (comparison.cases, comparison.judged.len());
    println!("{cases} cases, {differences} differences, {unexplained} unexplained, {} unused rules", unused.len());
    Ok(unexplained == 0 && unused.is_empty())
}

fn list(comparison: &Comparison) {
    let mut case = "";
    for judged in &comparison.judged {
        if judged.case != case {
            case = &judged.case;
            println!("{case}");
        }
        let difference = &judged.difference;
        println!("  {}: {} there, {} here", difference.field, difference.typescript, difference.rust);
        match &judged.reason {
            Some((rule, why)) => println!("    {}: {why}", RULES.get(*rule).map_or("?", |rule| rule.name)),
            None => println!("    UNEXPLAINED"),
        }
    }
}
