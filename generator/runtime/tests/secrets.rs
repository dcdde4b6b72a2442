//! A canary in every place that holds a secret must show nowhere.

use std::{error::Error as _, fmt::Write as _};

use super::demo::{Demo, Thing, scripted};
use crate::runtime::{CallOptions, Method, Reply, Script, Secret, TransportError};

const CANARY: &str = "canary";

fn assert_hidden(shown: &str) {
    assert!(!shown.to_lowercase().contains(CANARY), "{shown}");
    assert!(!shown.contains("Y2FuYXJ5"), "base64: {shown}");
}

#[test]
fn a_secret_is_not_shown() {
    let secret = Secret::from("canary");
    assert_hidden(&format!("{secret:?} {secret:#?}"));
    assert_eq!(secret.expose(), "canary");
}

#[tokio::test(start_paused = true)]
async fn nothing_that_can_be_printed_shows_a_credential() {
    let body = r#"{"error":"bad","echo":"canary"}"#;
    let replies = [
        Reply::new(401, body).header("x-echo", CANARY),
        Reply::new(302, "").header("location", "https://x/?k=canary"),
        Reply::fail(TransportError::connect("no route")),
        Reply::new(200, r#"{"data":{"canary":1}}"#),
        Reply::hang(),
    ];
    for reply in replies {
        let script = Script::new().then(reply);
        let builder = Demo::builder()
            .base_url("https://demo.example")
            .api_key(CANARY)
            .login("user", CANARY)
            .query_key(CANARY)
            .header_key(CANARY)
            .session(CANARY)
            .default_header("x-default", CANARY)
            .transport(script.clone());
        let mut shown = format!("{builder:?} {builder:#?}");
        let client = builder.build().unwrap();
        let options =
            CallOptions::new().header("x-own", CANARY).query("q", CANARY).idempotency_key(CANARY).max_retries(0);
        write!(shown, "{client:?} {:?} {:?} {options:?}", client.things(), client.core.credentials).unwrap();
        let call = client.things().keyed().with(options);
        write!(shown, "{call:?}").unwrap();
        let future = call.send_with_meta();
        write!(shown, "{future:?}").unwrap();
        match future.await {
            Ok(response) => write!(shown, "{response:?}").unwrap(),
            Err(error) => write!(shown, "{error} {error:?} {error:#?} {:?} {:?}", error.api(), error.source()).unwrap(),
        }
        for request in script.requests() {
            assert!(request.url().contains(CANARY) && request.headers()["x-api-key"] == CANARY, "it was sent");
            write!(shown, "{request:?}").unwrap();
            let mut headers = request.headers().clone();
            for own in ["x-own", "x-default", "idempotency-key"] {
                headers.remove(own);
            }
            write!(shown, "{headers:?}").unwrap();
        }
        assert_hidden(&shown);
    }
}

#[tokio::test]
async fn a_credential_that_cannot_be_sent_is_not_shown() {
    let error = Demo::builder().api_key("canary\n").build().unwrap_err();
    assert_hidden(&format!("{error} {error:?}"));
}

#[tokio::test]
async fn raw_things_show_no_secret() {
    let client = scripted(&Script::new().then(Reply::new(200, CANARY).header("x", CANARY)));
    let call = client.request(Method::POST, "/x").query("q", CANARY).json(&Thing::new(CANARY, 1)).header("x-a", CANARY);
    let mut shown = format!("{call:?}");
    let response = call.await.unwrap();
    write!(shown, "{response:?}").unwrap();
    assert_hidden(&shown);
}
