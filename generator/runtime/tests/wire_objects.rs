use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::Timestamp;

use super::{read, refused, written};
use crate::runtime::{self, Nullable, object};

#[derive(Clone, Debug, PartialEq)]
struct Pet {
    name: String,
    age: Option<i64>,
    owner: Option<String>,
    note: Nullable<String>,
    friends: Vec<Pet>,
    best: Option<Box<Pet>>,
}

object! { Pet: Serialize + Deserialize {
    name    required "name";
    age     optional "Age in years";
    owner   nullable "owner";
    note    maybe    "note";
    friends required "friends";
    best    optional "best";
} }

fn pet(name: &str) -> Pet {
    Pet { name: name.into(), age: None, owner: None, note: Nullable::Absent, friends: Vec::new(), best: None }
}

#[test]
fn presences_on_the_wire() {
    assert_eq!(written(&pet("a")), r#"{"name":"a","owner":null,"friends":[]}"#);
    let full =
        Pet { age: Some(3), owner: Some("b".into()), note: Nullable::Null, best: Some(Box::new(pet("c"))), ..pet("a") };
    let text = r#"{"name":"a","Age in years":3,"owner":"b","note":null,"friends":[],"best":{"name":"c","owner":null,"friends":[]}}"#;
    assert_eq!(written(&full), text);
    assert_eq!(read::<Pet>(text), full);
}

#[test]
fn the_tri_state_survives_a_round_trip() {
    for (note, text) in [
        (Nullable::Absent, ""),
        (Nullable::Null, r#""note":null,"#),
        (Nullable::Value("x".to_owned()), r#""note":"x","#),
    ] {
        let pet = Pet { note, ..pet("a") };
        let text = format!(r#"{{"name":"a","owner":null,{text}"friends":[]}}"#);
        assert_eq!(written(&pet), text);
        assert_eq!(read::<Pet>(&text), pet);
    }
    assert_eq!(Nullable::<String>::from("x"), Nullable::Value("x".to_owned()));
    assert_eq!(Nullable::<i64>::from(None), Nullable::Null);
    assert_eq!(Nullable::<i64>::from(Some(1)), Nullable::Value(1));
}

#[test]
fn what_is_missing_null_repeated_or_unknown() {
    assert_eq!(read::<Pet>(r#"{"name":"a","friends":[]}"#), pet("a"), "an absent nullable member reads as null");
    assert_eq!(read::<Pet>(r#"{"name":"a","Age in years":null,"friends":[]}"#), pet("a"));
    assert_eq!(
        read::<Pet>(r#"{"name":"x","name":"a","friends":[{}.0],"friends":[]}"#.replace("{}.0", "").as_str()),
        pet("a")
    );
    assert_eq!(read::<Pet>(r#"{"Age in years":1,"Age in years":null,"name":"a","friends":[]}"#), pet("a"));
    assert_eq!(read::<Pet>(r#"{"new":{"a":[1,{"name":"b"}]},"name":"a","":0,"friends":[]}"#), pet("a"));
    assert_eq!(read::<Pet>(r#"{"na\u006de":"a","friends":[]}"#), pet("a"), "an escaped key is the same key");
}

#[test]
fn errors_name_the_key_and_the_place() {
    assert_eq!(refused::<Pet>(r#"{"name":"a"}"#), "missing field `friends` at line 1 column 12");
    assert_eq!(refused::<Pet>(r#"{"name":null}"#), "invalid type: null, expected a string at line 1 column 12");
    assert_eq!(refused::<Pet>("[]"), "invalid type: sequence, expected an object (Pet) at line 1 column 0");
    assert_eq!(
        refused::<Pet>(r#"{"friends":[{"name":1}"#),
        "invalid type: integer `1`, expected a string at line 1 column 21"
    );
}

#[test]
fn nesting_is_bounded_by_serde_json() {
    let nested = |depth: usize| {
        format!(
            "{}{}",
            r#"{"name":"a","friends":[],"best":"#.repeat(depth),
            "null}".to_owned() + &"}".repeat(depth - 1)
        )
    };
    let deep: Pet = read(&nested(126));
    assert_eq!(read::<Pet>(&written(&deep)), deep);
    assert!(refused::<Pet>(&nested(128)).starts_with("recursion limit exceeded"));
    // What no row names is passed over without recursion.
    let skipped = format!(r#"{{"x":{}{},"name":"a","friends":[]}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read::<Pet>(&skipped), pet("a"));
}

#[derive(Clone, Debug, PartialEq)]
struct Coded {
    at: Timestamp,
    seen: Option<Timestamp>,
    ended: Option<Timestamp>,
    moved: Nullable<Timestamp>,
    all: Vec<Option<Timestamp>>,
    by_name: BTreeMap<String, Timestamp>,
    id: String,
    bytes: Bytes,
}

object! { Coded: Serialize + Deserialize {
    at      required "at" as timestamp;
    seen    optional "seen" as timestamp;
    ended   nullable "ended" as timestamp;
    moved   maybe    "moved" as timestamp;
    all     required "all" as list(null(timestamp));
    by_name required "by_name" as map(timestamp);
    id      required "id" as string_or_number;
    bytes   required "bytes" as byte;
} }

#[test]
fn codecs_read_and_write() {
    let text = concat!(
        r#"{"at":"2026-01-31T12:00:00Z","ended":null,"moved":null,"all":["2026-01-31T12:00:00.5Z",null],"#,
        r#""by_name":{"a":"1970-01-01T00:00:00Z"},"id":"x","bytes":"AP9h"}"#
    );
    let value: Coded = read(text);
    assert_eq!(value.bytes.as_ref(), [0, 255, b'a']);
    assert_eq!(value.moved, Nullable::Null);
    assert_eq!(written(&value), text);

    let text = text.replace("12:00:00Z", "14:00:00+02:00").replace("AP9h", "/w");
    let text = text.replace(r#""moved":null"#, r#""moved":"2026-01-31T12:00:00","seen":"2026-01-31T12:00:00""#);
    let other: Coded = read(&text);
    assert_eq!(other.at, value.at);
    assert_eq!(other.seen, Some(value.at), "without an offset it is UTC");
    assert_eq!(other.moved, Nullable::Value(value.at));
    assert_eq!(other.bytes.as_ref(), [255]);
    assert_eq!(read::<Coded>(&written(&other)), other);
    let error = refused::<Coded>(r#"{"at":"yesterday"}"#);
    assert!(error.starts_with(r#"invalid value: string "yesterday", expected a date and time (RFC 3339)"#), "{error}");
    assert!(refused::<Coded>(r#"{"bytes":"$"}"#).contains("base64"));
}

#[test]
fn numbers_keep_their_text_where_a_string_is_expected() {
    for (number, text) in [
        ("18446744073709551615", "18446744073709551615"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("7", "7"),
        ("1.5", "1.5"),
        ("-0.25", "-0.25"),
        (r#""007""#, "007"),
    ] {
        let value: Id = read(&format!(r#"{{"id":{number}}}"#));
        assert_eq!(value.id, text);
        assert_eq!(written(&value), format!(r#"{{"id":"{text}"}}"#));
    }
    for none in ["true", "null", "[]", "{}"] {
        let error = refused::<Id>(&format!(r#"{{"id":{none}}}"#));
        assert!(error.contains("expected a string or a number"), "{error}");
    }
}

#[derive(Debug, PartialEq)]
struct Id {
    id: String,
}

object! { Id: Serialize + Deserialize {
    id required "id" as string_or_number;
} }

#[derive(Debug, PartialEq)]
struct Open {
    id: i64,
    more: BTreeMap<String, Vec<i64>>,
}

object! { Open: Serialize + Deserialize {
    id required "id";
    ..more;
} }

#[derive(Debug, PartialEq)]
struct OpenStamps {
    more: BTreeMap<String, Timestamp>,
}

object! { OpenStamps: Serialize + Deserialize {
    ..more as timestamp;
} }

#[test]
fn other_members_go_to_the_map() {
    let text = r#"{"id":1,"a":[1],"b":[]}"#;
    let value: Open = read(text);
    assert_eq!(value.more, BTreeMap::from([("a".to_owned(), vec![1]), ("b".to_owned(), vec![])]));
    assert_eq!(written(&value), text);
    assert!(refused::<Open>(r#"{"id":1,"a":2}"#).contains("expected a sequence"));
    let text = r#"{"a":"1970-01-01T00:00:00Z"}"#;
    assert_eq!(written(&read::<OpenStamps>(text)), text);
}

struct Login {
    user: String,
    password: String,
    token: Option<String>,
    pin: Nullable<i64>,
}

object! { Login: Serialize + Deserialize + Debug {
    user     required "user";
    password required "password", secret;
    token    optional "token", secret;
    pin      maybe    "pin", secret;
} }

#[test]
fn debug_never_shows_a_secret() {
    let mut login =
        Login { user: "u".into(), password: "p1".into(), token: Some("p2".into()), pin: Nullable::Value(4711) };
    let shown = format!("{login:?}");
    assert_eq!(shown, r#"Login { user: "u", password: [redacted], token: Some([redacted]), pin: Value([redacted]) }"#);
    (login.token, login.pin) = (None, Nullable::Null);
    assert!(format!("{login:#?}").contains("token: None"));
    assert_eq!(written(&login), r#"{"user":"u","password":"p1","pin":null}"#);
    assert_eq!(read::<Login>(r#"{"user":"u","password":"p"}"#).password, "p");
}

mod one_direction {
    use super::*;

    struct Sent {
        old: i64,
    }
    object! { Sent: Serialize {
        old required "old";
    } }

    struct Received {}
    object! { Received: Deserialize {
    } }

    #[test]
    fn the_needed_direction_is_there() {
        let sent = Sent { old: 1 };
        assert_eq!(written(&sent), r#"{"old":1}"#);
        let Received {} = read(r#"{"a":1}"#);
    }
}
