//! What a call is: owned, one pointer, `Send`, `'static`.

use super::demo::{Demo, Thing, op, scripted};
use crate::runtime::{Method, RawCall, Reply, Script};

#[test]
fn a_call_is_one_pointer() {
    assert_eq!((size_of::<op::Create>(), size_of::<op::List>(), size_of::<RawCall>()), (8, 8, 8));
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Demo>();
}

#[tokio::test]
async fn every_kind_of_call_can_be_spawned() {
    fn spawn<C>(call: C) -> tokio::task::JoinHandle<bool>
    where
        C: IntoFuture<IntoFuture: Send + 'static> + Send + 'static,
        C::Output: Send + 'static + Outcome,
    {
        tokio::spawn(async move { call.await.is_fine() })
    }
    trait Outcome {
        fn is_fine(&self) -> bool;
    }
    impl<T, E> Outcome for Result<T, E> {
        fn is_fine(&self) -> bool {
            self.is_ok()
        }
    }
    let thing = || Reply::json(200, &Thing::new("a", 1));
    let script = (0..16).fold(Script::new(), |script, _| script.then(thing()));
    let client = scripted(&script);
    let things = client.things();
    let handles = [
        spawn(things.create("o", &Thing::default())),
        spawn(things.list("o").limit(1)),
        spawn(things.del("o", "i")),
        spawn(things.find("i")),
        spawn(things.start()),
        spawn(things.text()),
        spawn(things.bytes()),
        spawn(things.pay()),
        spawn(things.upload("f")),
        spawn(client.request(Method::GET, "/x")),
        spawn(things.create("o", &Thing::default()).send_with_meta()),
        spawn(things.list("o").send_raw()),
    ];
    drop(client);
    for handle in handles {
        assert!(handle.await.unwrap());
    }
}

#[tokio::test]
async fn a_value_with_what_came_along() {
    let reply = Reply::json(201, &Thing::new("a", 1)).header("x-request-id", "r-1").header("etag", "\"1\"");
    let client = scripted(&Script::new().then(reply));
    let response = client.things().create("o", &Thing::default()).send_with_meta().await.unwrap();
    assert_eq!((response.status().as_u16(), response.request_id(), response.attempts()), (201, Some("r-1"), 1));
    assert_eq!((response.value(), &response.headers()["etag"]), (&Thing::new("a", 1), &"\"1\"".parse().unwrap()));
    assert_eq!(response.body(), r#"{"name":"a","count":1}"#);
    let (thing, status, headers, body) = response.into_parts();
    assert_eq!((thing, status.as_u16(), headers.len(), body.len()), (Thing::new("a", 1), 201, 3, 22));
}

#[tokio::test]
async fn raw_answers() {
    let script = Script::new().json(200, &Thing::new("a", 1)).answer(404, "no").answer(404, "gone").answer(200, "x");
    let client = scripted(&script);
    let call = || client.request(Method::GET, "/things/1");
    assert_eq!(call().await.unwrap().json::<Thing>().await.unwrap(), Thing::new("a", 1));
    assert_eq!(call().await.unwrap_err().status().unwrap(), 404);
    let response = call().send_raw().await.unwrap();
    assert_eq!((response.status().as_u16(), response.text().await.unwrap().as_str()), (404, "gone"));
    let error = call().await.unwrap().json::<Thing>().await.unwrap_err();
    assert_eq!(error.to_string(), "GET /things/1: 200 OK, but the body is no Thing at $ (1 attempt)");
}
