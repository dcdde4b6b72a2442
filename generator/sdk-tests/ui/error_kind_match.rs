//~ E0004
//! A new kind of error must not break a match.

use airstore_sdk::ErrorKind;

fn worth_a_look(kind: ErrorKind) -> bool {
    match kind {
        ErrorKind::Config | ErrorKind::InvalidRequest | ErrorKind::Auth => true,
        ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport | ErrorKind::Decode => false,
        ErrorKind::BadRequest | ErrorKind::Unauthenticated | ErrorKind::PermissionDenied => true,
        ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::Unprocessable => true,
        ErrorKind::RateLimited | ErrorKind::Server | ErrorKind::Status | ErrorKind::Api => false,
    }
}

fn main() {
    let _ = worth_a_look(ErrorKind::Config);
}
