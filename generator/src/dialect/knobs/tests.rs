use serde_json::{Value, json};

use super::{Applied, Knob, Pattern, Setting, apply};
use crate::diagnostic::Diagnostics;

fn knob(at: &str, set: Setting) -> Knob {
    Knob { at: at.to_owned(), pattern: Pattern::parse(at).unwrap(), sets: vec![set] }
}

/// The document with the overrides, what applied, and what was said of which.
fn applied(mut document: Value, knobs: &[Knob]) -> (Value, Vec<String>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let applied = apply(&mut document, knobs, &mut diagnostics);
    let shown = |a: &Applied| format!("{} {} {}", a.at.clone().unwrap_or_default(), a.set, a.origin.pointer);
    let said = diagnostics.items().iter().map(|d| format!("{:?} {}; {}", d.knob, d.message, d.help)).collect();
    (document, applied.iter().map(shown).collect(), said)
}

fn document() -> Value {
    json!({"components": {"schemas": {
        "User": {"properties": {"email": {"type": "string"}, "status": {"$ref": "#/components/schemas/Status"}}},
        "Status": {"type": "string", "enum": ["a"]},
    }}, "paths": {"/a/{id}": {"get": {"parameters": [
        {"name": "q", "in": "query", "required": true, "schema": {"type": "string"}},
        {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
    ]}}}})
}

#[test]
fn what_cannot_apply_is_said() {
    let said = |at: &str, set: Setting| applied(document(), &[knob(at, set)]).2.join("\n");
    assert!(said("User", Setting::Lenient(true)).contains("it cannot apply: no text or number is there"));
    assert!(said("User", Setting::Open(false)).contains("it cannot apply: no enum or union is there"));
    assert!(said("User.email", Setting::Open(true)).contains("cannot apply"));
    assert!(said("User.status", Setting::Lenient(true)).contains("cannot apply"), "an enum has its own texts");
    assert_eq!(said("User.status", Setting::Open(true)), "");
    assert_eq!(said("User.**", Setting::Lenient(true)), "", "one that fits is enough for a pattern");
}

#[test]
fn overrides_are_written_as_extensions() {
    let knobs = [
        knob("User.email", Setting::Optional(true)),
        knob("User.*", Setting::Nullable(true)),
        knob("User.status", Setting::Open(false)),
        knob("/paths/**/parameters/0", Setting::Optional(true)),
        knob("/paths/**/parameters/1", Setting::Lenient(true)),
        knob("User.email", Setting::Type("mine::Email".to_owned())),
    ];
    let (document, applied, said) = applied(document(), &knobs);
    assert_eq!(said, [""; 0]);
    assert_eq!(applied.len(), 7, "{applied:#?}");
    assert_eq!(applied[0], "User.email optional = true /components/schemas/User/properties/email");
    let schemas = &document["components"]["schemas"];
    let email =
        json!({"type": "string", "x-sdk-optional": true, "x-sdk-nullable": true, "x-sdkgen-replace": "mine::Email"});
    assert_eq!(schemas["User"]["properties"]["email"], email);
    let status = json!({"$ref": "#/components/schemas/Status", "x-sdk-nullable": true});
    assert_eq!(schemas["User"]["properties"]["status"], status);
    assert_eq!(schemas["Status"]["x-sdk-open"], false);
    let parameters = &document["paths"]["/a/{id}"]["get"]["parameters"];
    assert_eq!(parameters[0]["required"], false);
    assert_eq!(parameters[1]["schema"]["x-sdk-lenient"], true);
}

#[test]
fn what_matches_nothing_is_said_with_the_nearest_name() {
    let knobs = [
        knob("User.emial", Setting::Optional(true)),
        knob("/components/schemas/Usr/properties/email", Setting::Optional(true)),
        knob("Nothing.like.it.at.all", Setting::Optional(true)),
        knob("Status", Setting::Optional(true)),
        knob("/paths/**/parameters/1", Setting::Optional(true)),
    ];
    let (_, applied, said) = applied(document(), &knobs);
    assert_eq!(applied, [""; 0]);
    insta::assert_snapshot!(said.join("\n"), @r"
    Some(0) no schema, property or parameter is at `User.emial`; did you mean `User.email`?
    Some(1) no schema, property or parameter is at `/components/schemas/Usr/properties/email`; did you mean `/components/schemas/User/properties/email`?
    Some(2) no schema, property or parameter is at `Nothing.like.it.at.all`; name a schema, a property or a parameter: `User.email`, or its JSON pointer; `generator inspect` lists all types and fields
    Some(3) `optional = true` can say nothing of `Status`: it is neither a property nor a parameter; take it out, or name another place in `at`
    Some(4) `optional = true` can say nothing of `/paths/**/parameters/1`: a path parameter is always there; take it out, or name another place in `at`
    ");
}

#[test]
fn what_the_description_says_itself_is_listed() {
    let (_, applied, _) = applied(json!({"definitions": {"A": {"x-sdk-open": false, "x-sdk-lenient": 1}}}), &[]);
    assert_eq!(applied, [" open = false /definitions/A"]);
}
