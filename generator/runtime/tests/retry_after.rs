use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;

use crate::runtime::retry_after::parse;

fn with(headers: &[(&'static str, &str)]) -> Option<Duration> {
    let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_str(value).unwrap()));
    parse(&headers.collect::<HeaderMap>())
}

#[test]
fn seconds_fractions_and_milliseconds() {
    assert_eq!(with(&[]), None);
    assert_eq!(with(&[("retry-after", "3")]), Some(Duration::from_secs(3)));
    assert_eq!(with(&[("retry-after", "0.5")]), Some(Duration::from_millis(500)));
    assert_eq!(with(&[("retry-after-ms", "250")]), Some(Duration::from_millis(250)));
    assert_eq!(with(&[("retry-after-ms", "0"), ("retry-after", "9")]), Some(Duration::ZERO));
}

#[test]
fn what_is_no_value_is_as_if_absent() {
    for bad in ["-1", "nan", "inf", "", "soon", "1 s", "-0.1"] {
        assert_eq!(with(&[("retry-after", bad)]), None, "{bad}");
        assert_eq!(with(&[("retry-after-ms", bad), ("retry-after", "2")]), Some(Duration::from_secs(2)), "{bad}");
    }
}

#[test]
fn a_date_is_the_time_until_it_and_a_past_one_is_zero() {
    let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(30));
    let wait = with(&[("retry-after", &soon)]).unwrap();
    assert!((28..=30).contains(&wait.as_secs()), "{wait:?}");
    assert_eq!(with(&[("retry-after", "Wed, 21 Oct 2015 07:28:00 GMT")]), Some(Duration::ZERO));
}

#[test]
fn what_no_duration_holds_is_still_a_long_wait() {
    assert_eq!(with(&[("retry-after", "1e300")]), Some(Duration::MAX));
}

proptest! {
    #[test]
    fn any_bytes_give_a_wait_or_none(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        if let Ok(value) = HeaderValue::from_bytes(&bytes) {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after-ms", value.clone());
            headers.insert("retry-after", value);
            let _ = parse(&headers);
        }
    }

    #[test]
    fn any_number_of_seconds_comes_back(seconds in 0_u32..1_000_000) {
        prop_assert_eq!(with(&[("retry-after", &seconds.to_string())]), Some(Duration::from_secs(seconds.into())));
    }
}
