//! JSON of a size that is read as it is: raw string literals over several lines.

use proc_macro2::Literal;
use serde_json::Value;

use super::markdown::{is_invisible, longest_run};

/// So many characters still stand on one line.
const SHORT: usize = 60;

/// The value as JSON text in a raw string literal, laid out when it is long. What an editor would not show is written
/// as JSON's own escapes.
#[must_use]
pub fn json(value: &Value) -> Literal {
    let compact = value.to_string();
    let text = if compact.chars().count() > SHORT { format!("{value:#}") } else { compact };
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) && c != '\n' {
            let mut units = [0; 2];
            shown.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            shown.push(c);
        }
    }
    if !shown.contains(['"', '\\', '\n']) {
        return Literal::string(&shown);
    }
    let hashes = "#".repeat(longest_run(&shown, '#') + 1);
    // What parses to something else than one literal is written the plain way.
    format!("r{hashes}\"{shown}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(&shown))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn hostile_text_stays_inside() {
        for text in ["\"#; fn evil() {} r#\"", "a\u{202e}b\r\n", "\\", "\u{feff}"] {
            let value =
                json!({ "a": text, "b": "long enough to be laid out over several lines, which must not matter" });
            let literal = super::json(&value);
            let read: syn::LitStr = syn::parse_str(&literal.to_string()).unwrap();
            assert_eq!(serde_json::from_str::<serde_json::Value>(&read.value()).unwrap(), value);
            assert!(!literal.to_string().contains(['\u{202e}', '\r', '\u{feff}']));
        }
    }
}
