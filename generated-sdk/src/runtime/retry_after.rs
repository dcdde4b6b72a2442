//! How long a server asks to wait.

use std::time::{Duration, UNIX_EPOCH};

use http::HeaderMap;

use super::clock;

/// The wait that an answer asks for: `retry-after-ms` (milliseconds), else `Retry-After` (RFC 9110, section 10.2.3, as
/// seconds with or without a fraction, or as a date; a past date is 0). What is no such value is as if absent.
pub(crate) fn parse(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    text("retry-after-ms")
        .and_then(|value| number(value, 1000.0))
        .or_else(|| text("retry-after").and_then(|value| number(value, 1.0).or_else(|| date(value))))
}

/// A finite number that is not negative, as so many parts of a second.
fn number(text: &str, per_second: f64) -> Option<Duration> {
    let value = text.parse::<f64>().ok().filter(|value| value.is_finite() && *value >= 0.0)?;
    // Beyond what a Duration holds is still a wait that is too long.
    Some(Duration::try_from_secs_f64(value / per_second).unwrap_or(Duration::MAX))
}

fn date(text: &str) -> Option<Duration> {
    let at = httpdate::parse_http_date(text).ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(at.saturating_sub(clock::since_epoch()))
}
