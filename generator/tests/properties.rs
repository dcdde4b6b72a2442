//! Names for arbitrary descriptions: total, injective in their scope, and stable. What is emitted parses.
//!
//! That no bytes and no broken description make the generator panic is held by `robust.rs`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "properties/describe.rs"]
mod describe;

use std::collections::{BTreeMap, BTreeSet};

use describe::{Names, names};
use generator::{
    Run, Stage,
    config::Config,
    model::{Api, TypeDef, TypeKind, TypeRef},
    run,
    source::Input,
};
use proptest::prelude::*;

fn made(names: &Names, last: Stage) -> Run {
    let bytes = serde_json::to_vec(&names.description()).unwrap();
    let run = run(Input { name: "openapi.json".to_owned(), bytes }, &Config::new("sdk"), last).unwrap();
    assert!(!run.diagnostics.has_errors(), "{:?}", run.diagnostics);
    run
}

fn api(names: &Names) -> Api {
    made(names, Stage::Resolve).api.unwrap()
}

/// What a type holds. One that says what another says is a further name of it, and has the other's fields.
fn inside<'a>(api: &'a Api, ty: &'a TypeDef) -> &'a TypeKind {
    match &ty.kind {
        TypeKind::Alias(TypeRef::Named(other)) if ty.twin => inside(api, &api.types[other.0]),
        kind => kind,
    }
}

/// All Rust names, each with its scope and with what the description calls the item.
fn given(api: &Api) -> Vec<(String, String, String)> {
    let mut given = Vec::new();
    let mut push = |scope: &str, item: String, name: &str| given.push((scope.to_owned(), item, name.to_owned()));
    for ty in &api.types {
        let own = ty.source.origin.pointer.to_string();
        push("types", own.clone(), ty.name.as_str());
        push("modules of types", own.clone(), ty.module.as_str());
        match inside(api, ty) {
            TypeKind::Struct(object) => {
                object.fields.iter().for_each(|f| push(&own, f.wire.as_str().to_owned(), f.name.as_str()));
            }
            TypeKind::Enum(list) => {
                list.variants.iter().for_each(|v| push(&own, format!("{:?}", v.wire), v.name.as_str()));
            }
            TypeKind::Union(union) => {
                union.variants.iter().enumerate().for_each(|(i, v)| push(&own, i.to_string(), v.name.as_str()));
            }
            TypeKind::Alias(_) => {}
        }
    }
    for resource in &api.resources {
        push("resources", resource.label.clone(), resource.module.as_str());
        for id in &resource.operations {
            let operation = api.operation(*id);
            let own = operation.source.origin.pointer.to_string();
            push(&format!("methods of {}", resource.label), own.clone(), operation.name.as_str());
            push(&format!("calls of {}", resource.label), own.clone(), operation.call.as_str());
            let arguments = operation.path_arguments.iter().chain(operation.required.arguments());
            let setters = operation.optional.iter();
            let scoped = arguments.map(|a| ("arguments", a)).chain(setters.map(|a| ("setters", a)));
            for (scope, a) in scoped {
                push(&format!("{scope} of {own}"), format!("{:?} {}", a.location, a.wire.as_str()), a.name.as_str());
            }
        }
    }
    given
}

/// By scope and item.
fn by_item(api: &Api) -> BTreeMap<(String, String), String> {
    given(api).into_iter().map(|(scope, item, name)| ((scope, item), name)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_emitted_parses(names in names()) {
        let run = made(&names, Stage::Emit);
        let files = run.files.unwrap().0;
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".rs") && !path.contains("/runtime/")) {
            prop_assert!(syn::parse_file(text).is_ok(), "{path}:\n{text}");
        }
        // On a file system that does not tell cases apart, too.
        let folded: BTreeSet<_> = files.keys().map(|path| path.to_lowercase()).collect();
        prop_assert_eq!(folded.len(), files.len());
    }

    #[test]
    fn every_item_has_a_name_of_its_own(names in names()) {
        let api = api(&names);
        let mut taken = BTreeMap::new();
        for (scope, item, name) in given(&api) {
            let folded = if scope.starts_with("/components") { name.clone() } else { name.to_lowercase() };
            if let Some(other) = taken.insert((scope.clone(), folded), item.clone()) {
                return Err(TestCaseError::fail(format!("`{other}` and `{item}` of {scope} are both `{name}`")));
            }
        }
        let components = api.types.iter().filter(|ty| ty.source.origin.pointer.tokens().len() == 3).count();
        prop_assert_eq!(components, names.schemas.len());
        prop_assert_eq!(api.operations.len(), names.operations.len());
        for ty in &api.types {
            if let (TypeKind::Struct(object), 3) = (&ty.kind, ty.source.origin.pointer.tokens().len()) {
                prop_assert_eq!(object.fields.len(), names.members.len());
            }
        }
    }

    #[test]
    fn the_order_names_nothing(names in names()) {
        let mut turned = names.clone();
        turned.schemas.reverse();
        turned.members.reverse();
        turned.operations.reverse();
        prop_assert_eq!(by_item(&api(&names)), by_item(&api(&turned)));
    }

    #[test]
    fn a_new_schema_renames_no_other(names in names()) {
        prop_assume!(names.schemas.len() > 1);
        let mut fewer = names.clone();
        let new = fewer.schemas.pop().unwrap();
        let all = made(&names, Stage::Resolve);
        let claims = all.diagnostics.into_sorted().iter().any(|d| d.code == generator::diagnostic::Code::NameCollision);
        let (before, after) = (by_item(&api(&fewer)), by_item(&all.api.unwrap()));
        for (item, name) in &before {
            // Who claims one name with another may have to give way, and is told so.
            prop_assert!(claims || after.get(item) == Some(name), "`{new}` made {item:?} {:?}, was {name}", after.get(item));
        }
    }
}
