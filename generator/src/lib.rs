//! Turns an OpenAPI description into a typed Rust SDK crate.

pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod dialect;
pub mod emit;
pub mod model;
pub mod output;
pub mod pointer;
pub mod resolve;
pub mod source;
pub mod stack;
