//! The table of a resource's operations: what can be called, and what it is on the wire.

/// Makes a struct for each operation: its facts, its ways to be sent, `.await`.
///
/// ```text
/// operations! { Connections "connections" {
///     create: Create = POST "/workspaces/{workspace_id}/connections" -> data Connection;
///     get: Get = GET "/pets/{id}" -> json Pet, { auth: Some(&[]) };
/// } }
/// ```
/// A row: method of the resource, call struct, HTTP method, path template, decoder (a function of `runtime::decode`) and
/// what it gives, then the fields of `OperationInfo` that differ from what is usual with that decoder.
macro_rules! operations {
    ($resource:ident $label:literal { $(
        $name:ident: $call:ident = $method:tt $path:literal -> $decode:ident $output:ty
        $(, { $($field:ident: $value:expr),* $(,)? })?;
    )* }) => { $(
        #[doc = ::std::concat!("A call of [`", ::std::stringify!($resource), "::", ::std::stringify!($name), "`](super::", ::std::stringify!($resource), "::", ::std::stringify!($name), ").")]
        ///
        /// Nothing is sent before it is awaited or one of the `send` methods is called.
        #[must_use = "a call does nothing before it is awaited or sent"]
        pub struct $call(pub(super) runtime::Request);

        impl $call {
            pub(super) const INFO: &'static runtime::OperationInfo = &runtime::OperationInfo {
                resource: $label,
                name: runtime::identifier(::std::stringify!($name)),
                method: runtime::identifier(::std::stringify!($method)),
                path: $path,
                $($($field: $value,)*)?
                ..runtime::OperationInfo::decoded_by(::std::stringify!($decode))
            };

            /// Sets what concerns this call alone: timeouts, retries, idempotency, headers, query.
            pub fn with(self, options: runtime::CallOptions) -> Self {
                Self(self.0.with(options))
            }

            /// Sends it; awaiting the call does the same. Dropping the future cancels the call.
            pub fn send(self) -> runtime::ResponseFuture<$output> {
                self.0.send(runtime::decode::$decode::<$output>)
            }

            /// Sends it and gives the status, the headers and the body beside the value.
            pub fn send_with_meta(self) -> runtime::MetaFuture<$output> {
                self.0.send_with_meta(runtime::decode::$decode::<$output>)
            }

            /// Sends it and gives the answer as it is: any status is `Ok`, the body is unread.
            pub fn send_raw(self) -> runtime::RawFuture {
                self.0.send_raw()
            }

            /// Sends it and waits on this thread.
            ///
            /// # Errors
            /// As `send`; [`Config`](runtime::ErrorKind::Config) inside an async context, where waiting would block it.
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            pub fn send_blocking(self) -> Result<$output, runtime::Error> {
                self.0.send_blocking(runtime::decode::$decode::<$output>)
            }
        }

        impl ::std::future::IntoFuture for $call {
            type Output = Result<$output, runtime::Error>;
            type IntoFuture = runtime::ResponseFuture<$output>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }

        impl ::std::fmt::Debug for $call {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
    )* };
}

pub(crate) use operations;
