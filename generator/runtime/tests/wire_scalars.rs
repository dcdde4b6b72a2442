//! Each codec of the format table: what it reads that servers send, and what it writes.

use bytes::Bytes;
use serde_core::de::DeserializeSeed;

use crate::runtime::{
    byte, byte_url, chrono_timestamp, chrono_unix_time,
    codec::{Coded, Coder, Decode},
    duration, number_or_string, number_text,
    param::{Param, joined},
    timestamp, unix_time,
};

fn read<C: Coder<T>, T>(json: &str) -> Option<T> {
    Decode::<C, T>::new().deserialize(&mut serde_json::Deserializer::from_str(json)).ok()
}

/// What each of these texts is when it is read and written again; `-`: it is not read.
#[track_caller]
fn check<C: Coder<T>, T>(cases: &[(&str, &str)]) {
    for (json, expected) in cases {
        let again = read::<C, T>(json).map(|value| serde_json::to_string(&Coded::<C, T>::new(&value)).unwrap());
        assert_eq!(again.as_deref().unwrap_or("-"), *expected, "{json}");
    }
}

const DATE_TIMES: &[(&str, &str)] = &[
    (r#""2026-01-31T12:00:00Z""#, r#""2026-01-31T12:00:00Z""#),
    (r#""2026-01-31t12:00:00z""#, r#""2026-01-31T12:00:00Z""#),
    (r#""2026-01-31T12:00:00+02:00""#, r#""2026-01-31T10:00:00Z""#),
    (r#""2026-01-31T12:00:00+0000""#, r#""2026-01-31T12:00:00Z""#),
    (r#""2026-01-31T12:00:00.123+00:00""#, r#""2026-01-31T12:00:00.123Z""#),
    (r#""2026-01-31T12:00:00.123456789Z""#, r#""2026-01-31T12:00:00.123456789Z""#),
    (r#""2026-01-31T12:00:00""#, r#""2026-01-31T12:00:00Z""#),
    (r#""2026-01-31 12:00:00""#, r#""2026-01-31T12:00:00Z""#),
    (r#""0001-01-01T00:00:00Z""#, r#""0001-01-01T00:00:00Z""#),
    (r#""soon""#, "-"),
    ("1", "-"),
];

const UNIX_TIMES: &[(&str, &str)] = &[
    ("1711471533", "1711471533"),
    ("0", "0"),
    ("-1", "-1"),
    ("1711471533.0", "1711471533"),
    ("1711471533.5", "1711471533.5"),
    ("1e300", "-"),
    ("18446744073709551615", "-"),
    (r#""1711471533""#, "-"),
];

#[test]
fn times_by_either_library() {
    check::<timestamp::Codec, jiff::Timestamp>(DATE_TIMES);
    check::<chrono_timestamp::Codec, chrono::DateTime<chrono::Utc>>(DATE_TIMES);
    check::<unix_time::Codec, jiff::Timestamp>(UNIX_TIMES);
    check::<chrono_unix_time::Codec, chrono::DateTime<chrono::Utc>>(UNIX_TIMES);
}

#[test]
fn durations_keep_their_units() {
    check::<duration::Codec, jiff::SpanFieldwise>(&[
        (r#""P1M""#, r#""P1M""#),
        (r#""P1Y2M10DT2H30M""#, r#""P1Y2M10DT2H30M""#),
        (r#""PT90M""#, r#""PT90M""#),
        (r#""P2W""#, r#""P2W""#),
        (r#""PT0.5S""#, r#""PT0.5S""#),
        (r#""P0D""#, r#""PT0S""#),
        (r#""-P1D""#, r#""-P1D""#),
        (r#""later""#, "-"),
    ]);
}

#[test]
fn numbers_as_text_and_texts_as_numbers() {
    check::<number_text::Codec, i64>(&[
        (r#""9223372036854775807""#, r#""9223372036854775807""#),
        ("-5", r#""-5""#),
        ("7", r#""7""#),
        (r#""x""#, "-"),
        ("true", "-"),
    ]);
    check::<number_text::Codec, u64>(&[("18446744073709551615", r#""18446744073709551615""#), ("-1", "-")]);
    check::<number_or_string::Codec, i64>(&[
        ("1.0", "1"),
        ("1", "1"),
        (r#""12""#, "12"),
        (r#"" 12 ""#, "12"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("1.5", "-"),
        ("1e300", "-"),
        (r#""""#, "-"),
    ]);
    check::<number_or_string::Codec, f64>(&[("1", "1.0"), (r#""1.50""#, "1.5"), ("0.1", "0.1")]);
}

#[test]
fn bytes_in_both_alphabets() {
    check::<byte::Codec, Bytes>(&[
        (r#""+/8=""#, r#""+/8=""#),
        (r#""+/8""#, r#""+/8=""#),
        (r#""YWJj\nZGVm\r\n""#, r#""YWJjZGVm""#),
        (r#""""#, r#""""#),
        (r#""*""#, "-"),
    ]);
    check::<byte_url::Codec, Bytes>(&[(r#""-_8""#, r#""-_8""#), (r#""-_8=""#, r#""-_8""#), (r#""*""#, "-")]);
}

#[test]
fn all_can_be_parameters() {
    let text = |value: &dyn Fn() -> Option<String>| value().unwrap();
    let shown = |value: &(dyn Param + '_)| text(&|| joined(value));
    assert_eq!(shown(&jiff::Timestamp::UNIX_EPOCH), "1970-01-01T00:00:00Z");
    assert_eq!(shown(&jiff::Span::new().months(1).fieldwise()), "P1M");
    assert_eq!(shown(&chrono::DateTime::UNIX_EPOCH), "1970-01-01T00:00:00Z");
    assert_eq!(shown(&chrono::NaiveDate::default()), "1970-01-01");
    assert_eq!(shown(&std::net::Ipv6Addr::LOCALHOST), "::1");
    assert_eq!(shown(&std::net::IpAddr::from([127, 0, 0, 1])), "127.0.0.1");
    assert_eq!(shown(&std::net::Ipv4Addr::LOCALHOST), "127.0.0.1");
}
