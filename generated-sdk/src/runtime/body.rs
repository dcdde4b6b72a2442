//! Reading a body, up to a size and a moment.

use std::pin::pin;

use bytes::{Bytes, BytesMut};

use super::{
    clock::{Alarm, Elapsed},
    message::HttpResponse,
    transport_error::TransportError,
};

/// Why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum Cut {
    /// It is larger than the limit, which is given.
    TooLarge(u64),
    /// The connection was lost.
    Lost(TransportError),
    /// The time limit passed.
    Elapsed,
}

/// Reads to the end, or as far as it gets: what was read is given either way. Sizes are those after inflation.
pub(crate) async fn read(response: &mut HttpResponse, limit: u64, alarm: &mut Alarm) -> (Bytes, Result<(), Cut>) {
    let limit_bytes = usize::try_from(limit).unwrap_or(usize::MAX);
    // Most bodies come in one piece, which is then handed on without a copy.
    let mut first = Bytes::new();
    let mut rest = BytesMut::new();
    let result = loop {
        let chunk = match alarm.guard(pin!(response.chunk())).await {
            Ok(Ok(Some(chunk))) => chunk,
            Ok(Ok(None)) => break Ok(()),
            Ok(Err(error)) => break Err(Cut::Lost(error)),
            Err(Elapsed) => break Err(Cut::Elapsed),
        };
        let room = limit_bytes.saturating_sub(first.len() + rest.len());
        let taken = chunk.slice(..chunk.len().min(room));
        if first.is_empty() {
            first = taken;
        } else {
            rest.extend_from_slice(&taken);
        }
        if chunk.len() > room {
            break Err(Cut::TooLarge(limit));
        }
    };
    if rest.is_empty() {
        return (first, result);
    }
    let mut whole = BytesMut::with_capacity(first.len() + rest.len());
    whole.extend_from_slice(&first);
    whole.extend_from_slice(&rest);
    (whole.freeze(), result)
}
