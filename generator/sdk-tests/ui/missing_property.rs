//~ E0061
//! A required property cannot be left out.

fn main() {
    let _ = airstore_sdk::types::ConnectionCreateParams::new();
}
