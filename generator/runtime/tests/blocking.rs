use std::{thread, time::Duration};

use super::demo::{Thing, scripted};
use crate::runtime::{CallOptions, ErrorKind, Method, Reply, Script};

#[test]
fn a_call_waits_on_its_own_thread() {
    let script = Script::new().json(200, &Thing::new("a", 1)).then(Reply::new(404, "")).answer(200, "raw");
    let client = scripted(&script);
    assert_eq!(client.things().r#type().send_blocking().unwrap(), Thing::new("a", 1));
    assert_eq!(client.things().list("o").send_blocking().unwrap_err().kind(), ErrorKind::NotFound);
    let response = client.request(Method::GET, "/x").send_blocking().unwrap();
    assert_eq!((response.value().as_ref(), response.status().as_u16()), (&b"raw"[..], 200));
}

#[test]
fn threads_share_the_background_runtime() {
    let script =
        (0..8).fold(Script::new(), |script, _| script.then(Reply::new(200, "").after(Duration::from_millis(50))));
    let client = scripted(&script);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.things().list("o").send_blocking().unwrap());
        }
    });
    assert_eq!(script.left(), 0);
}

#[test]
fn time_limits_hold() {
    let client = scripted(&Script::new().then(Reply::hang()));
    let options = CallOptions::new().attempt_timeout(Duration::from_millis(20)).max_retries(0);
    assert_eq!(client.things().list("o").with(options).send_blocking().unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn inside_async_it_is_a_config_error() {
    let script = Script::new();
    let error = scripted(&script).things().list("o").send_blocking().unwrap_err();
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Config, 0));
}
