//! Answers whose type depends on the status.

/// Makes the enum of an operation whose success statuses give different types, and says which status gives which.
///
/// ```text
/// outputs! { GetOutput {
///     /// The pet.
///     200 Ok json Pet;
///     /// It is being made.
///     202 Accepted empty;
///     /// Any other success.
///     2xx Other json Pet;
/// } }
/// ```
/// A row: status, class (`2xx`) or `"default"`; variant; decoder (a function of `runtime::decode`); type. `empty` has none.
/// The first row that fits is taken.
macro_rules! outputs {
    (@decode $answer:ident $variant:ident empty) => {
        runtime::decode::empty::<()>($answer).map(|()| Self::$variant)
    };
    (@decode $answer:ident $variant:ident $decode:ident $output:ty) => {
        runtime::decode::$decode::<$output>($answer).map(Self::$variant)
    };
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $status:literal $variant:ident $decode:ident $($output:ty)?;)* }) => {
        $(#[$meta])*
        #[non_exhaustive]
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name { $(
            $(#[$doc])*
            $variant $(($output))?,
        )* }

        impl runtime::decode::ByStatus for $name {
            fn decode(answer: &runtime::decode::Answer) -> Result<Self, runtime::Error> {
                $(if answer.has_status(::std::stringify!($status)) {
                    return runtime::outputs!(@decode answer $variant $decode $($output)?);
                })*
                Err(answer.unexpected_status())
            }
        }
    };
}

pub(crate) use outputs;
