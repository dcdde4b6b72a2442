//! Bodies of `application/x-www-form-urlencoded`.

use http::HeaderValue;
use serde_core::Serialize;

use super::{
    fields::Fields,
    request::{Request, push_query, push_query_encoded},
    style::{self, Style},
};

impl Request {
    /// A form: a pair for each member, for each item of a list, and for each member of an object in it.
    pub(crate) fn form(self, body: &(impl Serialize + ?Sized)) -> Self {
        self.form_styled(&[], body)
    }

    /// A form, when there is one.
    pub(crate) fn form_opt<T: Serialize + ?Sized>(self, body: Option<&T>) -> Self {
        self.form_styled_opt(&[], body)
    }

    /// A form whose members are written in styles of their own, when there is one.
    pub(crate) fn form_styled_opt<T: Serialize + ?Sized>(self, styles: &[(&str, Style)], body: Option<&T>) -> Self {
        match body {
            Some(body) => self.form_styled(styles, body),
            None => self,
        }
    }

    /// A form whose members are written in styles of their own.
    pub(crate) fn form_styled(self, styles: &[(&str, Style)], body: &(impl Serialize + ?Sized)) -> Self {
        self.with_fields(Fields::of(body), |mut call, fields| {
            let form = encode(fields, styles);
            let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
            call.set_body(Some(media_type), form.into());
            call
        })
    }
}

fn encode(fields: &Fields, styles: &[(&str, Style)]) -> String {
    let mut form = String::new();
    let Fields::Object(members) = fields else {
        style::pairs("", Style::Form, fields, &mut |key, text| push_query(&mut form, key, text));
        return form;
    };
    for (name, value) in members {
        let style = styles.iter().find(|(of, _)| of == name).map_or(Style::Form, |(_, style)| *style);
        match style {
            Style::Json => push_query(&mut form, name, &value.text()),
            _ => match style::encoded(style, value) {
                Some(text) => push_query_encoded(&mut form, name, &text),
                None => style::pairs(name, style, value, &mut |key, text| push_query(&mut form, key, text)),
            },
        }
    }
    form
}
