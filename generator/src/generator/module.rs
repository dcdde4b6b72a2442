//! Module mode: what it decides before the stages run.

use std::{env, path::Path};

use crate::{config::RawSdk, failure::Failure, model::ModuleName};

/// Fills in what module mode decides itself.
pub(super) fn prepare(raw: &mut RawSdk, mount: &str) -> Result<(), Failure> {
    if ModuleName::new(mount).is_err() || mount.chars().any(|c| c.is_ascii_uppercase()) {
        let message = format!("`{mount}` cannot be a module's name");
        return Err(Failure::usage(message, "choose one in snake case that is no keyword"));
    }
    if raw.out.is_empty() {
        let Some(folder) = env::var_os("OUT_DIR") else {
            let help = "call it from a build script, or name a folder with `.out(..)`";
            return Err(Failure::usage("OUT_DIR is not set", help));
        };
        raw.out = Path::new(&folder).join(mount).to_string_lossy().into_owned();
    }
    // What the crate would be called only shows in the User-Agent.
    raw.package.get_or_insert_with(|| mount.to_owned());
    (raw.tests, raw.examples) = (Some(false), Some(false));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_is_a_module() {
        let mut raw = RawSdk { out: "x".to_owned(), ..RawSdk::default() };
        assert!(prepare(&mut raw, "type").is_err());
        assert!(prepare(&mut raw, "a::b").is_err());
        assert!(prepare(&mut raw, "pets").is_ok());
        assert_eq!(raw.package.as_deref(), Some("pets"));
    }
}
