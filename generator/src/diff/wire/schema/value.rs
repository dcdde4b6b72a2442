//! Values in one spelling, so that equal ones are equal texts.

use std::{
    cmp::Ordering,
    fmt::{self, Write as _},
};

use serde_json::{Number, Value};

/// A number in one spelling: `10`, `1e1` and `10.0` are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Numeral(String);

impl Numeral {
    /// Of a JSON number.
    #[must_use]
    pub fn new(number: &Number) -> Self {
        if let (None, None, Some(float)) = (number.as_i64(), number.as_u64(), number.as_f64())
            && float.fract() == 0.0
            && float.abs() < 9e15
        {
            return Self(format!("{float:.0}"));
        }
        Self(number.to_string())
    }

    fn float(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Whether this is a whole number of times the other one.
    #[must_use]
    pub fn is_multiple_of(&self, other: &Self) -> bool {
        let times = self.float() / other.float();
        times.is_finite() && (times - times.round()).abs() < 1e-9
    }
}

impl Ord for Numeral {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0.parse::<i128>(), other.0.parse::<i128>()) {
            (Ok(one), Ok(two)) => one.cmp(&two),
            _ => self.float().total_cmp(&other.float()).then_with(|| self.0.cmp(&other.0)),
        }
    }
}

impl PartialOrd for Numeral {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value as JSON: members sorted, numbers in one spelling.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Number(number) => text.push_str(&Numeral::new(number).0),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(entries) => {
            let mut sorted: Vec<_> = entries.iter().collect();
            sorted.sort_by_key(|(key, _)| *key);
            text.push('{');
            for (index, (key, value)) in sorted.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                // A text is always written.
                let _ = write!(text, "{}:", Value::from(key.as_str()));
                write(value, text);
            }
            text.push('}');
        }
        other => {
            let _ = write!(text, "{other}");
        }
    }
}

/// A text of which not more is shown than is read.
#[must_use]
pub fn short(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Numeral, canonical, short};

    fn numeral(text: &str) -> Numeral {
        Numeral::new(&serde_json::from_str(text).unwrap())
    }

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(numeral("10"), numeral("1e1"));
        assert_eq!(numeral("10"), numeral("10.0"));
        assert_ne!(numeral("10"), numeral("10.5"));
        assert!(numeral("9") < numeral("10") && numeral("-1") < numeral("0.5"));
        assert!(numeral("18446744073709551614") < numeral("18446744073709551615"));
    }

    #[test]
    fn multiples_are_found_among_fractions() {
        assert!(numeral("0.3").is_multiple_of(&numeral("0.1")));
        assert!(!numeral("0.25").is_multiple_of(&numeral("0.1")));
        assert!(!numeral("1").is_multiple_of(&numeral("0")));
    }

    #[test]
    fn the_order_of_members_says_nothing() {
        assert_eq!(canonical(&json!({"b": [1.0, null], "a": "x"})), r#"{"a":"x","b":[1,null]}"#);
    }

    #[test]
    fn what_is_long_is_cut_between_letters() {
        assert_eq!(short(&"ä".repeat(121)), format!("{}…", "ä".repeat(120)));
        assert_eq!(short("ä"), "ä");
    }
}
