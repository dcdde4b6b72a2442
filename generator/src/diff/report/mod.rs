//! The formats of a report.

pub mod html;
