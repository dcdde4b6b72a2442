//! What is sent of parameters in every style, and of bodies that are not JSON.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Value, json};

use super::demo::scripted;
use crate::runtime::{
    File, HttpRequest, OperationInfo, Request, Script, Style,
    style::Style::{
        Brackets, Comma, Deep, Form, Json, Label, LabelExplode, Matrix, MatrixExplode, Pipe, Simple, SimpleExplode,
        Space, Tab, WholeJson,
    },
};

const INFO: &OperationInfo = &OperationInfo { method: "M-SEARCH", path: "/a/{v}", ..OperationInfo::DEFAULT };
const PLAIN: &OperationInfo = &OperationInfo { method: "POST", path: "/a", ..OperationInfo::DEFAULT };

async fn sent(info: &'static OperationInfo, make: impl FnOnce(Request) -> Request) -> HttpRequest {
    let script = Script::new().answer(200, "");
    let client = scripted(&script);
    let call = make(Request::new(&Arc::clone(&client.core), info));
    call.send(crate::runtime::decode::empty::<()>).await.unwrap();
    script.requests().pop().unwrap()
}

async fn query(style: Style, value: Value) -> String {
    let request = sent(PLAIN, |call| call.query_fields("p", style, &value)).await;
    request.query().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn objects_in_a_query() {
    let object = || json!({"R": 100, "a b": true, "none": null});
    for (style, expected) in [
        (Form, "R=100&a+b=true"),
        (Comma, "p=R,100,a+b,true"),
        (Space, "p=R%20100%20a+b%20true"),
        (Pipe, "p=R%7C100%7Ca+b%7Ctrue"),
        (Tab, "p=R%09100%09a+b%09true"),
        (Deep, "p%5BR%5D=100&p%5Ba+b%5D=true"),
        (WholeJson, "%7B%22R%22%3A100%2C%22a%20b%22%3Atrue%2C%22none%22%3Anull%7D"),
        (Json, "p=%7B%22R%22%3A100%2C%22a+b%22%3Atrue%2C%22none%22%3Anull%7D"),
    ] {
        assert_eq!(query(style, object()).await, expected, "{style:?}");
    }
}

#[tokio::test]
async fn what_openapi_leaves_open_is_in_brackets() {
    let decoded = |text: String| percent_encoding::percent_decode_str(&text).decode_utf8().unwrap().into_owned();
    let nested = json!({"a": {"b": [1, 2]}, "c": [{"d": "x"}]});
    assert_eq!(decoded(query(Deep, nested.clone()).await), "p[a][b]=1&p[a][b]=2&p[c][0][d]=x");
    assert_eq!(decoded(query(Form, nested).await), "a[b]=1&a[b]=2&c[0][d]=x");
    assert_eq!(decoded(query(Form, json!([{"a": 1}, {"a": 2}])).await), "p[0][a]=1&p[1][a]=2");
    assert_eq!(decoded(query(Form, json!([[1, 2], [3]])).await), "p[0]=1&p[0]=2&p[1]=3");
    assert_eq!(decoded(query(Brackets, json!(["a", "b"])).await), "p[]=a&p[]=b");
    assert_eq!(query(Deep, json!({})).await, "");
}

#[tokio::test]
async fn lists_and_objects_in_a_path() {
    let list = ["red", "b/w"];
    for (style, one, many, object) in [
        (Simple, "5", "red,b%2Fw", "R,1,G,2"),
        (SimpleExplode, "5", "red,b%2Fw", "R=1,G=2"),
        (Label, ".5", ".red,b%2Fw", ".R,1,G,2"),
        (LabelExplode, ".5", ".red.b%2Fw", ".R=1.G=2"),
        (Matrix, ";v=5", ";v=red,b%2Fw", ";v=R,1,G,2"),
        (MatrixExplode, ";v=5", ";v=red;v=b%2Fw", ";R=1;G=2"),
    ] {
        let path = |request: HttpRequest| request.path().rsplit('/').next().unwrap().to_owned();
        assert_eq!(path(sent(INFO, |call| call.path_styled(style, &5)).await), one, "{style:?}");
        assert_eq!(path(sent(INFO, |call| call.path_styled(style, list.as_slice())).await), many, "{style:?}");
        let value = json!({"R": 1, "G": 2});
        let got = path(sent(INFO, |call| call.path_fields(style, &value)).await);
        let turned = json!({"G": 2, "R": 1});
        let other = path(sent(INFO, |call| call.path_fields(style, &turned)).await);
        assert!(got == object || other == object || sorted(&got) == sorted(object), "{style:?}: {got}");
    }
}

/// The characters in order: `serde_json::Value` sorts its members.
fn sorted(text: &str) -> Vec<char> {
    let mut all: Vec<_> = text.chars().collect();
    all.sort_unstable();
    all
}

#[tokio::test]
async fn an_empty_or_hostile_path_value_is_refused() {
    for value in ["", "a\nb"] {
        let client = scripted(&Script::new());
        let call = Request::new(&client.core, INFO).path_styled(Matrix, value);
        let error = call.send(crate::runtime::decode::empty::<()>).await.unwrap_err();
        assert_eq!(error.kind(), crate::runtime::ErrorKind::InvalidRequest);
    }
}

#[tokio::test]
async fn objects_in_headers_and_cookies() {
    let value = json!({"a": 1, "b": "x"});
    let request = sent(PLAIN, |call| call.header_fields("x-p", Simple, &value)).await;
    assert_eq!(request.headers()["x-p"], "a,1,b,x");
    let request = sent(PLAIN, |call| call.header_fields("x-p", SimpleExplode, &value)).await;
    assert_eq!(request.headers()["x-p"], "a=1,b=x");
    let request = sent(PLAIN, |call| call.cookie_fields("p", Form, &value).cookie_fields("j", Json, &json!([1]))).await;
    assert_eq!(request.headers()["cookie"], "a=1; b=x; j=%5B1%5D");
}

#[tokio::test]
async fn methods_that_have_no_name_here() {
    assert_eq!(sent(INFO, |call| call.path("x")).await.method().as_str(), "M-SEARCH");
}

#[tokio::test]
async fn forms() {
    let body = json!({"name": "a b&c", "tags": ["x", "y"], "at": {"zip": "1"}, "none": null, "more": {"k": [1]}});
    let request = sent(PLAIN, |call| call.form_styled(&[("at", Deep), ("more", Json), ("tags", Comma)], &body)).await;
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    let form = "at%5Bzip%5D=1&more=%7B%22k%22%3A%5B1%5D%7D&name=a+b%26c&tags=x,y";
    assert_eq!(request.body().unwrap(), form);
    let request = sent(PLAIN, |call| call.form(&json!({"tags": ["x", "y"], "at": {"zip": "1"}}))).await;
    assert_eq!(request.body().unwrap(), "zip=1&tags=x&tags=y");
    assert_eq!(sent(PLAIN, |call| call.form_opt::<Value>(None)).await.body(), None);
}

/// A form with a file, as an emitted struct is written.
struct Upload {
    file: File,
    also: Vec<File>,
}

impl serde_core::Serialize for Upload {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde_core::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("note\"", "é")?;
        map.serialize_entry("meta", &json!({"n": 1, "t": "1"}))?;
        map.serialize_entry("ids", &[1, 2])?;
        map.serialize_entry("file", &self.file)?;
        map.serialize_entry("also", &self.also)?;
        map.end()
    }
}

#[tokio::test]
async fn forms_of_several_parts() {
    let body = Upload {
        file: File::new(Bytes::from_static(b"\0\xff")).name("a\"b.bin"),
        also: vec![File::new("x").name("x.txt").media_type("text/plain\r\nEvil: 1")],
    };
    let request = sent(PLAIN, |call| call.multipart_as(&[("file", "image/png")], &body)).await;
    let media_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let part = |head: &str, body: &[u8]| {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        [head.as_bytes(), body, b"\r\n"].concat()
    };
    let expected = [
        part("name=\"note%22\"", "é".as_bytes()),
        part("name=\"meta\"\r\nContent-Type: application/json", br#"{"n":1,"t":"1"}"#),
        part("name=\"ids\"", b"1"),
        part("name=\"ids\"", b"2"),
        part("name=\"file\"; filename=\"a%22b.bin\"\r\nContent-Type: image/png", b"\0\xff"),
        part("name=\"also\"; filename=\"x.txt\"\r\nContent-Type: text/plainEvil: 1", b"x"),
        format!("--{boundary}--\r\n").into_bytes(),
    ];
    assert_eq!(request.body().unwrap(), &expected.concat());
}

#[test]
fn a_file_stands_in_no_json() {
    assert!(serde_json::to_string(&File::new("x")).is_err());
    assert_eq!(format!("{:?}", File::new("secret")), "File { name: None, media_type: \"\", bytes: 6 }");
}

#[tokio::test]
async fn texts_and_bytes() {
    let request = sent(PLAIN, |call| call.text("text/plain", "é")).await;
    assert_eq!(
        (request.body().unwrap().as_ref(), &request.headers()["content-type"]),
        ("é".as_bytes(), &"text/plain".parse().unwrap())
    );
    let request = sent(PLAIN, |call| call.payload("image/png", vec![0, 255])).await;
    assert_eq!(request.body().unwrap().as_ref(), [0, 255]);
    assert_eq!(sent(PLAIN, |call| call.payload_opt("image/png", None::<Bytes>)).await.body(), None);
}
