//! A small description with one schema in one place, and what a change of the schema is said to be.

use generator::{
    diagnostic::Diagnostics,
    dialect::{Lowered, lower},
    diff::{
        OperationKey,
        wire::{Area, Change, Comparison, Document, Pair, schema},
    },
    pointer::Pointer,
    source::{Input, load},
};
use serde_json::{Value, json};

/// All areas.
pub const AREAS: [Area; 9] = [
    Area::RequestBody,
    Area::RequestProperty,
    Area::RequestReadOnly,
    Area::RequestParameter,
    Area::RequestParameterProperty,
    Area::ResponseBody,
    Area::ResponseProperty,
    Area::ResponseWriteOnly,
    Area::ResponseHeader,
];

/// Areas that a property can be in.
pub const INSIDE: [Area; 6] = [
    Area::RequestProperty,
    Area::RequestReadOnly,
    Area::RequestParameterProperty,
    Area::ResponseProperty,
    Area::ResponseWriteOnly,
    Area::ResponseHeader,
];

/// What an id of this area begins with.
pub fn prefix(area: Area) -> &'static str {
    match area {
        Area::RequestBody => "request-body-",
        Area::RequestProperty => "request-property-",
        Area::RequestReadOnly => "request-read-only-property-",
        Area::RequestParameter => "request-parameter-",
        Area::RequestParameterProperty => "request-parameter-property-",
        Area::ResponseBody => "response-body-",
        Area::ResponseProperty => "response-property-",
        Area::ResponseWriteOnly => "response-write-only-property-",
        Area::ResponseHeader => "response-header-",
    }
}

/// Where the schema of an operation stands, and what it is used for.
fn root(area: Area) -> (Pointer, Area) {
    let at = |text: &str| Pointer::parse(&format!("/paths/~1it/post/{text}")).unwrap();
    match area {
        Area::RequestBody | Area::RequestProperty | Area::RequestReadOnly => {
            (at("requestBody/content/application~1json/schema"), Area::RequestBody)
        }
        Area::RequestParameter | Area::RequestParameterProperty => (at("parameters/0/schema"), Area::RequestParameter),
        Area::ResponseBody | Area::ResponseProperty | Area::ResponseWriteOnly => {
            (at("responses/200/content/application~1json/schema"), Area::ResponseBody)
        }
        Area::ResponseHeader => (at("responses/200/headers/X-It/schema"), Area::ResponseHeader),
    }
}

/// A description whose schema of this area is the given one.
pub fn spec(area: Area, schema: &Value, components: &Value) -> Value {
    let around = match area {
        Area::RequestProperty | Area::RequestParameterProperty | Area::ResponseProperty => {
            json!({"type": "object", "properties": {"it": schema}})
        }
        Area::RequestReadOnly => json!({"type": "object", "properties": {"seen":
            {"type": "object", "readOnly": true, "properties": {"it": schema}}}}),
        Area::ResponseWriteOnly => json!({"type": "object", "properties": {"told":
            {"type": "object", "writeOnly": true, "properties": {"it": schema}}}}),
        _ => schema.clone(),
    };
    whole(area, around, components)
}

/// A description with a schema at the root of this area: a body, a parameter, a header.
pub fn whole(area: Area, schema: Value, components: &Value) -> Value {
    let mut operation = json!({"responses": {"200": {"description": "It."}}});
    match root(area).1 {
        Area::RequestBody => operation["requestBody"] = json!({"content": {"application/json": {"schema": schema}}}),
        Area::RequestParameter => operation["parameters"] = json!([{"name": "it", "in": "query", "schema": schema}]),
        Area::ResponseHeader => operation["responses"]["200"]["headers"] = json!({"X-It": {"schema": schema}}),
        _ => operation["responses"]["200"]["content"] = json!({"application/json": {"schema": schema}}),
    }
    json!({
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/it": {"post": operation}},
        "components": {"schemas": components},
    })
}

/// A property's owner at the root of the area, or inside a property that travels the other way only.
pub fn owner(area: Area, schema: &Value) -> Value {
    let inside = |flag: &str| {
        let mut schema = schema.clone();
        schema[flag] = true.into();
        json!({"type": "object", "properties": {"owner": schema}})
    };
    let schema = match area {
        Area::RequestReadOnly => inside("readOnly"),
        Area::ResponseWriteOnly => inside("writeOnly"),
        _ => schema.clone(),
    };
    whole(area, schema, &json!({}))
}

pub fn lowered(document: &Value) -> Lowered {
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "spec".to_owned(), bytes: document.to_string().into_bytes() };
    let loaded = load(input, &mut diagnostics).unwrap();
    lower(&loaded, &mut diagnostics).unwrap()
}

/// What differs in the schemas of an area.
pub fn changes(area: Area, old: &Value, new: &Value) -> Vec<Change> {
    let (old, new) = (lowered(old), lowered(new));
    let mut comparison = Comparison::new(Document::new(&old), Document::new(&new));
    let (pointer, area) = root(area);
    let key = OperationKey { method: "POST".to_owned(), path: "/it".to_owned() };
    let pair = Pair::at(comparison.old, comparison.new, &pointer, area).unwrap();
    comparison.reach(&key, pair);
    schema::compare_all(&mut comparison);
    comparison.finish()
}

/// The ids of what differs.
pub fn ids(area: Area, old: &Value, new: &Value) -> Vec<&'static str> {
    changes(area, old, new).iter().map(|change| change.rule.id).collect()
}

/// What differs when the schema of an area does.
pub fn edit(area: Area, old: &Value, new: &Value) -> Vec<&'static str> {
    ids(area, &spec(area, old, &json!({})), &spec(area, new, &json!({})))
}

/// Families whose rule of some area has the id of another family, as oasdiff has it.
const RENAMED: &[(&str, Area, &str)] = &[
    ("type-specialized", Area::RequestBody, "request-body-type-changed"),
    ("type-specialized", Area::RequestProperty, "request-property-type-changed"),
    ("type-specialized", Area::RequestParameter, "request-parameter-type-changed"),
    ("multiple-of-specialized", Area::RequestBody, "request-body-multiple-of-changed"),
    ("multiple-of-specialized", Area::RequestProperty, "request-property-multiple-of-changed"),
    ("multiple-of-generalized", Area::ResponseBody, "response-body-multiple-of-changed"),
    ("multiple-of-generalized", Area::ResponseProperty, "response-property-multiple-of-changed"),
    ("enum-value-removed", Area::ResponseBody, "response-mediatype-enum-value-removed"),
];

/// The id of a family's rule.
pub fn id(area: Area, end: &str) -> String {
    let renamed = RENAMED.iter().find(|(family, of, _)| *family == end && *of == area);
    renamed.map_or_else(|| format!("{}{end}", prefix(area)), |(_, _, id)| (*id).to_owned())
}

/// One edit of a schema.
pub struct Row {
    pub old: fn() -> Value,
    pub new: fn() -> Value,
    /// The end of the id from old to new.
    pub forth: &'static str,
    /// The end of the id from new to old.
    pub back: &'static str,
}

impl Row {
    /// One edit is one finding, and its opposite is the opposite finding.
    #[track_caller]
    pub fn check(&self, area: Area) {
        let (old, new) = ((self.old)(), (self.new)());
        assert_eq!(edit(area, &old, &new), [id(area, self.forth)], "{old} -> {new}");
        assert_eq!(edit(area, &new, &old), [id(area, self.back)], "{new} -> {old}");
        assert_eq!(edit(area, &old, &old), [""; 0]);
    }
}

/// A test for each row and area, and the list of all rows.
macro_rules! rows {
    ($($name:ident: $old:tt => $new:tt, $forth:literal | $back:literal;)+) => {
        /// All rows of this file.
        pub const ROWS: &[$crate::harness::Row] = &[$($crate::harness::Row {
            old: || serde_json::json!($old), new: || serde_json::json!($new), forth: $forth, back: $back,
        }),+];
        $(mod $name {
            use generator::diff::wire::Area;
            const ROW: $crate::harness::Row = $crate::harness::Row {
                old: || serde_json::json!($old), new: || serde_json::json!($new), forth: $forth, back: $back,
            };
            #[test] fn request_body() { ROW.check(Area::RequestBody); }
            #[test] fn request_property() { ROW.check(Area::RequestProperty); }
            #[test] fn request_read_only() { ROW.check(Area::RequestReadOnly); }
            #[test] fn request_parameter() { ROW.check(Area::RequestParameter); }
            #[test] fn request_parameter_property() { ROW.check(Area::RequestParameterProperty); }
            #[test] fn response_body() { ROW.check(Area::ResponseBody); }
            #[test] fn response_property() { ROW.check(Area::ResponseProperty); }
            #[test] fn response_write_only() { ROW.check(Area::ResponseWriteOnly); }
            #[test] fn response_header() { ROW.check(Area::ResponseHeader); }
        })+
    };
}
pub(crate) use rows;
