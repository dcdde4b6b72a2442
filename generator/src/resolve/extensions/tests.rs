use serde_json::json;

use super::*;

fn entries(value: &Value) -> IndexMap<String, Value> {
    value.as_object().unwrap().iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// What `read` gives for an object with these extensions, and the codes and messages of what is said.
fn check<T>(value: Value, read: impl Fn(Reader<'_>, &mut Diagnostics) -> T) -> (T, Vec<String>) {
    let (entries, origin, mut diagnostics) = (entries(&value), Origin::default(), Diagnostics::new());
    let result = read(Reader::new(&entries, &origin), &mut diagnostics);
    let said = diagnostics.items().iter().map(|d| format!("{} {}: {}", d.code.as_str(), d.origin.pointer, d.message));
    (result, said.collect())
}

#[test]
fn ours_wins_over_a_synonym_without_a_word() {
    let spec = json!({"x-fern-sdk-method-name": "other", "x-sdk-method": "list"});
    assert_eq!(check(spec, |r, d| r.text("x-sdk-method", d)), (Some("list".to_owned()), vec![]));
}

#[test]
fn a_synonym_is_read_and_named_once_in_a_run() {
    let spec = entries(&json!({"x-speakeasy-name-override": "list"}));
    let (origin, said, mut diagnostics) = (Origin::default(), Said::default(), Diagnostics::new());
    for _ in 0..3 {
        let reader = Reader::new(&spec, &origin).saying_once(&said);
        assert_eq!(reader.text("x-sdk-method", &mut diagnostics).as_deref(), Some("list"));
    }
    let codes: Vec<_> = diagnostics.items().iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::ExtensionSynonym]);
    assert_eq!(diagnostics.items()[0].help, "nothing; `x-sdk-method` would win over it");
    let spec = entries(&json!({"x-speakeasy-group": "users"}));
    Reader::new(&spec, &origin).text("x-sdk-resource", &mut diagnostics);
    assert_eq!(diagnostics.items()[1].help, "nothing; `x-sdk-resource` would win over it");
}

#[test]
fn nested_groups_are_joined_by_dots() {
    let (read, _) = check(json!({"x-fern-sdk-group-name": ["users", "keys"]}), |r, d| r.text("x-sdk-resource", d));
    assert_eq!(read.as_deref(), Some("users.keys"));
}

#[test]
fn a_wrong_value_is_reported_and_ignored() {
    let (read, said) = check(json!({"x-sdk-secret": "sometimes"}), |r, d| r.flag("x-sdk-secret", d));
    assert_eq!(read, None);
    assert_eq!(said, ["extension-value /x-sdk-secret: `x-sdk-secret` must be `true` or `false`"]);
}

#[test]
fn an_unknown_key_is_reported_once_wherever_it_stands() {
    let here = json!({"x-sdk-secert": true, "x-sdkgen-enum": [], "x-other": {"x-sdk-no": 1}});
    let document = json!({
        "info": here, "tags": [here], "servers": [here],
        "components": {"schemas": {"A": {"properties": {"x-sdk-a": here}, "example": here}}, "securitySchemes": {"s": here}},
        "paths": {"/a": {"get": {"parameters": [here], "responses": {"200": here}}}},
    });
    let mut diagnostics = Diagnostics::new();
    check_unknown(&document, &mut diagnostics);
    let said: Vec<_> = diagnostics.items().iter().map(|d| (d.origin.pointer.to_string(), d.help.as_str())).collect();
    let at = |place: &str| (format!("{place}/x-sdk-secert"), "did you mean `x-sdk-secret`?");
    let places = [
        "/info",
        "/tags/0",
        "/servers/0",
        "/components/schemas/A/properties/x-sdk-a",
        "/components/securitySchemes/s",
        "/paths/~1a/get/parameters/0",
        "/paths/~1a/get/responses/200",
    ];
    assert_eq!(said, places.map(at));
}

#[test]
fn the_envelope_is_read_whole_or_not_at_all() {
    let whole = json!({"x-sdk-envelope": {"data": "data", "success": "success"}});
    let keys = EnvelopeKeys { data: "data".to_owned(), success: Some("success".to_owned()) };
    assert_eq!(check(whole, |r, d| r.envelope(d)), (Some(keys), vec![]));
    let (read, said) = check(json!({"x-sdk-envelope": {"success": "success"}}), |r, d| r.envelope(d));
    assert_eq!((read, said.len()), (None, 1));
    assert!(check(json!({"x-sdk-envelope": false}), |r, d| r.without_envelope(d)).0);
}

#[test]
fn errors_are_pointers_and_a_header() {
    let spec =
        json!({"x-sdk-errors": {"message": ["/error", "/message"], "code": "/code", "request-id": "x-request-id"}});
    let keys = ErrorKeys {
        message: vec!["/error".to_owned(), "/message".to_owned()],
        code: vec!["/code".to_owned()],
        request_id: Some("x-request-id".to_owned()),
    };
    assert_eq!(check(spec, |r, d| r.errors(d)), (Some(keys), vec![]));
    let (read, said) = check(json!({"x-sdk-errors": {"message": "error"}}), |r, d| r.errors(d));
    assert_eq!((read, said.len()), (None, 1));
}

fn value(value: Value, name: &str, description: Option<&str>) -> EnumValue {
    EnumValue { value, name: Some(name.to_owned()), description: description.map(str::to_owned) }
}

#[test]
fn every_vendors_enum_names_are_the_same_to_us() {
    let values = [json!("a"), json!("b")];
    let expected = Some(vec![value(json!("a"), "First", None), value(json!("b"), "Second", None)]);
    for spec in [
        json!({"x-sdk-enum": [{"value": "a", "name": "First"}, {"value": "b", "name": "Second"}]}),
        json!({"x-speakeasy-enums": ["First", "Second"]}),
        json!({"x-speakeasy-enums": {"a": "First", "b": "Second"}}),
        json!({"x-fern-enum": {"a": {"name": "First"}, "b": {"name": "Second"}}}),
        json!({"x-ms-enum": {"name": "T", "values": [{"value": "a", "name": "First"}, {"value": "b", "name": "Second"}]}}),
        json!({"x-enum-varnames": ["First", "Second"]}),
    ] {
        assert_eq!(check(spec.clone(), |r, d| r.enum_values(&values, d)).0, expected, "{spec}");
    }
}

#[test]
fn names_and_descriptions_by_place_are_joined() {
    let spec = json!({"x-enum-varnames": ["One"], "x-enum-descriptions": ["The first."]});
    let (read, _) = check(spec, |r, d| r.enum_values(&[json!(1)], d));
    assert_eq!(read, Some(vec![value(json!(1), "One", Some("The first."))]));
    let (read, said) = check(json!({"x-enum-varnames": ["One"]}), |r, d| r.enum_values(&[json!(1), json!(2)], d));
    assert_eq!((read, said.len()), (None, 2), "too few names: the synonym is named and refused");
}

#[test]
fn a_type_name_alone_says_nothing_of_values() {
    let (read, said) = check(json!({"x-ms-enum": {"name": "Color"}}), |r, d| r.enum_values(&[json!("a")], d));
    assert_eq!((read, said.len()), (None, 1));
}
