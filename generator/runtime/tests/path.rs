use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use crate::runtime::{
    ErrorKind, Param,
    path::{PathBuilder, given},
};

fn fill(template: &'static str, values: &[&str]) -> Result<String, ErrorKind> {
    let mut path = PathBuilder::new(template);
    for value in values {
        path.value(*value).map_err(|error| error.kind())?;
    }
    path.finish().map_err(|error| error.kind())
}

#[test]
fn all_but_unreserved_is_encoded() {
    assert_eq!(fill("/a/{x}/b", &["AZaz09-._~"]).unwrap(), "/a/AZaz09-._~/b");
    assert_eq!(fill("/a/{x}", &["a/b?c#d e%f\\g:h@i;j"]).unwrap(), "/a/a%2Fb%3Fc%23d%20e%25f%5Cg%3Ah%40i%3Bj");
    assert_eq!(fill("/a/{x}", &["é"]).unwrap(), "/a/%C3%A9");
}

#[test]
fn what_would_leave_its_place_is_refused() {
    let refused =
        ["", ".", "..", "%2e", "%2E", "%2e%2E", ".%2e", "%2e.", "\t..", "a\nb", "a\rb", "\0", "\u{7f}", "\u{85}"];
    for value in refused {
        assert_eq!(fill("/a/{x}/b", &[value]), Err(ErrorKind::InvalidRequest), "{value:?}");
    }
}

#[test]
fn more_dots_and_mixed_segments_are_fine() {
    assert_eq!(fill("/a/{x}", &["..."]).unwrap(), "/a/...");
    assert_eq!(fill("/a/{x}.json", &[".."]).unwrap(), "/a/...json");
    assert_eq!(fill("/a/{x}.json", &["b"]).unwrap(), "/a/b.json");
    assert_eq!(fill("/a/{x}{y}", &[".", "."]), Err(ErrorKind::InvalidRequest));
    assert_eq!(fill("/a/.{x}", &["."]), Err(ErrorKind::InvalidRequest));
}

#[test]
fn every_place_wants_one_value() {
    assert_eq!(fill("/a/{x}", &[]), Err(ErrorKind::InvalidRequest));
    assert_eq!(fill("/a/{x}", &["1", "2"]), Err(ErrorKind::InvalidRequest));
    assert_eq!(fill("/a", &[]).unwrap(), "/a");
}

#[test]
fn lists_and_maps_are_joined_by_commas() {
    let joined = |value: &dyn Fn(&mut PathBuilder)| {
        let mut path = PathBuilder::new("/{x}");
        value(&mut path);
        path.finish().unwrap()
    };
    assert_eq!(joined(&|path| path.value(&[1, 2][..]).unwrap()), "/1,2");
    assert_eq!(joined(&|path| path.value(&["a,b", "c"][..]).unwrap()), "/a%2Cb,c");
    let map = std::collections::BTreeMap::from([("k", 1), ("l", 2)]);
    assert_eq!(joined(&|path| path.value(&map).unwrap()), "/k,1,l,2");
    assert!(PathBuilder::new("/{x}").value(&[] as &[i32]).is_err());
    assert!(PathBuilder::new("/{x}").value(&["a", ""][..]).is_err());
}

#[test]
fn texts_of_other_types() {
    fn text(value: &(impl Param + ?Sized)) -> String {
        let mut path = PathBuilder::new("/{x}");
        path.value(value).unwrap();
        path.finish().unwrap()
    }
    assert_eq!(text(&true), "/true");
    assert_eq!(text(&-7_i64), "/-7");
    assert_eq!(text(&1.5_f64), "/1.5");
    assert_eq!(text(&jiff::civil::date(2026, 1, 31)), "/2026-01-31");
    assert_eq!(text(&jiff::Timestamp::UNIX_EPOCH), "/1970-01-01T00%3A00%3A00Z");
    assert_eq!(text(&uuid::Uuid::nil()), "/00000000-0000-0000-0000-000000000000");
}

#[test]
fn written_paths() {
    assert_eq!(given("/a/b%20c/").unwrap(), "/a/b%20c/");
    assert_eq!(given("a").unwrap(), "/a");
    assert_eq!(given("").unwrap(), "");
    assert_eq!(given("/").unwrap(), "/");
    assert_eq!(given("/a b").unwrap(), "/a%20b");
    for path in ["/a/../b", "/a/.", "/%2e%2e/b", "//evil.test", "https://evil.test", "/a?b", "/a#b", "/a\\b", "/a\nb"] {
        assert_eq!(given(path).map_err(|error| error.kind()), Err(ErrorKind::InvalidRequest), "{path}");
    }
}

proptest! {
    #[test]
    fn a_value_comes_back_as_it_went_or_is_refused(value in any::<String>()) {
        if let Ok(path) = fill("/a/{x}/b", &[&value]) {
            let inner = path.strip_prefix("/a/").unwrap().strip_suffix("/b").unwrap();
            prop_assert!(!inner.contains('/'));
            prop_assert_eq!(percent_decode_str(inner).decode_utf8().unwrap(), value.as_str());
            let url = url::Url::parse(&format!("https://x.test{path}")).unwrap();
            prop_assert_eq!(url.path(), path.as_str());
        }
    }

    #[test]
    fn any_written_path_stays_below_the_base(path in any::<String>()) {
        if let Ok(built) = given(&path) {
            let url = url::Url::parse(&format!("https://x.test/base{built}")).unwrap();
            prop_assert_eq!(url.host_str(), Some("x.test"));
            prop_assert!(url.path().starts_with("/base"));
        }
    }
}
