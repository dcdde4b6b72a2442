//! Whether what comes out is what went in.

use base64::Engine as _;
use serde_json::Value;

/// How a comparison ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Same {
    /// Letter by letter, unknown fields aside.
    Exactly,
    /// By value: another spelling of one instant, number, id or bytes, or `null` for what is absent.
    ByValue,
}

/// Compares; `known` says whether the description names the property at a JSON pointer. The error is the place that
/// differs.
pub fn compare(before: &Value, after: &Value, known: &dyn Fn(&str) -> bool) -> Result<Same, String> {
    below("", before, after, known)
}

fn below(at: &str, before: &Value, after: &Value, known: &dyn Fn(&str) -> bool) -> Result<Same, String> {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let mut same = Same::Exactly;
            for (key, value) in before {
                let here = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                let one = match after.get(key) {
                    Some(after) => below(&here, value, after, known)?,
                    None if value.is_null() => Same::ByValue,
                    None if known(&here) => return Err(format!("{here} is lost")),
                    None => Same::Exactly,
                };
                same = same.max(one);
            }
            match after.keys().find(|key| !before.contains_key(*key)) {
                Some(key) => Err(format!("{at}/{key} is added")),
                None => Ok(same),
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            let pairs = before.iter().zip(after).enumerate();
            pairs
                .map(|(index, (a, b))| below(&format!("{at}/{index}"), a, b, known))
                .try_fold(Same::Exactly, |same, one| one.map(|one| same.max(one)))
        }
        (before, after) if before == after => Ok(Same::Exactly),
        (before, after) if same_value(before, after) => Ok(Same::ByValue),
        (before, after) => Err(format!("{at}: {} became {}", short(before), short(after))),
    }
}

fn same_value(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::String(text), Value::Number(number)) | (Value::Number(number), Value::String(text)) => {
            text.parse::<f64>().ok().is_some_and(|value| Some(value) == number.as_f64())
        }
        (Value::String(a), Value::String(b)) => {
            both(instant(a), instant(b)) || both(id(a), id(b)) || both(bytes(a), bytes(b)) || both(number(a), number(b))
        }
        _ => false,
    }
}

fn both<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && a == b
}

/// A point in time; without an offset in UTC.
fn instant(text: &str) -> Option<jiff::Timestamp> {
    text.parse().ok().or_else(|| format!("{text}Z").parse().ok())
}

fn id(text: &str) -> Option<uuid::Uuid> {
    text.parse().ok()
}

/// Base64 in either alphabet, with or without padding.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let plain = text.trim_end_matches('=').replace('-', "+").replace('_', "/");
    base64::engine::general_purpose::STANDARD_NO_PAD.decode(plain).ok()
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Same, compare};

    fn same(before: &Value, after: &Value) -> Result<Same, String> {
        compare(before, after, &|at| at.ends_with("/known"))
    }

    #[test]
    fn spellings_of_one_value() {
        for (before, after) in [
            (json!("2024-01-01T02:00:00+02:00"), json!("2024-01-01T00:00:00Z")),
            (json!("2024-01-01T00:00:00"), json!("2024-01-01T00:00:00Z")),
            (json!(1), json!(1.0)),
            (json!("C2B2D8A4-0000-0000-0000-000000000000"), json!("c2b2d8a4-0000-0000-0000-000000000000")),
            (json!("_-8"), json!("/+8=")),
            (json!({ "known": null }), json!({})),
        ] {
            assert_eq!(same(&before, &after), Ok(Same::ByValue), "{before} {after}");
        }
        assert_eq!(same(&json!("a"), &json!("b")), Err(": \"a\" became \"b\"".to_owned()));
    }

    #[test]
    fn fields() {
        assert_eq!(same(&json!({ "known": 1, "other": 2 }), &json!({ "known": 1 })), Ok(Same::Exactly));
        assert_eq!(same(&json!([{ "known": 1 }]), &json!([{}])), Err("/0/known is lost".to_owned()));
        assert_eq!(same(&json!({}), &json!({ "new": 1 })), Err("/new is added".to_owned()));
        assert!(same(&json!([1]), &json!([1, 2])).is_err());
    }
}
