//! The one loop that every call runs: attempt, judge, wait, attempt again. Compiled once, whatever the operation.

use std::{pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{
    answer::{Answer, request_id},
    api_error::ApiError,
    body::{self, Cut},
    budget::Budget,
    clock::{self, Alarm, Deadline, Elapsed},
    error::{Circumstances, Error},
    error_kind::{Delivery, ErrorKind},
    message::HttpResponse,
    plan::Plan,
    request::Draft,
    retry::Trouble,
    retry_after,
    trace::{AttemptSpan, call_span},
    transport::BoxFuture,
    transport_error::{Stage, TransportError},
};

/// How much of an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A success, its body read.
    Whole,
    /// A success, its body unread.
    Unread,
    /// Whatever the status, its body unread.
    AnyStatus,
}

/// Runs a call. Dropping the future aborts it: nothing more is sent.
pub(crate) fn execute(draft: Box<Draft>, mode: Mode) -> BoxFuture<'static, Result<Answer, Error>> {
    Box::pin(async move {
        let operation = draft.operation.clone();
        let span = call_span(draft.core.api, operation.info());
        let result = span.run(run(draft, mode)).await;
        result.map_err(|error| error.in_operation(|| operation.label().into_owned()))
    })
}

/// An attempt that brought no answer worth handing over.
struct Failure {
    trouble: Trouble,
    wait: Option<Duration>,
    request_id: Option<String>,
    delivery: Delivery,
    /// Whether a connection was asked for at all.
    tried: bool,
    /// The error to return, or the answer where any status is welcome.
    result: Result<Answer, Error>,
}

async fn run(draft: Box<Draft>, mode: Mode) -> Result<Answer, Error> {
    clock::ready()?;
    let plan = Plan::new(draft)?;
    let budget = &plan.draft.core.budget;
    let mut attempts = 0_u32;
    let mut cost = 0;
    let mut seen = false;
    loop {
        attempts = attempts.saturating_add(1);
        let span = AttemptSpan::new(&plan, attempts);
        let outcome = span.run(attempt(&plan, attempts, mode)).await;
        span.record(outcome.as_ref().map(|answer| answer.status).map_err(|failure| &failure.result));
        let failure = match outcome {
            Ok(answer) => {
                budget.give(if attempts == 1 { Budget::SUCCESS } else { cost });
                return Ok(answer);
            }
            Err(failure) => failure,
        };
        seen |= failure.delivery != Delivery::NotSent;
        let worth = plan.policy.is_worth(failure.trouble, plan.nature);
        let wait = plan.policy.wait(attempts, failure.wait, fastrand::f64());
        let wait = wait.filter(|&wait| worth && plan.policy.allows(attempts) && !plan.total.comes_within(wait));
        cost = if failure.trouble.is_timeout() { Budget::TIMEOUT_RETRY } else { Budget::RETRY };
        match wait {
            Some(wait) if budget.take(cost) => clock::sleep(wait).await,
            _ => return give_up(&plan, failure, attempts, worth, seen),
        }
    }
}

fn give_up(plan: &Plan, failure: Failure, attempts: u32, worth: bool, seen: bool) -> Result<Answer, Error> {
    // An earlier attempt may have arrived although the last one did not.
    let unsure = seen && failure.delivery == Delivery::NotSent;
    let circumstances = Circumstances {
        operation: plan.draft.operation.label().into_owned(),
        attempts: attempts - u32::from(!failure.tried),
        delivery: if unsure { Delivery::Unknown } else { failure.delivery },
        retryable: worth,
        retry_after: failure.wait,
        request_id: failure.request_id,
    };
    failure.result.map_err(|error| error.under(circumstances))
}

/// Sends once and reads what is wanted of the answer. One time limit covers it all.
async fn attempt(plan: &Plan, number: u32, mode: Mode) -> Result<Answer, Failure> {
    let core = &plan.draft.core;
    let deadline = plan.attempt_deadline();
    let mut alarm = deadline.alarm();
    let request = match alarm.guard(pin!(plan.request())).await {
        Ok(Ok(request)) => request,
        Ok(Err(error)) => return Err(Failure::before_sending(error)),
        Err(Elapsed) => return Err(Failure::unsent(Error::new(ErrorKind::Timeout, "no token within the time limit"))),
    };
    let observed = (!core.interceptors.is_empty()).then(|| request.clone());
    let sent = alarm.guard(pin!(core.transport.send(request))).await;
    let result = sent.unwrap_or_else(|Elapsed| Err(TransportError::elapsed()));
    if let Some(request) = observed {
        for interceptor in &core.interceptors {
            interceptor.after_attempt(&request, &result);
        }
    }
    match result {
        Ok(response) => receive(plan, number, mode, response, deadline, &mut alarm).await,
        Err(error) => Err(Failure::unanswered(plan, error)),
    }
}

async fn receive(
    plan: &Plan,
    number: u32,
    mode: Mode,
    mut response: HttpResponse,
    deadline: Deadline,
    alarm: &mut Alarm,
) -> Result<Answer, Failure> {
    let core = &plan.draft.core;
    let (status, headers) = (response.status, std::mem::take(&mut response.headers));
    let answer = |headers, body, unread| Answer {
        core: Arc::clone(core),
        operation: plan.draft.operation.clone(),
        status,
        headers,
        body,
        unread,
        attempts: number,
        elapsed: plan.started.elapsed(),
    };
    if !status.is_success() {
        let failure = Failure::of_status(plan, status, &headers);
        if mode == Mode::AnyStatus {
            return Err(failure(Ok(answer(headers.clone(), Bytes::new(), Some((response, deadline))))));
        }
        // A body that breaks off says less, but the status still says what matters.
        let (body, _) = body::read(&mut response, core.settings.max_error_body, alarm).await;
        let error = ApiError::new(core.api, status, headers.clone(), body);
        return Err(failure(Err(Error::of_answer(error))));
    }
    if mode != Mode::Whole {
        return Ok(answer(headers, Bytes::new(), Some((response, deadline))));
    }
    match body::read(&mut response, core.settings.max_response_body, alarm).await {
        (body, Ok(())) => Ok(answer(headers, body, None)),
        (body, Err(cut)) => Err(Failure::cut(plan, ApiError::opaque(status, headers, body), cut)),
    }
}

impl Failure {
    /// The request could not be made: nothing was sent, and trying again will not help.
    fn before_sending(error: Error) -> Self {
        let (trouble, delivery) = (Trouble::Final, Delivery::NotSent);
        Self { trouble, wait: None, request_id: None, delivery, tried: false, result: Err(error) }
    }

    fn unsent(error: Error) -> Self {
        Self { trouble: Trouble::NotSent { timed_out: true }, ..Self::before_sending(error) }
    }

    fn unanswered(plan: &Plan, error: TransportError) -> Self {
        let host = plan.url().authority();
        let timed_out = error.timed_out;
        let (trouble, delivery, kind, message) = match error.stage {
            Stage::Setup => {
                (Trouble::Final, Delivery::NotSent, ErrorKind::Config, "the request cannot be sent".to_owned())
            }
            Stage::Connect => {
                let message = format!("cannot connect to {host}");
                (Trouble::NotSent { timed_out }, Delivery::NotSent, ErrorKind::Connect, message)
            }
            Stage::Exchange if timed_out => {
                let message = format!("{host} gave no answer within the time limit");
                (Trouble::TimedOut, Delivery::Unknown, ErrorKind::Timeout, message)
            }
            Stage::Exchange => {
                let message = format!("lost the connection to {host} before an answer");
                (Trouble::Interrupted, Delivery::Unknown, ErrorKind::Transport, message)
            }
        };
        let mut failed = Error::new(kind, message).with_delivery(delivery, timed_out);
        if let Some(source) = error.into_source() {
            failed = failed.with_source(source);
        }
        Self { trouble, wait: None, request_id: None, delivery, tried: true, result: Err(failed) }
    }

    fn of_status(
        plan: &Plan,
        status: StatusCode,
        headers: &HeaderMap,
    ) -> impl FnOnce(Result<Answer, Error>) -> Self + use<> {
        let wait = retry_after::parse(headers);
        let trouble = Trouble::of(status, headers, wait.is_some());
        let request_id = request_id(&plan.draft.core, headers).map(str::to_owned);
        move |result| Self { trouble, wait, request_id, delivery: Delivery::Answered, tried: true, result }
    }

    /// The answer began as a success, but its body did not come to its end.
    fn cut(plan: &Plan, answer: ApiError, cut: Cut) -> Self {
        let request_id = request_id(&plan.draft.core, answer.headers()).map(str::to_owned);
        let (trouble, error) = match cut {
            Cut::TooLarge(limit) => {
                let message = format!("its body is larger than {limit} bytes");
                (Trouble::Final, Error::new(ErrorKind::Decode, message))
            }
            Cut::Lost(error) if error.timed_out => {
                let message = "its body did not come within the time limit";
                (Trouble::TimedOut, Error::new(ErrorKind::Timeout, message).with_source(error))
            }
            Cut::Lost(error) => {
                let message = "its body broke off";
                (Trouble::Interrupted, Error::new(ErrorKind::Transport, message).with_source(error))
            }
            Cut::Elapsed => {
                (Trouble::TimedOut, Error::new(ErrorKind::Timeout, "its body did not come within the time limit"))
            }
        };
        let result = Err(error.with_answer(answer));
        Self { trouble, wait: None, request_id, delivery: Delivery::Answered, tried: true, result }
    }
}
