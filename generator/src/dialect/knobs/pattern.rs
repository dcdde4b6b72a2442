//! What `at` of an override may say: a JSON pointer or the names of a schema and its properties, with `*` and `**`.

use crate::{glob, pointer::Pointer};

/// Which places are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// By JSON pointer: `/components/schemas/User/properties/*`.
    Pointer(String),
    /// By schema and property: `User.email`.
    Name(String),
}

impl Pattern {
    /// Reads it.
    ///
    /// # Errors
    /// Why it can mean nothing.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        match text.strip_prefix('#').unwrap_or(text) {
            "" => Err("it names no place".to_owned()),
            pointer if pointer.starts_with('/') => Ok(Self::Pointer(pointer.to_owned())),
            name if name.contains('/') || text.starts_with('#') => {
                Err(format!("`{text}` is neither a JSON pointer, which begins with `/`, nor `Schema.property`"))
            }
            name => Ok(Self::Name(name.to_owned())),
        }
    }

    /// Whether it means this place, which has `name` where it is a schema or a property with one.
    pub(super) fn means(&self, place: &Pointer, name: Option<&str>) -> bool {
        match self {
            Self::Pointer(pattern) => {
                let place = place.to_string();
                // `/**/` is also no step at all.
                glob::matches(pattern, &place, Some('/'))
                    || (pattern.contains("/**/") && glob::matches(&pattern.replace("/**/", "/"), &place, Some('/')))
            }
            Self::Name(pattern) => name.is_some_and(|name| glob::matches(pattern, name, Some('.'))),
        }
    }
}

/// The name of a schema or property: `User.address.street`. What stands between them (lists, parts of `allOf`) has no
/// name of its own.
pub(super) fn name(place: &Pointer) -> Option<String> {
    let mut tokens = place.tokens().iter().map(String::as_str);
    let mut name = match (tokens.next()?, tokens.next()?) {
        ("definitions", name) => name.to_owned(),
        ("components", "schemas") => tokens.next()?.to_owned(),
        _ => return None,
    };
    let mut named = true;
    while let Some(token) = tokens.next() {
        named = false;
        match token {
            "properties" => {
                name.push('.');
                name.push_str(tokens.next()?);
                named = true;
            }
            "allOf" | "oneOf" | "anyOf" | "prefixItems" => drop(tokens.next()),
            "items" | "additionalProperties" => {}
            _ => return None,
        }
    }
    named.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Pattern, name};
    use crate::pointer::Pointer;

    fn means(pattern: &str, place: &str) -> bool {
        let place = Pointer::parse(place).unwrap();
        Pattern::parse(pattern).unwrap().means(&place, name(&place).as_deref())
    }

    #[test]
    fn pointers_with_stars() {
        let place = "/components/schemas/User/properties/email";
        for pattern in [
            place,
            "#/components/schemas/User/properties/email",
            "/components/schemas/*/properties/e*l",
            "/components/**/email",
            "/components/schemas/User/**/properties/email",
            "/**",
        ] {
            assert!(means(pattern, place), "{pattern}");
        }
        for pattern in ["/components/*/email", "/components/schemas/User/properties/e", "/**/mail"] {
            assert!(!means(pattern, place), "{pattern}");
        }
    }

    #[test]
    fn names_of_schemas_and_properties() {
        let place = "/components/schemas/User/allOf/1/properties/tags/items/properties/label";
        for pattern in ["User.tags.label", "User.**", "*.*.label", "**.label"] {
            assert!(means(pattern, place), "{pattern}");
        }
        for pattern in ["User.tags", "User.*", "*.label", "User"] {
            assert!(!means(pattern, place), "{pattern}");
        }
        assert!(means("a.b.c", "/definitions/a.b/properties/c"));
        assert!(means("User", "/definitions/User"));
        assert!(!means("Users", "/definitions/Users/items"));
        assert!(!means("*", "/paths/~1a/get/parameters/0/schema"));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in ["", " ", "#", "User/email", "#User"] {
            assert!(Pattern::parse(text).is_err(), "{text}");
        }
    }
}
