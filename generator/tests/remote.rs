//! References to other machines: refused, allowed by origin, and no further than allowed.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

use generator::{
    diagnostic::Diagnostics,
    source::{Input, Loaded, Options, load_all},
};

/// A machine that answers by the path, and what it was asked.
struct Machine {
    origin: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Machine {
    fn new(answer: impl Fn(&str) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let lines: Vec<String> =
                    BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
                let path = lines.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
                heard.lock().unwrap().push(lines.join("\n").to_lowercase());
                let _ = stream.write_all(answer(&path).as_bytes());
            }
        });
        Self { origin, asked }
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn to(location: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

fn load(reference: &str, allowed: &[&str]) -> (Loaded, Vec<String>) {
    let text =
        format!("openapi: 3.0.3\npaths: {{}}\ncomponents: {{schemas: {{A: {{items: {{$ref: '{reference}'}}}}}}}}\n");
    let options = Options { remote: allowed.iter().map(|o| (*o).to_owned()).collect(), ..Options::default() };
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "api.yaml".to_owned(), bytes: text.into_bytes() };
    let loaded = load_all(input, &options, &mut diagnostics).unwrap();
    let said =
        diagnostics.items().iter().map(|said| format!("{}: {}; {}", said.code.as_str(), said.message, said.help));
    (loaded, said.collect())
}

#[test]
fn nothing_is_asked_unless_it_is_allowed() {
    let machine = Machine::new(|_| ok("type: string\n"));
    let (_, said) = load(&format!("{}/pet.yaml", machine.origin), &["https://example.com"]);
    let expected = format!("allow it with --allow-remote {}", machine.origin);
    assert!(said.len() == 1 && said.iter().all(|said| said.contains(&expected)), "{said:?}");
    assert_eq!(machine.asked(), 0);
}

#[test]
fn files_of_an_allowed_origin_are_fetched_once_without_credentials() {
    let machine = Machine::new(|path| match path {
        "/a/pet.yaml" => ok("properties: {t: {$ref: '../b/tag.yaml'}, m: {$ref: '#'}}\n"),
        _ => ok("type: string\n"),
    });
    let url = format!("{}/a/pet.yaml", machine.origin.replace("://", "://user:secret@"));
    let (loaded, said) = load(&url, &[&machine.origin]);
    assert_eq!(said, [""; 0]);
    let schemas = loaded.document.pointer("/components/schemas").unwrap().as_object().unwrap();
    assert_eq!(schemas.keys().collect::<Vec<_>>(), ["A", "pet", "tag"]);
    assert_eq!(machine.asked(), 2);
    assert!(machine.asked.lock().unwrap().iter().all(|asked| !asked.contains("authorization")));
}

#[test]
fn no_redirect_leads_to_another_origin() {
    let other = Machine::new(|_| ok("type: string\n"));
    let away = format!("{}/pet.yaml", other.origin);
    let machine = Machine::new(move |path| match path {
        "/away" => to(&away),
        "/near" => to("/pet.yaml"),
        "/round" => to("/round"),
        _ => ok("type: string\n"),
    });
    let ask = |path: &str| load(&format!("{}{path}", machine.origin), &[&machine.origin]).1;
    assert_eq!(ask("/near"), [""; 0]);
    assert!(ask("/away").iter().all(|said| said.contains("whose origin is not allowed")), "{:?}", ask("/away"));
    assert_eq!(other.asked(), 0);
    assert!(ask("/round").iter().all(|said| said.contains("more than 5 times")), "{:?}", ask("/round"));
}

#[test]
fn what_fails_costs_a_type_only() {
    let machine =
        Machine::new(|_| "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned());
    let (_, said) = load(&format!("{}/gone.yaml", machine.origin), &[&machine.origin]);
    assert!(said.len() == 1 && said.iter().all(|said| said.starts_with("reference-dangling: ")), "{said:?}");
    let (_, said) = load("http://127.0.0.1:1/x.yaml", &["http://127.0.0.1:1"]);
    assert!(said.len() == 1 && said.iter().all(|said| said.contains("cannot be fetched")), "{said:?}");
}
