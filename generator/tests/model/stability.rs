//! Names do not depend on order, and an addition renames nothing that it does not collide with.

use std::collections::{BTreeMap, BTreeSet};

use generator::{
    diagnostic::Diagnostics,
    model::name::is_identifier,
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
