//~ E0277
//! A secret does not print itself.

fn main() {
    println!("{}", airstore_sdk::Secret::from("org_test"));
}
