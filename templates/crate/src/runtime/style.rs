//! Parameters in the styles of OpenAPI beside those that nearly all have.

use http::{HeaderName, HeaderValue};
use percent_encoding::utf8_percent_encode;
use url::form_urlencoded;

use super::{
    error::Error,
    param::Param,
    path::{self, VALUE},
    request::{Request, Target, push_query_encoded},
};

/// How a parameter's items become text (OpenAPI 3.0.3, Style Values); `Explode` where each item stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    SimpleExplode,
    Label,
    LabelExplode,
    Matrix,
    MatrixExplode,
    Form,
    Comma,
    Space,
    Pipe,
    Tab,
    /// `deepObject`: `name[key]=value`, and on in the same way below.
    Deep,
    /// A list in `deepObject`: `name[]=value`.
    Brackets,
    /// One text in JSON.
    Json,
    /// The whole query, without a name.
    Whole,
    /// The same, in JSON.
    WholeJson,
}

impl Request {
    /// A query parameter.
    pub(crate) fn query_styled(mut self, name: &str, style: Style, value: &(impl Param + ?Sized)) -> Self {
        match encoded(style, value) {
            Some(text) if matches!(style, Style::Whole | Style::WholeJson) => {
                let separator = if self.0.query.is_empty() { "" } else { "&" };
                self.0.query.extend([separator, &text]);
            }
            Some(text) => push_query_encoded(&mut self.0.query, name, &text),
            None => pairs(name, style, value, &mut |key, text| self.push_query(key, text)),
        }
        self
    }

    /// The next variable of the path.
    pub(crate) fn path_styled(mut self, style: Style, value: &(impl Param + ?Sized)) -> Self {
        if let Target::Template(builder) = &mut self.0.path {
            if let Err(fault) = builder.fill(|built, name| in_path(built, name, style, value)) {
                self.fail(fault);
            }
        }
        self
    }

    /// A header.
    pub(crate) fn header_styled(mut self, name: &str, style: Style, value: &(impl Param + ?Sized)) -> Self {
        let between = if style == Style::SimpleExplode { "=" } else { "," };
        let Some(text) = joined(value, ",", between, str::to_owned) else { return self };
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&text)) {
            (Ok(name), Ok(value)) => self.set_header(name, value),
            _ => self.fail(Error::invalid(format!("header `{name}` has characters that no header can hold"))),
        }
        self
    }

    /// A cookie.
    pub(crate) fn cookie_styled(mut self, name: &str, style: Style, value: &(impl Param + ?Sized)) -> Self {
        match style {
            Style::Comma => {
                if let Some(text) = joined(value, ",", ",", str::to_owned) {
                    self.push_cookie(name, &text);
                }
            }
            _ => pairs(name, style, value, &mut |key, text| self.push_cookie(key, text)),
        }
        self
    }
}

/// All items as one encoded text, in a style that makes one of them; `None` in the others, and when there is no item.
pub(crate) fn encoded(style: Style, value: &(impl Param + ?Sized)) -> Option<String> {
    let separator = match style {
        Style::Comma | Style::Simple => ",",
        Style::Space => "%20",
        Style::Pipe => "%7C",
        Style::Tab => "%09",
        Style::Whole | Style::WholeJson => {
            return joined(value, "", "", |part| utf8_percent_encode(part, VALUE).to_string());
        }
        _ => return None,
    };
    joined(value, separator, separator, |part| form_urlencoded::byte_serialize(part.as_bytes()).collect())
}

/// The name and the text of each item. A key that begins with a bracket goes on from the parameter's name.
pub(crate) fn pairs(name: &str, style: Style, value: &(impl Param + ?Sized), put: &mut dyn FnMut(&str, &str)) {
    value.each(&mut |key, text| match key {
        None if style == Style::Brackets => put(&format!("{name}[]"), text),
        None => put(name, text),
        Some(key) if key.starts_with('[') => put(&format!("{name}{key}"), text),
        Some(key) if matches!(style, Style::Deep | Style::Brackets) => {
            let (first, rest) = key.split_at(key.find('[').unwrap_or(key.len()));
            put(&format!("{name}[{first}]{rest}"), text);
        }
        Some(key) => put(key, text),
    });
}

/// All items in one text; `None`: there is no item.
fn joined(
    value: &(impl Param + ?Sized),
    separator: &str,
    between: &str,
    written: impl Fn(&str) -> String,
) -> Option<String> {
    let mut joined: Option<String> = None;
    value.each(&mut |key, text| {
        let item = match key {
            Some(key) => format!("{}{between}{}", written(key), written(text)),
            None => written(text),
        };
        match &mut joined {
            Some(joined) => {
                joined.push_str(separator);
                joined.push_str(&item);
            }
            None => joined = Some(item),
        }
    });
    joined
}

/// Writes a variable of the path; gives what is wrong with it.
fn in_path(built: &mut String, name: &str, style: Style, value: &(impl Param + ?Sized)) -> Option<&'static str> {
    let mut fault = None;
    value.each(&mut |key, text| {
        for part in key.into_iter().chain([text]) {
            fault = fault.or_else(|| path::fault_in(part));
        }
    });
    let encoded = |part: &str| utf8_percent_encode(part, VALUE).to_string();
    let named = |key: &str| format!(";{}=", encoded(key));
    let text = match style {
        Style::Label => joined(value, ",", ",", encoded).map(|text| format!(".{text}")),
        Style::LabelExplode => joined(value, ".", "=", encoded).map(|text| format!(".{text}")),
        Style::Matrix => joined(value, ",", ",", encoded).map(|text| named(name) + &text),
        Style::MatrixExplode => {
            let mut text = String::new();
            pairs(name, style, value, &mut |key, item| text += &(named(key) + &encoded(item)));
            Some(text).filter(|text| !text.is_empty())
        }
        Style::SimpleExplode => joined(value, ",", "=", encoded),
        _ => joined(value, ",", ",", encoded),
    };
    match text {
        Some(text) => built.push_str(&text),
        None => fault = Some("is empty"),
    }
    fault
}
