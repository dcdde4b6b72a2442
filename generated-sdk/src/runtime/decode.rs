//! What an answer becomes: one function for each decoder that a row of `operations!` can name.

use bytes::Bytes;
use http::StatusCode;
use serde_core::de::DeserializeOwned;

pub(crate) use super::answer::Answer;
use super::{
    envelope::{self, Opened},
    error::Error,
    info::EnvelopeInfo,
};

/// The body is a `T`.
pub(crate) fn json<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    if answer.states_failure() {
        return Err(answer.stated_error());
    }
    whole(answer)
}

/// The envelope's value is a `T`; without a value the whole body is.
pub(crate) fn data<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    match opened(answer)? {
        Some(Opened { data: Some(value), .. }) => Ok(value),
        _ => whole(answer),
    }
}

/// As [`data`], but `null`, no value, no body are the empty list.
pub(crate) fn list<T: DeserializeOwned + Default>(answer: &Answer) -> Result<T, Error> {
    match opened(answer)? {
        Some(Opened { data, .. }) => Ok(data.unwrap_or_default()),
        None if has_no_value(answer) => Ok(T::default()),
        None => whole(answer),
    }
}

/// As [`data`], but no body, and an envelope without a value, are nothing.
pub(crate) fn maybe<T: DeserializeOwned + Default>(answer: &Answer) -> Result<T, Error> {
    if has_no_value(answer) {
        return Ok(T::default());
    }
    match opened::<T>(answer)? {
        Some(Opened { data: Some(value), .. }) => Ok(value),
        Some(Opened { data: None, success: Some(_) }) => Ok(T::default()),
        _ => whole(answer),
    }
}

/// The body does not matter, unless it says that the call failed.
pub(crate) fn empty<T: Default>(answer: &Answer) -> Result<T, Error> {
    if answer.states_failure() { Err(answer.stated_error()) } else { Ok(T::default()) }
}

/// The body is text, in UTF-8.
pub(crate) fn text<T: From<String>>(answer: &Answer) -> Result<T, Error> {
    let text = String::from_utf8(answer.body.to_vec());
    text.map(T::from).map_err(|_| answer.is_no::<String>(None))
}

/// The body as it is.
pub(crate) fn bytes<T: From<Bytes>>(answer: &Answer) -> Result<T, Error> {
    Ok(T::from(answer.body.clone()))
}

/// The status says what the body is.
pub(crate) fn by_status<T: ByStatus>(answer: &Answer) -> Result<T, Error> {
    T::decode(answer)
}

/// An answer whose type depends on the status; `outputs!` implements it.
pub(crate) trait ByStatus: Sized {
    /// Decodes by the row that the status fits.
    fn decode(answer: &Answer) -> Result<Self, Error>;
}

fn whole<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    serde_json::from_slice(&answer.body).map_err(|error| answer.is_no::<T>(Some(error)))
}

/// The opened envelope; `None`: the answer is none. `success: false` is an error even beside data that decodes.
fn opened<T: DeserializeOwned>(answer: &Answer) -> Result<Option<Opened<T>>, Error> {
    let object = |_: &EnvelopeInfo| envelope::is_object(&answer.body);
    let Some(names) = answer.envelope().filter(object) else { return Ok(None) };
    match envelope::open::<T>(names, &answer.body) {
        Ok(Opened { success: Some(false), .. }) => Err(answer.stated_error()),
        Ok(opened) => Ok(Some(opened)),
        Err(error) => Err(answer.is_no::<T>(Some(error))),
    }
}

/// No body, or `null`.
fn has_no_value(answer: &Answer) -> bool {
    matches!(answer.status, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT)
        || answer.is_empty()
        || answer.body.trim_ascii() == b"null"
}
