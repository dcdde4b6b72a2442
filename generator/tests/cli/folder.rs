//! A working folder and the program run in it.

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
    time::SystemTime,
};

use serde_json::Value;

/// A description with two operations, one of which calls back (a note).
pub const PETS: &str = r"openapi: 3.0.3
info: { title: Pet Store, version: 9.9.9 }
servers: [{ url: https://pets.example.com/v1 }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200':
          description: All pets.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
    post:
      operationId: createPet
      tags: [pets]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
      responses: { '201': { description: Made. } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        shape: { not: { type: string } }
";

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// The run as it was, when it ended with this code.
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Fails when standard error lacks one of the texts.
    #[track_caller]
    pub fn says(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(self.err.contains(text), "no {text:?} in {}", self.err);
        }
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// A folder that goes away.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// Without anything in it.
    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With `api.yaml` and a `generator.toml` that makes `sdk/` of it.
    pub fn with_pets() -> Self {
        let folder = Self::empty();
        folder.put("api.yaml", PETS);
        folder.put(
            "generator.toml",
            "[[sdk]]\nspec = \"api.yaml\"\nout = \"sdk\"\npackage = \"pets\"\nlicense = \"MIT\"\n",
        );
        folder
    }

    /// The same with the crate made.
    pub fn with_crate() -> Self {
        let folder = Self::with_pets();
        folder.run(&["--quiet"]).with(0);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Makes a file look as if it was written long ago.
    pub fn age(&self, name: &str) {
        let file = fs::File::options().write(true).open(self.path(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    }

    pub fn is_aged(&self, name: &str) -> bool {
        fs::metadata(self.path(name)).unwrap().modified().unwrap() == SystemTime::UNIX_EPOCH
    }

    /// The files that the manifest of `sdk/` lists.
    pub fn owned(&self) -> Vec<String> {
        let manifest: Value = serde_json::from_str(&self.read("sdk/.sdk-manifest.json")).unwrap();
        manifest["files"].as_object().unwrap().keys().map(|path| format!("sdk/{path}")).collect()
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "")
    }

    /// Runs the program with this text on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        self.run_in(".", arguments, input)
    }

    /// Runs the program in a folder below.
    pub fn run_in(&self, below: &str, arguments: &[&str], input: &str) -> Ended {
        let mut child = Command::new(env!("CARGO_BIN_EXE_generator"))
            .args(arguments)
            .current_dir(self.path(below))
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}
