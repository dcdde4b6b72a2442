//! Each lint of clippy that shapes what is emitted, on a description that would trip it (ARCHITECTURE.md, invariant 14).

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path, sync::LazyLock};

use generator::Generator;

static CRATE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lints.yaml");
    Generator::new(spec).out(folder.path().join("lints")).package("lints").generate().unwrap();
    folder
});

fn file(path: &str) -> String {
    fs::read_to_string(CRATE.path().join("lints/src").join(path)).unwrap()
}

#[track_caller]
fn holds(path: &str, wanted: &str) {
    let text = file(path);
    assert!(text.contains(wanted), "{path} lacks {wanted:?}:\n{text}");
}

#[test]
fn too_many_arguments() {
    holds("resources/resources_.rs", "pub fn many(&self, a: &str, b: &str, required: op::ManyRequired) -> op::Many {");
    holds("types/large.rs", "pub fn new(required: LargeRequired) -> Self {");
}

#[test]
fn new_without_default() {
    holds("types/traits.rs", "#[derive(Clone, Debug, Default, PartialEq)]");
}

#[test]
fn should_implement_trait() {
    for name in ["add_", "sub_", "shl_"] {
        holds("types/traits.rs", &format!("pub fn {name}(mut self, "));
    }
    holds("resources/resources_.rs", "pub fn add_(self, ");
}

#[test]
fn large_enum_variant() {
    holds("types/choice.rs", "Large(Box<Large>)");
    holds("types/choice.rs", "Small(Box<Small>)");
}

#[test]
fn type_complexity() {
    holds("types/nested.rs", "pub deep: Option<BTreeMap<String, NestedDeepValue>>");
    holds("types/nested_deep_value.rs", "pub type NestedDeepValue = ");
}

#[test]
fn module_inception() {
    holds("resources.rs", "pub mod resources_;");
    holds("resources.rs", "pub mod types_;");
}

#[test]
fn approx_constant() {
    holds("types/large.rs", "large: f64::from_bits(");
}

#[test]
fn doc_lazy_continuation() {
    holds("types/status.rs", "/// 1. a list\n///    that is indented oddly\n");
}
