//! What the compiled crates say of each pair.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::Path};

use generator::{
    Generator,
    diff::{Bump, rust::verify::Baseline},
};
use serde_json::Value;

use super::pair::{Pair, pairs};

/// Where the README shows how often each predicted level was each verified one.
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");

fn emit(document: &Value, folder: &Path, name: &str) {
    // Every file names the description that it was made from: the same one.
    let specs = folder.join(format!("{name}-description"));
    fs::create_dir_all(&specs).unwrap();
    let spec = specs.join("openapi.json");
    fs::write(&spec, serde_json::to_vec(document).unwrap()).unwrap();
    let crate_folder = folder.join(name);
    let made = Generator::new(&spec).out(&crate_folder).package("sdk").force(true).generate();
    made.unwrap_or_else(|failure| panic!("{failure}"));
}

/// The lines of a crate's sources in one order, without the examples of its documentation: another order of items, or an
/// example that shows another value, is no change.
fn lines(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() && !entry.ends_with("target") && !entry.ends_with("examples") {
            found.extend(lines(&entry));
        } else if entry.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&entry).unwrap();
            let mut in_example = false;
            let is_said = |line: &&str| {
                in_example ^= line.trim_start().starts_with("/// ```");
                !in_example
            };
            found.extend(text.lines().filter(is_said).map(str::to_owned));
        }
    }
    found.sort();
    found
}

/// The level of a pair, by rustdoc and by a program that uses the old crate; below that, by whether any line differs.
fn level(baseline: &Baseline, folder: &Path, pair: &Pair) -> Bump {
    let verified = baseline.verify(&folder.join("new"), &|_| {}).unwrap_or_else(|why| panic!("{}: {why}", pair.name));
    let differs = lines(&folder.join("old")) != lines(&folder.join("new"));
    // That any byte of a source differs is the least that verification says; here lines decide.
    let only_bytes = verified.items.is_empty() && verified.level == Bump::Patch;
    let level = if only_bytes { Bump::None } else { verified.level };
    level.max(if differs { Bump::Patch } else { Bump::None })
}

/// How often each stated level (rows) was each verified one (columns).
fn confusion(seen: &[(String, Bump)]) -> String {
    let levels = [("none", Bump::None), ("patch", Bump::Patch), ("minor", Bump::Minor), ("major", Bump::Major)];
    let mut text = "| predicted | none | patch | minor | major |\n|---|---|---|---|---|\n".to_owned();
    for (name, _) in levels {
        let count = |level: Bump| seen.iter().filter(|(stated, is)| stated == name && *is == level).count();
        let counts = levels.map(|(_, level)| count(level).to_string()).join(" | ");
        let _ = writeln!(text, "| {name} | {counts} |");
    }
    text
}

#[test]
#[ignore = "compiles two crates for each pair"]
fn the_crates_say_what_the_table_says() {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned(), Into::into);
    let target = std::path::absolute(target).unwrap().join("diff-pairs");
    let mut groups: BTreeMap<String, Vec<Pair>> = BTreeMap::new();
    // One pair alone, by a part of its name.
    let only = env::var("PAIR").unwrap_or_default();
    for pair in pairs().into_iter().filter(Pair::is_at_hand).filter(|pair| pair.name.contains(&only)) {
        groups.entry(pair.sides()[0].to_string()).or_default().push(pair);
    }
    let (mut seen, mut wrong) = (Vec::new(), Vec::new());
    for pairs in groups.values() {
        let folder = tempfile::tempdir().unwrap();
        emit(&pairs[0].sides()[0], folder.path(), "old");
        let baseline = Baseline::new(&folder.path().join("old"), &target, &|_| {});
        let baseline = baseline.unwrap_or_else(|why| panic!("{}: {why}", pairs[0].name));
        for pair in pairs {
            emit(&pair.sides()[1], folder.path(), "new");
            let level = level(&baseline, folder.path(), pair);
            let text = serde_json::to_value(level).unwrap();
            if text != pair.rust.as_str() {
                wrong.push(format!("{}: the crates say {text}, the table says {}", pair.name, pair.rust));
            }
            seen.push((pair.rust.clone(), level));
            fs::remove_dir_all(folder.path().join("new")).unwrap();
        }
    }
    let table = confusion(&seen);
    println!("{} pairs\n{table}", seen.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if only.is_empty() && pairs().iter().all(Pair::is_at_hand) {
        let readme = fs::read_to_string(README).unwrap();
        assert!(readme.contains(&table), "the table of README.md is another:\n{table}");
    }
}
