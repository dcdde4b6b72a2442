//! What errors print, to the letter.

use std::error::Error as _;

use super::demo::{Thing, builder, scripted};
use crate::runtime::{CallOptions, Error, ErrorKind, Reply, Script, TransportError};

/// The error of a list call that is answered so.
async fn list(reply: Reply) -> Error {
    let call = scripted(&Script::new().then(reply)).things().list("o").with(CallOptions::new().max_retries(0));
    call.await.unwrap_err()
}

#[test]
fn an_error_is_one_pointer() {
    assert_eq!(size_of::<Result<(), Error>>(), 8);
    fn others_can_carry_it<T: Send + Sync + std::error::Error + 'static>() {}
    others_can_carry_it::<Error>();
}

#[tokio::test(start_paused = true)]
async fn a_refusal() {
    let reply = Reply::new(404, r#"{"error":"workspace not found","code":"no_ws"}"#).header("x-request-id", "req_7");
    let error = list(reply).await;
    assert_eq!(
        error.to_string(),
        "things.list: 404 Not Found: workspace not found (code no_ws, request id req_7, 1 attempt)"
    );
    assert!(error.source().is_none());
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_without_words() {
    let error = list(Reply::new(500, "")).await;
    assert_eq!(error.to_string(), "things.list: 500 Internal Server Error (1 attempt)");
    assert_eq!(error.api().unwrap().message(), "Request failed with status 500");
    let error = list(Reply::new(599, "<html>")).await;
    assert_eq!(error.to_string(), "things.list: 599 <unknown status code> (1 attempt)");
}

#[tokio::test(start_paused = true)]
async fn messages_are_found_where_servers_put_them() {
    let message = async |body: &'static str| list(Reply::new(400, body)).await.api().unwrap().message().to_owned();
    assert_eq!(message(r#"{"error":"a","message":"b"}"#).await, "a");
    assert_eq!(message(r#"{"message":"b"}"#).await, "b");
    assert_eq!(message(r#"{"error":{"message":"c"}}"#).await, "c");
    assert_eq!(message(r#"{"error":{"reason":"c"}}"#).await, "Request failed with status 400");
    assert_eq!(message(r#"{"error":"","message":"b"}"#).await, "b");
    assert_eq!(message("[]").await, "Request failed with status 400");
}

#[tokio::test(start_paused = true)]
async fn after_three_attempts() {
    let script = (0..3).fold(Script::new(), |script, _| script.answer(503, r#"{"error":"busy"}"#));
    let error = scripted(&script).things().list("o").await.unwrap_err();
    assert_eq!(error.to_string(), "things.list: 503 Service Unavailable: busy (3 attempts)");
}

#[tokio::test(start_paused = true)]
async fn a_success_that_is_none() {
    let error = list(Reply::new(200, r#"{"success":false,"error":"no room"}"#)).await;
    assert_eq!(error.to_string(), "things.list: 200 OK, but the call failed: no room (1 attempt)");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_something_else() {
    let error = list(Reply::new(200, r#"{"data":[{"name":"a","count":true}]}"#)).await;
    assert_eq!(error.to_string(), "things.list: 200 OK, but the body is no Vec<Thing> at $.data[0].count (1 attempt)");
    assert!(error.source().unwrap().to_string().starts_with("invalid type: boolean `true`, expected u32"));
    assert_eq!(error.json_path().unwrap(), "$.data[0].count");
}

#[tokio::test(start_paused = true)]
async fn no_connection() {
    let error = list(Reply::fail(TransportError::connect("connection refused"))).await;
    assert_eq!(error.to_string(), "things.list: cannot connect to demo.example (1 attempt)");
    assert_eq!(error.source().unwrap().to_string(), "connection refused");
}

#[tokio::test(start_paused = true)]
async fn lost_late_and_broken() {
    let error = list(Reply::fail(TransportError::interrupted("reset"))).await;
    assert_eq!(error.to_string(), "things.list: lost the connection to demo.example before an answer (1 attempt)");
    let error = list(Reply::hang()).await;
    assert_eq!(error.to_string(), "things.list: demo.example gave no answer within the time limit (1 attempt)");
    assert!(error.source().is_none());
    let error = list(Reply::new(200, "{").broken_off()).await;
    assert_eq!(error.to_string(), "things.list: 200 OK, but its body broke off (1 attempt)");
    let error = list(Reply::new(200, "{").stalled()).await;
    assert_eq!(error.to_string(), "things.list: 200 OK, but its body did not come within the time limit (1 attempt)");
    let client = builder(&Script::new().answer(200, "0123456789")).max_response_body(4).build().unwrap();
    let error = client.things().list("o").await.unwrap_err();
    assert_eq!(error.to_string(), "things.list: 200 OK, but its body is larger than 4 bytes (1 attempt)");
    assert_eq!((error.kind(), error.body().unwrap().as_ref()), (ErrorKind::Decode, &b"0123"[..]));
}

#[tokio::test(start_paused = true)]
async fn before_anything_is_sent() {
    let client = scripted(&Script::new());
    let error = client.things().del("o", "..").await.unwrap_err();
    assert_eq!(error.to_string(), "things.del: a path segment is `.` or `..`");
    let error = client.things().create("", &Thing::default()).await.unwrap_err();
    assert_eq!(error.to_string(), "things.create: path argument `owner` is empty");
    let error = client.things().keyed().await.unwrap_err();
    assert_eq!(error.to_string(), "things.keyed: no credential: set `query_key` and `header_key` and `session`");
    assert_eq!(error.kind(), ErrorKind::Auth);
}

#[tokio::test(start_paused = true)]
async fn a_written_call_is_named_by_its_line_without_the_query() {
    let client = scripted(&Script::new().answer(404, ""));
    let call = client.request(crate::runtime::Method::GET, "/x/y").query("token", "canary");
    assert_eq!(call.await.unwrap_err().to_string(), "GET /x/y: 404 Not Found (1 attempt)");
}

#[tokio::test(start_paused = true)]
async fn one_line_whatever_the_server_says() {
    let error = list(Reply::new(400, r#"{"error":"a\nb\u001b[31m","code":"c\rd"}"#)).await;
    assert_eq!(error.to_string(), r"things.list: 400 Bad Request: a\nb\u{1b}[31m (code c\rd, 1 attempt)");
    assert_eq!(error.api().unwrap().message(), "a\nb\u{1b}[31m", "the accessor gives it as it is");
}

#[tokio::test(start_paused = true)]
async fn names_that_are_keywords_are_printed_bare() {
    let client = scripted(&Script::new().answer(400, ""));
    assert!(client.things().r#type().await.unwrap_err().to_string().starts_with("things.type: 400"));
}

#[tokio::test(start_paused = true)]
async fn kinds_of_statuses() {
    use ErrorKind::*;
    for (status, kind) in [
        (400, BadRequest),
        (401, Unauthenticated),
        (403, PermissionDenied),
        (404, NotFound),
        (409, Conflict),
        (422, Unprocessable),
        (429, RateLimited),
        (500, Server),
        (599, Server),
        (302, Status),
        (418, Status),
        (408, Status),
    ] {
        assert_eq!(list(Reply::new(status, "")).await.kind(), kind, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_override_that_would_have_let_it_through() {
    let remedy = async |body: &'static str| {
        let text = list(Reply::new(200, body)).await.to_string();
        let said = text.split_once("; override = ").map(|(_, said)| said.to_owned());
        said.map(|said| said.replace(" in generator.toml lets it through (1 attempt)", ""))
    };
    let at = |key: &str, says: &str| Some(format!("[{{ at = \"/**/properties/{key}\", {says} = true }}]"));
    assert_eq!(remedy(r#"{"data":[{"name":"a"}]}"#).await, at("count", "optional"));
    assert_eq!(remedy(r#"{"data":[{"name":null,"count":1}]}"#).await, at("name", "nullable"));
    assert_eq!(remedy(r#"{"data":[{"name":5,"count":1}]}"#).await, at("name", "lenient"));
    assert_eq!(remedy(r#"{"data":[{"name":"a","count":"1"}]}"#).await, at("count", "lenient"));
    assert_eq!(remedy(r#"{"data":[{"name":"a","count":true}]}"#).await, None);
    assert_eq!(remedy(r#"{"data":[null]}"#).await, at("data/items", "nullable"));
    assert_eq!(remedy("nonsense").await, None);
}

#[test]
fn the_override_for_what_is_nested() {
    use std::collections::BTreeMap;

    use serde_core::de::DeserializeOwned;

    use crate::runtime::decode_error::DecodeError;
    use crate::wire::enums::{Bit, Size};

    fn remedy<T: DeserializeOwned>(body: &str) -> Option<String> {
        let error = serde_json::from_str::<T>(body).err().unwrap();
        DecodeError::new::<T>(error).remedy(body.as_bytes())
    }
    type Of<T> = BTreeMap<String, T>;
    let at = |key: &str, says: &str| Some(format!("{{ at = \"/**/properties/{key}\", {says} = true }}"));
    assert_eq!(remedy::<Of<Vec<Of<Size>>>>(r#"{"a":[{"size":"huge"}]}"#), at("size", "open"));
    assert_eq!(remedy::<Of<Bit>>(r#"{"bit":7}"#), at("bit", "open"));
    assert_eq!(remedy::<Of<Vec<Size>>>(r#"{"sizes":["huge"]}"#), at("sizes/items", "open"));
    assert_eq!(remedy::<Of<Vec<Vec<String>>>>(r#"{"rows":[[],["a",null]]}"#), at("rows/items/items", "nullable"));
    assert_eq!(remedy::<Of<Vec<Of<String>>>>(r#"{"a":[{"b":null}]}"#), at("b", "nullable"));
    assert_eq!(remedy::<Of<Of<Size>>>(r#"{"a":{"odd key":"huge"}}"#), None, "a key of a map");
    assert_eq!(remedy::<Vec<Size>>(r#"["huge"]"#), None);
}

#[tokio::test(start_paused = true)]
async fn an_error_body_as_a_type() {
    let error = list(Reply::new(422, r#"{"name":"field","count":3}"#)).await;
    assert_eq!(error.api().unwrap().json::<Thing>().unwrap(), Thing::new("field", 3));
    let error = error.api().unwrap().json::<Vec<Thing>>().unwrap_err();
    assert_eq!(error.to_string(), "422 Unprocessable Entity, but the body is no Vec<Thing> at $");
}

/// What `fn main() -> Result<(), Error>` prints.
#[tokio::test(start_paused = true)]
async fn a_program_that_ends_with_an_error_says_it_in_a_line() {
    let error = list(Reply::new(404, r#"{"error":"workspace not found"}"#)).await;
    let said = "NotFound: things.list: 404 Not Found: workspace not found (1 attempt)";
    assert_eq!(format!("{error:?}"), said);
    let error = list(Reply::new(200, r#"{"success":true,"data":[{"id":7}]}"#)).await;
    let shown = format!("{error:?}");
    assert!(shown.starts_with(&format!("Decode: {error}: ")) && shown.lines().count() == 1, "{shown}");
    assert!(format!("{error:#?}").contains("\n    delivery: Answered,\n"), "{error:#?}");
}
