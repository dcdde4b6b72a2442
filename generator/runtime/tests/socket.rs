//! Faults of a real server over a real socket, in real time with short limits.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::demo::{Demo, Thing};
use crate::runtime::{CallOptions, ClientBuilder, Delivery, Error, ErrorKind};

/// Serves each connection by `act`, after the request's headers and body came. Gives the base URL.
async fn serve<F, A>(act: F) -> String
where
    F: Fn(TcpStream, usize) -> A + Send + 'static,
    A: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        for number in 0.. {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_request(&mut stream).await;
            tokio::spawn(act(stream, number));
        }
    });
    url
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let n = stream.read(&mut buffer).await.unwrap();
        text.extend_from_slice(&buffer[..n]);
        let shown = String::from_utf8_lossy(&text).into_owned();
        let length =
            shown.to_lowercase().split_once("content-length: ").and_then(|(_, rest)| rest.lines().next()?.parse().ok());
        if let Some((_, body)) = shown.split_once("\r\n\r\n") {
            if n == 0 || body.len() >= length.unwrap_or(0) {
                return shown;
            }
        }
    }
}

/// Writes these texts with a pause after each, then closes.
async fn write(mut stream: TcpStream, texts: &[&str], pause: Duration) {
    for text in texts {
        if stream.write_all(text.as_bytes()).await.is_err() {
            return;
        }
        tokio::time::sleep(pause).await;
    }
}

fn client(url: &str) -> ClientBuilder {
    Demo::builder().base_url(url).api_key("org_canary").no_proxy()
}

/// The error of a list call against a server that writes these texts.
async fn fails(texts: &'static [&'static str], pause: u64, limit: u64) -> Error {
    let url = serve(move |stream, _| write(stream, texts, Duration::from_millis(pause))).await;
    let client = client(&url).attempt_timeout(Duration::from_millis(limit)).build().unwrap();
    let error = client.things().list("o").with(CallOptions::new().max_retries(0)).await.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("canary") && !shown.contains("/owners"), "{shown}");
    error
}

#[tokio::test]
async fn good_answers_in_one_piece_and_in_chunks() {
    let whole = &["HTTP/1.1 200 OK\r\ncontent-length: 24\r\n\r\n[{\"name\":\"a\",\"count\":1}]"];
    let chunked = &[
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n[{\"\r\n13\r\nname\":\"a\",\"count\":1\r\n",
        "2\r\n}]\r\n0\r\n\r\n",
    ];
    for texts in [&whole[..], &chunked[..]] {
        let url = serve(move |stream, _| write(stream, texts, Duration::from_millis(20))).await;
        let response = client(&url).build().unwrap().things().list("o").send_with_meta().await.unwrap();
        assert_eq!((response.value().as_slice(), response.attempts()), (&[Thing::new("a", 1)][..], 1));
    }
}

#[tokio::test]
async fn a_truncated_body() {
    let error = fails(&["HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\""], 0, 5000).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Delivery::Answered));
    assert_eq!((error.status().unwrap().as_u16(), error.body().unwrap().as_ref()), (200, &b"{\"data\""[..]));
}

#[tokio::test]
async fn a_chunk_that_breaks_off() {
    let error = fails(&["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"], 0, 5000).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_reset() {
    let url = serve(async |stream, _| drop(stream)).await;
    let client = client(&url).build().unwrap();
    let error = client.things().create("o", &Thing::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Transport, Delivery::Unknown, 1));
}

#[tokio::test]
async fn a_reset_and_then_an_answer() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]";
    let url = serve(async move |stream, number| match number {
        0 => drop(stream),
        _ => write(stream, &[answer], Duration::ZERO).await,
    })
    .await;
    let response = client(&url).build().unwrap().things().list("o").send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 2);
}

#[tokio::test]
async fn a_stalled_body() {
    let started = Instant::now();
    let error = fails(&["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"", ""], 3000, 150).await;
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Timeout, 200));
    assert!(error.is_timeout() && started.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn slow_headers() {
    let error = fails(&["HTTP/1.1 200 OK\r\n", "content-", "length: 2\r\n\r\n[]"], 100, 150).await;
    assert_eq!((error.kind(), error.delivery(), error.status()), (ErrorKind::Timeout, Delivery::Unknown, None));
}

#[tokio::test]
async fn headers_that_are_none() {
    let error = fails(&["SSH-2.0-OpenSSH_9.6\r\n"], 0, 5000).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Delivery::Unknown));
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_even_for_a_create() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = client(&url).build().unwrap();
    let error = client.things().create("o", &Thing::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Connect, Delivery::NotSent, 3));
    assert!(error.is_retryable() && !error.is_timeout());
    assert!(error.to_string().contains("cannot connect to 127.0.0.1:"), "{error}");
}

#[tokio::test]
async fn an_unknown_host() {
    let client = client("http://nowhere.invalid").attempt_timeout(Duration::from_secs(20)).build().unwrap();
    let error = client.things().list("o").with(CallOptions::new().max_retries(0)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Delivery::NotSent));
}

#[tokio::test]
async fn an_oversized_body() {
    let texts = &["HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n0123456789", "0123456789"];
    let url = serve(move |stream, _| write(stream, texts, Duration::from_millis(20))).await;
    let small = client(&url).max_response_body(15).build().unwrap();
    let error = small.things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.body().unwrap().len()), (ErrorKind::Decode, 1, 15));
    let exact = client(&url).max_response_body(20).build().unwrap();
    assert_eq!(exact.things().text().await.unwrap().len(), 20);
}

#[tokio::test]
async fn an_oversized_error_is_cut() {
    let texts = &["HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n0123456789"];
    let url = serve(move |stream, _| write(stream, texts, Duration::ZERO)).await;
    let error = client(&url).max_error_body(4).build().unwrap().things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), error.body().unwrap().as_ref()), (ErrorKind::NotFound, &b"0123"[..]));
}

#[tokio::test]
async fn what_is_compressed_unasked_is_no_json() {
    let (sender, mut requests) = tokio::sync::mpsc::unbounded_channel();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        sender.send(read_request(&mut stream).await).unwrap();
        let head = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 10\r\n\r\n";
        stream.write_all(&[&head[..], b"\x1f\x8b\x08\0\0\0\0\0\0\x03"].concat()).await.unwrap();
    });
    let error = client(&url).build().unwrap().things().list("o").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let request = requests.recv().await.unwrap().to_lowercase();
    assert!(!request.contains("accept-encoding"), "{request}");
    assert_eq!(request.matches("authorization: bearer org_canary").count(), 1);
    assert!(request.starts_with("get /owners/o/things http/1.1\r\n") && !request.contains("content-length"));
}

#[tokio::test]
async fn a_redirect_is_a_status_and_is_not_followed() {
    let other = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let answer = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: http://{}/x?k=1\r\ncontent-length: 0\r\n\r\n",
        other.local_addr().unwrap()
    );
    let url = serve(move |stream, _| {
        let answer = answer.clone();
        async move { write(stream, &[&answer], Duration::ZERO).await }
    })
    .await;
    let error = client(&url).build().unwrap().things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16(), error.attempts()), (ErrorKind::Status, 307, 1));
    let nobody = tokio::time::timeout(Duration::from_millis(100), other.accept()).await;
    assert!(nobody.is_err(), "nothing went to the other origin");
}

#[cfg(feature = "reqwest-client")]
#[tokio::test]
async fn a_reqwest_client_of_ones_own() {
    let url = serve(async |stream, _| write(stream, &["HTTP/1.1 204 No Content\r\n\r\n"], Duration::ZERO).await).await;
    let own = reqwest::Client::builder().no_proxy().build();
    let Ok(own) = own else { return };
    assert_eq!(client(&url).http_client(own).build().unwrap().things().list("o").await.unwrap(), []);
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_over_a_socket() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let answer = &["HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]"];
    let url = runtime.block_on(serve(move |stream, _| write(stream, answer, Duration::ZERO)));
    let client = client(&url).build().unwrap();
    assert_eq!(client.things().list("o").send_blocking().unwrap(), []);
    assert_eq!(client.things().list("o").send_blocking().unwrap(), []);
}
