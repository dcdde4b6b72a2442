//! What says the same in other words is nothing; what no rule knows is shown.

use generator::diff::wire::Area;
use serde_json::{Value, json};

use crate::harness::{AREAS, changes, ids, spec, whole};

/// Both say the same everywhere.
#[track_caller]
fn same(old: (Value, Value), new: (Value, Value)) {
    for area in AREAS {
        let (old, new) = (spec(area, &old.0, &old.1), spec(area, &new.0, &new.1));
        assert_eq!(ids(area, &old, &new), [""; 0], "{old}\n{new}");
        assert_eq!(ids(area, &new, &old), [""; 0], "{new}\n{old}");
    }
}

#[track_caller]
fn spelled(old: Value, new: Value) {
    same((old, json!({})), (new, json!({})));
}

fn pet() -> Value {
    json!({"type": "object", "required": ["name"], "properties": {
        "name": {"type": "string", "maxLength": 9}, "age": {"type": "integer", "minimum": 0}}})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

#[test]
fn inline_or_referred_to() {
    same((pet(), json!({})), (reference("Pet"), json!({"Pet": pet()})));
    same((reference("A"), json!({"A": reference("Pet"), "Pet": pet()})), (reference("Pet"), json!({"Pet": pet()})));
}

#[test]
fn a_component_of_another_name() {
    same((reference("Pet"), json!({"Pet": pet()})), (reference("Animal"), json!({"Animal": pet()})));
}

#[test]
fn a_property_in_a_branch_of_all_of() {
    let new = json!({"allOf": [reference("Named"), {"properties": {"age": {"type": "integer", "minimum": 0}}}]});
    let named =
        json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 9}}});
    same((pet(), json!({})), (new, json!({"Named": named})));
}

#[test]
fn a_property_that_two_branches_describe() {
    let new = json!({"allOf": [
        {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "number", "minimum": -5}}},
        {"required": ["name"], "properties": {"age": {"minimum": 0, "type": "integer"}, "name": {"maxLength": 9}}},
    ]});
    spelled(pet(), new);
}

#[test]
fn alternatives_whose_names_changed_places() {
    // Alike but for what is inside their properties, then by which properties they have.
    for (one, two) in [("x", "x"), ("x", "y")] {
        let of = |name: &str, of: &str| json!({"type": "object", "properties": {name: {"type": of}}});
        let choice = |first: &str, second: &str| json!({"oneOf": [reference(first), reference(second)]});
        let old = json!({"A": of(one, "string"), "B": of(two, "integer")});
        let new = json!({"A": of(two, "integer"), "B": of(one, "string")});
        same((choice("A", "B"), old.clone()), (choice("A", "B"), new.clone()));
        same((choice("A", "B"), old), (choice("B", "A"), new));
    }
}

#[test]
fn one_alternative_is_none() {
    for keyword in ["oneOf", "anyOf", "allOf"] {
        same((pet(), json!({})), (json!({keyword: [reference("Pet")]}), json!({"Pet": pet()})));
    }
}

#[test]
fn every_spelling_of_null() {
    let expected = json!({"type": ["string", "null"], "maxLength": 5});
    spelled(expected.clone(), json!({"type": "string", "maxLength": 5, "nullable": true}));
    spelled(expected.clone(), json!({"oneOf": [{"type": "string", "maxLength": 5}, {"type": "null"}]}));
    spelled(expected.clone(), json!({"anyOf": [{"enum": [null]}, {"type": "string", "maxLength": 5}]}));
    spelled(expected, json!({"maxLength": 5, "type": "string", "anyOf": [{}, {"const": null}]}));
    let listed = json!({"type": ["string", "null"], "enum": ["a", "b", null]});
    spelled(listed.clone(), json!({"type": "string", "nullable": true, "enum": ["b", "a"]}));
    spelled(listed, json!({"enum": ["b", null, "a"]}));
    let nullable = json!({"Pet": {"type": ["object", "null"], "properties": {"a": {}}}});
    same(
        (reference("Pet"), nullable),
        (
            json!({"oneOf": [reference("Pet"), {"type": "null"}]}),
            json!({"Pet": {"type": "object", "properties": {"a": {}}}}),
        ),
    );
}

#[test]
fn null_at_one_alternative_or_at_all_of_them() {
    let dog = || json!({"type": "object", "required": ["barks"], "properties": {"barks": {"type": "boolean"}}});
    let nullable = |mut schema: Value| {
        schema["nullable"] = json!(true);
        schema
    };
    for keyword in ["oneOf", "anyOf"] {
        let whole = || json!({keyword: [pet(), dog()], "nullable": true});
        spelled(whole(), json!({keyword: [pet(), nullable(dog())]}));
        spelled(whole(), json!({keyword: [pet(), dog(), {"type": "null"}]}));
        spelled(json!({keyword: [nullable(pet())]}), json!({keyword: [pet()], "nullable": true}));
        spelled(
            json!({keyword: [{"type": ["object", "null"]}]}),
            json!({keyword: [{"type": "object"}, {"type": "null"}]}),
        );
        // Behind references, in an inner choice, and with the discriminator's word on which is which.
        let components = |pet: Value, dog: Value| json!({"Pet": pet, "Dog": dog});
        let choice = |nullable: bool| json!({keyword: [reference("Pet"), reference("Dog")], "nullable": nullable});
        let plain = json!({keyword: [reference("Pet"), reference("Dog")]});
        same((choice(true), components(pet(), dog())), (plain.clone(), components(nullable(pet()), dog())));
        spelled(whole(), json!({keyword: [pet(), {"oneOf": [dog(), {"type": "null"}]}]}));
        let told = |schema: Value| json!({keyword: schema[keyword].clone(), "nullable": schema["nullable"] == true, "discriminator": {"propertyName": "name"}});
        same(
            (told(choice(true)), components(pet(), dog())),
            (
                json!({keyword: plain[keyword].clone(), "discriminator": {"propertyName": "name"}}),
                components(pet(), nullable(dog())),
            ),
        );
    }
}

/// It is said once, of the choice, wherever it was written.
#[test]
fn null_that_one_alternative_loses_the_choice_loses() {
    let text = |nullable: bool| json!({"type": "string", "nullable": nullable});
    let choice = |nullable: bool| json!({"oneOf": [pet(), text(nullable)]});
    for area in AREAS {
        let (old, new) = (spec(area, &choice(true), &json!({})), spec(area, &choice(false), &json!({})));
        assert_eq!(ids(area, &old, &new).len(), 1, "{:?}", ids(area, &old, &new));
        assert_eq!(ids(area, &new, &old).len(), 1, "{:?}", ids(area, &new, &old));
    }
}

#[test]
fn const_is_an_enum_of_one() {
    spelled(json!({"type": "string", "const": "a"}), json!({"type": "string", "enum": ["a"]}));
}

#[test]
fn a_type_that_goes_without_saying() {
    spelled(
        json!({"properties": {"a": {"type": "string"}}}),
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
    );
    spelled(json!({"items": {"type": "string"}}), json!({"type": "array", "items": {"type": "string"}}));
    spelled(json!({"enum": ["a"]}), json!({"type": "string", "enum": ["a"]}));
}

#[test]
fn bounds_and_numbers_in_other_words() {
    spelled(
        json!({"type": "number", "exclusiveMinimum": 5}),
        json!({"type": "number", "minimum": 5, "exclusiveMinimum": 5.0}),
    );
    spelled(json!({"type": "number", "maximum": 10}), json!({"type": "number", "maximum": 1e1}));
    spelled(
        json!({"type": "number", "maximum": 10}),
        json!({"allOf": [{"type": "number", "maximum": 12}, {"maximum": 10}]}),
    );
}

#[test]
fn a_list_of_types_or_of_alternatives() {
    spelled(json!({"type": ["boolean", "integer"]}), json!({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}));
    spelled(
        json!({"type": ["array", "integer"], "items": {"type": "string"}, "minimum": 3}),
        json!({"type": ["integer", "array"], "minimum": 3, "items": {"type": "string"}}),
    );
}

#[test]
fn the_order_of_what_has_none() {
    let old = json!({"type": "object", "required": ["a", "b"], "properties": {
        "a": {"type": "string", "enum": ["x", "y"]}, "b": {"oneOf": [pet(), {"type": "array", "items": {}}]}}});
    let new = json!({"properties": {
        "b": {"oneOf": [{"items": {}, "type": "array"}, pet()]}, "a": {"enum": ["y", "x"], "type": "string"}},
        "required": ["b", "a"], "type": "object"});
    spelled(old, new);
}

#[test]
fn choices_that_all_hold_have_no_order() {
    let one = || json!({"anyOf": [{"required": ["a"], "properties": {"a": {}}}, {"required": ["b"], "properties": {"b": {}}}]});
    let two = || json!({"anyOf": [{"required": ["c"], "properties": {"c": {}}}, {"required": ["d"], "properties": {"d": {}}}]});
    spelled(json!({"type": "object", "allOf": [one(), two()]}), json!({"type": "object", "allOf": [two(), one()]}));
    let mut both = one();
    both["oneOf"] = two()["anyOf"].clone();
    spelled(both.clone(), json!({"oneOf": both["oneOf"], "anyOf": both["anyOf"]}));
    let inner = json!({"oneOf": two()["anyOf"]});
    let mut other = one();
    other["allOf"] = json!([inner]);
    spelled(both, other);
}

#[test]
fn texts_and_examples() {
    spelled(
        json!({"type": "string", "title": "A", "description": "B", "example": "C", "x-vendor": 1}),
        json!({"type": "string", "examples": ["D"], "externalDocs": {"url": "https://example.com"}}),
    );
}

#[test]
fn additional_properties_that_are_anything() {
    for free in [json!(true), json!({})] {
        spelled(json!({"type": "object"}), json!({"type": "object", "additionalProperties": free}));
    }
}

fn node(more: Value) -> Value {
    let mut node = json!({"type": "object", "properties": {
        "value": {"type": "string"},
        "next": reference("Node"),
        "others": {"type": "array", "items": {"oneOf": [reference("Node"), {"type": "array", "items": reference("Node")}]}},
    }});
    node["properties"]["value"] = more;
    node
}

#[test]
fn a_schema_that_holds_itself_is_compared_once() {
    let of = |value: Value| whole(Area::ResponseBody, reference("Node"), &json!({"Node": node(value)}));
    let (old, new) = (of(json!({"type": "string"})), of(json!({"type": "integer"})));
    assert_eq!(ids(Area::ResponseBody, &old, &old), [""; 0]);
    assert_eq!(ids(Area::ResponseBody, &old, &new), ["response-property-type-changed"]);
    let found = changes(Area::ResponseBody, &old, &new);
    assert_eq!(found[0].subject, ["value"]);
    assert_eq!(found[0].old.as_ref().unwrap().pointer.to_string(), "/components/schemas/Node/properties/value/type");
    assert_eq!(found[0].operations.len(), 1);
}

#[test]
fn references_that_lead_to_themselves_say_nothing() {
    let of = |name: &str| {
        whole(Area::ResponseBody, reference(name), &json!({"A": reference("B"), "B": {"allOf": [reference("A")]}}))
    };
    assert_eq!(ids(Area::ResponseBody, &of("A"), &of("B")), [""; 0]);
    let all_of_itself =
        json!({"A": {"type": "object", "allOf": [reference("A")], "properties": {"a": {"type": "string"}}}});
    let other = json!({"A": {"type": "object", "properties": {"a": {"type": "string"}}}});
    same((reference("A"), all_of_itself), (reference("A"), other));
}

#[test]
fn sets_of_schemas_that_hold_together_do_not_grow() {
    let part = |more: Value| json!({"type": "object", "properties": {"x": reference("A"), "y": more}});
    let of = |more: Value| {
        let schemas = json!({"A": {"allOf": [reference("B"), reference("C")]}, "B": part(json!({})), "C": part(more)});
        whole(Area::ResponseBody, reference("A"), &schemas)
    };
    let (old, new) = (of(json!({"type": "array"})), of(json!({"type": "boolean"})));
    assert_eq!(ids(Area::ResponseBody, &old, &old), [""; 0]);
    assert_eq!(ids(Area::ResponseBody, &old, &new), ["response-property-type-changed"]);
}

#[test]
fn more_sets_than_anyone_can_compare_are_not_compared() {
    // Each of `x` and `y` leads from a set of these to another set: with one more schema there are twice as many.
    let count = 24;
    let next = |index: usize| reference(&format!("S{}", (index + 1) % count));
    let mut schemas = json!({});
    for index in 0..count {
        let y = if index + 1 == count { json!({"allOf": [reference("S0"), reference("S1")]}) } else { next(index) };
        let x = if index == 0 { json!({"allOf": [next(index), reference("S0")]}) } else { next(index) };
        schemas[format!("S{index}")] = json!({"type": "object", "properties": {"x": x, "y": y}});
    }
    let spec = whole(Area::ResponseBody, reference("S0"), &schemas);
    let mut other = spec.clone();
    other["components"]["schemas"]["S3"]["properties"]["z"] = json!({"type": "string"});
    let found = ids(Area::ResponseBody, &spec, &other);
    assert!(found.contains(&"response-optional-property-added"), "{found:?}");
}

#[test]
fn what_two_places_share_is_said_once() {
    let schemas = |length: u32| {
        json!({
            "Base": {"type": "object", "properties": {"name": {"type": "string", "maxLength": length}}},
            "A": {"allOf": [reference("Base"), {"properties": {"a": {"type": "string"}}}]},
            "B": {"allOf": [reference("Base"), {"properties": {"b": {"type": "string"}}}]},
        })
    };
    let of = |length: u32| {
        whole(
            Area::ResponseBody,
            json!({"type": "object", "properties": {"a": reference("A"), "b": {"type": "array", "items": reference("B")}}}),
            &schemas(length),
        )
    };
    let found = changes(Area::ResponseBody, &of(5), &of(6));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].subject, ["a", "name"]);
    assert_eq!((found[0].before.as_deref(), found[0].after.as_deref()), (Some("5"), Some("6")));
}

/// What differs and is known to no rule.
#[track_caller]
fn unhandled(old: Value, new: Value, before: Option<&str>, after: Option<&str>) {
    for area in AREAS {
        let found = changes(area, &spec(area, &old, &json!({})), &spec(area, &new, &json!({})));
        let found: Vec<_> = found.iter().map(|it| (it.rule.id, it.before.as_deref(), it.after.as_deref())).collect();
        assert_eq!(found, [("unhandled", before, after)]);
    }
}

#[test]
fn what_no_rule_knows_is_shown() {
    unhandled(
        json!({"type": "string", "xml": {"attribute": true}}),
        json!({"type": "string"}),
        Some(r#"{"attribute":true}"#),
        None,
    );
    unhandled(
        json!({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "string"}}),
        json!({"type": "array", "prefixItems": [{"type": "string"}]}),
        Some("further items"),
        None,
    );
    let one = json!({"oneOf": [pet(), {"type": "array", "items": {}}]});
    unhandled(
        json!({"allOf": [{"type": "object"}, one.clone(), {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}]}),
        json!({"allOf": [{"type": "object"}, one]}),
        Some("2 and 2 alternatives"),
        Some("2 alternatives"),
    );
}

#[test]
fn what_is_put_aside_is_shown_when_it_is_another() {
    let of = |keyword: &str, schema: Value| json!({"type": "array", "items": {}, keyword: schema});
    unhandled(
        of("contains", json!({"minLength": 1})),
        of("contains", json!({"minLength": 2})),
        Some(r#"{"minLength":1}"#),
        Some(r#"{"minLength":2}"#),
    );
    let of = |name: &str| json!({"type": "object", "if": {"required": [name]}, "then": {"maxProperties": 2}});
    unhandled(of("a"), of("b"), Some(r#"{"required":["a"]}"#), Some(r#"{"required":["b"]}"#));
}

#[test]
fn content_that_a_format_says_is_that_format() {
    spelled(json!({"type": "string", "format": "byte"}), json!({"type": "string", "contentEncoding": "base64"}));
    spelled(json!({"type": "string", "format": "binary"}), json!({"type": "string", "contentMediaType": "image/png"}));
}

#[test]
fn another_type_is_one_change() {
    let old = json!({"type": "string", "maxLength": 5, "enum": ["a"], "pattern": "^a", "default": "a"});
    let new = json!({"type": "array", "items": {"type": "integer"}, "minItems": 1, "default": "a"});
    let of = |schema: &Value| spec(Area::ResponseBody, schema, &json!({}));
    assert_eq!(ids(Area::ResponseBody, &of(&old), &of(&new)), ["response-body-type-changed"]);
}

#[test]
fn a_parameter_is_a_text() {
    let (old, new) = (json!({"type": "integer"}), json!({"type": "string"}));
    let of = |area: Area, schema: &Value| spec(area, schema, &json!({}));
    for (area, id) in [
        (Area::RequestParameter, "request-parameter-type-generalized"),
        (Area::ResponseHeader, "response-header-type-generalized"),
        (Area::RequestBody, "request-body-type-changed"),
        (Area::RequestParameterProperty, "request-parameter-property-type-changed"),
    ] {
        assert_eq!(ids(area, &of(area, &old), &of(area, &new)), [id]);
    }
}
