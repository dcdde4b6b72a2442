//! `Debug` for structs with secret members.

use std::fmt;

/// Stands for a secret.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Hides a secret that may be missing: whether it is there stays visible.
pub fn hide<T>(_: &T) -> Redacted {
    Redacted
}

/// Makes `Debug` from the table of an `object!`.
macro_rules! redacted {
    ($name:ident {
        $($field:ident $presence:ident $key:literal $(as $codec:ident $(($($inner:tt)*))?)? $(, $secret:ident)?;)*
        $(..$rest:ident $(as $rest_codec:ident $(($($rest_inner:tt)*))?)?;)?
    }) => {
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($name))
                    $(.field(::core::stringify!($field), &runtime::redacted!(@$($secret)? $presence (self.$field))))*
                    $(.field(::core::stringify!($rest), &self.$rest))?
                    .finish()
            }
        }
    };
    (@secret required $value:tt) => { runtime::redacted::Redacted };
    (@secret $presence:ident $value:tt) => { $value.as_ref().map(runtime::redacted::hide) };
    (@$presence:ident $value:tt) => { $value };
}
pub(crate) use redacted;
