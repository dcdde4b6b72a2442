//! Bytes become text: UTF-8 without a byte order mark, lines ended by LF.

use super::Fault;
use crate::diagnostic::Code;

/// Decodes the bytes of an input. A byte order mark is dropped; CRLF and lone CR become LF.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(unreadable("the input is UTF-16, not UTF-8", (1, 1)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = String::from_utf8_lossy(good).replace("\r\n", "\n").replace('\r', "\n");
            return Err(Fault { help: Some(CODED), ..unreadable("the input is not valid UTF-8", end_of(&good)) });
        }
    };
    if text.trim().is_empty() {
        return Err(Fault { help: Some(EMPTY), ..unreadable("the input is empty", (1, 1)) });
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
}

/// What to do about an input that is no text.
const CODED: &str = "save the file as UTF-8, or check that it is the file you mean";

/// What to do about an input without content.
pub(super) const EMPTY: &str = "check that it is the file you mean, or that the command before the pipe succeeded";

fn unreadable(message: &str, position: (usize, usize)) -> Fault {
    Fault { code: Code::SourceUnreadable, message: message.to_owned(), help: None, position: Some(position) }
}

/// The 1-based line and column, in characters, after the last character of `text`.
pub(super) fn end_of(text: &str) -> (usize, usize) {
    let line = text.bytes().filter(|b| *b == b'\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}
