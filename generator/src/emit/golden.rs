//! The emitted files as snapshots.

use super::{emit, fixture};

fn file(path: &str) -> String {
    let files = emit(&fixture::airstore(), &fixture::config()).unwrap();
    files.0.get(path).cloned().unwrap_or_else(|| panic!("no {path} among {:?}", files.0.keys()))
}

macro_rules! golden {
    ($($test:ident: $path:literal;)*) => { $(
        #[test]
        fn $test() {
            insta::assert_snapshot!(file($path));
        }
    )* };
}

golden! {
    manifest: "Cargo.toml";
    readme: "README.md";
    root: "src/lib.rs";
    client: "src/client.rs";
    config: "src/runtime/config.rs";
    runtime: "src/runtime.rs";
    resource: "src/resources/connections.rs";
    example: "examples/connections.rs";
    program_root: "tests/api.rs";
    program_module: "tests/api/connections.rs";
}
