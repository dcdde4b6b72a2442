//! Spans: one for each call, one for each attempt. Headers and bodies are never in them.

#[cfg(not(feature = "tracing"))]
pub(crate) use nothing::{AttemptSpan, call_span};
#[cfg(feature = "tracing")]
pub(crate) use spans::{AttemptSpan, call_span};

#[cfg(feature = "tracing")]
mod spans {
    use std::future::Future;

    use http::StatusCode;
    use tracing::{
        Instrument, Span,
        field::{Empty, display},
    };

    use super::super::{
        answer::Answer,
        error::Error,
        info::{ApiInfo, OperationInfo},
        plan::Plan,
    };

    /// The span of a call.
    pub(crate) struct CallSpan(Span);

    /// The span of a call: its name is constant, its operation a field.
    pub(crate) fn call_span(api: &ApiInfo, info: &OperationInfo) -> CallSpan {
        let span = tracing::info_span!("call", sdk.operation = Empty);
        if !span.is_disabled() {
            span.record("sdk.operation", format!("{}.{}", api.client.to_ascii_lowercase(), info.label()).as_str());
        }
        CallSpan(span)
    }

    impl CallSpan {
        pub(crate) async fn run<F: Future>(&self, future: F) -> F::Output {
            future.instrument(self.0.clone()).await
        }
    }

    /// The span of an attempt, with the fields of OpenTelemetry's HTTP client spans.
    pub(crate) struct AttemptSpan(Span);

    impl AttemptSpan {
        pub(crate) fn new(plan: &Plan, number: u32) -> Self {
            let span = tracing::info_span!(
                "attempt",
                otel.name = Empty,
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = Empty,
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                url.template = Empty,
                url.full = Empty,
                server.address = Empty,
                server.port = Empty,
                error.type = Empty,
            );
            if span.is_disabled() {
                return Self(span);
            }
            let draft = &plan.draft;
            let url = plan.url();
            let template = match draft.operation.info().path {
                "" => url.path(),
                template => template,
            };
            span.record("otel.name", format!("{} {template}", draft.method).as_str());
            span.record("http.request.method", draft.method.as_str());
            span.record("url.template", template);
            span.record("url.full", redacted(url).as_str());
            span.record("server.address", url.host_str().unwrap_or_default());
            if let Some(port) = url.port_or_known_default() {
                span.record("server.port", port);
            }
            if number > 1 {
                span.record("http.request.resend_count", number - 1);
            }
            Self(span)
        }

        pub(crate) async fn run<F: Future>(&self, future: F) -> F::Output {
            future.instrument(self.0.clone()).await
        }

        /// Notes how the attempt ended.
        pub(crate) fn record(&self, outcome: Result<StatusCode, &Result<Answer, Error>>) {
            let (status, kind) = match outcome {
                Ok(status) => (Some(status), None),
                Err(Ok(answer)) => (Some(answer.status), None),
                Err(Err(error)) => (error.status(), Some(error.kind())),
            };
            if let Some(status) = status {
                self.0.record("http.response.status_code", status.as_u16());
            }
            let refused = status.filter(|status| status.as_u16() >= 400);
            match (refused, kind) {
                (Some(status), _) => self.0.record("error.type", status.as_str()),
                (None, Some(kind)) => self.0.record("error.type", display(format_args!("{kind:?}"))),
                (None, None) => return,
            };
            self.0.record("otel.status_code", "ERROR");
        }
    }

    /// The URL with each value of its query hidden.
    fn redacted(url: &url::Url) -> String {
        let mut shown = url.clone();
        if url.query().is_some() {
            let names: Vec<_> = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
            shown.query_pairs_mut().clear().extend_pairs(names.iter().map(|name| (name, "REDACTED")));
        }
        shown.into()
    }
}

#[cfg(not(feature = "tracing"))]
mod nothing {
    use std::future::Future;

    use super::super::{
        info::{ApiInfo, OperationInfo},
        plan::Plan,
    };

    /// No span.
    pub(crate) struct CallSpan;

    pub(crate) fn call_span(_: &ApiInfo, _: &OperationInfo) -> CallSpan {
        CallSpan
    }

    impl CallSpan {
        pub(crate) fn run<F: Future>(&self, future: F) -> F {
            future
        }
    }

    /// No span.
    pub(crate) struct AttemptSpan;

    impl AttemptSpan {
        pub(crate) fn new(_: &Plan, _: u32) -> Self {
            Self
        }

        pub(crate) fn run<F: Future>(&self, future: F) -> F {
            future
        }

        pub(crate) fn record<T>(&self, _: T) {}
    }
}
