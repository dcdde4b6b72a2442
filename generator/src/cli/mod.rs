//! The command line: arguments, reports, one file per command.
