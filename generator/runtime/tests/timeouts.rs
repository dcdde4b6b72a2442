use std::time::Duration;

use tokio::time::Instant;

use super::demo::{builder, scripted};
use crate::runtime::{BoxFuture, CallOptions, Delivery, Error, ErrorKind, Reply, Script, Secret, TokenSource};

#[tokio::test(start_paused = true)]
async fn the_defaults() {
    let client = scripted(&Script::new());
    let settings = client.settings();
    assert_eq!((settings.attempt_timeout, settings.total_timeout), (Duration::from_secs(60), None));
    assert_eq!((settings.max_response_body, settings.max_error_body), (64 << 20, 1 << 20));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_ends_after_a_minute() {
    let started = Instant::now();
    let call = scripted(&Script::new().then(Reply::hang())).things().list("o").with(CallOptions::new().max_retries(0));
    let error = call.await.unwrap_err();
    assert_eq!((error.kind(), started.elapsed().as_secs()), (ErrorKind::Timeout, 60));
    assert!(error.is_timeout());
}

#[tokio::test(start_paused = true)]
async fn the_body_counts() {
    let script = Script::new().then(Reply::new(200, "{").after(Duration::from_secs(4)).stalled());
    let started = Instant::now();
    let options = CallOptions::new().attempt_timeout(Duration::from_secs(5)).max_retries(0);
    let error = scripted(&script).things().list("o").with(options).await.unwrap_err();
    assert_eq!((error.kind(), started.elapsed().as_secs()), (ErrorKind::Timeout, 5));
    assert_eq!((error.status().unwrap().as_u16(), error.body().unwrap().as_ref()), (200, &b"{"[..]));
    assert_eq!(error.delivery(), Delivery::Answered);
}

#[tokio::test(start_paused = true)]
async fn an_errors_body_that_stalls_does_not_hide_the_status() {
    let script = Script::new().then(Reply::new(404, r#"{"error":"go"#).stalled());
    let error = scripted(&script).things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), error.body().unwrap().as_ref()), (ErrorKind::NotFound, &br#"{"error":"go"#[..]));
}

#[tokio::test(start_paused = true)]
async fn the_total_limit_covers_attempts_and_waits() {
    let script = (0..9).fold(Script::new(), |script, _| script.then(Reply::hang()));
    let client = builder(&script).total_timeout(Duration::from_secs(70)).build().unwrap();
    let started = Instant::now();
    let error = client.things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), started.elapsed().as_secs()), (ErrorKind::Timeout, 2, 70));
}

#[tokio::test(start_paused = true)]
async fn limits_beyond_what_a_clock_holds_are_none() {
    let options = CallOptions::new().attempt_timeout(Duration::MAX).total_timeout(Duration::MAX);
    let script = Script::new().answer(200, "[]");
    scripted(&script).things().list("o").with(options).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_raw_answers_body_has_the_attempts_time() {
    let options = || CallOptions::new().attempt_timeout(Duration::from_secs(5));
    let script = Script::new().then(Reply::new(200, "abc").stalled()).then(Reply::new(200, "abc").stalled());
    let client = scripted(&script);
    let started = Instant::now();
    let response = client.things().list("o").with(options()).send_raw().await.unwrap();
    let error = response.bytes().await.unwrap_err();
    assert_eq!((error.kind(), started.elapsed().as_secs()), (ErrorKind::Timeout, 5));
    let mut response = client.things().list("o").with(options()).send_raw().await.unwrap();
    assert_eq!(response.chunk().await.unwrap().unwrap(), "abc");
    assert_eq!(response.chunk().await.unwrap_err().kind(), ErrorKind::Timeout);
}

struct Never;

impl TokenSource for Never {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn fetching_a_token_counts() {
    let script = Script::new();
    let client = builder(&script).token_source(Never).build().unwrap();
    let error = client.things().list("o").with(CallOptions::new().max_retries(0)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), script.requests().len()), (ErrorKind::Timeout, Delivery::NotSent, 0));
}
