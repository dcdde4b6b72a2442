use proptest::prelude::*;

use super::demo::Thing;
use crate::runtime::{decode_error::DecodeError, json_path};

/// The path at which reading `T` fails.
fn failing<T: serde_core::de::DeserializeOwned>(body: &str) -> String {
    let error = serde_json::from_str::<T>(body).err().unwrap();
    DecodeError::new::<T>(error).path(body.as_bytes()).unwrap()
}

#[test]
fn the_path_names_the_place() {
    use std::collections::BTreeMap;
    assert_eq!(failing::<Thing>(r#"{"name":"a","count":"x"}"#), "$.count");
    assert_eq!(failing::<Thing>(r#"{"name":"a","count":-1}"#), "$.count");
    assert_eq!(failing::<Thing>(r#"{"name":{"b":1},"count":1}"#), "$.name");
    assert_eq!(failing::<Thing>(r#"{"name":[1],"count":1}"#), "$.name");
    assert_eq!(failing::<Thing>(r#"{"name":null,"count":1}"#), "$.name");
    assert_eq!(failing::<Thing>("{\n \"name\": \"a\"\n}"), "$");
    assert_eq!(failing::<Vec<Thing>>(r#"[{"name":"a","count":1},{"name":"b"}]"#), "$[1]");
    assert_eq!(failing::<Vec<Thing>>(r#"[{"name":"a","count":1},7]"#), "$[1]");
    assert_eq!(failing::<BTreeMap<String, Vec<Thing>>>(r#"{"a,b":[],"c":[{"count":1.5}]}"#), "$.c[0].count");
    assert_eq!(failing::<BTreeMap<String, u8>>(r#"{"an \"odd\" key":true}"#), r#"$["an \"odd\" key"]"#);
    assert_eq!(failing::<BTreeMap<String, Thing>>("{\"x\":\n\n{\"name\":\"é\",\"count\":[]}}"), "$.x.count");
    assert_eq!(failing::<u8>("<html>"), "$");
}

#[test]
fn the_snippet_is_short_and_around_the_place() {
    let body = format!(r#"{{"name":"{}","count":"x","more":"{}"}}"#, "a".repeat(500), "b".repeat(500));
    let error = serde_json::from_str::<Thing>(&body).err().unwrap();
    let snippet = DecodeError::new::<Thing>(error).snippet(body.as_bytes()).unwrap();
    assert!(snippet.contains(r#""count":"x""#), "{snippet}");
    assert!(snippet.len() <= 80);
}

#[test]
fn types_are_named_without_their_modules() {
    assert_eq!(DecodeError::other::<Vec<Thing>>().type_name(), "Vec<Thing>");
    assert_eq!(DecodeError::other::<Option<(Thing, String)>>().type_name(), "Option<(Thing, String)>");
    assert_eq!(DecodeError::other::<u8>().type_name(), "u8");
}

proptest! {
    #[test]
    fn any_bytes_have_a_path(body in prop::collection::vec(any::<u8>(), 0..200), offset in 0_usize..300) {
        prop_assert!(json_path::at(&body, offset).starts_with('$'));
    }

    #[test]
    fn brackets_and_quotes_have_a_path(body in "[\\[\\]{}\",:\\\\a1 ]{0,60}", offset in 0_usize..70) {
        let path = json_path::at(body.as_bytes(), offset);
        prop_assert!(path.starts_with('$') && !path.contains('\n'));
    }
}
