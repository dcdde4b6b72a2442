use super::{read, refused, written};
use crate::runtime::{
    self, UnknownInteger, UnknownValue, closed_enum, closed_integer_enum, open_enum, open_integer_enum,
};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Color {
    Red,
    DarkBlue,
    Unknown(UnknownValue),
}

open_enum! { Color {
    Red      "red";
    DarkBlue "dark blue";
} }

#[test]
fn an_open_enum_keeps_what_it_does_not_know() {
    for (text, shown) in
        [("red", "Red"), ("dark blue", "DarkBlue"), ("RED", r#"Unknown("RED")"#), ("", r#"Unknown("")"#)]
    {
        let json = written(&text);
        let value: Color = read(&json);
        assert_eq!(written(&value), json);
        assert_eq!(value.as_str(), text);
        assert_eq!(value.to_string(), text);
        assert_eq!(format!("{value:?}"), shown);
        assert_eq!(Color::from(text), value);
        assert_eq!(Color::from(text.to_owned()), value);
        assert_eq!(text.parse(), Ok(value));
    }
    assert_eq!(format!("{:>5}", Color::Red), "  red");
    assert!(refused::<Color>("1").contains("expected a string (Color)"));
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Large,
}

closed_enum! { Size {
    Small "s";
    Large "l";
} }

#[test]
fn a_closed_enum_refuses_other_values() {
    assert_eq!(read::<Vec<Size>>(r#"["s","l"]"#), [Size::Small, Size::Large]);
    assert_eq!(written(&Size::Large), r#""l""#);
    assert_eq!("l".parse(), Ok(Size::Large));
    assert_eq!(Size::try_from("x").unwrap_err().to_string(), r#""x" is no value of Size"#);
    assert_eq!(refused::<Size>(r#""x""#), r#"invalid value: string "x", expected a string (Size) at line 1 column 3"#);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Low,
    High,
    Unknown(UnknownInteger),
}

open_integer_enum! { Level {
    Low  -1;
    High 20;
} }

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bit {
    Zero,
    One,
}

closed_integer_enum! { Bit {
    Zero 0;
    One  1;
} }

#[test]
fn enums_of_integers() {
    assert_eq!(read::<Vec<Level>>("[-1,20,7]"), [Level::Low, Level::High, Level::from(7)]);
    assert_eq!(written(&[Level::Low, Level::from(7)]), "[-1,7]");
    assert_eq!(format!("{:?} {} {}", Level::from(7), Level::High, Level::from(-1).as_i64()), "Unknown(7) 20 -1");
    assert!(refused::<Level>("18446744073709551615").contains("expected an integer (Level)"));
    assert_eq!(read::<Bit>("1"), Bit::One);
    assert_eq!(written(&Bit::Zero), "0");
    assert_eq!(Bit::try_from(2).unwrap_err().to_string(), r#""2" is no value of Bit"#);
    assert!(refused::<Bit>("2").contains("invalid value: integer `2`"));
}
