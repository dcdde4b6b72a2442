//! A call while it is put together.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_core::Serialize;
use url::form_urlencoded;

use super::{
    core::Core,
    engine::{self, Mode},
    error::Error,
    future::{Decode, MetaFuture, RawFuture, ResponseFuture},
    info::OperationInfo,
    operation::Operation,
    options::CallOptions,
    param::Param,
    path::{self, PathBuilder},
};

/// A call while it is put together: one pointer, nothing borrowed. What cannot be encoded is kept and returned when the
/// call is awaited.
pub(crate) struct Request(pub(crate) Box<Draft>);

/// What a call consists of.
pub(crate) struct Draft {
    pub(crate) core: Arc<Core>,
    pub(crate) operation: Operation,
    pub(crate) method: Method,
    pub(crate) path: Target,
    /// Encoded.
    pub(crate) query: String,
    /// Beside those that every call has.
    pub(crate) headers: HeaderMap,
    /// `a=b; c=d`, encoded.
    pub(crate) cookies: String,
    pub(crate) accept: Option<HeaderValue>,
    pub(crate) key: Option<HeaderValue>,
    pub(crate) body: Option<Bytes>,
    pub(crate) options: CallOptions,
    pub(crate) fault: Option<Error>,
}

/// The path of a call.
pub(crate) enum Target {
    /// A template with some of its values.
    Template(PathBuilder),
    /// A whole path, checked.
    Whole(String),
}

/// What stands in a cookie as it is: RFC 6265's cookie-octet without `%` and `,`.
const COOKIE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'!').remove(b'*');

impl Request {
    /// A call of an operation.
    pub(crate) fn new(core: &Arc<Core>, info: &'static OperationInfo) -> Self {
        let path = Target::Template(PathBuilder::new(info.path));
        let (method, fault) = match Method::from_bytes(info.method.as_bytes()) {
            Ok(method) => (method, None),
            Err(_) => (Method::GET, Some(Error::invalid(format!("`{}` is no HTTP method", info.method)))),
        };
        Self::of(core, Operation::Known(info), method, path, fault)
    }

    /// A call that the caller wrote.
    pub(crate) fn written(core: &Arc<Core>, method: Method, given: &str) -> Self {
        let (path, fault) = path::given(given).map_or_else(|fault| (String::new(), Some(fault)), |path| (path, None));
        let operation = Operation::Written(format!("{method} {path}"));
        Self::of(core, operation, method, Target::Whole(path), fault)
    }

    fn of(core: &Arc<Core>, operation: Operation, method: Method, path: Target, fault: Option<Error>) -> Self {
        let accept = HeaderValue::from_maybe_shared(Bytes::from_static(operation.info().accept.as_bytes())).ok();
        Self(Box::new(Draft {
            core: Arc::clone(core),
            operation,
            method,
            path,
            query: String::new(),
            headers: HeaderMap::new(),
            cookies: String::new(),
            accept,
            key: None,
            body: None,
            options: CallOptions::new(),
            fault,
        }))
    }

    /// Fills the next variable of the path.
    pub(crate) fn path(mut self, value: &(impl Param + ?Sized)) -> Self {
        if let Target::Template(builder) = &mut self.0.path {
            if let Err(fault) = builder.value(value) {
                self.fail(fault);
            }
        }
        self
    }

    /// A JSON body, written now.
    pub(crate) fn json(self, body: &(impl Serialize + ?Sized)) -> Self {
        self.json_as("application/json", body)
    }

    /// A JSON body, when there is one.
    pub(crate) fn json_opt<T: Serialize + ?Sized>(self, body: Option<&T>) -> Self {
        self.json_opt_as("application/json", body)
    }

    /// A JSON body of another media type, when there is one.
    pub(crate) fn json_opt_as<T: Serialize + ?Sized>(self, media_type: &'static str, body: Option<&T>) -> Self {
        match body {
            Some(body) => self.json_as(media_type, body),
            None => self,
        }
    }

    /// A JSON body of another media type.
    pub(crate) fn json_as(mut self, media_type: &'static str, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.set_body(HeaderValue::from_str(media_type).ok(), bytes.into()),
            Err(error) => self.fail(Error::invalid("the body cannot be written as JSON").with_source(error)),
        }
        self
    }

    /// Takes what concerns this call alone.
    pub(crate) fn with(mut self, options: CallOptions) -> Self {
        self.0.options.merge(options);
        self
    }

    pub(crate) fn send<T>(self, decode: Decode<T>) -> ResponseFuture<T> {
        ResponseFuture::new(engine::execute(self.0, Mode::Whole), decode)
    }

    pub(crate) fn send_with_meta<T>(self, decode: Decode<T>) -> MetaFuture<T> {
        MetaFuture::new(engine::execute(self.0, Mode::Whole), decode)
    }

    pub(crate) fn send_raw(self) -> RawFuture {
        RawFuture::new(engine::execute(self.0, Mode::AnyStatus))
    }

    /// Keeps the first fault: it is the one to mend.
    pub(crate) fn fail(&mut self, fault: Error) {
        self.0.fault.get_or_insert(fault);
    }

    pub(crate) fn push_query(&mut self, name: &str, value: &str) {
        push_query(&mut self.0.query, name, value);
    }

    pub(crate) fn set_header(&mut self, name: HeaderName, value: HeaderValue) {
        self.0.headers.insert(name, value);
    }

    pub(crate) fn push_cookie(&mut self, name: &str, value: &str) {
        push_cookie(&mut self.0.cookies, name, value);
    }

    pub(crate) fn set_key(&mut self, key: HeaderValue) {
        self.0.key = Some(key);
    }

    pub(crate) fn set_body(&mut self, media_type: Option<HeaderValue>, body: Bytes) {
        match media_type {
            Some(media_type) => {
                self.set_header(header::CONTENT_TYPE, media_type);
                self.0.body = Some(body);
            }
            None => self.fail(Error::invalid("the body's media type is no header value")),
        }
    }

    pub(crate) fn set_accept(&mut self, accept: Option<HeaderValue>) {
        match accept {
            Some(accept) => self.0.accept = Some(accept),
            None => self.fail(Error::invalid("the accepted media type is no header value")),
        }
    }
}

/// Appends a pair as forms write it.
pub(crate) fn push_query(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.extend(form_urlencoded::byte_serialize(name.as_bytes()));
    query.push('=');
    query.extend(form_urlencoded::byte_serialize(value.as_bytes()));
}

/// Appends a pair whose value is encoded already.
pub(crate) fn push_query_encoded(query: &mut String, name: &str, value: &str) {
    push_query(query, name, "");
    query.push_str(value);
}

/// Appends a cookie.
pub(crate) fn push_cookie(cookies: &mut String, name: &str, value: &str) {
    if !cookies.is_empty() {
        cookies.push_str("; ");
    }
    cookies.extend(utf8_percent_encode(name, COOKIE));
    cookies.push('=');
    cookies.extend(utf8_percent_encode(value, COOKIE));
}

/// Shows which call it is, and nothing of what it sends.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.0.operation.label()).finish_non_exhaustive()
    }
}
