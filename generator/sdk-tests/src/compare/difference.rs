//! What differs between two entries of one case.

use std::{collections::BTreeMap, fmt};

use serde_json::{Map, Value};

use crate::record::{Entry, Outcome, Request};

/// One thing that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What it is.
    pub field: Field,
    /// What the TypeScript SDK did.
    pub typescript: Value,
    /// What ours did.
    pub rust: Value,
}

/// The things that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Success, failure or neither.
    Outcome,
    /// The kind of error.
    Class,
    /// The HTTP status that the caller sees.
    Status,
    /// The error's text.
    Message,
    /// The request id that the caller sees.
    RequestId,
    /// The value.
    Value,
    /// How many requests were sent.
    Attempts,
    /// The HTTP method of one request.
    Method(usize),
    /// The request target of one request.
    Target(usize),
    /// A header of one request, by its lower-case name.
    Header(usize, String),
    /// The body of one request.
    Body(usize),
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outcome => f.write_str("outcome"),
            Self::Class => f.write_str("class"),
            Self::Status => f.write_str("status"),
            Self::Message => f.write_str("message"),
            Self::RequestId => f.write_str("request id"),
            Self::Value => f.write_str("value"),
            Self::Attempts => f.write_str("attempts"),
            Self::Method(attempt) => write!(f, "method of request {}", attempt + 1),
            Self::Target(attempt) => write!(f, "target of request {}", attempt + 1),
            Self::Header(attempt, name) => write!(f, "header {name} of request {}", attempt + 1),
            Self::Body(attempt) => write!(f, "body of request {}", attempt + 1),
        }
    }
}

/// Every difference of two entries. Requests are compared as far as both have them; the number is a difference of its
/// own.
#[must_use]
pub fn differences(typescript: &Entry, rust: &Entry) -> Vec<Difference> {
    let mut found = Found::default();
    outcomes(&typescript.outcome, &rust.outcome, &mut found);
    found.unless_equal(Field::Attempts, typescript.attempts, rust.attempts);
    for (attempt, (ts, ours)) in typescript.requests.iter().zip(&rust.requests).enumerate() {
        requests(attempt, ts, ours, &mut found);
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<Difference>);

impl Found {
    fn unless_equal(&mut self, field: Field, typescript: impl Into<Value>, rust: impl Into<Value>) {
        let (typescript, rust) = (typescript.into(), rust.into());
        if typescript != rust {
            self.0.push(Difference { field, typescript, rust });
        }
    }
}

fn outcomes(typescript: &Outcome, rust: &Outcome, found: &mut Found) {
    match (typescript, rust) {
        (
            Outcome::Value { value, request_id, status },
            Outcome::Value { value: our_value, request_id: our_id, status: our_status },
        ) => {
            found.unless_equal(Field::Value, value.clone(), our_value.clone());
            found.unless_equal(Field::RequestId, request_id.clone(), our_id.clone());
            found.unless_equal(Field::Status, *status, *our_status);
        }
        (
            Outcome::Error { class, status, message, request_id },
            Outcome::Error { class: our_class, status: our_status, message: our_message, request_id: our_id },
        ) => {
            if !kinds(class, *status).contains(&our_class.as_str()) {
                found.unless_equal(Field::Class, class.clone(), our_class.clone());
            }
            found.unless_equal(Field::Status, *status, *our_status);
            found.unless_equal(Field::Message, message.clone(), our_message.clone());
            found.unless_equal(Field::RequestId, request_id.clone(), our_id.clone());
        }
        _ => found.unless_equal(Field::Outcome, summary(typescript), summary(rust)),
    }
}

/// The `ErrorKind`s that a class of the TypeScript SDK stands for.
fn kinds(class: &str, status: Option<u16>) -> &'static [&'static str] {
    match (class, status) {
        ("AuthenticationError", _) => &["Unauthenticated"],
        ("PermissionDeniedError", _) => &["PermissionDenied"],
        ("NotFoundError", _) => &["NotFound"],
        ("ConflictError", _) => &["Conflict"],
        ("UnprocessableEntityError", _) => &["Unprocessable"],
        ("RateLimitError", _) => &["RateLimited"],
        ("InternalServerError", _) => &["Server"],
        ("APIError", Some(400)) => &["BadRequest"],
        ("APIError", _) => &["Status"],
        ("APIConnectionError", _) => &["Connect", "Transport"],
        ("APIConnectionTimeoutError", _) => &["Timeout"],
        _ => &[],
    }
}

fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Value { value, .. } => format!("value {value}"),
        Outcome::Error { class, status: Some(status), message, .. } => format!("{class} ({status}): {message}"),
        Outcome::Error { class, message, .. } => format!("{class}: {message}"),
        Outcome::StillWaiting { after_ms } => format!("still waiting after {after_ms} ms"),
        Outcome::Inexpressible { reason } => format!("cannot be said: {reason}"),
    }
}

fn requests(attempt: usize, typescript: &Request, rust: &Request, found: &mut Found) {
    found.unless_equal(Field::Method(attempt), typescript.method.clone(), rust.method.clone());
    found.unless_equal(Field::Target(attempt), typescript.target.clone(), rust.target.clone());
    let (theirs, ours) = (headers(typescript), headers(rust));
    let mut names: Vec<_> = theirs.keys().chain(ours.keys()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let field = Field::Header(attempt, (*name).to_owned());
        found.unless_equal(field, theirs.get(name).cloned(), ours.get(name).cloned());
    }
    // As text: the order of the keys counts, but for `extra`, which is a sorted map here (item 4 of the section).
    found.unless_equal(Field::Body(attempt), body(typescript), body(rust));
}

/// Values of one name are joined by commas (RFC 9110, section 5.3).
fn headers(request: &Request) -> BTreeMap<&str, String> {
    let mut joined: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in &request.headers {
        joined.entry(name).and_modify(|all| *all = format!("{all}, {value}")).or_insert_with(|| value.clone());
    }
    joined
}

fn body(request: &Request) -> String {
    let mut body = request.body.clone();
    if let Some(Value::Object(extra)) = body.get_mut("extra") {
        let sorted: BTreeMap<String, Value> = std::mem::take(extra).into_iter().collect();
        *extra = Map::from_iter(sorted);
    }
    body.to_string()
}
