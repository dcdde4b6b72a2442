//! The spans, field by field.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use super::demo::scripted;
use crate::runtime::{CallOptions, Script};

/// Each span: its name, its fields as text.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<Vec<Span>>>);

type Span = Vec<(String, String)>;

struct Fields<'f>(&'f mut Vec<(String, String)>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name().to_owned(), format!("{value:?}")));
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name().to_owned(), value.to_owned()));
    }
}

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("runtime")
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut spans = self.0.lock().unwrap();
        let mut fields = vec![("span".to_owned(), span.metadata().name().to_owned())];
        span.record(&mut Fields(&mut fields));
        spans.push(fields);
        Id::from_u64(spans.len() as u64)
    }
    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Fields(&mut self.0.lock().unwrap()[index]));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test(start_paused = true)]
async fn a_call_and_its_attempts() {
    let spans = Spans::default();
    let _guard = tracing::subscriber::set_default(spans.clone());
    let script = Script::new().answer(500, r#"{"error":"canary"}"#).answer(200, "");
    let call = scripted(&script).things().list("o").limit(1).with(CallOptions::new().query("token", "canary"));
    call.await.unwrap();
    let spans = spans.0.lock().unwrap().clone();
    let common = [
        ("span", "attempt"),
        ("otel.kind", "client"),
        ("otel.name", "GET /owners/{owner}/things"),
        ("http.request.method", "GET"),
        ("url.template", "/owners/{owner}/things"),
        ("url.full", "https://demo.example/api/v1/owners/o/things?limit=REDACTED&token=REDACTED"),
        ("server.address", "demo.example"),
        ("server.port", "443"),
    ];
    let expect = |more: &[(&str, &str)]| -> Vec<(String, String)> {
        common.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    assert_eq!(
        spans[0],
        [("span".to_owned(), "call".to_owned()), ("sdk.operation".to_owned(), "demo.things.list".to_owned())]
    );
    assert_eq!(
        spans[1],
        expect(&[("http.response.status_code", "500"), ("error.type", "500"), ("otel.status_code", "ERROR")])
    );
    assert_eq!(spans[2], expect(&[("http.request.resend_count", "1"), ("http.response.status_code", "200")]));
    assert_eq!(spans.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_without_an_answer_names_its_kind() {
    let spans = Spans::default();
    let _guard = tracing::subscriber::set_default(spans.clone());
    let script = Script::new().then(crate::runtime::Reply::hang());
    scripted(&script).things().list("o").with(CallOptions::new().max_retries(0)).await.unwrap_err();
    let spans = spans.0.lock().unwrap().clone();
    assert!(spans[1].contains(&("error.type".to_owned(), "Timeout".to_owned())), "{spans:?}");
}

/// Everything that any crate says at any level, as text.
#[derive(Clone, Default)]
struct Everything(Arc<Mutex<String>>);

struct Text<'t>(&'t mut String);

impl Visit for Text<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push_str(&format!("{}={value:?} ", field.name()));
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut text = self.0.lock().unwrap();
        text.push_str(span.metadata().name());
        span.record(&mut Text(&mut text));
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Text(&mut self.0.lock().unwrap()));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut Text(&mut self.0.lock().unwrap()));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// C2: a canary in every credential, header, query, path and body, over a real socket, so that hyper and reqwest speak
/// too; only the operation may show what it was called with, and that is not the credential.
#[cfg(any(feature = "rustls", not(feature = "rustls-no-provider")))]
#[tokio::test]
async fn no_crate_logs_a_secret_at_any_level() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let mut all = String::new();
        for status in ["200 OK", "302 Found", "401 Unauthorized"] {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut buffer = [0; 8192];
            let read = stream.read(&mut buffer).await.unwrap();
            all.push_str(&String::from_utf8_lossy(&buffer[..read]));
            let head =
                format!("HTTP/1.1 {status}\r\nconnection: close\r\nset-cookie: s=canary\r\nlocation: /canary\r\n");
            let body = r#"{"note":"canary"}"#;
            stream.write_all(format!("{head}content-length: {}\r\n\r\n{body}", body.len()).as_bytes()).await.unwrap();
        }
        all
    });
    let said = Everything::default();
    let guard = tracing::subscriber::set_default(said.clone());
    let builder = super::demo::Demo::builder().base_url(&url).no_proxy().api_key("canary").login("u", "canary");
    let builder = builder.query_key("canary").header_key("canary").session("canary").default_header("x-d", "canary");
    let client = builder.build().unwrap();
    for _ in 0..3 {
        let options = CallOptions::new().header("x-own", "canary").query("q", "canary").max_retries(0);
        let ended = client.things().keyed().with(options).await;
        let shown = format!("{ended:?}");
        assert!(ended.is_ok() || !shown.contains("canary"), "{shown}");
    }
    drop(guard);
    let sent = server.await.unwrap();
    assert!(sent.matches("canary").count() >= 3 * 5, "it was sent: {sent}");
    let said = said.0.lock().unwrap().clone();
    assert!(said.contains("http.request.method"), "{said}");
    assert!(!said.contains("canary") && !said.contains("Y2FuYXJ5"), "{said}");
}
