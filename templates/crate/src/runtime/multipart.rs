//! Bodies of `multipart/form-data` (RFC 7578).
//!
//! The whole body is made before the first attempt, so that each attempt sends the same bytes.

use bytes::Bytes;
use http::HeaderValue;
use serde_core::Serialize;

use super::{
    fields::Fields,
    file::{self, File},
    request::Request,
};

impl Request {
    /// A form: a part for each member and for each item of a list; objects are JSON.
    pub(crate) fn multipart(self, body: &(impl Serialize + ?Sized)) -> Self {
        self.multipart_as(&[], body)
    }

    /// A form, when there is one.
    pub(crate) fn multipart_opt<T: Serialize + ?Sized>(self, body: Option<&T>) -> Self {
        self.multipart_opt_as(&[], body)
    }

    /// A form whose parts have media types of their own, when there is one.
    pub(crate) fn multipart_opt_as<T: Serialize + ?Sized>(self, types: &[(&str, &str)], body: Option<&T>) -> Self {
        match body {
            Some(body) => self.multipart_as(types, body),
            None => self,
        }
    }

    /// A form whose parts have media types of their own.
    pub(crate) fn multipart_as(self, types: &[(&str, &str)], body: &(impl Serialize + ?Sized)) -> Self {
        let (fields, files) = file::collected(|| Fields::of(body));
        self.with_fields(fields, |mut call, fields| {
            let mut form = Form { out: Vec::new(), boundary: boundary(), types, files: &files };
            if let Fields::Object(members) = fields {
                members.iter().for_each(|(name, value)| form.add(name, value));
            }
            form.line(&format!("--{}--", form.boundary));
            let media_type = HeaderValue::from_str(&format!("multipart/form-data; boundary={}", form.boundary));
            call.set_body(media_type.ok(), Bytes::from(form.out));
            call
        })
    }
}

/// What no body holds by chance.
fn boundary() -> String {
    format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..))
}

struct Form<'a> {
    out: Vec<u8>,
    boundary: String,
    types: &'a [(&'a str, &'a str)],
    files: &'a [File],
}

impl Form<'_> {
    fn add(&mut self, name: &str, value: &Fields) {
        let stated = self.types.iter().find(|(of, _)| *of == name).map(|(_, media_type)| *media_type);
        match value {
            Fields::Null => {}
            _ if stated.is_some_and(is_json) => self.part(name, None, stated, value.json().as_bytes()),
            Fields::Plain(text) | Fields::Text(text) => self.part(name, None, stated, text.as_bytes()),
            Fields::List(items) => items.iter().for_each(|item| self.add(name, item)),
            Fields::Object(members) => match file_of(members, self.files) {
                Some(file) => {
                    let media_type = file.media_type.as_deref().or(stated).unwrap_or("application/octet-stream");
                    self.part(name, file.name.as_deref(), Some(media_type), &file.bytes);
                }
                None => self.part(name, None, Some(stated.unwrap_or("application/json")), value.json().as_bytes()),
            },
        }
    }

    fn part(&mut self, name: &str, file_name: Option<&str>, media_type: Option<&str>, body: &[u8]) {
        self.line(&format!("--{}", self.boundary));
        let file_name = file_name.map(|name| format!("; filename=\"{}\"", quoted(name))).unwrap_or_default();
        self.line(&format!("Content-Disposition: form-data; name=\"{}\"{file_name}", quoted(name)));
        if let Some(media_type) = media_type {
            let printable: String = media_type.chars().filter(|c| !c.is_control()).collect();
            self.line(&format!("Content-Type: {printable}"));
        }
        self.line("");
        self.out.extend_from_slice(body);
        self.line("");
    }

    fn line(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
}

/// The file that a member stands for.
fn file_of<'f>(members: &[(String, Fields)], files: &'f [File]) -> Option<&'f File> {
    match members {
        [(mark, Fields::Plain(index))] if mark == file::MARK => files.get(index.parse::<usize>().ok()?),
        _ => None,
    }
}

/// A name as browsers write it (HTML, section 4.10.21.8, multipart form data).
fn quoted(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}
