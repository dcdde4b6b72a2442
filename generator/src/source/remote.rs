//! References to other machines.

use url::Url;

use super::{
    Input,
    library::{Opened, Refusal},
};
use crate::diagnostic::Code;

/// Whether a URL may be fetched: its origin is one of those that were allowed.
pub(super) fn check(url: &Url, allowed: &[String]) -> Opened<()> {
    let origin = url.origin().ascii_serialization();
    if allowed.contains(&origin) {
        return Ok(());
    }
    let message = format!("`{url}` is on another machine, which is not asked");
    Err(Some(Refusal::new(Code::ReferenceExternal, message).help(format!("allow it with --allow-remote {origin}"))))
}

/// Fetches a URL.
pub(super) fn fetch(url: &Url, allowed: &[String], _limit: u64) -> Result<Input, Refusal> {
    match check(url, allowed) {
        Err(Some(refusal)) => Err(refusal),
        _ => Err(Refusal::new(Code::ReferenceDangling, format!("`{url}` cannot be fetched"))),
    }
}
