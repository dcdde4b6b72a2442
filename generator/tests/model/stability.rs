//! Names do not depend on order, and an addition renames nothing that it does not collide with.

use std::collections::{BTreeMap, BTreeSet};

use generator::{
    diagnostic::Diagnostics,
    model::{TypeDef, TypeKind, TypeRef, name::is_identifier},
    pointer::{Origin, Pointer},
    resolve::names::{self, Claim, Scope, settle},
};
use proptest::prelude::*;

use crate::{check, render};

/// Short texts of few letters, so that many of them collide.
fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set("[aAbB1é+ _.\u{65e5}-]{0,4}|[Uu]nknown|new|type|send_[ab]", 1..12)
        .prop_map(|set| set.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn name(scope: &Scope, texts: &[String]) -> BTreeMap<String, String> {
    let claim = |text: &String| Claim::new(text, text, Origin::root(Pointer::root().join(text)));
    let claims: Vec<_> = texts.iter().map(claim).collect();
    let names = settle(scope, &claims, &mut Diagnostics::new());
    texts.iter().cloned().zip(names).collect()
}

fn scopes() -> [&'static Scope; 4] {
    [&names::TYPES, &names::FIELDS, &names::VARIANTS, &names::SETTERS]
}

proptest! {
    #[test]
    fn names_are_identifiers_and_differ(texts in texts()) {
        for scope in scopes() {
            let names = name(scope, &texts);
            let folded: BTreeSet<_> = names.values().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(folded.len(), texts.len(), "{:?}", names);
            prop_assert!(names.values().all(|name| is_identifier(name)), "{:?}", names);
        }
    }

    #[test]
    fn order_does_not_matter(texts in texts(), seed in any::<prop::sample::Index>()) {
        let mut other = texts.clone();
        other.rotate_left(seed.index(texts.len()));
        other.reverse();
        for scope in scopes() {
            prop_assert_eq!(name(scope, &texts), name(scope, &other));
        }
    }

    #[test]
    fn an_addition_renames_only_what_it_meets(texts in texts()) {
        let Some((added, old)) = texts.split_first() else { return Ok(()) };
        for scope in scopes() {
            let (before, after) = (name(scope, old), name(scope, &texts));
            let alone = |text: &String| scope.candidate(&[text]).to_lowercase();
            for text in old.iter().filter(|text| before[*text] != after[*text]) {
                let lost = before[text].to_lowercase();
                let met = alone(text) == alone(added) || after.values().any(|name| name.to_lowercase() == lost);
                prop_assert!(met, "{text:?} was {} and is {} beside {added:?}", before[text], after[text]);
            }
        }
    }

    #[test]
    fn any_text_is_a_name(text in any::<String>()) {
        for scope in scopes() {
            prop_assert!(is_identifier(&scope.candidate(&[&text])));
        }
    }
}

#[test]
fn reordered_schemas_give_the_same_types() {
    let schemas = [
        "user: {type: object, properties: {self: {$ref: '#/components/schemas/User'}, kind: {type: string, enum: [x, y]}}}",
        "User: {type: object, properties: {user: {$ref: '#/components/schemas/user'}}}",
        "UserKind: {type: string}",
        "Any: {oneOf: [{$ref: '#/components/schemas/user'}, {$ref: '#/components/schemas/UserKind'}]}",
    ];
    let rendered = |schemas: &[&str]| {
        let (api, diagnostics) = check::resolve(&check::document(&schemas.join("\n")));
        render::render(&api, diagnostics)
    };
    let mut reversed = schemas;
    reversed.reverse();
    assert_eq!(rendered(&schemas), rendered(&reversed));
    assert!(rendered(&schemas).contains("struct UserObject"), "{}", rendered(&schemas));
}

/// A schema of which `owner` and `author` are copies, the state of `author` with these values.
fn copies(schemas: &[&str], values: &str) -> String {
    let user = |values: &str| {
        format!(
            "{{type: object, required: [id], properties: {{id: {{type: integer}}, \
             state: {{type: string, enum: [{values}]}}, friends: {{type: array, items: {{$ref: '#/components/schemas/Friend'}}}}}}}}"
        )
    };
    let mut all = vec![
        "Friend: {type: object, properties: {name: {type: string}}}".to_owned(),
        format!("Repository: {{type: object, properties: {{user: {}}}}}", user("on, off")),
        format!("PullRequest: {{type: object, properties: {{user: {}}}}}", user(values)),
    ];
    all.extend(schemas.iter().map(|schema| (*schema).to_owned()));
    all.join("\n")
}

/// Every name, and the one of the type that it stands for.
fn types(schemas: &str) -> BTreeMap<String, String> {
    let (api, _) = check::resolve(&check::document(schemas));
    let name = |def: &TypeDef| match &def.kind {
        TypeKind::Alias(TypeRef::Named(first)) if def.twin => api.ty(*first).name.to_string(),
        _ => def.name.to_string(),
    };
    api.types.iter().map(|def| (def.name.to_string(), name(def))).collect()
}

#[test]
fn repeated_inline_schemas_are_one_type_with_a_name_for_each_place() {
    let types = types(&copies(&[], "on, off"));
    let of = |name: &str| types.get(name).map(String::as_str);
    assert_eq!(of("PullRequestUser"), Some("RepositoryUser"));
    assert_eq!(of("RepositoryUser"), Some("RepositoryUser"));
    assert_eq!(of("PullRequestUserState"), Some("RepositoryUserState"));
    assert_eq!(of("Friend"), Some("Friend"));
}

#[test]
fn no_name_depends_on_what_is_repeated() {
    let same = types(&copies(&[], "on, off"));
    let apart = types(&copies(&[], "on, off, away"));
    assert_eq!(same.keys().collect::<Vec<_>>(), apart.keys().collect::<Vec<_>>());
    assert!(apart.iter().all(|(name, stands_for)| name == stands_for), "{apart:?}");

    // One more place, of which the name is the shortest: the type moves there, and every name is as it was.
    let more = types(&copies(
        &["Tag: {type: object, properties: {user: {type: object, required: [id], properties: {id: {type: integer}, \
           state: {type: string, enum: [on, off]}, friends: {type: array, items: {$ref: '#/components/schemas/Friend'}}}}}}"],
        "on, off",
    ));
    assert!(same.keys().all(|name| more.contains_key(name)), "{more:?}");
    assert!(["TagUser", "RepositoryUser", "PullRequestUser"].iter().all(|name| more[*name] == "TagUser"), "{more:?}");
}

#[test]
fn what_differs_inside_is_not_shared() {
    let apart = [
        ("description: one", "description: two"),
        ("minimum: 1", "minimum: 2"),
        ("default: 1", "default: 2"),
        ("nullable: true", "nullable: false"),
    ];
    for (one, two) in apart {
        let owner = |name: &str, word: &str| {
            format!(
                "{name}: {{type: object, properties: {{at: {{type: object, properties: {{n: {{type: integer, {word}}}}}}}}}}}"
            )
        };
        let types = types(&[owner("A", one), owner("B", two)].join("\n"));
        assert_eq!((types["AAt"].as_str(), types["BAt"].as_str()), ("AAt", "BAt"), "{one} and {two}");
    }
}

#[test]
fn components_and_other_properties_are_not_shared() {
    let types = types(
        "A: {type: object, properties: {at: {type: string, enum: [x]}, to: {type: string, enum: [x, y]}, on: {type: string, enum: [x, y]}}}\n\
         B: {type: string, enum: [x, y]}\nC: {type: string, enum: [x, y]}\nD: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/C'}}}",
    );
    assert!(types.iter().all(|(name, stands_for)| name == stands_for), "{types:?}");
    assert!(types.contains_key("ATo") && types.contains_key("AOn"), "{types:?}");
}

#[test]
fn circles_that_are_equal_are_shared() {
    let tree = |name: &str| {
        format!(
            "{name}: {{type: object, properties: {{node: {{type: object, properties: {{\
             left: {{$ref: '#/components/schemas/{name}/properties/node'}}, kind: {{type: string, enum: [x, y]}}}}}}}}}}"
        )
    };
    let types = types(&[tree("A"), tree("B")].join("\n"));
    assert_eq!((types["BNode"].as_str(), types["BNodeKind"].as_str()), ("ANode", "ANodeKind"), "{types:?}");
}

#[test]
fn the_order_of_required_keys_names_no_alternative() {
    let named = |required: &str| {
        let schema = format!(
            "Target: {{oneOf: [{{type: object, required: {required}, properties: {{zone: {{type: string}}, \
             area: {{type: string}}}}}}, {{type: object, required: [id], properties: {{id: {{type: string}}}}}}]}}"
        );
        let (api, _) = check::resolve(&check::document(&schema));
        api.types.iter().map(|def| def.name.to_string()).collect::<BTreeSet<_>>()
    };
    assert_eq!(named("[zone, area]"), named("[area, zone]"));
    assert!(named("[zone, area]").contains("TargetWithArea"), "{:?}", named("[zone, area]"));
}

#[test]
fn the_order_of_a_mapping_tells_no_unions_apart() {
    let target = |mapping: &str| {
        format!(
            "{{oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}], \
             discriminator: {{propertyName: kind, mapping: {{{mapping}}}}}}}"
        )
    };
    let (cat, tiger) = ("cat: '#/components/schemas/Cat'", "tiger: '#/components/schemas/Cat'");
    let dog = "dog: '#/components/schemas/Dog'";
    let types = types(&format!(
        "Cat: {{type: object, properties: {{kind: {{type: string}}}}}}\n\
         Dog: {{type: object, properties: {{kind: {{type: string}}}}}}\n\
         A: {{type: object, properties: {{pet: {}}}}}\nB: {{type: object, properties: {{pet: {}}}}}",
        target(&format!("{cat}, {tiger}, {dog}")),
        target(&format!("{dog}, {tiger}, {cat}")),
    ));
    assert_eq!(types.get("BPet").map(String::as_str), Some("APet"), "{types:?}");
}
