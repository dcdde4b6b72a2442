use super::demo::Demo;
use crate::runtime::{
    API, ErrorKind,
    base_url::BaseUrl,
    info::{ApiInfo, ServerInfo, VariableInfo},
    server::expand,
};

fn host(builder: crate::runtime::ClientBuilder) -> Result<String, String> {
    builder.api_key("k").build().map(|client| format!("{client:?}")).map_err(|error| {
        assert_eq!(error.kind(), ErrorKind::Config);
        error.to_string()
    })
}

#[test]
fn a_client_shows_its_host_alone() {
    assert_eq!(host(Demo::builder()).unwrap(), r#"Demo { host: "eu.demo.example", .. }"#);
    assert_eq!(
        host(Demo::builder().base_url("http://localhost:8080/x")).unwrap(),
        r#"Demo { host: "localhost:8080", .. }"#
    );
}

#[test]
fn base_urls_that_are_none() {
    for url in [
        "",
        "demo.example",
        "/api",
        "ftp://demo.example",
        "file:///etc",
        "http://",
        "https://user@demo.example",
        "https://user:canary@demo.example",
        "https://demo.example/?a=b",
        "https://demo.example/#x",
        "https://exa mple.com",
    ] {
        let error = host(Demo::builder().base_url(url)).unwrap_err();
        assert!(error.starts_with("the base URL "), "{url}: {error}");
        assert!(!error.contains("canary"));
    }
}

#[test]
fn an_explicit_base_beats_the_environment_and_that_the_servers() {
    let resolve = |explicit: Option<&str>, env: Option<&str>| {
        let base = BaseUrl::resolve(&API, explicit, env.map(str::to_owned), &[]).unwrap();
        base.join("/p", "").unwrap().to_string()
    };
    assert_eq!(resolve(Some("http://a"), Some("http://b")), "http://a/p");
    assert_eq!(resolve(None, Some("http://b/x///")), "http://b/x/p");
    assert_eq!(resolve(None, Some("")), "https://eu.demo.example/api/v1/p");
    assert_eq!(resolve(None, None), "https://eu.demo.example/api/v1/p");
}

#[test]
fn the_prefix_stays_and_slashes_do_not_double() {
    let join = |base: &str, path: &str, query: &str| {
        BaseUrl::resolve(&API, Some(base), None, &[]).unwrap().join(path, query).unwrap().to_string()
    };
    assert_eq!(join("https://h/api/v1///", "/x", ""), "https://h/api/v1/x");
    assert_eq!(join("https://h", "", ""), "https://h/");
    assert_eq!(join("https://h/", "", "a=b"), "https://h/?a=b");
    assert_eq!(join("https://h/api", "", ""), "https://h/api");
    assert_eq!(join("https://h:443/", "/x/", ""), "https://h/x/");
    assert_eq!(join("https://EXAMPLE.com/a b", "/x", ""), "https://example.com/a%20b/x");
    assert_eq!(join("http://[::1]:80/p", "/x", ""), "http://[::1]/p/x");
}

#[test]
fn a_path_that_the_parser_changes_is_refused() {
    let base = BaseUrl::resolve(&API, Some("https://h/api"), None, &[]).unwrap();
    for path in ["/../x", "/a/./b", "/%2e%2e/x", "\\..\\x", "/a b", "/a#b", "@evil.test", "/a\tb", ".evil.test/"] {
        match base.join(path, "") {
            Ok(url) => assert_eq!((url.host_str(), url.path().starts_with("/api")), (Some("h"), true), "{path}"),
            Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidRequest),
        }
    }
    assert!(base.join("/../x", "").is_err());
}

#[test]
fn server_variables_stay_in_their_place() {
    assert_eq!(host(Demo::builder().region("us-1")).unwrap(), r#"Demo { host: "us-1.demo.example", .. }"#);
    for region in
        ["", ".", "..", "evil.test/", "evil.test#", "x@evil.test/", "evil.test\\", "a b", "é", "a:1", "%2f", "{x}"]
    {
        let error = host(Demo::builder().region(region)).unwrap_err();
        assert!(error.starts_with("server variable `region` is not one of: "), "{region}: {error}");
    }
}

#[test]
fn a_listed_variable_takes_what_is_listed() {
    let variable = VariableInfo { name: "base", default: "api/v1", allowed: &["api/v1", "api/v2"] };
    let server = ServerInfo { url: "https://h/{base}", variables: std::slice::from_ref(Box::leak(Box::new(variable))) };
    let expand = |value: &str| expand(&server, &[("base", value.to_owned())]).ok();
    assert_eq!(expand("api/v2").as_deref(), Some("https://h/api/v2"));
    assert_eq!(expand("api"), None);
}

#[test]
fn faults_of_setters_are_told_by_build() {
    assert_eq!(host(Demo::builder().default_header("bad name", "x")).unwrap_err(), "a default header's name is none");
    assert_eq!(host(Demo::builder().default_header("x", "a\r\nb")).unwrap_err(), "a default header's value is none");
    static NOWHERE: ApiInfo = ApiInfo::DEFAULT;
    assert_eq!(Demo::builder().build_for(&NOWHERE).unwrap_err().to_string(), "no base URL: set `base_url`");
}

#[test]
fn without_a_runtime_a_call_is_a_config_error() {
    let client = Demo::builder().base_url("http://127.0.0.1:1").api_key("k").build().unwrap();
    let mut call = Box::pin(client.things().list("o").send());
    let waker = std::task::Waker::noop();
    match call.as_mut().poll(&mut std::task::Context::from_waker(waker)) {
        std::task::Poll::Ready(Err(error)) => {
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.to_string().contains("no tokio runtime"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}

#[cfg(not(any(feature = "rustls", feature = "native-tls", feature = "rustls-no-provider")))]
#[test]
fn https_needs_tls() {
    assert!(host(Demo::builder()).unwrap_err().contains("no TLS feature"));
}

#[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
#[test]
fn tls_needs_a_provider() {
    assert!(host(Demo::builder()).unwrap_err().contains("no TLS provider"));
}
