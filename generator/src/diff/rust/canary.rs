//! canary: a program that uses every public item of the old crate, compiled against the new one.
//!
//! It is compiled against the old crate first. What does not compile there says nothing about the new one; it is left out
//! and named, so that nobody takes silence for a verdict.

mod calls;
mod code;
mod program;
mod types;

use std::collections::{BTreeMap, BTreeSet};

pub use program::{Program, program};

use super::cargo::{Harness, Message, NotVerified};
use crate::diff::finding::ItemKind;

/// How often the compiler is asked again without the lines that it refused: it names errors of types only when all names
/// are found, and those of borrows only when all types fit.
const ROUNDS: usize = 6;

/// What became of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Canary {
    /// How many uses of items were compiled against both crates.
    pub uses: usize,
    /// What does not compile any more.
    pub broken: Vec<Broken>,
    /// What compiles with a new warning of deprecation.
    pub deprecated: Vec<Broken>,
    /// Items of the old crate that no program could be written for: types that it does not let its users name, mostly.
    pub left_out: Vec<String>,
}

/// A use of an item that the compiler spoke of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    /// The item; empty when the compiler's words belong to none.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// `E0308`.
    pub code: Option<String>,
    /// The compiler's words, one line.
    pub said: String,
}

/// A program with what the old crate made of it.
#[derive(Debug)]
pub struct Proved {
    program: Program,
    refused: BTreeSet<usize>,
    deprecated: BTreeSet<usize>,
}

/// Compiles the program against the crate that it was made from.
///
/// # Errors
/// [`NotVerified`] when the crate does not compile, or an error of the program belongs to no item.
pub fn prove(program: Program, old: &Harness<'_>) -> Result<Proved, NotVerified> {
    let compiled = compile(&program, old, &BTreeSet::new())?;
    if let Some((_, lost)) = compiled.errors.iter().find(|(line, _)| line.is_none()) {
        return Err(NotVerified::Canary { said: lost.rendered.clone() });
    }
    let refused = compiled.errors.iter().filter_map(|(line, _)| *line).collect();
    Ok(Proved { program, refused, deprecated: compiled.deprecated.into_keys().collect() })
}

/// Compiles what the old crate took against the new one.
///
/// # Errors
/// [`NotVerified`] when the new crate does not compile.
pub fn run(proved: &Proved, new: &Harness<'_>) -> Result<Canary, NotVerified> {
    let Proved { program, refused, deprecated } = proved;
    let after = compile(program, new, refused)?;
    let newly = after.deprecated.iter().filter(|(line, _)| !deprecated.contains(line));
    let mut left_out = program.left_out.clone();
    left_out.extend(refused.iter().filter_map(|line| program.uses.get(line)).map(|item| item.path.clone()));
    left_out.sort();
    left_out.dedup();
    Ok(Canary {
        uses: program.uses.len() - refused.len(),
        broken: sorted(after.errors.iter().map(|(line, message)| broken(program, *line, message))),
        deprecated: sorted(newly.map(|(line, message)| broken(program, Some(*line), message))),
        left_out,
    })
}

fn sorted(all: impl Iterator<Item = Broken>) -> Vec<Broken> {
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

fn broken(program: &Program, line: Option<usize>, message: &Message) -> Broken {
    let item = line.and_then(|line| program.uses.get(&line));
    let (path, kind) = item.map_or((String::new(), ItemKind::Module), |item| (item.path.clone(), item.kind));
    Broken { path, kind, code: message.code.clone(), said: message.text.clone() }
}

/// What the compiler said of a program, all rounds together.
struct Compiled {
    errors: Vec<(Option<usize>, Message)>,
    deprecated: BTreeMap<usize, Message>,
}

fn compile(program: &Program, harness: &Harness<'_>, without: &BTreeSet<usize>) -> Result<Compiled, NotVerified> {
    let mut without = without.clone();
    let mut compiled = Compiled { errors: Vec::new(), deprecated: BTreeMap::new() };
    for _ in 0..ROUNDS {
        harness.program(&program.text(&without))?;
        let mut again = false;
        for message in harness.check()? {
            let line = message.lines.iter().copied().find(|line| program.uses.contains_key(line));
            match (message.level.as_str(), message.code.as_deref(), line) {
                ("warning", Some("deprecated"), Some(line)) => {
                    compiled.deprecated.entry(line).or_insert(message);
                }
                // The last words of a failed build have neither a code nor a place.
                ("error", None, None) if message.text.starts_with("aborting due to") => {}
                ("error" | "error: internal compiler error", _, line) => {
                    again |= line.is_some_and(|line| without.insert(line));
                    compiled.errors.push((line, message));
                }
                _ => {}
            }
        }
        if !again {
            return Ok(compiled);
        }
    }
    let said = format!("the compiler still refuses lines after {ROUNDS} rounds");
    Err(NotVerified::Canary { said })
}
