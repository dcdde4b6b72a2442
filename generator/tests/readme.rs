//! The README's console blocks say what the program says. `README=overwrite` writes what it says now.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use generator::resolve::extensions::{KEYS, PREFIX, SYNONYMS};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A command of a console block, and what the README says that it prints.
struct Shown {
    command: String,
    output: String,
}

#[test]
fn console_blocks_are_real() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy_inputs(folder.path(), &readme);
    let blocks = blocks(&readme);
    assert!(!blocks.is_empty(), "the README shows no console block");
    let now: Vec<String> = blocks.iter().map(|block| indent_like(block, &real_block(block, folder.path()))).collect();
    if std::env::var_os("README").is_some_and(|value| value == "overwrite") {
        let pairs = blocks.iter().zip(&now);
        let text = pairs.fold(readme.clone(), |text, (block, now)| text.replacen(block, now, 1));
        fs::write(root().join("README.md"), text).unwrap();
    } else {
        assert_eq!(blocks, now, "left: the README; right: what the program says (README=overwrite writes it)");
    }
}

/// The README's tables of extensions are those of the reader, no key more or less.
#[test]
fn every_extension_is_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let section = readme.split("\n## ").find(|s| s.starts_with("Every extension")).expect("a section");
    let (ours, synonyms) = section.split_once("| ours | read as well |").expect("a table of synonyms");

    let known: BTreeSet<&str> = KEYS.iter().map(|(key, _)| *key).collect();
    let rows = ours.lines().filter(|line| line.starts_with("| "));
    let shown: BTreeSet<&str> =
        rows.flat_map(|row| keys(row.split('|').nth(2).unwrap())).filter(|key| key.starts_with(PREFIX)).collect();
    assert_eq!(shown, known, "left: the README; right: resolve/extensions.rs, KEYS");

    let rows = synonyms.lines().filter(|line| line.starts_with("| `"));
    let row = |row: &'static str| {
        let found: Vec<_> = keys(row).collect();
        (found[0], found[1..].to_vec())
    };
    let shown: Vec<(&str, Vec<&str>)> = rows.map(|line| row(line.to_owned().leak())).collect();
    let known: Vec<(&str, Vec<&str>)> = SYNONYMS.iter().map(|(ours, theirs)| (*ours, theirs.to_vec())).collect();
    assert_eq!(shown, known, "left: the README; right: resolve/extensions.rs, SYNONYMS");
}

/// The extension keys of a text, in order.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| word.starts_with("x-"))
}

/// Every flag that a command's help lists is named below the commands.
#[test]
fn every_flag_is_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let sections = readme.split("\n## ").filter(|s| s.starts_with("Every command") || s.starts_with("Review a spec"));
    let shown: BTreeSet<&str> = sections.flat_map(flags).collect();
    for command in ["generate", "init", "check", "diff", "inspect", "explain", "completions"] {
        let output = Command::new(env!("CARGO_BIN_EXE_generator")).args([command, "--help"]).output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        let (options, _) = help.split_once("\nExamples:").expect("examples");
        let lines = options.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
        let missing: Vec<_> = lines.flat_map(flags).filter(|flag| !shown.contains(flag)).collect();
        assert!(missing.is_empty(), "{command}: {missing:?}");
    }
}

/// The flags of a text, in order.
fn flags(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| word.len() > 2 && word.starts_with("--"))
}

/// Every command and every key of `generator.toml` is named.
#[test]
fn every_command_and_every_choice_is_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for command in ["generate", "init", "check", "diff", "inspect", "explain", "completions"] {
        assert!(
            readme.contains(&format!("| `generator {command}")) || readme.contains(&format!("`generator {command} "))
        );
    }
    let example = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let file: generator::config::RawFile = toml::from_str(example).unwrap();
    assert_eq!(file.sdk.len(), 1);
    let schema: serde_json::Value = serde_json::from_str(&generator::config::schema()).unwrap();
    for key in schema["$defs"]["Sdk"]["properties"].as_object().unwrap().keys() {
        assert!(example.contains(&format!("\n{key} = ")), "the README's generator.toml has no `{key}`");
    }
}

fn real_block(block: &str, folder: &Path) -> String {
    let commands = commands(block);
    let mut code = 0;
    let mut text = String::new();
    for (index, shown) in commands.iter().enumerate() {
        if shown.command == ASK {
            text += &format!("$ {ASK}\n{code}\n");
            continue;
        }
        let (said, ended) = real(shown, folder);
        let is_asked = commands.get(index + 1).is_some_and(|next| next.command == ASK);
        assert!(ended == 0 || is_asked, "`{}` ends with {ended}, which the README does not show", shown.command);
        (text, code) = (text + &said, ended);
    }
    text
}

/// Shows the exit code of the command before it.
const ASK: &str = "echo $?";

/// What `changed.yaml` says otherwise than `openapi.yaml`: the README says it in words.
const CHANGES: &[(&str, &str)] = &[
    ("integration_type, created_at, updated_at]", "integration_type, created_at]"),
    (
        "      schema:\n        type: string\n      example: ws_8f3a",
        "      schema:\n        type: string\n        maxLength: 12\n      example: ws_8f3a",
    ),
];

/// Commands run in a copy: a test changes nothing in the repository.
fn copy_inputs(folder: &Path, readme: &str) {
    for name in ["openapi.yaml", "generator.toml", "generated-sdk"] {
        copy(&root().join(name), &folder.join(name));
    }
    let text = fs::read_to_string(root().join("openapi.yaml")).unwrap();
    let changed = CHANGES.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "openapi.yaml says no more: {from}");
        text.replacen(from, to, 1)
    });
    fs::write(folder.join("changed.yaml"), changed).unwrap();
    // The README's own file of accepted findings, but for the day on which it would end.
    let accepted = readme.split("```toml\n").find(|block| block.starts_with("[[accept]]")).unwrap();
    let lines = accepted.split("```").next().unwrap().lines().filter(|line| !line.starts_with("expires"));
    fs::write(folder.join("accepted.toml"), lines.collect::<Vec<_>>().join("\n")).unwrap();
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// The text between the fences of each console block.
fn blocks(readme: &str) -> Vec<&str> {
    let after = readme.split("```console\n").skip(1);
    after.map(|rest| &rest[..rest.find("```").unwrap()]).map(|block| block.trim_end_matches(' ')).collect()
}

fn commands(block: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    for line in block.lines().map(str::trim_start) {
        if let Some(command) = line.strip_prefix("$ ") {
            shown.push(Shown { command: command.to_owned(), output: String::new() });
        } else {
            let last = shown.last_mut().expect("a console block begins with `$ `");
            last.output += &format!("{line}\n");
        }
    }
    shown
}

/// The command with what it really prints, and its exit code.
fn real(shown: &Shown, folder: &Path) -> (String, i32) {
    let arguments = ["cargo run -p generator -- ", "cargo run -p generator", "generator "]
        .into_iter()
        .find_map(|start| shown.command.strip_prefix(start))
        .unwrap_or_else(|| panic!("`{}` cannot be run here: show it in a `sh` block", shown.command));
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!shown.output.is_empty(), "`{}` shows no output", shown.command);
    let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (format!("$ {}\n{}\n", shown.command, printed.trim_end()), output.status.code().unwrap())
}

/// A block inside a list item is indented.
fn indent_like(block: &str, text: &str) -> String {
    let indent: String = block.chars().take_while(|character| *character == ' ').collect();
    text.lines().map(|line| format!("{indent}{line}").trim_end().to_owned() + "\n").collect()
}
