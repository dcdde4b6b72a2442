//~ E0599
//! A response is taken apart, never silently the value.

async fn count(client: &airstore_sdk::Airstore) -> usize {
    client.connections().list("ws_1").send_with_meta().await.unwrap().len()
}

fn main() {
    let _ = count;
}
