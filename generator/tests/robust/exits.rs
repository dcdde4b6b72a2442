//! The program itself: its exit codes, and nothing on disk after a failure.

use std::{fs, process::Command};

fn exit(spec: &[u8], extra: &[&str]) -> (i32, bool, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("api.yaml"), spec).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
        .args(["generate", "api.yaml", "--out", "sdk", "--format", "short"])
        .args(extra)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap_or_else(|| panic!("killed: {said}")), folder.path().join("sdk").exists(), said)
}

#[test]
fn a_refused_description_exits_3_and_writes_nothing() {
    let bomb = "a: &a [x]\nb: &b [*a, *a]\n".to_owned() + &"[".repeat(200_000);
    let inputs: [&[u8]; 10] = [
        b"",
        b"\0",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{",
        b"openapi: 3.0.3\nopenapi: 3.0.3\n",
        b"a: b: c",
        b"--- \n--- \n",
        bomb.as_bytes(),
    ];
    for input in inputs {
        let (code, written, said) = exit(input, &[]);
        assert_eq!((code, written), (3, false), "{said}");
        for line in said.lines() {
            assert!(line.starts_with("api.yaml:") && line.contains(": error["), "no place in {line:?}");
            assert!(line.contains("; "), "no remedy in {line:?}");
        }
        assert!(!said.is_empty() && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_gate_exits_1_and_a_wrong_flag_exits_2() {
    let lossy = b"openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\npaths: {}\n\
        components: {schemas: {A: {not: {}}}}";
    assert_eq!(exit(lossy, &[]).0, 0);
    let (code, written, said) = exit(lossy, &["--deny", "warnings"]);
    assert_eq!((code, written), (1, false), "{said}");
    let (code, written, _) = exit(lossy, &["--deny", "nothing"]);
    assert_eq!((code, written), (2, false));
}

#[test]
fn a_bug_exits_70_and_says_what_to_report() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/README.md.tera"), "{{ nothing }}").unwrap();
    let mine = folder.path().join("mine");
    let fine = b"openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\npaths: {}";
    let (code, written, said) = exit(fine, &["--templates", mine.to_str().unwrap()]);
    assert_eq!((code, written), (70, false), "{said}");
    assert!(said.contains("error[internal]: README.md") && said.contains("report it with"), "{said}");
}
