use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

use super::demo::{Demo, scripted};
use crate::runtime::{
    BoxFuture, ClientBuilder, Error, ErrorKind, HttpRequest, HttpResponse, Interceptor, Script, Secret, TokenSource,
    TransportError,
    info::{ApiInfo, CredentialKind, SchemeInfo},
};

fn open(script: &Script) -> ClientBuilder {
    Demo::builder().base_url("http://demo.example").transport(script.clone())
}

fn header(script: &Script, name: &str) -> Vec<String> {
    script.requests().iter().map(|request| request.headers()[name].to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_first_alternative_that_is_configured_is_sent() {
    let script = Script::new().answer(200, "").answer(200, "");
    open(&script).login("Aladdin", "open sesame").build().unwrap().things().list("o").await.unwrap();
    let both = open(&script).login("u", "p").api_key("k").build().unwrap();
    both.things().list("o").await.unwrap();
    assert_eq!(header(&script, "authorization"), ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Bearer k"]);
}

#[test]
fn base64_with_each_padding() {
    use crate::runtime::base64::encode;
    for (text, coded) in
        [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")]
    {
        assert_eq!(encode(text.as_bytes()), coded);
    }
    assert_eq!(encode(&[0xff, 0xfe, 0xfd, 0xfb]), "//79+w==");
}

#[tokio::test]
async fn keys_in_query_header_and_cookie_are_sent_together() {
    let script = Script::new().answer(200, "").answer(200, "");
    let client = open(&script).api_key("k").query_key("a&b").header_key("h").session("s;t").build().unwrap();
    client.things().keyed().await.unwrap();
    let request = script.requests().remove(0);
    assert_eq!(request.query(), Some("key=a%26b"));
    assert_eq!(
        (&request.headers()["x-api-key"], &request.headers()["cookie"]),
        (&"h".parse().unwrap(), &"sid=s%3Bt".parse().unwrap())
    );
    assert!(!request.headers().contains_key("authorization"), "an operation gets what it asks for alone");
    client.things().open().await.unwrap();
    assert!(!script.requests().remove(1).headers().contains_key("authorization"));
}

#[tokio::test]
async fn a_credential_that_one_operation_lacks_is_its_own_error() {
    let script = Script::new();
    let client = scripted(&script);
    let error = client.things().keyed().await.unwrap_err();
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Auth, 0));
}

#[test]
fn a_client_that_could_call_nothing_is_not_built() {
    let error = Demo::builder().build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(
        error.to_string(),
        "no credential: set `api_key` (or the environment variable DEMO_API_KEY), or `login`"
    );
    for key in ["", "a\nb"] {
        assert_eq!(Demo::builder().api_key(key).build().unwrap_err().kind(), ErrorKind::Config);
    }
}

static OPTIONAL: ApiInfo = ApiInfo { auth: &[&[], &[0]], auth_everywhere: false, ..API_WITH_KEY };
const API_WITH_KEY: ApiInfo = ApiInfo {
    schemes: &[SchemeInfo { name: "api_key", credential: CredentialKind::Bearer, env: None }],
    ..ApiInfo::DEFAULT
};
static NONE: ApiInfo = ApiInfo::DEFAULT;

#[tokio::test]
async fn an_optional_credential_is_sent_when_there_is_one() {
    let script = Script::new().answer(200, "").answer(200, "");
    open(&script).build_for(&OPTIONAL).unwrap().things().list("o").await.unwrap();
    open(&script).api_key("k").build_for(&OPTIONAL).unwrap().things().list("o").await.unwrap();
    let sent = script.requests();
    assert!(!sent[0].headers().contains_key("authorization"));
    assert_eq!(sent[1].headers()["authorization"], "Bearer k");
    assert!(open(&script).build_for(&NONE).is_ok());
}

struct Counting(AtomicU32);

impl TokenSource for Counting {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.0.fetch_add(1, Relaxed) {
                9.. => Err(Error::new(ErrorKind::Auth, "the login expired")),
                n => Ok(Secret::from(format!("t{n}"))),
            }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_is_asked_for_once_an_attempt() {
    let script = Script::new().answer(500, "").answer(500, "").answer(200, "");
    let client = open(&script).token_source(Counting(AtomicU32::new(0))).build().unwrap();
    client.things().list("o").await.unwrap();
    assert_eq!(header(&script, "authorization"), ["Bearer t0", "Bearer t1", "Bearer t2"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_had_ends_the_call() {
    let script = Script::new();
    let client = open(&script).token_source(Counting(AtomicU32::new(9))).build().unwrap();
    let error = client.things().list("o").await.unwrap_err();
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Auth, 0));
    assert_eq!(error.to_string(), "things.list: the login expired");
    assert_eq!(
        open(&script).token_source(Counting(AtomicU32::new(0))).build_for(&NONE).err().unwrap().kind(),
        ErrorKind::Config
    );
}

#[derive(Clone, Default)]
struct Seen(Arc<std::sync::Mutex<Vec<String>>>);

struct Watch(&'static str, Seen);

impl Interceptor for Watch {
    fn before_attempt(&self, request: &mut HttpRequest) -> Result<(), Error> {
        request.headers_mut().insert("x-seen", self.0.parse().unwrap());
        self.1.0.lock().unwrap().push(format!("before {}", self.0));
        if self.0 == "stop" { Err(Error::new(ErrorKind::InvalidRequest, "stopped")) } else { Ok(()) }
    }

    fn after_attempt(&self, request: &HttpRequest, result: &Result<HttpResponse, TransportError>) {
        let outcome = result.as_ref().map(|response| response.status().as_u16()).map_err(TransportError::is_timeout);
        let seen = request.headers()["x-seen"].to_str().unwrap();
        self.1.0.lock().unwrap().push(format!("after {} {seen} {outcome:?}", self.0));
    }
}

#[tokio::test(start_paused = true)]
async fn interceptors_see_every_attempt_in_order() {
    let (script, seen) =
        (Script::new().answer(500, "").then(crate::runtime::Reply::hang()).answer(200, ""), Seen::default());
    let client = open(&script).api_key("k").interceptor(Watch("a", seen.clone())).interceptor(Watch("b", seen.clone()));
    client.build().unwrap().things().list("o").await.unwrap();
    let seen = seen.0.lock().unwrap().clone();
    assert_eq!(seen[..4], ["before a", "before b", "after a b Ok(500)", "after b b Ok(500)"]);
    assert_eq!(seen[4..8], ["before a", "before b", "after a b Err(true)", "after b b Err(true)"]);
    assert_eq!(seen[8..], ["before a", "before b", "after a b Ok(200)", "after b b Ok(200)"]);
}

#[tokio::test]
async fn an_interceptors_error_ends_the_call_unsent() {
    let (script, seen) = (Script::new(), Seen::default());
    let client = open(&script).api_key("k").interceptor(Watch("stop", seen)).build().unwrap();
    let error = client.things().list("o").await.unwrap_err();
    assert_eq!((error.to_string().as_str(), script.requests().len()), ("things.list: stopped", 0));
}
