//! What three calls of a crate add to a released program that has reqwest and tokio already.

use std::fs;

use super::{
    Measure,
    sides::{Side, megabytes, said},
};

/// How a program with our crate begins.
pub const OURS: &str = "let client = sdk::Client::builder().base_url(\"https://example.com\").build()?;";

/// How one with theirs does.
pub const THEIRS: &str = "let client = sdk::generated::HttpClient::new().with_base_url(\"https://example.com\");";

/// How one with reqwest alone does: the same version and features, by which cargo unifies them.
const BASE: &str = "let client = reqwest::Client::new();";

/// A program.
#[derive(Debug)]
pub struct Program<'p> {
    /// The crate that it uses.
    pub side: &'p Side,
    /// Its first line.
    pub begin: &'p str,
    /// Three calls.
    pub calls: &'p [String],
}

impl Program<'_> {
    /// Megabytes beyond those of the same program with three requests by reqwest; both released and stripped.
    pub fn adds(&self) -> Measure {
        if self.calls.len() < 3 {
            return Err("fewer than three calls that both have".to_owned());
        }
        let name = format!("program-{}", self.side.name);
        let folder = self.side.folder.with_file_name(&name);
        let manifest = fs::read_to_string(self.side.folder.join("Cargo.toml")).map_err(|error| error.to_string())?;
        let reqwest = reqwest_version(&manifest).ok_or("the crate has no reqwest")?;
        let path = self.side.folder.display().to_string();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             sdk = {{ package = \"{}\", path = {path:?} }}\nreqwest = {{ version = {reqwest:?}, default-features = false }}\n\
             tokio = {{ version = \"1\", features = [\"rt\"] }}\n\n[profile.release]\nstrip = true\n\n[workspace]\n",
            self.side.name
        );
        let requests = ["a", "b", "c"].map(|path| format!("client.get(\"https://example.com/{path}\").send()"));
        let write = || {
            fs::create_dir_all(folder.join("src/bin"))?;
            fs::write(folder.join("Cargo.toml"), &manifest)?;
            fs::copy(self.side.folder.join("Cargo.lock"), folder.join("Cargo.lock"))?;
            fs::write(folder.join("src/main.rs"), main(self.begin, self.calls))?;
            fs::write(folder.join("src/bin").join(format!("base-{name}.rs")), main(BASE, &requests))
        };
        write().map_err(|error| error.to_string())?;
        said(&mut self.side.cargo(&folder, &["build", "--release"]))?;
        let size = |name: &str| megabytes(&self.side.target.join("release").join(name));
        Ok(size(&name)? - size(&format!("base-{name}"))?)
    }
}

fn main(begin: &str, calls: &[String]) -> String {
    let calls: String =
        calls.iter().map(|call| format!("        println!(\"{{:?}}\", {call}.await.is_ok());\n")).collect();
    format!(
        "fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    {begin}\n    \
         tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {{\n{calls}    }});\n    Ok(())\n}}\n"
    )
}

/// What a manifest asks of reqwest.
fn reqwest_version(manifest: &str) -> Option<String> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let reqwest = manifest.get("dependencies")?.get("reqwest")?;
    reqwest.as_str().or_else(|| reqwest.get("version")?.as_str()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{main, reqwest_version};

    #[test]
    fn the_version_of_reqwest() {
        let version = |text: &str| reqwest_version(&format!("[dependencies]\n{text}\n"));
        assert_eq!(version("reqwest = \"0.12\"").as_deref(), Some("0.12"));
        assert_eq!(version("reqwest = { version = \"0.13.5\", optional = true }").as_deref(), Some("0.13.5"));
        assert_eq!(version("serde = \"1\""), None);
    }

    #[test]
    fn a_program_is_a_file_of_rust() {
        let file = syn::parse_file(&main("let client = 1;", &["client.pets().list()".to_owned()])).unwrap();
        assert_eq!(file.items.len(), 1);
    }
}
