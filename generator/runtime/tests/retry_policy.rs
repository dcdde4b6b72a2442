use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode};
use proptest::prelude::*;

use crate::runtime::{
    RetryPolicy,
    retry::{Nature, Trouble},
};

const ONCE: Nature = Nature { idempotent: false, retry_conflict: false };
const AGAIN: Nature = Nature { idempotent: true, retry_conflict: false };

fn status(status: u16, headers: &[(&'static str, &'static str)]) -> Trouble {
    let headers: HeaderMap =
        headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect();
    let asks = crate::runtime::retry_after::parse(&headers).is_some();
    Trouble::of(StatusCode::from_u16(status).unwrap(), &headers, asks)
}

/// (worth it for a call that is not idempotent, for one that is)
fn worth(trouble: Trouble) -> (bool, bool) {
    let policy = RetryPolicy::new();
    (policy.is_worth(trouble, ONCE), policy.is_worth(trouble, AGAIN))
}

#[test]
fn always() {
    assert_eq!(worth(Trouble::NotSent { timed_out: false }), (true, true));
    assert_eq!(worth(Trouble::NotSent { timed_out: true }), (true, true));
    assert_eq!(worth(status(429, &[])), (true, true));
    assert_eq!(worth(status(503, &[("retry-after", "1")])), (true, true));
    assert_eq!(worth(status(503, &[("retry-after-ms", "10")])), (true, true));
    for code in [400, 404, 409, 500, 501] {
        assert_eq!(worth(status(code, &[("x-should-retry", "true")])), (true, true), "{code}");
    }
}

#[test]
fn only_if_idempotent() {
    for code in [408, 500, 502, 503, 504] {
        assert_eq!(worth(status(code, &[])), (false, true), "{code}");
    }
    assert_eq!(worth(status(503, &[("retry-after", "soon")])), (false, true));
    assert_eq!(worth(Trouble::Interrupted), (false, true));
    assert_eq!(worth(Trouble::TimedOut), (false, true));
}

#[test]
fn never() {
    for code in [400, 401, 403, 404, 405, 409, 410, 418, 422, 499, 501, 505, 599] {
        assert_eq!(worth(status(code, &[])), (false, false), "{code}");
    }
    for code in [408, 429, 500, 503] {
        assert_eq!(worth(status(code, &[("x-should-retry", "false"), ("retry-after", "1")])), (false, false), "{code}");
    }
    for code in [301, 302, 304, 307] {
        assert_eq!(worth(status(code, &[("x-should-retry", "true")])), (false, false), "{code}");
    }
    assert_eq!(worth(Trouble::Final), (false, false));
}

#[test]
fn conflict_by_choice() {
    let conflict = status(409, &[]);
    assert!(RetryPolicy::new().retry_conflict(true).is_worth(conflict, ONCE));
    assert!(RetryPolicy::new().is_worth(conflict, Nature { retry_conflict: true, ..ONCE }));
}

#[test]
fn own_waits_double_and_end_at_eight_seconds() {
    let policy = RetryPolicy::new();
    let longest: Vec<_> = (1..=7).map(|n| policy.wait(n, None, 1.0).unwrap().as_millis()).collect();
    assert_eq!(longest, [500, 1000, 2000, 4000, 8000, 8000, 8000]);
    let shortest: Vec<_> = (1..=5).map(|n| policy.wait(n, None, 0.0).unwrap().as_millis()).collect();
    assert_eq!(shortest, [250, 500, 1000, 2000, 4000]);
}

#[test]
fn a_servers_wait_is_taken_up_to_a_minute() {
    let policy = RetryPolicy::new();
    assert_eq!(policy.wait(1, Some(Duration::from_secs(60)), 0.0), Some(Duration::from_secs(60)));
    assert_eq!(policy.wait(1, Some(Duration::from_secs(60)), 1.0), Some(Duration::from_secs(66)));
    assert_eq!(policy.wait(1, Some(Duration::from_millis(60_001)), 0.0), None);
    assert_eq!(policy.wait(1, Some(Duration::ZERO), 0.5), Some(Duration::ZERO));
}

#[test]
fn two_retries_unless_set() {
    let policy = RetryPolicy::default();
    assert_eq!([1, 2, 3].map(|attempts| policy.allows(attempts)), [true, true, false]);
    assert!(!RetryPolicy::none().allows(1));
}

proptest! {
    #[test]
    fn any_settings_give_a_bounded_wait(
        n in any::<u32>(), initial in any::<u64>(), cap in any::<u64>(), random in 0.0..1.0_f64, server in any::<Option<u64>>(),
    ) {
        let policy = RetryPolicy::new()
            .initial_delay(Duration::from_nanos(initial).saturating_mul(1_000_000))
            .max_delay(Duration::from_millis(cap));
        match policy.wait(n, server.map(Duration::from_millis), random) {
            Some(wait) if server.is_some() => prop_assert!(wait <= Duration::from_secs(66)),
            Some(wait) => prop_assert!(wait <= Duration::from_millis(cap)),
            None => prop_assert!(server > Some(60_000)),
        }
    }
}
