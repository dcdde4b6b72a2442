//! Checks of the emitted Airstore SDK against what nobody here wrote.
//!
//! - `cargo run -p sdk-tests --bin parity -- CASES.json OUT.json [--recorder PATH]` drives the SDK through the cases
//!   that the hand-written TypeScript SDK is recorded with, and writes a record of the same shape.
//! - `cargo run -p sdk-tests --bin parity-compare -- TS.json RUST.json` lists every difference of the two records with
//!   the reason that justifies it.
//! - `cargo run -p sdk-tests --bin prism -- PRISM` makes the SDK's calls against a mock of `openapi.yaml`.
//!
//! The modules here know no SDK; the programs that drive it stand in `src/bin`.

#![forbid(unsafe_code)]

pub mod cases;
pub mod compare;
pub mod process;
pub mod record;
pub mod recorder;

/// What a program of this package fails with: one sentence for a person.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The README's Rust blocks compile.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
