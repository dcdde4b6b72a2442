//! What is sent: headers, queries, bodies.

use super::demo::{Thing, builder, scripted};
use crate::runtime::{CallOptions, ErrorKind, HttpRequest, Method, Script};

/// The one request of a call that is answered with nothing.
macro_rules! sent {
    ($client:ident => $call:expr) => {{
        let script = Script::new().answer(200, "");
        let $client = scripted(&script);
        let _ = $call.await;
        only(&script)
    }};
}

fn only(script: &Script) -> HttpRequest {
    let mut requests = script.requests();
    assert_eq!(requests.len(), 1);
    requests.pop().unwrap()
}

fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().map(|value| value.to_str().unwrap());
    assert!(values.next().is_none(), "{name} is sent once");
    value
}

#[tokio::test]
async fn a_create() {
    let request = sent!(client => client.things().create("o 1", &Thing::new("é\u{1}", 1)));
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.url(), "https://demo.example/api/v1/owners/o%201/things");
    assert_eq!(header(&request, "authorization"), Some("Bearer org_canary"));
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    assert_eq!(header(&request, "accept"), Some("application/json"));
    assert_eq!(header(&request, "user-agent"), Some("demo-sdk/0.1.0"));
    assert_eq!(request.body().unwrap(), "{\"name\":\"é\\u0001\",\"count\":1}");
}

#[tokio::test]
async fn a_call_without_a_body_says_nothing_of_one() {
    for request in [sent!(client => client.things().list("o")), sent!(client => client.things().del("o", "i"))] {
        assert_eq!((request.body(), header(&request, "content-type")), (None, None));
        assert_eq!((request.query(), header(&request, "content-length")), (None, None));
    }
}

#[tokio::test]
async fn queries() {
    let request = sent!(client => client.things().list("o").limit(3).tags(&["a b", "c&d"]).ids(&[1, 2]).tags(&[]));
    assert_eq!(request.query(), Some("limit=3&tag=a+b&tag=c%26d&ids=1%2C2"));
    let map = std::collections::BTreeMap::from([("k", "v"), ("l", "é")]);
    let options = CallOptions::new().query("extra", "1=2");
    let request = sent!(client => client.things().list("o").ids(&[]).filter(&map).with(options));
    assert_eq!(request.query(), Some("k=v&l=%C3%A9&extra=1%3D2"));
}

#[tokio::test]
async fn header_and_cookie_parameters() {
    let request = sent!(client => client.things().list("o").trace("t-1").theme("dark mode;x"));
    assert_eq!(header(&request, "x-trace"), Some("t-1"));
    assert_eq!(header(&request, "cookie"), Some("theme=dark%20mode%3Bx"));
    let script = Script::new();
    let error = scripted(&script).things().list("o").trace("a\r\nb: c").await.unwrap_err();
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::InvalidRequest, 0));
}

#[tokio::test]
async fn later_headers_take_the_place_of_earlier_ones() {
    let script = Script::new().answer(200, "").answer(200, "");
    let client =
        builder(&script).default_header("User-Agent", "mine").default_header("x-trace", "client").build().unwrap();
    client.things().list("o").trace("operation").await.unwrap();
    let options = CallOptions::new().header("AUTHORIZATION", "Bearer other").header("X-Trace", "call");
    client.things().list("o").trace("operation").with(options).await.unwrap();
    let requests = script.requests();
    assert_eq!(
        (header(&requests[0], "user-agent"), header(&requests[0], "x-trace")),
        (Some("mine"), Some("operation"))
    );
    assert_eq!(
        (header(&requests[1], "authorization"), header(&requests[1], "x-trace")),
        (Some("Bearer other"), Some("call"))
    );
}

#[tokio::test]
async fn options_add_up_and_faults_are_kept() {
    let first = CallOptions::new().header("x-a", "1").query("q", "1");
    let request = sent!(client => client.things().list("o").with(first).with(CallOptions::new().header("x-b", "2")));
    assert_eq!(
        (header(&request, "x-a"), header(&request, "x-b"), request.query()),
        (Some("1"), Some("2"), Some("q=1"))
    );
    for options in [
        CallOptions::new().header("bad name", "1"),
        CallOptions::new().header("x", "a\nb"),
        CallOptions::new().idempotency_key("a\nb"),
        CallOptions::new().idempotency_key(""),
    ] {
        let script = Script::new();
        let error = scripted(&script).things().list("o").with(options).await.unwrap_err();
        assert_eq!((error.kind(), script.requests().len()), (ErrorKind::InvalidRequest, 0));
    }
}

#[tokio::test(start_paused = true)]
async fn a_declared_key_is_made_once_and_kept_over_attempts() {
    let script =
        Script::new().answer(500, "").answer(500, "").json(200, &Thing::default()).json(200, &Thing::default());
    let client = scripted(&script);
    client.things().pay().await.unwrap();
    client.things().pay().await.unwrap();
    let keys: Vec<_> =
        script.requests().iter().map(|request| header(request, "x-pay-key").unwrap().to_owned()).collect();
    assert_eq!((&keys[0], &keys[0]), (&keys[1], &keys[2]));
    assert_ne!(keys[2], keys[3]);
    let request = sent!(client => client.things().pay().with(CallOptions::new().idempotency_key("mine")));
    assert_eq!(header(&request, "x-pay-key"), Some("mine"));
    let request =
        sent!(client => client.things().create("o", &Thing::default()).with(CallOptions::new().idempotency_key("k")));
    assert_eq!(header(&request, "idempotency-key"), Some("k"));
    assert_eq!(header(&sent!(client => client.things().create("o", &Thing::default())), "idempotency-key"), None);
}

#[tokio::test]
async fn written_calls() {
    let request = sent!(client => client.request(Method::PUT, "/tasks/1").query("a", "b").json(&Thing::new("x", 1)));
    assert_eq!(request.url(), "https://demo.example/api/v1/tasks/1?a=b");
    assert_eq!((header(&request, "accept"), header(&request, "content-type")), (Some("*/*"), Some("application/json")));
    assert_eq!(header(&request, "authorization"), Some("Bearer org_canary"));
    let call = |client: &super::demo::Demo| {
        client.request(Method::POST, "t").body("text/csv", "a,b").accept("text/csv").header("x-a", "1")
    };
    let request = sent!(client => call(&client));
    assert_eq!((header(&request, "accept"), header(&request, "content-type")), (Some("text/csv"), Some("text/csv")));
    assert_eq!((request.body().unwrap().as_ref(), header(&request, "x-a")), (&b"a,b"[..], Some("1")));
    let request = sent!(client => client.things().upload("a/b"));
    assert_eq!(request.path(), "/api/v1/upload/a%2Fb");
}
