//~ E0423
//! Code cannot come to depend on a value that later becomes a variant.

use airstore_sdk::{UnknownValue, types::IntegrationType};

fn main() {
    let _ = IntegrationType::Unknown(UnknownValue("dropbox".to_owned()));
}
