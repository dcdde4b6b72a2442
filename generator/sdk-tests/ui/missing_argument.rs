//~ E0061
//! A required argument cannot be left out.

fn main() {
    let client = airstore_sdk::Airstore::new("org_test").unwrap();
    let _ = client.connections().del("ws_1");
}
