use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{read, written};
use crate::runtime::{self, Nullable, UnknownValue, object, open_enum};

#[derive(Clone, Debug, PartialEq)]
struct Node {
    name: String,
    count: i64,
    size: Option<u64>,
    ratio: Option<f64>,
    state: Nullable<State>,
    children: Vec<Node>,
    labels: BTreeMap<String, String>,
    id: String,
}

object! { Node: Serialize + Deserialize {
    name     required "name";
    count    required "cöunt \"x\"";
    size     optional "size";
    ratio    nullable "ratio";
    state    maybe    "state";
    children required "children";
    labels   required "labels";
    id       required "id" as string_or_number;
} }

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    On,
    Off,
    Unknown(UnknownValue),
}

open_enum! { State {
    On  "on";
    Off "off";
} }

fn state() -> impl Strategy<Value = Nullable<State>> {
    prop_oneof![
        Just(Nullable::Absent),
        Just(Nullable::Null),
        Just(Nullable::Value(State::On)),
        any::<String>().prop_map(|text| Nullable::Value(State::from(text))),
    ]
}

fn node() -> impl Strategy<Value = Node> {
    let scalars = (
        any::<String>(),
        any::<i64>(),
        any::<Option<u64>>(),
        // Eighths: serde_json reads others within one unit in the last place, unless asked for more.
        proptest::option::of(any::<i32>().prop_map(|eighths| f64::from(eighths) / 8.0)),
        state(),
        proptest::collection::btree_map(any::<String>(), any::<String>(), 0..3),
    );
    let leaf = scalars.prop_map(|(name, count, size, ratio, state, labels)| {
        let id = count.to_string();
        Node { name, count, size, ratio, state, children: Vec::new(), labels, id }
    });
    leaf.prop_recursive(4, 16, 3, |inner| {
        (inner.clone(), proptest::collection::vec(inner, 0..3)).prop_map(|(node, children)| Node { children, ..node })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(node in node()) {
        let text = written(&node);
        prop_assert_eq!(read::<Node>(&text), node.clone());
        let value: serde_json::Value = read(&text);
        prop_assert_eq!(serde_json::from_value::<Node>(value.clone()).unwrap(), node.clone());
        prop_assert_eq!(serde_json::from_reader::<_, Node>(text.as_bytes()).unwrap(), node.clone());
        prop_assert_eq!(serde_json::to_value(&node).unwrap(), value);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>()) {
        let _ = serde_json::from_slice::<Node>(&bytes);
    }

    #[test]
    fn the_order_of_members_and_unknown_ones_do_not_matter(node in node(), extra in any::<String>(), seed in any::<usize>()) {
        let serde_json::Value::Object(members) = serde_json::to_value(&node).unwrap() else { panic!("an object") };
        let mut members: Vec<_> = members.iter().map(|(key, value)| format!("{}:{value}", written(key))).collect();
        members.push(format!("{}:[null]", written(&format!("!{extra}"))));
        let turn = seed % members.len();
        members.rotate_left(turn);
        prop_assert_eq!(read::<Node>(&format!("{{{}}}", members.join(","))), node);
    }
}
