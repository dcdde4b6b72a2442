use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::{assert_writes, read, refused, written};
use crate::runtime::{self, object, union};

#[derive(Clone, Debug, PartialEq)]
struct Cat {
    kind: String,
    lives: i64,
}

object! { Cat: Serialize + Deserialize {
    kind  required "kind";
    lives required "lives";
} }

#[derive(Clone, Debug, PartialEq)]
struct Dog {
    name: String,
    more: BTreeMap<String, Value>,
}

object! { Dog: Serialize + Deserialize {
    name required "name";
    ..more;
} }

#[derive(Clone, Debug, PartialEq)]
enum Pet {
    Cat(Box<Cat>),
    Dog(Box<Dog>),
    Wild(BTreeMap<String, i64>),
    Nested(Box<Closed>),
    Unknown(Value),
}

union! { Pet: Serialize + Deserialize by "kind" {
    Cat    "cat" | "kitten";
    Dog    "dog", tagged;
    Wild   "wild", tagged;
    Nested "nested", retagged;
    ..Unknown;
} }

#[derive(Clone, Debug, PartialEq)]
struct Fish {
    kind: Option<String>,
    depth: i64,
}

object! { Fish: Serialize + Deserialize {
    kind  optional "kind";
    depth required "depth";
} }

#[derive(Clone, Debug, PartialEq)]
enum Water {
    Fish(Box<Fish>),
}

union! { Water: Serialize + Deserialize by "kind" {
    Fish "fish" | "shark", completed;
} }

#[test]
fn a_property_that_the_payload_may_leave_out_is_written_once() {
    for text in [r#"{"kind":"fish","depth":1}"#, r#"{"kind":"shark","depth":1}"#] {
        let value: Water = read(text);
        let Water::Fish(fish) = &value;
        assert!(text.contains(fish.kind.as_deref().unwrap_or("none")), "the payload keeps it: {fish:?}");
        assert_eq!(written(&value), text);
    }
    let unsaid = written(&Water::Fish(Box::new(Fish { kind: None, depth: 1 })));
    assert_eq!(unsaid.matches("kind").count(), 1, "{unsaid}");
    assert_eq!(read::<Value>(&unsaid), serde_json::json!({"kind": "fish", "depth": 1}));
}

#[derive(Clone, Debug, PartialEq)]
enum Closed {
    Dog(Box<Dog>),
}

union! { Closed: Serialize + Deserialize by "type" {
    Dog "dog", tagged;
} }

#[test]
fn by_property() {
    for (text, shown) in [
        (r#"{"kind":"cat","lives":9}"#, "Cat"),
        (r#"{"kind":"kitten","lives":9}"#, "Cat"),
        (r#"{"kind":"dog","name":"a","age":1}"#, "Dog"),
        (r#"{"kind":"wild","a":1}"#, "Wild"),
        (r#"{"kind":"nested","name":"a","type":"dog"}"#, "Nested"),
        (r#"{"kind":"fish"}"#, "Unknown"),
        (r#"{"kind":1}"#, "Unknown"),
        ("[1]", "Unknown"),
    ] {
        let value: Pet = read(text);
        assert!(format!("{value:?}").starts_with(shown), "{value:?}");
        assert_writes(&value, text);
    }
    let Pet::Dog(dog) = read(r#"{"name":"a","kind":"dog"}"#) else { panic!("no dog") };
    assert_eq!(dog.more, BTreeMap::new(), "the tag is the union's, not the payload's");
}

#[test]
fn a_known_tag_with_a_broken_payload_is_an_error() {
    assert_eq!(refused::<Pet>(r#"{"kind":"cat"}"#), "missing field `lives`");
    assert!(refused::<Closed>(r#"{"type":"cat"}"#).starts_with("the value is no variant of Closed"));
}

#[derive(Clone, Debug, PartialEq)]
enum Any {
    At(Timestamp),
    Text(String),
    Count(i64),
    Ratio(f64),
    Both(Box<Dog>),
    Cat(Box<Cat>),
    List(Vec<i64>),
    Unknown(Value),
}

union! { Any: Serialize + Deserialize by shape {
    At    string as timestamp;
    Text  string;
    Count integer;
    Ratio number;
    Both  object "name", "kind";
    Cat   object "kind";
    List  array | null;
    ..Unknown;
} }

#[derive(Clone, Debug, PartialEq)]
enum Strict {
    Text(String),
}

union! { Strict: Serialize + Deserialize by shape {
    Text string;
} }

#[derive(Clone, Debug, PartialEq)]
enum Told {
    Cat(Value),
    Dog(Value),
}

union! { Told: Serialize + Deserialize by shape {
    Cat object "name", "kind" = "cat";
    Dog object "kind" = "dog" | "puppy";
} }

#[test]
fn constants_tell_objects_apart() {
    for (text, shown) in [
        (r#"{"kind":"cat","name":"a"}"#, "Cat"),
        (r#"{"kind":"dog","name":"a"}"#, "Dog"),
        (r#"{"kind":"puppy","name":"a"}"#, "Dog"),
        (r#"{"name":"a"}"#, "Cat"),
        ("{}", "Dog"),
    ] {
        let value: Told = read(text);
        assert!(format!("{value:?}").starts_with(shown), "{text}: {value:?}");
        assert_writes(&value, text);
    }
    assert!(refused::<Told>(r#"{"kind":"cat"}"#).starts_with("the value is no variant"));
}

#[test]
fn by_shape() {
    for (text, shown) in [
        (r#""2026-01-31T12:00:00Z""#, "At"),
        (r#""x""#, "Text"),
        ("1", "Count"),
        ("18446744073709551615", "Ratio"),
        ("1.5", "Ratio"),
        (r#"{"name":"a","kind":"cat"}"#, "Both"),
        (r#"{"kind":"cat","lives":1}"#, "Cat"),
        (r#"{"kind":"cat"}"#, "Unknown"),
        ("[1,2]", "List"),
        (r#"["a"]"#, "Unknown"),
        ("null", "Unknown"),
        ("true", "Unknown"),
    ] {
        let value: Any = read(text);
        assert!(format!("{value:?}").starts_with(shown), "{text}: {value:?}");
        if text != "18446744073709551615" {
            let again: Any = read(&written(&value));
            assert_eq!(again, value);
        }
    }
    assert_eq!(written(&read::<Any>(r#"{"kind":"cat"}"#)), r#"{"kind":"cat"}"#);
    assert_eq!(refused::<Strict>("1"), "the value is no variant of Strict");
    assert_eq!(read::<Strict>(r#""a""#), Strict::Text("a".into()));
}
