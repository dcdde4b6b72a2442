//! Paths of Rust that `generator.toml` names: of a type that stands in place of a generated one, of a trait to derive.

use serde::Serialize;

use super::name::is_identifier;

/// A checked path: `my_crate::Money`, `crate::ext::Money`, `String`. Nothing of a description is ever one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RustPath(String);

/// Types that need no path.
const TYPES: &[&str] =
    &["String", "bool", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"];

/// Traits that need no path, and can be derived beside those that are derived anyway.
const TRAITS: &[&str] = &["Copy", "Default", "Eq", "Hash", "Ord", "PartialOrd"];

/// Derived for every type already, or written by us: `Debug` hides secrets, and the tables write serde's impls.
const OURS: &[&str] = &["Clone", "Debug", "PartialEq", "Serialize", "Deserialize"];

impl RustPath {
    /// A type's path.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_type(text: &str) -> Result<Self, String> {
        let help = "`my_crate::Money`, `crate::ext::Money` or `String` are paths of types";
        Self::new(text, TYPES).ok_or_else(|| format!("`{}` is no path of a type; {help}", text.escape_debug()))
    }

    /// The path of a derive.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_derive(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let last = text.rsplit("::").next().unwrap_or_default();
        if OURS.contains(&last) {
            return Err(format!("`{text}` cannot be derived: every type has it already where it is needed"));
        }
        let help = "`schemars::JsonSchema` or `PartialOrd` are";
        Self::new(text, TRAITS).ok_or_else(|| format!("`{}` is no path of a derive; {help}", text.escape_debug()))
    }

    fn new(text: &str, bare: &[&str]) -> Option<Self> {
        let segments: Vec<_> = text.split("::").collect();
        let (first, rest) = segments.split_first()?;
        let starts = *first == "crate" || is_identifier(first);
        let fine = starts && rest.iter().all(|segment| is_identifier(segment));
        (fine && (!rest.is_empty() || bare.contains(first))).then(|| Self(text.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its parts; the first may be `crate`.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split("::")
    }

    /// Its last part.
    #[must_use]
    pub fn last(&self) -> &str {
        self.0.rsplit("::").next().unwrap_or_default()
    }

    /// The crate that it begins with; `None`: the emitted crate itself, Rust's own, or no path.
    #[must_use]
    pub fn foreign(&self) -> Option<&str> {
        let (first, _) = self.0.split_once("::")?;
        (!matches!(first, "crate" | "std" | "core" | "alloc")).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_identifiers_pass() {
        for good in ["my_crate::Money", "crate::ext::Money", "String", "std::net::IpAddr", "u128"] {
            assert!(RustPath::of_type(good).is_ok(), "{good}");
        }
        for bad in ["", "Money", "a::", "::a", "a::b<c>", "a::b; fn x() {}", "a::crate::b", "self::a", "a b::c", "é::b"]
        {
            assert!(RustPath::of_type(bad).is_err(), "{bad}");
        }
        for good in ["schemars::JsonSchema", "PartialOrd", "crate::ext::Redact"] {
            assert!(RustPath::of_derive(good).is_ok(), "{good}");
        }
        for bad in ["serde::Serialize", "Debug", "JsonSchema", "derive(x)", "a::b]"] {
            assert!(RustPath::of_derive(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn foreign_crates_are_told_apart() {
        let foreign = |text| RustPath::of_type(text).ok().and_then(|path| path.foreign().map(str::to_owned));
        assert_eq!(foreign("my_crate::Money").as_deref(), Some("my_crate"));
        assert_eq!((foreign("crate::ext::Money"), foreign("std::net::IpAddr"), foreign("String")), (None, None, None));
    }
}
