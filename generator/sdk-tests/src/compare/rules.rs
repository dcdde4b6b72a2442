//! The differences that are meant: one table, each row with the words of the design that justify it.
//!
//! A row does not name cases. It says what must be true of both sides for the difference to be the one that was meant;
//! the same difference for another reason stays unexplained.

use jiff::Timestamp;
use serde_json::Value;

use super::{
    difference::{Difference, Field},
    target,
};
use crate::record::{Entry, Outcome};

/// A difference that is meant.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports.
    pub name: &'static str,
    /// What the design says: what the TypeScript SDK does, and in brackets what ours does.
    pub item: &'static str,
    /// The known cases show it: a run over them in which it justifies nothing is an error.
    pub shown: bool,
    /// Why this difference of this case is the one that was meant; `None` when it is not.
    pub holds: fn(typescript: &Entry, rust: &Entry, difference: &Difference) -> Option<String>,
}

/// All of them; the first that holds counts.
pub const RULES: &[Rule] = &[
    Rule {
        name: "user-agent",
        item: "allow-list: host, connection, user-agent, accept, accept-language, sec-fetch-mode, accept-encoding",
        shown: true,
        holds: |_, _, difference| match &difference.field {
            Field::Header(_, name) if name == "user-agent" => Some("each SDK names itself".into()),
            _ => None,
        },
    },
    Rule {
        name: "bodyless-content-type",
        item: "allow-list: Content-Type on bodyless GET/DELETE (sent there; some servers reject it with an empty body; we omit it)",
        shown: true,
        holds: |_, rust, difference| match &difference.field {
            Field::Header(attempt, name) if name == "content-type" && difference.rust.is_null() => {
                let request = rust.requests.get(*attempt)?;
                request.body.is_null().then(|| format!("a {} has no body", request.method))
            }
            _ => None,
        },
    },
    Rule {
        name: "path-escaped",
        item: "Path values are not escaped [encode all but unreserved]",
        shown: true,
        holds: |typescript, rust, difference| {
            let Field::Target(_) = difference.field else { return None };
            let ours = target::is_escaped(rust, difference.rust.as_str()?);
            let theirs = target::is_escaped(typescript, difference.typescript.as_str()?);
            (ours && !theirs).then(|| format!("{} is escaped as a whole", arguments(rust)))
        },
    },
    Rule {
        name: "path-refused",
        item: "`\"\"` and `.` hit the collection; tab and newline vanish [refuse empty, `.`, `..`, their %2e spellings and control characters before I/O]",
        shown: true,
        holds: |_, rust, difference| {
            let refused = class(rust) == Some("InvalidRequest") && rust.attempts == 0;
            let meant = refused && target::path_arguments(rust).any(target::is_refused);
            let here = matches!(difference.field, Field::Outcome | Field::Attempts);
            (meant && here).then(|| format!("{} is refused before anything is sent", arguments(rust)))
        },
    },
    Rule {
        name: "create-sent-once",
        item: "POST retried on 408/409/500/502/504, on resets after the request was sent [non-idempotent calls only when provably unprocessed]",
        shown: true,
        holds: |typescript, rust, difference| {
            let cause = match rust.outcome {
                Outcome::Error { status: Some(status @ (408 | 409 | 500 | 502 | 504)), .. } => status.to_string(),
                Outcome::Error { status: None, .. } if class(rust) == Some("Transport") => "a reset".into(),
                _ => return None,
            };
            let meant = rust.op == "create" && rust.attempts == 1 && typescript.attempts > 1;
            let here = matches!(difference.field, Field::Outcome | Field::Attempts | Field::Message | Field::Status);
            (meant && here).then(|| format!("after {cause} nobody knows whether the connection was made"))
        },
    },
    Rule {
        name: "decode-not-retried",
        item: "POST retried on success it cannot decode; JSON syntax failure is reported as a connection error [decode errors never retried; kind Decode with status, snippet]",
        shown: false,
        holds: |typescript, rust, difference| {
            let theirs = class(typescript) == Some("APIConnectionError");
            let ours = class(rust) == Some("Decode") && rust.attempts == 1;
            let here = !matches!(difference.field, Field::Method(_) | Field::Header(..) | Field::Body(_));
            (theirs && ours && here).then(|| "the server answered; only the answer cannot be read".into())
        },
    },
    Rule {
        name: "create-needs-a-connection",
        item: "by design: a 2xx answer to create that is no Connection is a Decode error (the TypeScript SDK hands back whatever came)",
        shown: true,
        holds: |typescript, rust, difference| {
            let theirs = matches!(&typescript.outcome, Outcome::Value { value, .. } if !is_connection(value));
            let meant = rust.op == "create" && theirs && class(rust) == Some("Decode") && rust.attempts == 1;
            (meant && difference.field == Field::Outcome).then(|| "what came has not a connection's fields".into())
        },
    },
    Rule {
        name: "delete-needs-no-body",
        item: "by design: DELETE succeeds on any 2xx whatever its body, `success: false` apart; [decode errors never retried]",
        shown: true,
        holds: |typescript, rust, difference| {
            let theirs = class(typescript) == Some("APIConnectionError");
            let ours = matches!(rust.outcome, Outcome::Value { status: Some(200..=299), .. });
            let here = matches!(difference.field, Field::Outcome | Field::Attempts);
            (rust.op == "delete" && theirs && ours && here).then(|| "the server said 2xx: it is deleted".into())
        },
    },
    Rule {
        name: "failure-under-200",
        item: "`{success:false}` with 200 is returned as a Connection; for list it becomes `[]` [a 2xx JSON object whose `success` is `false` is `ErrorKind::Api` with that message]",
        shown: false,
        holds: |_, rust, difference| {
            let here = matches!(difference.field, Field::Outcome | Field::Attempts);
            (class(rust) == Some("Api") && here).then(|| "the envelope says that it failed".into())
        },
    },
    Rule {
        name: "timeout-covers-the-body",
        item: "Timeout stops at the headers: a stalled body hung past it [attempt timeout covers the body]",
        shown: true,
        holds: |typescript, rust, difference| {
            let theirs = matches!(typescript.outcome, Outcome::StillWaiting { .. });
            let meant = theirs && class(rust) == Some("Timeout") && difference.field == Field::Outcome;
            meant.then(|| "the body stalls, and the attempt's time ends".into())
        },
    },
    Rule {
        name: "timeout-retried",
        item: "Timeouts are not retried, connection errors are [retried when idempotent; kind Timeout]",
        shown: true,
        holds: |typescript, rust, difference| {
            let timed_out = class(typescript) == Some("APIConnectionTimeoutError") && typescript.attempts == 1;
            let retried = rust.op != "create" && rust.attempts > 1;
            let here = matches!(difference.field, Field::Attempts | Field::Outcome);
            (timed_out && retried && here).then(|| format!("{} may be sent again", rust.op))
        },
    },
    Rule {
        name: "retry-after-bounded",
        item: "Retry-After: no upper bound [a server value above 60 s stops; the error carries it]",
        shown: false,
        holds: |typescript, rust, difference| {
            let stopped = matches!(rust.outcome, Outcome::Error { status: Some(429 | 503), .. }) && rust.attempts == 1;
            let waits = typescript.attempts > 1 || matches!(typescript.outcome, Outcome::StillWaiting { .. });
            let here = matches!(difference.field, Field::Outcome | Field::Attempts);
            (stopped && waits && here).then(|| "the server asks for more time than a call may wait".into())
        },
    },
    Rule {
        name: "header-replaced",
        item: "Lower-case `authorization` override produced `Bearer a, Bearer b`; same for user-agent [case-insensitive replace]",
        shown: false,
        holds: |_, _, difference| {
            let Field::Header(..) = difference.field else { return None };
            let (theirs, ours) = (difference.typescript.as_str()?, difference.rust.as_str()?);
            theirs.split_once(", ").filter(|(_, last)| *last == ours).map(|_| "the later value replaces".into())
        },
    },
    Rule {
        name: "error-object",
        item: "an object `error` prints `[object Object]` [an `error` that is an object gives its string `message`, else the status sentence]",
        shown: true,
        holds: |_, _, difference| {
            let theirs = difference.field == Field::Message && difference.typescript == "[object Object]";
            let ours = difference.rust.as_str().is_some_and(|text| !text.is_empty() && !text.contains("[object"));
            (theirs && ours).then(|| "the text is found inside the object".into())
        },
    },
    Rule {
        name: "prose-of-connection-errors",
        item: "by design: the prose of connection and timeout errors is not compared",
        shown: true,
        holds: |_, rust, difference| {
            let meant = matches!(class(rust), Some("Connect" | "Transport" | "Timeout"));
            (meant && difference.field == Field::Message).then(|| "the words are each platform's own".into())
        },
    },
    Rule {
        name: "metadata-kept",
        item: "metadata lost for empty lists and deletes [metadata always]",
        shown: true,
        holds: |_, rust, difference| {
            let here = matches!(difference.field, Field::Status | Field::RequestId) && difference.typescript.is_null();
            let value = matches!(&rust.outcome, Outcome::Value { value, .. } if value.is_null() || *value == Value::Array(vec![]));
            (here && value).then(|| "the value is empty, its answer is known".into())
        },
    },
    Rule {
        name: "value-typed",
        item: "by design: unknown members of an answer are dropped and null equals absent in compared values; a date-time without offset is read as UTC",
        shown: true,
        holds: |_, _, difference| {
            let here = difference.field == Field::Value && typed(&difference.typescript) == typed(&difference.rust);
            here.then(|| "the known members say the same".into())
        },
    },
    Rule {
        name: "date-checked",
        item: "by design: a date-time that is none at all is a Decode error (the TypeScript SDK hands the text on)",
        shown: false,
        holds: |typescript, rust, difference| {
            let Outcome::Value { value, .. } = &typescript.outcome else { return None };
            let wrong = connections(value).iter().any(|connection| has_wrong_date(connection));
            let meant = wrong && class(rust) == Some("Decode") && difference.field == Field::Outcome;
            meant.then(|| "a field says a date and holds none".into())
        },
    },
    Rule {
        name: "retries-are-counted",
        item: "maxRetries -1 sends nothing and blames retries; baseURL \"\" is accepted and fails later [u32, validated URL]",
        shown: false,
        holds: |_, rust, difference| {
            let refused = class(rust) == Some("Config") && rust.attempts == 0;
            let unsaid = matches!(rust.outcome, Outcome::Inexpressible { .. });
            let here = !matches!(difference.field, Field::Value);
            ((refused || unsaid) && here).then(|| "it cannot be asked for".into())
        },
    },
];

fn class(entry: &Entry) -> Option<&str> {
    match &entry.outcome {
        Outcome::Error { class, .. } => Some(class),
        _ => None,
    }
}

fn arguments(entry: &Entry) -> String {
    target::path_arguments(entry).map(|value| format!("{value:?}")).collect::<Vec<_>>().join(", ")
}

const DATES: [&str; 3] = ["expires_at", "created_at", "updated_at"];
const TEXTS: [&str; 4] = ["external_id", "workspace_id", "integration_type", "scope"];

fn connections(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
}

fn is_connection(value: &Value) -> bool {
    ["external_id", "workspace_id", "integration_type", "created_at", "updated_at"]
        .into_iter()
        .all(|name| value.get(name).is_some_and(|member| !member.is_null()))
}

/// The members that a connection has, as text; a date-time as its instant, a number as its digits.
fn typed(value: &Value) -> Vec<Vec<(&'static str, String)>> {
    let text = |member: &Value| member.as_str().map_or_else(|| member.to_string(), str::to_owned);
    let member = |connection: &Value, name: &'static str| {
        let member = connection.get(name).filter(|member| !member.is_null())?;
        let text = text(member);
        Some((name, if DATES.contains(&name) { instant(&text).map_or(text, |at| at.to_string()) } else { text }))
    };
    let names = || TEXTS.into_iter().chain(DATES);
    connections(value).into_iter().map(|one| names().filter_map(|name| member(one, name)).collect()).collect()
}

fn has_wrong_date(connection: &Value) -> bool {
    let mut dates = DATES.into_iter().filter_map(|name| connection.get(name)).filter(|member| !member.is_null());
    dates.any(|member| member.as_str().and_then(instant).is_none())
}

fn instant(text: &str) -> Option<Timestamp> {
    text.parse().or_else(|_| format!("{text}Z").parse()).ok()
}
