//! No name of a spec meets a name of the runtime: the tables of reserved names against the runtime's own sources.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{collections::BTreeSet, fs, path::PathBuf};

use generator::{
    model::capabilities::FILES,
    resolve::names::{self, Scope},
};
use syn::{ImplItem, Item, Type};

/// Each runtime file's module and items.
fn runtime() -> Vec<(String, Vec<Item>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../templates/crate/src/runtime");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: PathBuf| {
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (module, syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap().items)
    };
    paths.map(read).collect()
}

fn is_reserved(scope: &Scope, name: &str) -> bool {
    scope.candidate(&[name]) != name
}

/// The name of an item that is public in its file.
fn public(item: &Item) -> Option<String> {
    let (vis, ident) = match item {
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        _ => return None,
    };
    matches!(vis, syn::Visibility::Public(_)).then(|| ident.to_string())
}

#[test]
fn what_the_crate_shows_of_the_runtime_is_no_type_of_a_spec() {
    let sources = runtime();
    for file in FILES {
        let (_, items) = sources.iter().find(|(module, _)| module == file.module).unwrap();
        let names: BTreeSet<String> = items.iter().filter_map(public).collect();
        for shown in file.public {
            assert!(names.contains(*shown), "{}.rs has no public `{shown}`", file.module);
            for scope in [&names::TYPES, &names::RESOURCES, &names::CALLS, &names::CLIENT] {
                assert!(is_reserved(scope, shown), "{}: `{shown}`", scope.what);
            }
        }
    }
}

#[test]
fn what_emitted_files_say_plainly_is_no_type_of_a_spec() {
    // Imports of emitted files, and the prelude of edition 2024.
    let imported = "Arc BTreeMap ClientBuilder HeaderMap HeaderName HeaderValue Method StatusCode Bytes";
    let prelude = "AsMut AsRef AsyncFn AsyncFnMut AsyncFnOnce Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err \
                   ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator \
                   Iterator None Ok Option Ord PartialEq PartialOrd Result Self Send Sized Some String Sync ToOwned \
                   ToString TryFrom TryInto Unpin Vec";
    for name in imported.split(' ').chain(prelude.split_whitespace()) {
        for scope in [&names::TYPES, &names::RESOURCES, &names::CALLS] {
            assert!(is_reserved(scope, name), "{}: `{name}`", scope.what);
        }
    }
}

/// The methods of all `impl NAME { … }` of the runtime.
fn methods(name: &str) -> BTreeSet<String> {
    let is_it = |ty: &Type| matches!(ty, Type::Path(path) if path.path.segments.last().unwrap().ident == name);
    let mut found = BTreeSet::new();
    for item in runtime().into_iter().flat_map(|(_, items)| items) {
        let Item::Impl(block) = item else { continue };
        if block.trait_.is_none() && is_it(&block.self_ty) {
            found.extend(block.items.iter().filter_map(|item| match item {
                ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                _ => None,
            }));
        }
    }
    found
}

#[test]
fn a_setter_of_the_builder_is_no_method_that_it_has() {
    let found = methods("ClientBuilder");
    assert!(found.len() > 10 && found.contains("basic") && found.contains("http_client"), "{found:?}");
    for method in found.iter().map(String::as_str).chain(["build"]) {
        assert!(is_reserved(&names::BUILDER, method), "`{method}`");
    }
}

#[test]
fn a_setter_of_a_call_is_no_method_that_it_has() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../templates/crate/src/runtime");
    let table = fs::read_to_string(folder.join("call.rs")).unwrap();
    let methods: Vec<&str> =
        table.lines().filter_map(|line| line.trim().strip_prefix("pub fn ")?.split(['(', '<']).next()).collect();
    assert!(methods.contains(&"with") && methods.contains(&"send_raw"), "{methods:?}");
    for method in methods {
        assert!(is_reserved(&names::SETTERS, method), "`{method}`");
    }
}

#[test]
fn setters_are_no_operators() {
    // What clippy's `should_implement_trait` says of `fn x(self, value) -> Self`.
    for operator in "add bitand bitor bitxor div mul rem shl shr sub".split(' ') {
        for scope in [&names::FIELDS, &names::SETTERS, &names::BUILDER] {
            assert_eq!(scope.candidate(&[operator]), format!("{operator}_"), "{}", scope.what);
        }
    }
    // A setter that hides the method of a trait that the type has.
    for hidden in ["clone", "default"] {
        assert!(is_reserved(&names::FIELDS, hidden) && is_reserved(&names::BUILDER, hidden), "`{hidden}`");
    }
    // Methods that take no value by that lint: usual names of properties, kept.
    for kept in "next index hash eq not neg from_str drop borrow".split(' ') {
        assert!(!is_reserved(&names::FIELDS, kept), "`{kept}`");
    }
    // Methods by reference.
    for method in "as_mut as_ref borrow clone cmp deref eq fmt hash index".split(' ') {
        assert!(is_reserved(&names::METHODS, method) && is_reserved(&names::ACCESSORS, method), "`{method}`");
    }
}

#[test]
fn every_file_system_takes_the_name_of_a_module() {
    let devices = "con prn aux nul com0 com1 com9 lpt0 lpt1 lpt9";
    for device in devices.split(' ') {
        assert!(is_reserved(&names::MODULES, device), "`{device}`");
    }
    let long = "word ".repeat(100);
    let module = names::MODULES.candidate(&[&long]);
    assert!(module.len() <= 200, "{} bytes", module.len());
    assert_ne!(module, names::MODULES.candidate(&[&format!("{long} more")]), "told apart by their own text");
}
