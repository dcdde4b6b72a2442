//! Emitted types at work.

use std::collections::BTreeMap;

use super::{assert_writes, read, refused, written};
use crate::{
    ext::Money,
    golden::types::{
        Closed, Connection, ConnectionCreateParams, ConnectionRequired, Dog, Empty, Formats, IntegrationType, Invoice,
        Level, Login, LoginRequired, Node, Pet, Settings, Size, Tree, Update, Zoo,
    },
    runtime::Nullable,
};

#[test]
fn a_request_is_made_by_new_and_setters() {
    let params = ConnectionCreateParams::new("gmail").access_token("secret").extra(BTreeMap::new());
    assert_eq!(params.integration_type, IntegrationType::Gmail);
    assert_eq!(written(&params), r#"{"integration_type":"gmail","access_token":"secret","extra":{}}"#);
    assert_eq!(written(&ConnectionCreateParams::new("new one")), r#"{"integration_type":"new one"}"#);
    let shown = format!("{params:?}");
    assert!(!shown.contains("\"secret\"") && shown.contains("access_token: Some([redacted])"), "{shown}");
}

#[test]
fn an_answer_can_be_read_and_built() {
    let text = concat!(
        r#"{"external_id":"c","workspace_id":7,"integration_type":"drive","expires_at":null,"#,
        r#""created_at":"2026-01-31T12:00:00","member_id":1}"#
    );
    let built = Connection::new(ConnectionRequired {
        external_id: "c".into(),
        workspace_id: "7".into(),
        integration_type: "drive".into(),
        created_at: "2026-01-31T12:00:00Z".parse().unwrap(),
    });
    assert_eq!(read::<Connection>(text), built);
    assert_eq!(built.clone().scope("s").scope.as_deref(), Some("s"));
}

#[test]
fn defaults_are_filled_in_where_they_are_required() {
    let text = r#"{"name":"a \"b\"","ratio":3.14,"size":"\"l\"\n","tags":[],"labels":{},"note":"n","active":true}"#;
    assert_eq!(written(&Settings::default()), text);
    assert_eq!(Settings::default(), Settings::new());
    let changed = Settings::new().name("x").size(Size::Small).count(3).note(None);
    assert_eq!(read::<Settings>(&written(&changed)), changed);
    assert_eq!(written(&Empty::new()), "{}");
}

#[test]
fn an_update_tells_null_from_absent() {
    assert_eq!(written(&Update::new()), "{}");
    let update = Update::new().title("t").due(None).owner(IntegrationType::Github).any(serde_json::Value::Null);
    assert_eq!(written(&update), r#"{"title":"t","due":null,"owner":"github","any":null}"#);
    assert_eq!(update.title(Nullable::Absent).owner(Nullable::Null).title, Nullable::Absent);
}

#[test]
fn recursive_types() {
    let leaf = Tree::new(None);
    let tree = Tree::new(Some(leaf.clone())).left(leaf.clone()).parent(None);
    let text = r#"{"left":{"right":null},"right":{"right":null},"parent":null}"#;
    assert_eq!(written(&tree), text);
    assert_eq!(read::<Tree>(text), tree);
    let stamped: Tree = read(r#"{"right":null,"at":"1970-01-01T00:00:00Z"}"#);
    assert_eq!(stamped.stamps.len(), 1);
    assert_eq!(written(&stamped), r#"{"right":null,"at":"1970-01-01T00:00:00Z"}"#);
    let node = Node::new(&b"ab"[..], "n").children(vec![Node::new(vec![0], "m")]);
    assert_eq!(written(&node), r#"{"name":"n","data":"YWI=","children":[{"name":"m","data":"AA=="}]}"#);
    assert_eq!(read::<Node>(&written(&node)), node);
}

#[test]
fn a_type_of_ones_own_stands_in_every_place() {
    let text = r#"{"total":"12.50","discount":null,"tip":"1.00","items":["0.01",null],"fee":"2.00"}"#;
    let invoice: Invoice = read(text);
    assert_eq!((invoice.total, invoice.more["fee"]), (Money(1250), Money(200)));
    assert_eq!(written(&invoice), text);
    let built = Invoice::new(None, vec![Some(Money(1)), None], Money(1250)).tip(Some(Money(100)));
    assert_eq!(built.tip, invoice.tip);
}

#[test]
fn each_format_is_read_and_written_alone_and_in_lists() {
    let text = concat!(
        r#"{"since":1711471533,"every":"P1M","on":"2026-01-31","id":"00000000-0000-0000-0000-000000000000","#,
        r#""address":"::1","big":"7","whole":3,"token":"-_8","all-since":[0],"all-every":["PT90M"],"#,
        r#""all-on":["2026-01-31"],"all-id":[],"all-address":["127.0.0.1"],"all-big":["1","-1"],"all-whole":[1],"#,
        r#""all-token":["-_8",""]}"#
    );
    let formats: Formats = read(text);
    assert_eq!(written(&formats), text);
    let built = Formats::new().big(7).every(jiff::Span::new().months(1).fieldwise()).token(&b"\xfb\xff"[..]);
    assert_eq!((built.every, built.big, &built.token), (formats.every, formats.big, &formats.token));
}

#[test]
fn unions() {
    let text = concat!(
        r#"{"pets":[{"kind":"kitten","lives":9},{"name":"a","kind":"dog","age":1},{"kind":"herd","a":{"kind":"cat"}},"#,
        r#"{"kind":"both","name":"b"},{"kind":"fish"}]}"#
    );
    let zoo: Zoo = read(text);
    let [Pet::Cat(cat), Pet::Dog(dog), Pet::Herd(herd), Pet::Both(both), fish] = zoo.pets.as_slice() else {
        panic!("{:?}", zoo.pets)
    };
    assert_eq!((cat.kind.as_str(), dog.name.as_str(), herd.len()), ("kitten", "a", 1));
    assert_writes(dog, r#"{"name":"a","age":1}"#);
    assert_writes(&zoo.pets[1], r#"{"kind":"dog","name":"a","age":1}"#);
    assert!(matches!(&**both, Closed::Dog(dog) if dog.name == "b"));
    assert_writes(&zoo.pets[3], r#"{"kind":"both","name":"b"}"#);
    assert_writes(fish, r#"{"kind":"fish"}"#);
    assert_eq!(Closed::from("x"), read(r#""x""#));
    assert_eq!(Pet::from(Dog::new("a")), Pet::Dog(Box::new(Dog::new("a"))));
    assert!(matches!(read::<Closed>(r#""2026-01-31T12:00:00Z""#), Closed::Moment(_)));
    assert!(refused::<Pet>(r#"{"kind":"dog"}"#).contains("missing field `name`"));
}

#[test]
fn enums() {
    assert_eq!(written(&[Level::Low, Level::from(3)]), "[-1,3]");
    assert!(refused::<Size>(r#""m""#).contains("Size"));
}

#[test]
fn new_takes_many_by_name() {
    let login = Login::new(LoginRequired {
        user: "u".into(),
        password: "hunter2".into(),
        tenant: "t".into(),
        otp: None,
        scopes: Vec::new(),
    });
    let shown = format!("{login:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
    assert_eq!(written(&login), r#"{"user":"u","password":"hunter2","tenant":"t","otp":null,"scopes":[]}"#);
}
