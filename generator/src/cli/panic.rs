//! A panic is a bug of ours, and is said like every other: with a code, what happened, and what to report.

use std::{
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    current,
    diagnostic::Code,
    failure::{Exit, Failure},
    finding::Finding,
};

/// How much of a panic's message is shown, in characters: it may quote the description.
const SHOWN: usize = 200;

/// Runs a command; its panic, on whichever of its threads, becomes a failure with exit code 70 and prints nothing
/// itself. Nothing was written then: files are written last, and that part only moves what is there.
pub(super) fn caught<T>(command: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let first: Arc<Mutex<Option<String>>> = Arc::default();
    let seen = Arc::clone(&first);
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        seen.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(|| described(info));
    }));
    let ended = panic::catch_unwind(AssertUnwindSafe(command));
    panic::set_hook(hook);
    ended.unwrap_or_else(|_| {
        let what = first.lock().unwrap_or_else(PoisonError::into_inner).take();
        let message = what.unwrap_or_else(|| "the generator panicked".to_owned());
        let help = format!("report this line with the spec; the generator is {}", env!("CARGO_PKG_VERSION"));
        Err(Failure::new(Exit::Internal, Finding::new(Code::Internal, message).help(help)))
    })
}

/// `src/emit/print.rs:12: message`.
fn described(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let text: String = text.unwrap_or("a panic without a message").chars().take(SHOWN).collect();
    match info.location() {
        Some(at) => format!("{}:{}: {text}{}", place(at.file()), at.line(), item()),
        None => text + &item(),
    }
}

/// What the thread that panicked was working on; a hook runs on that thread.
fn item() -> String {
    current::item().map(|at| format!(" (working on `{at}` of the description)")).unwrap_or_default()
}

/// The file from its crate's `src` on: what stands before is the machine that compiled it.
fn place(file: &str) -> &str {
    file.rfind("src/").and_then(|start| file.get(start..)).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::pointer::Pointer;

    fn failure(command: impl FnOnce() -> Result<(), Failure>) -> Failure {
        caught(command).unwrap_err()
    }

    #[test]
    fn a_panic_is_a_finding_with_its_place() {
        let failure = failure(|| {
            // Stages run on threads of their own.
            let work = || {
                let _work = current::work_on(&Pointer::parse("/paths/~1pets/get").unwrap());
                panic!("no type {}", 7)
            };
            let ended = thread::spawn(work).join();
            ended.unwrap_or_else(|panic| panic::resume_unwind(panic))
        });
        assert_eq!((failure.exit, failure.findings.len()), (Exit::Internal, 1));
        let said = failure.to_string();
        assert!(said.starts_with("error[internal]: src/cli/panic.rs:"), "{said}");
        let expected =
            ": no type 7 (working on `/paths/~1pets/get` of the description); report this line with the spec";
        assert!(said.contains(expected), "{said}");
        assert!(caught(|| Ok(1)).is_ok());
    }

    #[test]
    fn paths_of_the_machine_stay_out() {
        assert_eq!(place("/home/me/.cargo/registry/src/index-1/syn-2.0.0/src/lit.rs"), "src/lit.rs");
        assert_eq!(place("generator/src/emit/print.rs"), "src/emit/print.rs");
    }
}
