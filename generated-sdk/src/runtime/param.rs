//! Values that stand in a path, a query, a header or a cookie.

use std::collections::BTreeMap;

/// A value that can stand in a path, a query, a header or a cookie.
///
/// Texts, numbers, `bool`, dates, enums; lists of these, and maps from texts to these.
pub trait Param {
    /// Hands over each item: its key where the value is a map, and its text.
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str));
}

impl Param for str {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        put(None, self);
    }
}

impl Param for String {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        put(None, self);
    }
}

impl Param for bool {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        put(None, if *self { "true" } else { "false" });
    }
}

/// Implements [`Param`] for types whose `Display` is their form on the wire; `Param` must be in scope.
macro_rules! display_params {
    ($($ty:ty),* $(,)?) => { $(
        impl Param for $ty {
            fn each(&self, put: &mut dyn ::std::ops::FnMut(Option<&str>, &str)) {
                put(None, &::std::string::ToString::to_string(self));
            }
        }
    )* };
}

pub(crate) use display_params;

display_params!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64);
display_params!(std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr);

impl<T: Param + ?Sized> Param for &T {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        (**self).each(put);
    }
}

/// Nothing at all when there is no value.
impl<T: Param> Param for Option<T> {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        if let Some(value) = self {
            value.each(put);
        }
    }
}

impl<T: Param> Param for [T] {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        for item in self {
            item.each(put);
        }
    }
}

impl<T: Param> Param for Vec<T> {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        self.as_slice().each(put);
    }
}

impl<K: AsRef<str>, T: Param> Param for BTreeMap<K, T> {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        for (key, value) in self {
            value.each(&mut |_, text| put(Some(key.as_ref()), text));
        }
    }
}

/// The items joined by commas, a map as `key,value,key,value`; `None`: there is no item.
pub(crate) fn joined(value: &(impl Param + ?Sized)) -> Option<String> {
    let mut joined: Option<String> = None;
    value.each(&mut |key, text| {
        for part in key.into_iter().chain([text]) {
            match &mut joined {
                Some(joined) => {
                    joined.push(',');
                    joined.push_str(part);
                }
                None => joined = Some(part.to_owned()),
            }
        }
    });
    joined
}
