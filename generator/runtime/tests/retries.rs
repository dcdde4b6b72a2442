//! The policy as calls live it, over a scripted transport under paused time.

use std::time::Duration;

use tokio::time::Instant;

use super::demo::{Thing, builder, scripted};
use crate::runtime::{CallOptions, Delivery, ErrorKind, Reply, RetryPolicy, Script, TransportError};

fn refused() -> Reply {
    Reply::fail(TransportError::connect("refused"))
}

fn reset() -> Reply {
    Reply::fail(TransportError::interrupted("reset"))
}

fn ok() -> Reply {
    Reply::new(200, r#"{"data":[]}"#)
}

fn created() -> Reply {
    Reply::new(201, r#"{"data":{"name":"a","count":1}}"#)
}

#[tokio::test(start_paused = true)]
async fn three_attempts_with_growing_waits() {
    let script = Script::new().then(Reply::new(500, "")).then(Reply::new(502, "")).then(Reply::new(504, "late"));
    let started = Instant::now();
    let error = scripted(&script).things().list("o").await.unwrap_err();
    let took = started.elapsed();
    assert_eq!((error.kind(), error.attempts(), script.requests().len()), (ErrorKind::Server, 3, 3));
    assert_eq!(error.status().unwrap(), 504);
    assert!(error.is_retryable());
    assert!(took >= Duration::from_millis(750) && took <= Duration::from_millis(1510), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn a_create_is_sent_once_when_it_may_have_arrived() {
    for reply in [Reply::new(500, ""), Reply::new(503, ""), Reply::new(408, ""), reset(), Reply::hang()] {
        let script = Script::new().then(reply).then(created());
        let error = scripted(&script).things().create("o", &Thing::new("a", 1)).await.unwrap_err();
        assert_eq!((error.attempts(), script.left()), (1, 1), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn a_create_is_sent_again_when_it_was_not_processed() {
    let busy = || Reply::new(503, "").header("retry-after", "1");
    for reply in [refused(), Reply::new(429, ""), busy(), Reply::new(500, "").header("x-should-retry", "true")] {
        let script = Script::new().then(reply).then(created());
        let thing = scripted(&script).things().create("o", &Thing::new("a", 1)).await.unwrap();
        assert_eq!((thing.count, script.left()), (1, 0));
        let requests = script.requests();
        assert_eq!(requests[0].body(), requests[1].body());
        assert_eq!(requests[0].headers(), requests[1].headers());
    }
}

#[tokio::test(start_paused = true)]
async fn a_create_said_to_be_idempotent_is_sent_again() {
    let keyed = CallOptions::new().idempotency_key("k-1");
    for options in [CallOptions::new().idempotent(true), keyed] {
        let script = Script::new().then(reset()).then(Reply::new(500, "")).then(created());
        scripted(&script).things().create("o", &Thing::new("a", 1)).with(options).await.unwrap();
        assert_eq!(script.requests().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_said_not_to_be_idempotent_is_not() {
    let script = Script::new().then(reset()).then(ok());
    let call = scripted(&script).things().list("o").with(CallOptions::new().idempotent(false));
    assert_eq!(call.await.unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(script.left(), 1);
}

#[tokio::test(start_paused = true)]
async fn truncated_and_timed_out_answers_are_tried_again() {
    let script =
        Script::new().then(Reply::new(200, "{\"da").broken_off()).then(Reply::new(200, "{").stalled()).then(ok());
    let response = scripted(&script).things().list("o").send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert!(response.elapsed() >= Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn what_never_helps_is_not_tried_again() {
    let html = || Reply::new(200, "<html>");
    for reply in [
        Reply::new(400, ""),
        Reply::new(409, ""),
        Reply::new(501, ""),
        Reply::new(505, ""),
        Reply::new(302, ""),
        html(),
        Reply::new(200, r#"{"success":false}"#),
        Reply::new(500, "").header("x-should-retry", "false"),
    ] {
        let script = Script::new().then(reply).then(ok());
        scripted(&script).things().list("o").await.unwrap_err();
        assert_eq!(script.left(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_servers_wait_is_used() {
    let script = Script::new().then(Reply::new(429, "").header("retry-after", "20")).then(ok());
    let started = Instant::now();
    scripted(&script).things().list("o").await.unwrap();
    let took = started.elapsed();
    assert!(took >= Duration::from_secs(20) && took <= Duration::from_secs(22), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn milliseconds_beat_seconds() {
    let reply = Reply::new(429, "").header("retry-after", "50").header("retry-after-ms", "10");
    let started = Instant::now();
    scripted(&Script::new().then(reply).then(ok())).things().list("o").await.unwrap();
    assert!(started.elapsed() < Duration::from_millis(20));
}

#[tokio::test(start_paused = true)]
async fn a_wait_of_more_than_a_minute_is_the_callers_to_decide() {
    let script = Script::new().then(Reply::new(429, "").header("retry-after", "61")).then(ok());
    let started = Instant::now();
    let error = scripted(&script).things().list("o").await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert!(error.is_retryable());
    assert_eq!((error.kind(), error.attempts(), started.elapsed()), (ErrorKind::RateLimited, 1, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn no_wait_passes_the_total_limit() {
    let script = Script::new().then(Reply::new(429, "").header("retry-after", "10")).then(ok());
    let call = scripted(&script).things().list("o").with(CallOptions::new().total_timeout(Duration::from_secs(10)));
    let error = call.await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(10))));
    assert_eq!(script.left(), 1);
}

#[tokio::test(start_paused = true)]
async fn conflict_is_tried_again_where_it_is_said_to_help() {
    let conflict = || Script::new().then(Reply::new(409, "")).then(Reply::json(200, &Thing::new("a", 1)));
    assert!(scripted(&conflict()).things().merge().await.is_ok());
    assert!(scripted(&conflict()).things().r#type().await.is_err());
    let client = builder(&conflict()).retry(RetryPolicy::new().retry_conflict(true)).build().unwrap();
    assert!(client.things().r#type().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn the_call_beats_the_client() {
    let script = Script::new().then(Reply::new(500, "")).then(Reply::new(500, "")).then(ok());
    let client = builder(&script).retry(RetryPolicy::none()).build().unwrap();
    assert_eq!(client.things().list("o").await.unwrap_err().attempts(), 1);
    client.things().list("o").with(CallOptions::new().max_retries(1)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_budget_is_paid_and_given_back() {
    let script = Script::new().then(Reply::new(500, "")).then(Reply::new(500, "")).then(ok()).then(ok());
    let client = scripted(&script);
    client.things().list("o").await.unwrap();
    assert_eq!(client.budget(), 95, "the first retry's 5 are gone, the second's came back");
    client.things().list("o").await.unwrap();
    assert_eq!(client.budget(), 96);
}

#[tokio::test(start_paused = true)]
async fn a_timeout_costs_more() {
    let script = Script::new().then(Reply::hang()).then(Reply::new(500, "")).then(Reply::new(404, ""));
    let client = scripted(&script);
    client.things().list("o").await.unwrap_err();
    assert_eq!(client.budget(), 85);
}

#[tokio::test(start_paused = true)]
async fn an_empty_budget_ends_retries() {
    let script = (0..100).fold(Script::new(), |script, _| script.then(Reply::new(500, "")));
    let client = scripted(&script);
    for _ in 0..10 {
        assert_eq!(client.things().list("o").await.unwrap_err().attempts(), 3);
    }
    assert_eq!(client.budget(), 0);
    let call = client.things().list("o").with(CallOptions::new().max_retries(50));
    let error = call.await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert!(error.is_retryable());
}

#[tokio::test(start_paused = true)]
async fn delivery_says_what_the_server_may_have_seen() {
    let deliver = async |replies: Vec<Reply>| {
        let script = replies.into_iter().fold(Script::new(), Script::then);
        let call = scripted(&script).things().list("o").with(CallOptions::new().max_retries(1));
        call.await.unwrap_err().delivery()
    };
    assert_eq!(deliver(vec![refused(), refused()]).await, Delivery::NotSent);
    assert_eq!(deliver(vec![reset(), reset()]).await, Delivery::Unknown);
    assert_eq!(deliver(vec![Reply::hang(), Reply::hang()]).await, Delivery::Unknown);
    assert_eq!(deliver(vec![reset(), refused()]).await, Delivery::Unknown, "the first attempt may have arrived");
    assert_eq!(deliver(vec![reset(), Reply::new(404, "")]).await, Delivery::Answered);
    assert_eq!(
        deliver(vec![Reply::new(200, "{").broken_off(), Reply::new(200, "{").broken_off()]).await,
        Delivery::Answered
    );
    assert_eq!(deliver(vec![Reply::new(200, "<html>")]).await, Delivery::Answered);
    let client = scripted(&Script::new());
    assert_eq!(client.things().list("").await.unwrap_err().delivery(), Delivery::NotSent);
}

#[tokio::test(start_paused = true)]
async fn raw_calls_follow_the_policy_and_hand_back_the_last_answer() {
    let script = Script::new().then(Reply::new(500, "one")).then(Reply::new(500, "two")).then(Reply::new(503, "three"));
    let response = scripted(&script).things().list("o").send_raw().await.unwrap();
    assert_eq!((response.status().as_u16(), response.attempts()), (503, 3));
    assert_eq!(response.text().await.unwrap(), "three");
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_sends_nothing_more() {
    let script = Script::new().then(Reply::new(429, "").header("retry-after", "30")).then(ok());
    let client = scripted(&script);
    tokio::time::timeout(Duration::from_secs(5), client.things().list("o").send()).await.unwrap_err();
    tokio::time::sleep(Duration::from_secs(100)).await;
    assert_eq!(script.requests().len(), 1);
    drop(client.things().list("o").send());
    assert_eq!(script.requests().len(), 1, "a future that was never polled sends nothing");
}
