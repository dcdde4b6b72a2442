//! Rendering prose files: Tera templates over contexts that hold no text which was not escaped for its place.
//!
//! Templates decide nothing and escape nothing. A [`Value`] cannot be made from a `String`; every text says by the
//! constructor of [`Escaped`] where it will stand.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{
    Bug,
    markdown::{self, is_invisible, longest_run, one_line},
};
use crate::model::Docs;

/// What a template can be given.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text, escaped for where it will stand.
    Text(Escaped),
    /// For `{% for %}`.
    List(Vec<Value>),
    /// For `{{ a.b }}`.
    Map(BTreeMap<&'static str, Value>),
    /// For `{% if %}`.
    Bool(bool),
    /// A count.
    Number(usize),
}

impl Value {
    /// A map from its entries.
    pub fn map<const N: usize>(entries: [(&'static str, Self); N]) -> Self {
        Self::Map(BTreeMap::from(entries))
    }

    /// A list from its items.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List(items.into_iter().collect())
    }

    /// The text, or `false`, which `{% if %}` takes for absent.
    pub fn optional(text: Option<Escaped>) -> Self {
        text.map_or(Self::Bool(false), Self::Text)
    }
}

impl From<Escaped> for Value {
    fn from(text: Escaped) -> Self {
        Self::Text(text)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(&text.0),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Number(count) => count.serialize(serializer),
        }
    }
}

/// Text that is safe where its constructor says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escaped(String);

impl Escaped {
    /// Words of ours.
    #[must_use]
    pub fn fixed(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// A key of TOML: bare where it may be, else with quotes.
    #[must_use]
    pub fn toml_key(name: &str) -> Self {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        if !name.is_empty() && name.chars().all(plain) { Self(name.to_owned()) } else { Self::toml(name) }
    }

    /// A TOML string with its quotes.
    #[must_use]
    pub fn toml(text: &str) -> Self {
        let text: String = text.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
        Self(toml_edit::Value::from(text).to_string().trim().to_owned())
    }

    /// A TOML key, with quotes where it needs them.
    #[must_use]
    pub fn key(text: &str) -> Self {
        Self(toml_edit::Key::new(text).to_string())
    }

    /// The rest of a line after `#` in TOML or `<!--` in Markdown.
    #[must_use]
    pub fn comment(text: &str) -> Self {
        Self(one_line(text).replace("--", "- -"))
    }

    /// Plain text within a Markdown paragraph, heading or table cell.
    #[must_use]
    pub fn markdown(text: &str) -> Self {
        Self(markdown::text(text))
    }

    /// A code span, also right in a table cell.
    #[must_use]
    pub fn code(text: &str) -> Self {
        Self(markdown::code(&text.replace('|', "\\|")))
    }

    /// A fenced code block without the line break after it.
    #[must_use]
    pub fn fence(language: &'static str, code: &str) -> Self {
        let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
        let code: String =
            code.chars().filter(|c| *c != '\r' && (*c == '\n' || *c == '\t' || !is_invisible(*c))).collect();
        Self(format!("{fence}{language}\n{}\n{fence}", code.trim_end()))
    }

    /// Documentation, which resolve wrote in one canonical form.
    #[must_use]
    pub fn docs(docs: &Docs) -> Self {
        Self(docs.lines().collect::<Vec<_>>().join("\n"))
    }

    /// The first paragraph of documentation in a table cell.
    #[must_use]
    pub fn cell(docs: &Docs) -> Self {
        let mut escaped = String::with_capacity(docs.summary.len());
        let mut backslashes = 0_usize;
        for c in docs.summary.chars() {
            if c == '|' && backslashes.is_multiple_of(2) {
                escaped.push('\\');
            }
            backslashes = if c == '\\' { backslashes + 1 } else { 0 };
            escaped.push(if c == '\n' { ' ' } else { c });
        }
        Self(escaped)
    }
}

/// Renders `template` over `context`.
///
/// # Errors
/// [`Bug`] when the template has a mistake or names what the context has not.
pub fn render(name: &str, template: &str, context: &Value) -> Result<String, Bug> {
    let bug = |error: tera::Error| Bug { item: name.to_owned(), what: error.to_string() };
    let mut tera = tera::Tera::new();
    tera.autoescape_on(Vec::<&str>::new());
    tera.add_raw_template(name, template).map_err(bug)?;
    let context = tera::Context::from_serialize(context).map_err(bug)?;
    let text = tera.render(name, &context).map_err(bug)?;
    Ok(format!("{}\n", text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &[&str] = &[
        "\"\n[dependencies]\nevil = \"1\"",
        "'''\nname = 'x'",
        "a\\u0022\u{202e}b\u{0}c",
        "</script><img src=x onerror=1>",
        "[click](javascript:alert(1)) https://evil.test me@evil.test",
        "```\nfn main() {}\n```",
        "| a | b |\n|---|---|",
        "{{ secret }} {% include \"x\" %}",
        "# heading",
        "1. item",
        "- item",
        "> quote",
        "    indented",
        "![i](http://x)",
        "a\\|b",
        "&lt;b&gt;",
    ];

    /// The kinds of Markdown events that text alone gives.
    fn markup(text: &str) -> Vec<String> {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        Parser::new_ext(text, Options::all())
            .filter(|e| !matches!(e, Event::Text(_) | Event::Start(Tag::Paragraph) | Event::End(_)))
            .map(|e| format!("{e:?}"))
            .collect()
    }

    #[test]
    fn toml_text_stays_one_value() {
        for text in HOSTILE {
            let document = format!("description = {}\nnext = 1\n", Escaped::toml(text).0);
            let table: toml::Table = document.parse().unwrap();
            assert_eq!(table.keys().collect::<Vec<_>>(), ["description", "next"], "{text:?}");
            let comment: toml::Table = format!("# {}\nnext = 1\n", Escaped::comment(text).0).parse().unwrap();
            assert_eq!(comment.len(), 1, "{text:?}");
        }
    }

    #[test]
    fn markdown_text_is_text() {
        for text in HOSTILE {
            let escaped = Escaped::markdown(text).0;
            assert_eq!(markup(&escaped), Vec::<String>::new(), "{text:?} became {escaped:?}");
            assert_eq!(markup(&format!("Title {escaped}")), Vec::<String>::new(), "{text:?}");
        }
    }

    #[test]
    fn code_is_one_span_or_one_fence() {
        use pulldown_cmark::{Event, Parser, Tag};
        for text in HOSTILE {
            let events: Vec<_> = Parser::new(&Escaped::code(text).0).map(|e| format!("{e:?}")).collect();
            assert!(events.len() == 3 && events[1].starts_with("Code("), "{text:?} became {events:?}");
            let fence = format!("{}\n\nafter", Escaped::fence("text", text).0);
            let fences = Parser::new(&fence).filter(|e| matches!(e, Event::Start(Tag::CodeBlock(_)))).count();
            let paragraphs = Parser::new(&fence).filter(|e| matches!(e, Event::Start(Tag::Paragraph))).count();
            assert_eq!((fences, paragraphs), (1, 1), "{text:?}");
        }
    }

    #[test]
    fn a_cell_stays_one_cell() {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        for text in ["a | b", "a \\| b", "a \\\\| b", "`x|y`"] {
            let docs = Docs { summary: text.to_owned(), details: String::new() };
            let table = format!("| h |\n|---|\n| {} |\n", Escaped::cell(&docs).0);
            let cells = Parser::new_ext(&table, Options::ENABLE_TABLES)
                .filter(|e| matches!(e, Event::Start(Tag::TableCell)))
                .count();
            assert_eq!(cells, 2, "{text:?}");
        }
    }

    #[test]
    fn template_syntax_in_values_is_inert() {
        let context = Value::map([("a", Escaped::code("{{ b }}{% if %}").into())]);
        assert_eq!(render("t", "{{ a }}", &context).unwrap(), "`{{ b }}{% if %}`\n");
    }

    #[test]
    fn an_unknown_name_is_our_bug() {
        let bug = render("README.md.tera", "{{ gone }}", &Value::map([])).unwrap_err();
        assert_eq!(bug.item, "README.md.tera");
    }
}
