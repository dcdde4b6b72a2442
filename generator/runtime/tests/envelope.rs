use super::demo::{Demo, Thing, op::StartOutput, scripted};
use crate::runtime::{ErrorKind, Reply, Script};

fn answering(status: u16, body: &'static str) -> Demo {
    scripted(&Script::new().answer(status, body))
}

#[tokio::test]
async fn data_or_the_whole_document() {
    let thing = r#"{"name":"a","count":1}"#;
    for body in [
        r#"{"success":true,"data":{"name":"a","count":1}}"#,
        r#"{"data":{"name":"a","count":1},"success":true,"more":[1,{"data":2}]}"#,
        r#"{"data":{"name":"b","count":2},"data":{"name":"a","count":1}}"#,
        r#" {"d\u0061ta":{"name":"a","count":1,"unknown":null}}"#,
        thing,
    ] {
        for status in [200, 201, 299] {
            let made = answering(status, body).things().create("o", &Thing::default()).await.unwrap();
            assert_eq!(made, Thing::new("a", 1), "{body}");
        }
    }
}

#[tokio::test]
async fn a_list_that_is_absent_is_empty() {
    for body in ["", " ", "null", "{}", r#"{"success":true}"#, r#"{"data":null}"#, r#"{"data":[]}"#, "[]"] {
        assert_eq!(answering(200, body).things().list("o").await.unwrap(), [], "{body:?}");
    }
    assert_eq!(answering(204, "").things().list("o").await.unwrap(), []);
    let one = [Thing::new("a", 1)];
    for body in [r#"{"data":[{"name":"a","count":1}]}"#, r#"[{"name":"a","count":1}]"#] {
        assert_eq!(answering(200, body).things().list("o").await.unwrap(), one);
    }
}

#[tokio::test]
async fn success_false_always_wins() {
    let failed = r#"{"data":{"name":"a","count":1},"success":false,"error":"no room"}"#;
    let list = r#"{"success":false,"data":[],"error":"no room"}"#;
    let undecodable = r#"{"data":7,"success":false,"error":"no room"}"#;
    for body in [failed, list, undecodable] {
        let client = scripted(&(0..5).fold(Script::new(), |script, _| script.answer(200, body)));
        let things = client.things();
        let errors = [
            things.create("o", &Thing::default()).await.unwrap_err(),
            things.list("o").await.unwrap_err(),
            things.del("o", "i").await.unwrap_err(),
            things.find("i").await.unwrap_err(),
            things.r#type().await.unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::Api, "{body}");
            assert_eq!(error.api().unwrap().message(), "no room");
            assert_eq!((error.status().unwrap().as_u16(), error.body().unwrap().as_ref()), (200, body.as_bytes()));
        }
    }
}

#[tokio::test]
async fn a_delete_wants_nothing_of_its_body() {
    for body in ["", "null", "<html>", "[1]", r#"{"success":true}"#, r#"{"success":"false"}"#, r#""x""#] {
        answering(200, body).things().del("o", "i").await.unwrap();
    }
    answering(204, "").things().del("o", "i").await.unwrap();
}

#[tokio::test]
async fn where_no_envelope_is_in_force_success_is_a_field_like_others() {
    assert_eq!(answering(200, r#"{"success":false}"#).things().text().await.unwrap(), r#"{"success":false}"#);
}

#[tokio::test]
async fn maybe_is_none_without_a_value() {
    for (status, body) in [(204, ""), (205, ""), (200, ""), (200, "null"), (200, r#"{"success":true,"data":null}"#)] {
        assert_eq!(answering(status, body).things().find("i").await.unwrap(), None, "{body}");
    }
    let found = answering(200, r#"{"name":"a","count":1}"#).things().find("i").await.unwrap();
    assert_eq!(found, Some(Thing::new("a", 1)));
}

#[tokio::test]
async fn the_status_says_which_type() {
    let start = async |status, body| answering(status, body).things().start().await;
    assert_eq!(start(200, r#"{"name":"a","count":1}"#).await.unwrap(), StartOutput::Ok(Thing::new("a", 1)));
    assert_eq!(start(202, "").await.unwrap(), StartOutput::Accepted);
    assert_eq!(start(206, "later").await.unwrap(), StartOutput::Other("later".to_owned()));
}

#[tokio::test]
async fn text_and_bytes() {
    assert_eq!(answering(200, "héllo").things().text().await.unwrap(), "héllo");
    assert_eq!(answering(200, "\u{0}x").things().bytes().await.unwrap(), "\u{0}x");
    let script = Script::new().then(Reply::new(200, vec![0xff_u8]));
    assert_eq!(scripted(&script).things().text().await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_scalar_or_html_for_a_create_is_a_decode_error_that_keeps_all() {
    for body in ["<html>", r#"{"data":7}"#, r#"{"success":true}"#, ""] {
        let script = Script::new().then(Reply::new(201, body).header("x-request-id", "req_1"));
        let error = scripted(&script).things().create("o", &Thing::default()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1), "{body}");
        assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (201, Some("req_1")));
        assert_eq!(error.body().unwrap(), body);
        assert!(error.headers().unwrap().contains_key("x-request-id"));
        assert!(error.api().is_none());
    }
}
