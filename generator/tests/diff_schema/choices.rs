//! Alternatives and discriminators.

use generator::diff::wire::Area;
use serde_json::{Value, json};

use crate::harness::{AREAS, id, ids, rows, spec};

rows! {
    one_of: {"oneOf": [{"type": "object", "properties": {"a": {}}, "required": ["a"]}, {"type": "object", "properties": {"b": {}}, "required": ["b"]}]}
        => {"oneOf": [{"type": "array", "items": {}}, {"type": "object", "properties": {"a": {}}, "required": ["a"]}, {"type": "object", "properties": {"b": {}}, "required": ["b"]}]},
        "one-of-added" | "one-of-removed";
    any_of: {"anyOf": [{"type": "object", "properties": {"a": {}}}, {"type": "array", "items": {}}]}
        => {"anyOf": [{"type": "array", "items": {}}, {"type": "object", "properties": {"b": {}}}, {"type": "object", "properties": {"a": {}}}]},
        "any-of-added" | "any-of-removed";
    choice_kind: {"oneOf": [{"type": "object", "properties": {"a": {}}}, {"type": "array", "items": {}}]}
        => {"anyOf": [{"type": "object", "properties": {"a": {}}}, {"type": "array", "items": {}}]},
        "one-of-became-any-of" | "any-of-became-one-of";
    wrapped: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"oneOf": [{"type": "array", "items": {}}, {"type": "object", "properties": {"a": {"type": "string"}}}]},
        "wrapped-in-one-of" | "unwrapped-from-one-of";
    wrapped_without: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"oneOf": [{"type": "array", "items": {}}, {"type": "boolean"}]},
        "type-changed" | "type-changed";
    free_to_choice: {} => {"oneOf": [{"type": "array", "items": {}}, {"type": "boolean"}]},
        "type-specialized" | "type-generalized";
}

fn pets() -> Value {
    json!({
        "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "barks": {"type": "boolean"}}},
        "Fox": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "says": {"type": "string"}}},
    })
}

fn choice(names: &[&str], discriminator: Value) -> Value {
    let branches: Vec<_> = names.iter().map(|name| json!({"$ref": format!("#/components/schemas/{name}")})).collect();
    let mut schema = json!({"oneOf": branches});
    if !discriminator.is_null() {
        schema["discriminator"] = discriminator;
    }
    schema
}

/// One edit of a choice between the pets.
struct Tagged {
    old: fn() -> Value,
    new: fn() -> Value,
    forth: &'static str,
    back: &'static str,
}

impl Tagged {
    #[track_caller]
    fn check(&self, area: Area) {
        let of = |schema: &Value| spec(area, schema, &pets());
        let (old, new) = (of(&(self.old)()), of(&(self.new)()));
        assert_eq!(ids(area, &old, &new), [id(area, self.forth)]);
        assert_eq!(ids(area, &new, &old), [id(area, self.back)]);
        assert_eq!(ids(area, &new, &new), [""; 0]);
    }
}

fn mapping(entries: &[(&str, &str)]) -> Value {
    let entries = entries.iter().map(|(key, name)| ((*key).to_owned(), json!(format!("#/components/schemas/{name}"))));
    json!({"propertyName": "kind", "mapping": entries.collect::<serde_json::Map<_, _>>()})
}

macro_rules! tagged {
    ($($name:ident: $old:expr => $new:expr, $forth:literal | $back:literal;)+) => {
        /// The ends of the ids that the rows find.
        pub const TAGGED: &[[&str; 2]] = &[$([$forth, $back]),+];
        $(#[test] fn $name() {
            let row = Tagged { old: || $old, new: || $new, forth: $forth, back: $back };
            AREAS.iter().for_each(|area| row.check(*area));
        })+
    };
}

tagged! {
    discriminator_set: choice(&["Cat", "Dog"], Value::Null) => choice(&["Cat", "Dog"], json!({"propertyName": "kind"})),
        "discriminator-added" | "discriminator-removed";
    discriminator_other: choice(&["Cat", "Dog"], json!({"propertyName": "type"})) => choice(&["Cat", "Dog"], json!({"propertyName": "kind"})),
        "discriminator-property-name-changed" | "discriminator-property-name-changed";
    another_value: choice(&["Cat", "Dog"], mapping(&[("cat", "Cat"), ("dog", "Dog")]))
        => choice(&["Cat", "Dog"], mapping(&[("cat", "Cat"), ("kitten", "Cat"), ("dog", "Dog")])),
        "discriminator-mapping-added" | "discriminator-mapping-deleted";
    a_branch_with_its_value: choice(&["Cat", "Dog"], json!({"propertyName": "kind"}))
        => choice(&["Fox", "Dog", "Cat"], json!({"propertyName": "kind"})), "one-of-added" | "one-of-removed";
    the_order_says_nothing_of_a_branch: choice(&["Cat", "Dog"], mapping(&[("dog", "Dog"), ("cat", "Cat")]))
        => choice(&["Fox", "Dog", "Cat"], mapping(&[("fox", "Fox"), ("cat", "Cat"), ("dog", "Dog")])), "one-of-added" | "one-of-removed";
}

#[test]
fn values_that_are_swapped_mean_another_schema() {
    for area in AREAS {
        let old = spec(area, &choice(&["Cat", "Dog"], mapping(&[("cat", "Cat"), ("dog", "Dog")])), &pets());
        let new = spec(area, &choice(&["Cat", "Dog"], mapping(&[("cat", "Dog"), ("dog", "Cat")])), &pets());
        let expected = id(area, "discriminator-mapping-changed");
        assert_eq!(ids(area, &old, &new), [expected.clone(), expected.clone()]);
        assert_eq!(ids(area, &new, &old), [expected.clone(), expected]);
    }
}

#[test]
fn a_component_whose_name_is_the_value_is_no_free_rename() {
    let schemas = |name: &str| {
        json!({
            "Cat": pets()["Cat"],
            name: pets()["Dog"],
        })
    };
    let of =
        |name: &str| spec(Area::ResponseBody, &choice(&["Cat", name], json!({"propertyName": "kind"})), &schemas(name));
    let found = ids(Area::ResponseBody, &of("Dog"), &of("Hound"));
    assert_eq!(found, ["response-body-discriminator-mapping-added", "response-body-discriminator-mapping-deleted"]);
    let of = |name: &str| {
        spec(Area::ResponseBody, &choice(&["Cat", name], mapping(&[("cat", "Cat"), ("dog", name)])), &schemas(name))
    };
    assert_eq!(ids(Area::ResponseBody, &of("Dog"), &of("Hound")), [""; 0]);
}

#[test]
fn a_branch_that_grew_is_the_branch_that_it_was() {
    let branch = |more: Value| {
        let mut branch = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
        branch["properties"]["c"] = more;
        json!({"oneOf": [{"type": "array", "items": {}}, branch]})
    };
    let (old, new) = (branch(json!({"type": "string"})), branch(json!({"type": "integer"})));
    let of = |schema: &Value| spec(Area::ResponseBody, schema, &json!({}));
    assert_eq!(ids(Area::ResponseBody, &of(&old), &of(&new)), ["response-property-type-changed"]);
}

#[test]
fn a_mapping_of_a_parent_is_compared_by_value() {
    let schemas = |mapping: Value, lives: &str| {
        json!({
            "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                "discriminator": {"propertyName": "kind", "mapping": mapping}},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "properties": {"lives": {"type": lives}}}]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "properties": {"barks": {"type": "boolean"}}}]},
        })
    };
    let of = |mapping: Value, lives: &str| {
        spec(Area::ResponseBody, &json!({"$ref": "#/components/schemas/Pet"}), &schemas(mapping, lives))
    };
    let cat = || json!({"cat": "#/components/schemas/Cat"});
    let both = || json!({"dog": "#/components/schemas/Dog", "cat": "Cat"});
    let area = Area::ResponseBody;
    assert_eq!(ids(area, &of(both(), "integer"), &of(both(), "integer")), [""; 0]);
    // An heir that the mapping does not name is told by its own name: `Dog` becomes `dog`.
    let other_value = ["response-body-discriminator-mapping-added", "response-body-discriminator-mapping-deleted"];
    assert_eq!(ids(area, &of(cat(), "integer"), &of(both(), "integer")), other_value);
    assert_eq!(ids(area, &of(both(), "integer"), &of(cat(), "integer")), other_value);
    assert_eq!(ids(area, &of(both(), "integer"), &of(both(), "boolean")), ["response-property-type-changed"]);
    let dog = || json!({"cat": "#/components/schemas/Dog"});
    assert_eq!(
        ids(area, &of(cat(), "integer"), &of(dog(), "integer")),
        [
            "response-body-discriminator-mapping-added",
            "response-body-discriminator-mapping-changed",
            "response-body-discriminator-mapping-deleted"
        ]
    );
}
