//! Makes the SDK as a module of this package, in `OUT_DIR`, whenever the description changes.

use std::error::Error;

use generator::Generator;

fn main() -> Result<(), Box<dyn Error>> {
    let made = Generator::new("../../../openapi.yaml").module("airstore").generate()?;
    // `rerun-if-changed` for each file that was read, and the generator's warnings as cargo's.
    print!("{}", made.cargo_lines());
    Ok(())
}
