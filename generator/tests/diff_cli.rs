//! `diff` as a person and a workflow meet it: every way to name a side, what each exit code means, what is written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "cli/folder.rs"]
#[allow(dead_code, reason = "shared with the tests of other commands")]
mod folder;

#[cfg(unix)]
#[path = "diff_cli/action.rs"]
mod action;
#[path = "diff_cli/forms.rs"]
mod forms;
#[path = "diff_cli/refs.rs"]
mod refs;
#[path = "diff_cli/release.rs"]
mod release;
#[path = "diff_cli/told.rs"]
mod told;
#[cfg(unix)]
#[path = "diff_cli/verify.rs"]
mod verify;

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use folder::{Ended, Folder, PETS};

/// The pets without the operation that makes one: breaking on the wire, major in Rust.
pub fn without_post() -> String {
    let start = PETS.find("    post:\n").unwrap();
    let end = PETS.find("components:\n").unwrap();
    format!("{}{}", &PETS[..start], &PETS[end..])
}

/// The pets with one more optional property of what arrives and is sent: nobody breaks.
pub fn with_property() -> String {
    PETS.replace("        name: { type: string }\n", "        name: { type: string }\n        age: { type: integer }\n")
}

/// Runs git in it, without anybody's configuration.
pub fn git(folder: &Folder, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(folder.path("."))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Commits all that is there.
pub fn commit(folder: &Folder) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "--allow-empty", "-m", "x"]);
}

/// A repository with the pets and their generator.toml in its first commit, on `main`.
pub fn repository() -> Folder {
    let folder = Folder::with_pets();
    git(&folder, &["init", "-q", "."]);
    commit(&folder);
    folder
}

/// The first line of a report: the names of both sides.
#[track_caller]
fn names(ended: &Ended) -> &str {
    ended.out.lines().next().unwrap_or_default()
}

#[test]
fn without_sides_it_is_the_working_tree_against_the_last_commit() {
    let folder = repository();
    let same = folder.run(&["diff"]).with(0);
    assert_eq!(names(&same), "HEAD:api.yaml -> api.yaml");
    assert!(same.out.contains("The two descriptions say the same."), "{}", same.out);
    folder.put("api.yaml", &without_post());
    let ended = folder.run(&["diff"]).with(0);
    assert!(ended.out.contains("  wire  breaking  ") && ended.out.contains("  Rust  major  "), "{}", ended.out);
    assert!(ended.out.contains("HEAD:api.yaml:13:5"), "{}", ended.out);
}

#[test]
fn every_way_to_name_a_side() {
    let folder = repository();
    folder.put("api/openapi.yml", PETS);
    folder.put("a:b.yaml", PETS);
    commit(&folder);
    git(&folder, &["tag", "v1"]);
    folder.put("api.yaml", &with_property());
    commit(&folder);
    for (sides, shown) in [
        (&["v1"][..], "v1:api.yaml -> api.yaml"),
        (&["v1", "HEAD"], "v1:api.yaml -> HEAD:api.yaml"),
        (&["v1:api.yaml"], "v1:api.yaml -> api.yaml"),
        (&["v1:api.yaml", "main:api.yaml"], "v1:api.yaml -> main:api.yaml"),
        (&["HEAD~1:./api.yaml", "api.yaml"], "HEAD~1:api.yaml -> api.yaml"),
        (&["api", "api.yaml"], "api/openapi.yml -> api.yaml"),
        (&["v1:api", "api.yaml"], "v1:api/openapi.yml -> api.yaml"),
        (&["a:b.yaml", "api.yaml"], "a:b.yaml -> api.yaml"),
        (&["./a:b.yaml"], "./a:b.yaml -> api.yaml"),
    ] {
        let ended = folder.run(&[&["diff"], sides].concat()).with(0);
        assert_eq!(names(&ended), shown);
        assert!(ended.out.contains("age"), "{}", ended.out);
    }
}

#[test]
fn what_is_no_side_is_said_with_what_to_do() {
    let folder = repository();
    folder.put("empty/x.txt", "");
    for (arguments, says) in [
        (&["nope"][..], "neither a file nor a ref that git knows"),
        (&["main:gone.yaml"], "`main:gone.yaml` is not there"),
        (&["main:below/api.yaml", "api.yaml"], "did you mean `main:api.yaml`?"),
        (&["main:apy.yaml", "api.yaml"], "did you mean `main:api.yaml`?"),
        (&["nope", "api.yaml"], "fetch it"),
        (&["--format", "json=no/such/d.json"], "the folder that it shall be in is not there: make it first"),
        (&["--format", "json=empty"], "it is a folder: name a file in it"),
        (&["api.yaml", "api.yaml", "--overlay", "gone.yaml"], "the overlay `gone.yaml` cannot be read"),
        (&["--crates", "api.yaml", "api.yaml"], "it is no folder"),
        (&["main:../up.yaml"], "leads out of the repository"),
        (&["empty", "api.yaml"], "the folder `empty` holds none of openapi.yaml"),
        (&["-", "api.yaml"], "does not read standard input"),
        (&["--", "--upload-pack=x:api.yaml", "api.yaml"], "a ref of git does not begin"),
        (&[":api.yaml"], "no ref of git is named"),
        (&["main", "api.yaml", "more.yaml"], "unexpected argument"),
        (&["--only", "pest"], "did you mean `pets`?"),
        (&["--fail-on", "wire=breakin"], "did you mean `wire=breaking`?"),
        (&["--format", "markdwon"], "did you mean `markdown`?"),
        (&["--format", "json", "--format", "sarif"], "two reports go to standard output"),
        (&["--accept", "gone.toml"], "`gone.toml` cannot be read"),
        (&["--config", "gone.toml"], "`gone.toml` cannot be read"),
        (&["--crates", "one"], "--crates"),
        (&["--crates", "one", "two", "--verify"], "cannot be used with"),
    ] {
        folder.run(&[&["diff"], arguments].concat()).with(2).says(&[says]);
    }
    let both = folder.run(&["diff", "api.yaml", "api.yaml", "--overlay", "gone.yaml"]).with(2);
    assert_eq!(both.err.matches("cannot be read").count(), 1, "what both sides lack is said once: {}", both.err);
    let toml = folder.read("generator.toml");
    folder.put("generator.toml", &toml.replace("api.yaml", "new.yaml").replace("pets", "birds"));
    folder.put("new.yaml", PETS);
    folder.run(&["diff"]).with(2).says(&["`new.yaml` is not in `HEAD`", "commit it first"]);
}

#[test]
fn where_there_is_no_repository_or_no_configuration_it_is_said_what_to_name() {
    Folder::with_pets().run(&["diff"]).with(2).says(&["this folder is in no repository of git", "name two files"]);
    let gone = Folder::with_pets().run(&["diff", "gone.yaml", "api.yaml"]).with(2);
    let _ = gone.says(&["`gone.yaml` is no file, and this folder is in no repository of git"]);
    Folder::with_pets().run(&["diff", "main:api.yaml"]).with(2).says(&["`main:api.yaml` is no file, and"]);
    let folder = Folder::empty();
    folder.put("old.yaml", PETS);
    folder.run(&["diff", "old.yaml"]).with(2).says(&["no generator.toml", "name both sides"]);
    git(&folder, &["init", "-q", "."]);
    folder.run(&["diff", "HEAD:old.yaml"]).with(2).says(&["no commit yet", "commit the description"]);
    commit(&folder);
    folder.run(&["diff", "HEAD", "old.yaml"]).with(2).says(&["no generator.toml", "HEAD:openapi.yaml"]);
    // A ref that is not there is said before what is looked for in it.
    folder.run(&["diff", "mian"]).with(2).says(&["`mian` is neither a file nor a ref"]);
    folder.run(&["diff", "old.yaml", "old.yaml", "--only", "x"]).with(2).says(&["no generator.toml makes a crate `x`"]);
    folder.run(&["diff", "old.yaml", "old.yaml", "--check-version"]).with(2).says(&["generator init"]);
}

#[test]
fn a_side_that_cannot_be_used_is_named() {
    let folder = repository();
    folder.put("broken.yaml", "openapi: 3.0.3\npaths: {\n");
    commit(&folder);
    let old = folder.run(&["diff", "HEAD:broken.yaml", "api.yaml"]).with(3);
    assert!(old.err.contains("HEAD:broken.yaml:"), "{}", old.err);
    let new = folder.run(&["diff", "api.yaml", "broken.yaml"]).with(3);
    assert!(new.err.contains("broken.yaml:3:") && !new.err.contains("HEAD"), "{}", new.err);
}

#[test]
fn each_side_has_the_neighbours_of_its_own_ref() {
    let folder = Folder::empty();
    let root = PETS.replace("'#/components/schemas/Pet'", "'parts/pet.yaml'");
    let root = root.split("components:\n").next().unwrap();
    let part = |more: &str| format!("type: object\nproperties:\n  name: {{ type: string }}\n{more}");
    folder.put("api/root.yaml", root);
    folder.put("api/parts/pet.yaml", &part("  gone: { type: string }\n"));
    let toml = |overlay: &str| {
        format!("[[sdk]]\nspec = 'api/root.yaml'\nout = 'sdk'\npackage = 'pets'\noverlays = ['{overlay}']\n")
    };
    let overlay = |text: &str| {
        format!(
            "overlay: 1.0.0\ninfo: {{ title: o, version: '1' }}\nactions:\n  - target: $.info\n    update: {text}\n"
        )
    };
    folder.put("generator.toml", &toml("old.yaml"));
    folder.put("old.yaml", &overlay("{ x-sdk-client: Zoo }"));
    git(&folder, &["init", "-q", "."]);
    commit(&folder);
    git(&folder, &["mv", "old.yaml", "new.yaml"]);
    folder.put("generator.toml", &toml("new.yaml"));
    folder.put("api/parts/pet.yaml", &part(""));
    let ended = folder.run(&["diff", "--format", "json"]).with(0);
    let report = ended.json();
    let sides: Vec<_> = report["findings"].as_array().unwrap().iter().map(|finding| &finding["old"]).collect();
    assert!(sides.iter().any(|side| side["file"] == "HEAD:api/parts/pet.yaml"), "{}", ended.out);
    assert!(!ended.out.contains("old.yaml"), "overlays say the same: {}", ended.out);
    // From a folder below, of which a ref has no generator.toml of its own.
    let below = folder.run_in("api", &["diff", "HEAD:./root.yaml", "root.yaml"], "").with(0);
    assert_eq!(names(&below), "HEAD:api/root.yaml -> root.yaml");
}

#[test]
fn links_and_other_kinds_of_files_stay_in_the_repository() {
    let folder = repository();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/hostname", folder.path("link.yaml")).unwrap();
    folder.put("notes.txt", "openapi: 3.0.3\n");
    commit(&folder);
    folder.run(&["diff", "HEAD:link.yaml", "api.yaml"]).with(2).says(&["is not there"]);
    folder.run(&["diff", "HEAD:notes.txt", "api.yaml"]).with(2).says(&["is no description by its name"]);
}

#[test]
fn a_moved_description_is_found_by_its_crate() {
    let folder = repository();
    git(&folder, &["mv", "api.yaml", "moved.yaml"]);
    folder.put("generator.toml", &folder.read("generator.toml").replace("api.yaml", "moved.yaml"));
    let ended = folder.run(&["diff"]).with(0);
    assert_eq!(names(&ended), "HEAD:api.yaml -> moved.yaml");
    assert!(ended.out.contains("say the same"), "{}", ended.out);
}

#[test]
fn a_new_configuration_is_not_charged_to_the_description() {
    let folder = repository();
    folder.put("generator.toml", &(folder.read("generator.toml") + "client = \"Zoo\"\n"));
    let ended = folder.run(&["diff", "--format", "json", "--fail-on", "wire=breaking,rust=patch"]).with(0);
    let report = ended.json();
    assert_eq!((&report["wire"], &report["rust"]), (&"none".into(), &"none".into()), "{}", ended.out);
    let findings = report["findings"].as_array().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding["made_by"] == "generator"), "{}", ended.out);
    assert!(findings.iter().any(|finding| finding["rust"]["level"] == "major"), "{}", ended.out);
    assert_eq!(report["suggested_version"], "0.1.0");
    folder.run(&["diff", "--fail-on", "any", "--quiet"]).with(1);
    // One configuration for both sides makes no difference.
    let one = folder.run(&["diff", "--config", "generator.toml"]).with(0);
    assert!(one.out.contains("say the same"), "{}", one.out);
}

#[test]
fn choices_for_what_only_the_new_side_has_are_no_error() {
    let folder = repository();
    folder.put("api.yaml", &with_property());
    let toml = folder.read("generator.toml") + "[[sdk.override]]\nat = \"Pet.age\"\noptional = false\n";
    folder.put("generator.toml", &toml);
    folder.put("old.yaml", PETS);
    for side in [&["diff"][..], &["diff", "old.yaml"]] {
        let ended = folder.run(side).with(0);
        assert!(ended.out.contains("age"), "{}", ended.out);
    }
}

/// A server that counts its callers and has nothing for them.
fn server() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            counted.fetch_add(1, Ordering::SeqCst);
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    (origin, calls)
}

#[test]
fn nothing_is_fetched_unless_it_is_allowed() {
    let (origin, calls) = server();
    let folder = repository();
    folder.put("api.yaml", &PETS.replace("'#/components/schemas/Pet'", &format!("'{origin}/pet.yaml'")));
    folder.run(&["diff", "api.yaml", "api.yaml"]).with(0);
    let toml = folder.read("generator.toml");
    folder.put("generator.toml", &format!("{toml}allow_remote = ['{origin}']\n"));
    folder.run(&["diff", "api.yaml", "api.yaml", "--offline"]).with(0);
    assert_eq!(calls.load(Ordering::SeqCst), 0);
    folder.run(&["diff", "api.yaml", "api.yaml"]);
    assert!(calls.load(Ordering::SeqCst) > 0);
}

#[test]
fn gates_trip_and_accepted_findings_do_not() {
    let folder = repository();
    folder.put("api.yaml", &without_post());
    folder.run(&["diff", "--quiet"]).with(0);
    let tripped = folder.run(&["diff", "--quiet", "--fail-on", "wire=breaking,rust=major"]).with(1);
    assert!(tripped.out.is_empty(), "{}", tripped.out);
    let tripped = tripped.says(&["`--fail-on wire=breaking`", "`--fail-on rust=major`", "--accept"]);
    assert_eq!(tripped.err.matches("diff-gate").count(), 2, "{}", tripped.err);
    folder.run(&["diff", "--quiet", "--fail-on", "any", "--fail-on", "wire=risky"]).with(1);

    let report = folder.run(&["diff", "--format", "json"]).with(0).json();
    let entry = |finding: &serde_json::Value| {
        format!("[[accept]]\nfingerprint = {}\nreason = 'nobody makes pets'\n", finding["fingerprint"])
    };
    let all: String = report["findings"].as_array().unwrap().iter().map(entry).collect();
    folder.put("accept.toml", &all);
    let accepted = folder.run(&["diff", "--accept", "accept.toml", "--fail-on", "any"]).with(0);
    assert!(accepted.out.contains("accepted: nobody makes pets"), "{}", accepted.out);
    assert!(accepted.err.is_empty(), "{}", accepted.err);

    folder.put("accept.toml", &all.replace("reason", "expires = 2020-01-01\nreason"));
    folder.run(&["diff", "--accept", "accept.toml", "--fail-on", "any"]).with(1).says(&["expired on 2020-01-01"]);
    folder.put("accept.toml", "[[accept]]\nfingerprint = 'abc'\nreason = 'x'\n");
    let stale = folder.run(&["diff", "--accept", "accept.toml"]).with(0);
    let _ = stale.says(&["warning[accept-stale]", "`abc` is accepted and was not found", "accept.toml:2:15"]);
    folder.put("accept.toml", "[[accept]]\nfingerprint = 'abc'\nreason = ''\n");
    folder.run(&["diff", "--accept", "accept.toml"]).with(2).says(&["without a reason"]);
}
