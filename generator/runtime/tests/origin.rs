//! C1: a call reaches the configured origin and the template's path, or it is not sent.

use proptest::prelude::*;

use super::demo::{Demo, scripted};
use crate::runtime::{CallOptions, Delivery, ErrorKind, Method, Reply, Script};

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(future)
}

/// Where a call with these arguments went; none: it was refused before it was sent.
fn sent(owner: &str, name: &str) -> Option<String> {
    let script = Script::new().then(Reply::new(200, ""));
    let ended = block_on(scripted(&script).things().del(owner, name).into_future());
    let requests = script.requests();
    match requests.first() {
        Some(request) => Some(request.url().to_owned()),
        None => {
            let error = ended.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::InvalidRequest, Delivery::NotSent));
            None
        }
    }
}

const HOSTILE: &[&str] = &[
    "",
    ".",
    "..",
    "%2e%2e",
    "a/../b",
    "/",
    "//evil.test",
    "\\\\evil.test",
    "@evil.test",
    ":80",
    "?q",
    "#f",
    "a\nb",
    "a\0b",
    "\t..",
    "https://evil.test",
    "..\\..\\admin",
    "a;b",
    "{owner}",
    "{{",
    "é",
    "\u{202e}",
    "%",
    "%zz",
    " ",
];

#[test]
fn no_argument_leaves_its_place() {
    let mut arrived = 0;
    for value in HOSTILE {
        for (owner, name) in [(*value, "n"), ("o", *value)] {
            let Some(sent) = sent(owner, name) else { continue };
            arrived += 1;
            let url = url::Url::parse(&sent).unwrap();
            assert_eq!(url.origin().ascii_serialization(), "https://demo.example", "{value:?}");
            assert!((url.username(), url.query(), url.fragment()) == ("", None, None), "{value:?}: {sent}");
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            assert_eq!(segments.len(), 6, "{value:?}: {sent}");
            assert_eq!((segments[2], segments[4]), ("owners", "things"), "{value:?}: {sent}");
        }
    }
    assert!(arrived > 20, "{arrived}");
}

#[test]
fn no_raw_path_and_no_query_leaves_the_base() {
    for value in HOSTILE {
        let script = Script::new().then(Reply::new(200, ""));
        let options = CallOptions::new().query("q", value).header("x-q", "v");
        let _ = block_on(scripted(&script).request(Method::GET, value).with(options).into_future());
        for request in script.requests() {
            assert!(request.url().starts_with("https://demo.example/api/v1"), "{value:?}: {}", request.url());
        }
    }
}

#[test]
fn an_operation_goes_to_its_own_server_unless_another_was_given() {
    let went = |builder: crate::runtime::ClientBuilder| {
        let script = Script::new().then(Reply::new(200, ""));
        let client = builder.api_key("k").transport(script.clone()).build().unwrap();
        block_on(client.things().fetch().into_future()).unwrap();
        script.requests()[0].url().to_owned()
    };
    assert_eq!(went(Demo::builder()), "https://files.demo.example/v2/files");
    assert_eq!(went(Demo::builder().base_url("http://localhost:1/x/")), "http://localhost:1/x/files");
}

#[test]
fn no_base_url_is_more_than_one() {
    for url in [
        "ftp://a.test",
        "https://",
        "https://u@a.test",
        "https://u:p@a.test",
        "https://a.test/?q",
        "a.test",
        "",
        "file:///x",
        "https://a.test/#f",
    ] {
        let error = Demo::builder().base_url(url).api_key("k").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{url}");
    }
}

#[test]
fn no_server_variable_is_more_than_one() {
    for value in ["evil.test/", "evil.test#", "x@evil.test/", "evil.test\\", "a b", "", "..", "a\n", "a:80", "é", "a/b"]
    {
        let error = Demo::builder().region(value).api_key("k").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{value:?}");
    }
}

proptest! {
    #[test]
    fn any_arguments_stay_in_their_place(owner in any::<String>(), name in any::<String>()) {
        if let Some(sent) = sent(&owner, &name) {
            let url = url::Url::parse(&sent).unwrap();
            prop_assert_eq!(url.as_str(), sent.as_str());
            prop_assert_eq!(url.origin().ascii_serialization(), "https://demo.example");
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            prop_assert_eq!((segments.len(), segments[2], segments[4]), (6, "owners", "things"));
        }
    }
}
