//! The composite action: its own steps, run by bash with a `gh` that writes down what it is asked.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use serde_json::Value;

use crate::{
    folder::{Folder, PETS},
    repository, without_post,
};

/// The steps of the action, by their names.
fn steps() -> BTreeMap<String, Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/actions/spec-diff/action.yml");
    let action: Value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap().iter();
    steps.map(|step| (step["name"].as_str().unwrap().to_owned(), step.clone())).collect()
}

/// Runs a step as the runner does, with these values in place of its expressions.
fn run(folder: &Folder, name: &str, values: &[(&str, &str)]) -> i32 {
    let step = &steps()[name];
    let script = step["run"].as_str().unwrap();
    assert!(!script.contains("${{"), "an expression in a script is code: {script}");
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(folder.path("."));
    for key in step["env"].as_object().unwrap().keys() {
        let value = values.iter().find(|(name, _)| name == key).map_or("", |(_, value)| *value);
        command.env(key, value);
    }
    command.env("RUNNER_TEMP", folder.path("temp")).env("PATH", path(folder));
    for (variable, file) in [("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary")] {
        command.env(variable, folder.path("temp").join(file));
    }
    let output = command.output().unwrap();
    fs::write(folder.path("temp/log"), &output.stdout).unwrap();
    output.status.code().unwrap()
}

fn path(folder: &Folder) -> String {
    let bin = folder.path("bin").display().to_string();
    format!("{bin}:{}", std::env::var("PATH").unwrap())
}

/// The outputs of the step that was run.
fn outputs(folder: &Folder) -> BTreeMap<String, String> {
    let text = folder.read("temp/output");
    text.lines().map(|line| line.split_once('=').unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

fn prepared() -> Folder {
    let folder = repository();
    folder.put("temp/output", "");
    folder.put("bin/gh", "");
    folder
}

const GENERATOR: (&str, &str) = ("GENERATOR", env!("CARGO_BIN_EXE_generator"));

#[test]
fn the_reports_are_made_and_the_gate_is_asked_last() {
    let folder = prepared();
    folder.put("api.yaml", &without_post());
    let values = [GENERATOR, ("OLD", "HEAD"), ("FAIL_ON", "wire=breaking"), ("OFFLINE", "true")];
    assert_eq!(run(&folder, "Compare", &values), 0);
    let outputs = outputs(&folder);
    assert_eq!(outputs["exit-code"], "1");
    for file in ["comment.md", "diff.json", "diff.sarif", "diff.html"] {
        assert!(Path::new(&outputs["folder"]).join(file).is_file(), "{file}");
    }
    assert!(folder.read("temp/summary").contains("wire: **breaking**"));
    assert!(folder.read("temp/log").starts_with("::error file=api.yaml,"));
    assert_eq!(run(&folder, "Gate", &[("STATUS", "1")]), 1);
    assert_eq!(run(&folder, "Gate", &[("STATUS", "0")]), 0);
}

#[test]
fn a_side_that_cannot_be_used_ends_the_job_at_once() {
    let folder = prepared();
    folder.put("api.yaml", "openapi: 3.0.3\npaths: {\n");
    assert_eq!(run(&folder, "Compare", &[GENERATOR, ("OLD", "HEAD")]), 3);
    // What a stranger may choose is no code, and no flag.
    folder.put("api.yaml", PETS);
    for old in ["$(touch owned)", "HEAD; touch owned", "--quiet"] {
        assert_eq!(run(&folder, "Compare", &[GENERATOR, ("OLD", old)]), 2, "{old}");
    }
    assert!(!folder.has("owned"));
}

#[cfg(unix)]
#[test]
fn the_comment_is_made_once_and_replaced() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = prepared();
    let asked = |there: &str| {
        let gh = format!(
            "#!/bin/sh\necho \"$@\" >>'{}'\ncase \"$*\" in *--paginate*) echo '{there}' ;; esac\n",
            folder.path("temp/asked").display()
        );
        folder.put("temp/asked", "");
        folder.put("bin/gh", &gh);
        fs::set_permissions(folder.path("bin/gh"), fs::Permissions::from_mode(0o755)).unwrap();
        let values = [("REPOSITORY", "o/r"), ("NUMBER", "7"), ("COMMENT", "c.md")];
        assert_eq!(run(&folder, "Comment", &values), 0);
        folder.read("temp/asked").lines().last().unwrap().to_owned()
    };
    assert_eq!(asked(""), "api --silent --method POST repos/o/r/issues/7/comments --field body=@c.md");
    assert_eq!(asked("42"), "api --silent --method PATCH repos/o/r/issues/comments/42 --field body=@c.md");
    let script = steps()["Comment"]["run"].as_str().unwrap().to_owned();
    assert!(script.contains(generator::diff::report::MARKER), "{script}");
}
