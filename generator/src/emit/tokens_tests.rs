use super::*;

#[test]
fn numbers_read_back_and_keep_clippy_quiet() {
    let text = |value| number(value).to_string();
    assert_eq!(text(1.0), "1.0");
    assert_eq!(text(-0.5), "- 0.5");
    assert_eq!(text(314.0 / 100.0), "f64 :: from_bits (4614253070214989087)");
    assert_eq!(text(1e300), "1e300");
    assert_eq!(integer(i64::MIN).to_string(), "- 9223372036854775808");
}

#[test]
fn a_wrong_name_cannot_panic() {
    for name in ["", "1a", "self", "a-b", "é", "_"] {
        assert_eq!(ident(name).to_string(), "__not_an_identifier");
    }
    assert_eq!(ident("list").to_string(), "list");
}
