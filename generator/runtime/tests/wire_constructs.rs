//! Emitted types of every construct at work.

use super::{assert_writes, read, refused, written};
use crate::constructs::types::{
    Animal, Both, Bound, Channel, Color, Constants, Contact, HomeInput, Labels, LabelsValue, Limit, Merged, Node, Pet,
    PetInput, Speed, Strict, Thing, Tuples, Versions,
};

#[test]
fn what_is_sent_and_what_is_received_are_types_of_their_own() {
    let sent = PetInput::new(HomeInput::new().street("s"), "Rex", "secret");
    assert_eq!(written(&sent), r#"{"name":"Rex","password":"secret","home":{"street":"s"}}"#);
    let received: Pet = read(r#"{"id":"1","name":"Rex","home":{"seen":"2026-01-31T12:00:00Z"},"friends":[]}"#);
    assert_eq!(received.id, "1");
    assert!(received.home.seen.is_some());
    assert!(refused::<Pet>(r#"{"name":"Rex","home":{}}"#).contains("id"));
}

#[test]
fn a_mixed_enum_keeps_type_and_value() {
    for (value, text) in [
        (Limit::Auto, "\"auto\""),
        (Limit::N1, "1"),
        (Limit::N0_5, "0.5"),
        (Limit::False, "false"),
        (Limit::Minus2, "-2"),
        (Limit::N3_14, "3.14"),
        (Limit::N3000000000, "3000000000"),
        (Limit::Unknown("1".into()), "\"1\""),
        (Limit::Unknown(true.into()), "true"),
    ] {
        assert_eq!(read::<Limit>(text), value);
        assert_eq!(written(&value), text);
    }
    assert_eq!(read::<Speed>("1.0"), Speed::N1, "a number counts by its value");
    assert_eq!(read::<Strict>("\"all\""), Strict::All);
    assert!(refused::<Strict>("\"1\"").contains("is no value of Strict"));
    assert_eq!(read::<Channel>("1"), Channel::DirectMessage);
    assert_eq!(read::<Color>("\"green\""), Color::Green);
    assert!(matches!(read::<Bound>("3"), Bound::Integer(3)));
    assert_eq!(written(&read::<Bound>("\"auto\"")), "\"auto\"");
}

#[test]
fn new_fills_in_defaults_and_constants() {
    let text = concat!(
        r#"{"version":3,"ratio":0.5,"flag":true,"mode":"fast","level":2,"tags":["a","b"],"#,
        r#""scores":[[1.0,2.5],[]],"size":{"a":1}}"#
    );
    assert_eq!(written(&Constants::new()), text);
}

#[test]
fn a_tuple_is_a_list_with_a_type_for_each_place() {
    let text = concat!(
        r#"{"at":[1.0,2.0],"pair":["2026-01-31T12:00:00Z",{"value":"v","pair":["a",{"value":"b"}]},null],"#,
        r#""samples":[["s","red"]],"stamps":[["dmFsdWU=",["2026-01-31T12:00:00Z"]]],"short":["a"]}"#
    );
    let tuples: Tuples = read(text);
    assert_eq!(tuples.at, (1.0, 2.0));
    assert_eq!((tuples.pair.1.value.as_str(), &tuples.pair.2), ("v", &None));
    assert_eq!(written(&tuples), text);
    let short = r#"{"at":[1.0,2.0],"pair":["2026-01-31T12:00:00Z",{"value":"v"}]}"#;
    assert!(refused::<Tuples>(short).contains("a list of 3 items"), "{}", refused::<Tuples>(short));
    let long = r#"{"at":[1.0,2.0],"pair":["2026-01-31T12:00:00Z",{"value":"v"},null,1]}"#;
    assert!(!refused::<Tuples>(long).is_empty());
}

#[test]
fn keys_of_a_pattern_stand_beside_named_ones() {
    let labels: Labels = read(r#"{"id":"i","x-a":1,"x-b":"b"}"#);
    assert_eq!(labels.id.as_deref(), Some("i"));
    assert_eq!(labels.additional_properties.get("x-a"), Some(&LabelsValue::Integer(1)));
    assert_eq!(written(&labels), r#"{"id":"i","x-a":1,"x-b":"b"}"#);
}

#[test]
fn alternatives_are_told_apart() {
    for text in [r#"{"kind":"cat","lives":9}"#, r#"[{"kind":"dog"},"text",[]]"#, "\"text\"", r#"{"kind":"cow"}"#] {
        assert_writes(&read::<Thing>(text), text);
    }
    assert!(matches!(read::<Animal>(r#"{"kind":"dog"}"#), Animal::Dog(_)));
    assert!(matches!(read::<Versions>(r#"{"version":2}"#), Versions::Version2(_)));
    assert!(matches!(read::<Versions>(r#"{"version":1}"#), Versions::Version1(_)));
    assert!(matches!(read::<Versions>(r#"{"version":3}"#), Versions::Unknown(_)));
    assert!(matches!(read::<Contact>("\"2026-01-31\""), Contact::Date(_)));
    assert!(matches!(read::<Contact>("\"a\""), Contact::Text(_)));
    assert!(matches!(read::<Both>(r#"{"kind":"cat","mail":"m"}"#), Both::CatMail(_)));
    assert!(matches!(read::<Both>(r#"{"kind":"dog","phone":"p"}"#), Both::DogPhone(_)));
    assert!(matches!(read::<Merged>(r#"{"id":"i","kind":"merged","left":"l"}"#), Merged::WithLeft(_)));
}

#[test]
fn a_type_inside_itself_is_read_by_every_way() {
    let text = r#"{"value":"a","next":{"value":"b"},"list":[{"value":"c"}],"map":{"k":{"value":"d"}},"union":{"value":"e"},"pair":["x",{"value":"f"}]}"#;
    assert_eq!(written(&read::<Node>(text)), text);
}
