//! The walls, as data.

use super::paths::Named;

/// The top modules of the library.
pub const MODULES: &[&str] = &[
    "cli",
    "config",
    "diagnostic",
    "dialect",
    "diff",
    "emit",
    "failure",
    "finding",
    "generator",
    "guess",
    "model",
    "output",
    "pointer",
    "resolve",
    "source",
];

/// A module, the modules that it may use, and the rule's text. What is not listed may use all.
pub const ARROWS: &[(&str, &[&str], &str)] = &[
    ("pointer", &[], "a pointer knows nothing of the program"),
    ("diagnostic", &["pointer"], "a diagnostic has a place and prints nothing"),
    ("model", &["pointer"], "the model is inert data: it knows no stage"),
    ("source", &["diagnostic", "guess", "pointer"], "source knows no later stage"),
    ("dialect", &["source", "diagnostic", "pointer"], "dialect reads what source made and knows no later stage"),
    (
        "resolve",
        &["dialect", "model", "config", "diagnostic", "pointer"],
        "resolve reads what dialect made, makes the model, and knows neither text nor emit",
    ),
    ("emit", &["model", "config"], "emit reads the model and the choices, nothing else: the spec ended at resolve"),
    ("guess", &[], "a guess compares texts"),
    ("finding", &["diagnostic", "pointer", "source"], "a finding is a diagnostic whose place source has found"),
    ("output", &["emit", "config", "diagnostic"], "output writes emit's files and knows no spec"),
];

/// What only some files may name.
pub struct Never {
    /// The path's first segments, joined by `::`, or a macro with its `!`.
    name: &'static str,
    /// Files below `src` that may, by the beginning of their path.
    except: &'static [&'static str],
    /// The rule.
    pub text: &'static str,
}

impl Never {
    /// Whether `file` may not name this.
    pub fn forbids(&self, file: &str, named: &Named) -> bool {
        let name = named.to_string();
        let is = name.strip_prefix(self.name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
        is && !self.except.iter().any(|allowed| file.starts_with(allowed))
    }
}

const COMMAND_LINE: &[&str] = &["cli/", "cli.rs", "main.rs"];

/// All of them.
pub const NEVERS: &[Never] = &[
    Never {
        name: "miette",
        except: &["cli/report"],
        text: "only cli/report.rs names miette: stages collect, it prints",
    },
    Never {
        name: "openapiv3",
        except: &["dialect/", "resolve/", "diff/wire"],
        text: "only dialect, resolve and diff/wire name openapiv3: after resolve there is no OpenAPI",
    },
    Never { name: "heck", except: &["resolve/"], text: "every name is decided in resolve: nothing else changes case" },
    Never { name: "quote", except: &["emit/"], text: "only emit makes tokens" },
    Never { name: "proc_macro2", except: &["emit/"], text: "only emit makes tokens" },
    Never { name: "prettyplease", except: &["emit/"], text: "only emit prints Rust" },
    Never { name: "tera", except: &["emit/"], text: "only emit renders templates" },
    Never {
        name: "std::fs",
        except: &["source/read", "output", "diff/disk"],
        text: "source/read.rs reads inputs, output touches the output folder, diff/disk.rs what the tools of verification \
               read and write; nothing else names std::fs",
    },
    Never {
        name: "std::process::Command",
        except: &["diff/process"],
        text: "no document can cause a process: only diff starts git and cargo, in one file",
    },
    Never {
        name: "std::env",
        except: &["cli/", "cli.rs", "main.rs", "generator.rs", "generator/"],
        text: "no emitted byte depends on the environment: only the command line and a build.rs's entry read it",
    },
    Never {
        name: "std::time",
        // The last ones end programs that run too long.
        except: &[
            "cli/",
            "cli.rs",
            "main.rs",
            "source/remote",
            "diff/process",
            "diff/rust/cargo",
            "diff/rust/semver_checks",
        ],
        text: "no emitted byte depends on the clock",
    },
    Never {
        name: "ureq",
        except: &["source/remote"],
        text: "only source/remote.rs asks other machines, and only those that the user allowed",
    },
    Never {
        name: "std::collections::HashMap",
        except: &[],
        text: "no emitted byte depends on hash order: use BTreeMap or IndexMap",
    },
    Never {
        name: "std::collections::HashSet",
        except: &[],
        text: "no emitted byte depends on hash order: use BTreeSet or IndexSet",
    },
    // Addresses are values; what connects is not.
    Never { name: "std::net", except: &["model/scalars.rs"], text: "no document can cause a network access" },
    Never { name: "std::net::TcpStream", except: &[], text: "no document can cause a network access" },
    Never { name: "std::net::TcpListener", except: &[], text: "no document can cause a network access" },
    Never { name: "std::net::UdpSocket", except: &[], text: "no document can cause a network access" },
    Never { name: "std::net::ToSocketAddrs", except: &[], text: "no document can cause a network access" },
    Never { name: "println!", except: COMMAND_LINE, text: "no stage prints" },
    Never { name: "print!", except: COMMAND_LINE, text: "no stage prints" },
    Never { name: "eprintln!", except: COMMAND_LINE, text: "no stage prints" },
    Never { name: "eprint!", except: COMMAND_LINE, text: "no stage prints" },
];
