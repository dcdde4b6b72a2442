//! Uses an SDK that the build script made: no generated file is committed.

/// The SDK. Its root paths are `crate::airstore::…`, as `.module("airstore")` said.
mod airstore {
    include!(concat!(env!("OUT_DIR"), "/airstore/mod.rs"));
}

fn main() -> Result<(), airstore::Error> {
    let client = airstore::Airstore::new("org_...")?;
    println!("{client:?}");
    Ok(())
}
