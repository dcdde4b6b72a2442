//! Properties that come, go, are needed, or travel one way only.

use generator::diff::wire::Area;
use serde_json::{Value, json};

use crate::harness::{INSIDE, ids, owner};

/// One edit of an object's properties, and what it is in each area of [`INSIDE`].
pub struct Member {
    old: fn() -> Value,
    new: fn() -> Value,
    /// Ids from old to new.
    pub forth: [&'static str; 6],
    /// Ids from new to old.
    pub back: [&'static str; 6],
}

impl Member {
    #[track_caller]
    fn check(&self) {
        for (index, area) in INSIDE.into_iter().enumerate() {
            let (old, new) = (owner(area, &(self.old)()), owner(area, &(self.new)()));
            assert_eq!(ids(area, &old, &new), [self.forth[index]], "{old} -> {new}");
            assert_eq!(ids(area, &new, &old), [self.back[index]], "{new} -> {old}");
            assert_eq!(ids(area, &new, &new), [""; 0]);
        }
    }
}

/// The ids with this middle and end in each area of [`INSIDE`].
macro_rules! everywhere {
    ($kind:literal, $end:literal) => {
        [
            concat!("request-", $kind, "property-", $end),
            concat!("request-read-only-property-", $end),
            concat!("request-parameter-", $kind, "property-", $end),
            concat!("response-", $kind, "property-", $end),
            concat!("response-write-only-property-", $end),
            concat!("response-header-", $kind, "property-", $end),
        ]
    };
}

macro_rules! members {
    ($($name:ident: $old:tt => $new:tt, $forth:expr, $back:expr;)+) => {
        /// All rows.
        pub const MEMBERS: &[Member] = &[$(Member { old: || json!($old), new: || json!($new), forth: $forth, back: $back }),+];
        $(#[test] fn $name() {
            Member { old: || json!($old), new: || json!($new), forth: $forth, back: $back }.check();
        })+
    };
}

const REMOVED: [&str; 6] = [
    "request-property-removed",
    "request-read-only-property-removed",
    "request-parameter-property-removed",
    "response-optional-property-removed",
    "response-optional-write-only-property-removed",
    "response-header-optional-property-removed",
];
const REQUIRED_REMOVED: [&str; 6] = [
    "request-property-removed",
    "request-read-only-property-removed",
    "request-parameter-property-removed",
    "response-required-property-removed",
    "response-required-write-only-property-removed",
    "response-header-required-property-removed",
];

members! {
    optional: {"type": "object", "properties": {"b": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}, [
            "new-optional-request-property", "new-request-read-only-property", "new-optional-request-parameter-property",
            "response-optional-property-added", "response-optional-write-only-property-added",
            "response-header-optional-property-added",
        ], REMOVED;
    required: {"type": "object", "properties": {"b": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]}, [
            "new-required-request-property", "new-request-read-only-property", "new-required-request-parameter-property",
            "response-required-property-added", "response-required-write-only-property-added",
            "response-header-required-property-added",
        ], REQUIRED_REMOVED;
    required_with_default: {"type": "object", "properties": {"b": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string", "default": "x"}, "b": {"type": "string"}}, "required": ["a"]}, [
            "new-required-request-property-with-default", "new-request-read-only-property",
            "new-required-request-parameter-property-with-default",
            "response-required-property-added", "response-required-write-only-property-added",
            "response-header-required-property-added",
        ], REQUIRED_REMOVED;
    required_and_not_listed: {"type": "object", "properties": {"b": {"type": "string"}}}
        => {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["a"]}, [
            "new-required-request-property", "new-request-read-only-property", "new-required-request-parameter-property",
            "response-required-property-added", "response-required-write-only-property-added",
            "response-header-required-property-added",
        ], REQUIRED_REMOVED;
    needed: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        everywhere!("", "became-required"), everywhere!("", "became-optional");
    needed_with_default: {"type": "object", "properties": {"a": {"type": "string", "default": "x"}}}
        => {"type": "object", "properties": {"a": {"type": "string", "default": "x"}}, "required": ["a"]}, [
            "request-property-became-required-with-default", "request-read-only-property-became-required",
            "request-parameter-property-became-required-with-default", "response-property-became-required",
            "response-write-only-property-became-required", "response-header-property-became-required",
        ], everywhere!("", "became-optional");
    read_only: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string", "readOnly": true}}},
        everywhere!("optional-", "became-read-only"), everywhere!("optional-", "became-not-read-only");
    write_only: {"type": "object", "properties": {"a": {"type": "string"}}}
        => {"type": "object", "properties": {"a": {"type": "string", "writeOnly": true}}},
        everywhere!("optional-", "became-write-only"), everywhere!("optional-", "became-not-write-only");
    required_read_only: {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
        => {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "readOnly": true}}},
        everywhere!("required-", "became-read-only"), everywhere!("required-", "became-not-read-only");
    required_write_only: {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
        => {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "writeOnly": true}}},
        everywhere!("required-", "became-write-only"), everywhere!("required-", "became-not-write-only");
}

#[test]
fn a_property_that_is_read_only_by_itself_does_not_count_in_a_request() {
    let of = |property: Value, required: bool| {
        let required: &[&str] = if required { &["a"] } else { &[] };
        owner(Area::RequestProperty, &json!({"type": "object", "properties": {"a": property}, "required": required}))
    };
    let area = Area::RequestProperty;
    let (short, long) =
        (json!({"type": "string", "readOnly": true, "maxLength": 1}), json!({"type": "string", "readOnly": true}));
    assert_eq!(
        ids(area, &of(short.clone(), true), &of(long.clone(), true)),
        ["request-read-only-property-max-length-unset"]
    );
    assert_eq!(
        ids(area, &of(long.clone(), false), &of(long.clone(), true)),
        ["request-read-only-property-became-required"]
    );
    let none = owner(area, &json!({"type": "object", "properties": {}}));
    assert_eq!(ids(area, &none, &of(long.clone(), true)), ["new-request-read-only-property"]);
    assert_eq!(ids(area, &of(long, true), &none), ["request-read-only-property-removed"]);
}

#[test]
fn a_property_that_a_request_had_to_have_is_missed_by_the_old_server() {
    let of = |required: &[&str]| {
        owner(Area::RequestProperty, &json!({"type": "object", "properties": {"a": {}}, "required": required}))
    };
    let none = owner(Area::RequestProperty, &json!({"type": "object"}));
    let rollout = |old: &Value| {
        let found = crate::harness::changes(Area::RequestProperty, old, &none);
        assert_eq!(found.len(), 1);
        found[0].rule.rollout
    };
    assert!(rollout(&of(&["a"])));
    assert!(!rollout(&of(&[])));
}
